import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import { questionText } from '../guest-list/open-questions.js';
import type { GuestListPreview } from '../guest-list/preview.js';
import { noteText } from '../guest-list/row-notes.js';
import type { Meetup } from '../meetup.js';

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

interface PreviewPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly preview: GuestListPreview;
  readonly text: string;
}

/** What a list would bring: what is unclear first, then row by row what to know, then the guests. */
export function PreviewPage({ language, meetup, preview, text }: PreviewPageProps): VNode {
  const { guests, notes, questions, counts, hash, headers } = preview;
  const title = message(language, 'meetup.preview');
  return (
    <Layout language={language} title={title} audience="organizer" here="/meetups">
      <main>
        <h1>{title}</h1>
        <p class="lead">{message(language, 'meetup.preview.counts', { guests: guests.length, read: counts.read, merged: counts.merged, leftOut: counts.leftOut })}</p>
        {questions.map((question) => (
          <p class="notice">{questionText(question, language)}</p>
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
        {notes.length > 0 && (
          <ul>
            {notes.map((note) => (
              <li>
                {message(language, 'guests.place', { row: note.row, column: note.column ?? 'none' })}: {noteText(note, language)}
              </li>
            ))}
          </ul>
        )}
        <ul>
          {guests.map(({ name, email, asks, offers }) => (
            <li>
              <strong>{name || email}</strong>
              {asks.length > 0 && ` · ${message(language, 'door.asks')}: ${asks.join(' / ')}`}
              {offers.length > 0 && ` · ${message(language, 'door.offers')}: ${offers.join(' / ')}`}
            </li>
          ))}
        </ul>
        <p>
          <a href={`/meetups/${meetup.id}`}>{message(language, 'meetup.back')}</a>
        </p>
      </main>
    </Layout>
  );
}
