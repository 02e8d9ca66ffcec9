import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import { Notice } from '../../html/parts.js';
import { questionText } from '../guest-list/open-questions.js';
import type { GuestListPreview } from '../guest-list/preview.js';
import { noteText } from '../guest-list/row-notes.js';
import type { Meetup } from '../meetup.js';
import { MeetupFrame } from '../meetup-frame.js';
import type { Forestalling } from './guest-imports.service.js';

interface ImportFormProps {
  readonly language: Language;
  readonly meetupId: string;
  /** The list as it was pasted. */
  readonly text?: string;
  /** Headers to choose columns from, where they were not recognised. */
  readonly headers?: readonly string[];
}

export const CHOSEN_COLUMNS = ['name', 'email', 'ask', 'offer'] as const;

/** A list as a file or pasted; it is looked at first. */
export function ImportForm({ language, meetupId, text, headers = [] }: ImportFormProps): VNode {
  return (
    <form method="post" action={`/meetups/${meetupId}/guests`} enctype="multipart/form-data">
      <p>{message(language, 'meetup.import.lead')}</p>
      <label>
        {message(language, 'meetup.import.file')}
        <input type="file" name="file" accept=".csv,text/csv" />
      </label>
      <label>
        {message(language, 'meetup.import.text')}
        <textarea name="text">{text}</textarea>
      </label>
      {headers.length > 0 &&
        CHOSEN_COLUMNS.map((field) => (
          <label>
            {message(language, 'meetup.import.column', { field })}
            <select name={field}>
              <option value="">{message(language, 'meetup.import.recognised')}</option>
              {headers.map((header, at) => (
                <option value={at + 1}>{header}</option>
              ))}
            </select>
          </label>
        ))}
      <button type="submit">{message(language, 'meetup.import.look')}</button>
    </form>
  );
}

interface ForestalledPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly forestalling: Forestalling;
}

/** Two took over lists at once: who was quicker, and what is to do now. */
export function ForestalledPage({ language, meetup, forestalling: { by, time, isSame } }: ForestalledPageProps): VNode {
  return (
    <MeetupFrame language={language} meetup={meetup} here="overview" title={message(language, 'import.forestalled.title')}>
      <Notice kind={isSame ? 'success' : 'error'}>{message(language, 'import.forestalled', { by, time, isSame: String(isSame) })}</Notice>
      {!isSame && <ImportForm language={language} meetupId={meetup.id} />}
    </MeetupFrame>
  );
}

interface UnreadablePageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  /** What is wrong, where, and what to do. */
  readonly problem: string;
  /** The list as it was pasted. */
  readonly text: string;
}

/** A list that cannot be read at all; what was pasted stays. */
export function UnreadablePage({ language, meetup, problem, text }: UnreadablePageProps): VNode {
  return (
    <MeetupFrame language={language} meetup={meetup} here="overview" title={message(language, 'import.unreadable')}>
      <Notice kind="error">
        <span lang="en">{problem}</span>
      </Notice>
      <ImportForm language={language} meetupId={meetup.id} text={text} />
    </MeetupFrame>
  );
}

interface PreviewPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly preview: GuestListPreview;
  readonly text: string;
}

/** Guests who are shown with their words, and notes, at the most: of a long list the rest would only be scrolled past. */
const MOST_SHOWN = 30;

/** What a list would bring: what is unclear first, then row by row what to know, then the guests. */
export function PreviewPage({ language, meetup, preview, text }: PreviewPageProps): VNode {
  const { guests, notes, questions, counts, hash, headers } = preview;
  const [shown, more] = [guests.slice(0, MOST_SHOWN), guests.slice(MOST_SHOWN)];
  const said = (key: 'door.asks' | 'door.offers', texts: readonly string[]): VNode | null =>
    texts.length === 0 ? null : (
      <div>
        <span class="label">{message(language, key)}</span> {texts.join(' · ')}
      </div>
    );
  return (
    <MeetupFrame language={language} meetup={meetup} here="overview" title={message(language, 'meetup.preview')}>
      <p>{message(language, 'meetup.preview.counts', { guests: guests.length, read: counts.read, merged: counts.merged, leftOut: counts.leftOut })}</p>
      {questions.map((question) => (
        <Notice kind="error">{questionText(question, language)}</Notice>
      ))}
      {questions.length > 0 ? (
        <>
          <p>{message(language, 'meetup.preview.open')}</p>
          <ImportForm language={language} meetupId={meetup.id} text={text} headers={headers} />
        </>
      ) : (
        <form method="post" action={`/meetups/${meetup.id}/guests/confirm`}>
          <input type="hidden" name="hash" value={hash} />
          <button type="submit">{message(language, 'meetup.preview.confirm')}</button>
        </form>
      )}
      <Notes language={language} notes={notes} />
      {guests.length > 0 && <h2>{message(language, 'meetup.guests', { count: guests.length })}</h2>}
      <ul class="rows">
        {shown.map(({ name, email, asks, offers }) => (
          <li>
            <strong>{name || email}</strong>
            {said('door.asks', asks)}
            {said('door.offers', offers)}
          </li>
        ))}
      </ul>
      {more.length > 0 && (
        <p class="label">{message(language, 'import.more-guests', { count: more.length, names: new Intl.ListFormat(language).format(more.map(({ name, email }) => name || email)) })}</p>
      )}
    </MeetupFrame>
  );
}

function Notes({ language, notes }: { readonly language: Language; readonly notes: GuestListPreview['notes'] }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <details open={notes.length <= MOST_SHOWN}>
      <summary>{message(language, 'import.notes', { count: notes.length })}</summary>
      <ul class="rows">
        {notes.slice(0, 5 * MOST_SHOWN).map((note) => (
          <li>
            <span class="label">{message(language, 'guests.place', { row: note.row, column: note.column ?? 'none' })}</span> {noteText(note, language)}
          </li>
        ))}
      </ul>
    </details>
  );
}
