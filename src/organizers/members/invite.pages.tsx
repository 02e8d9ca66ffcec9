import type { VNode } from 'preact';

import { LANGUAGES, type Language } from '../../engine/engine.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Notice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import { questionText } from '../../meetups/guest-list/open-questions.js';
import type { GuestListPreview } from '../../meetups/guest-list/preview.js';
import { noteText } from '../../meetups/guest-list/row-notes.js';
import type { InvitingForm } from './members.forms.dto.js';

/** What was typed so far. */
export type Typed = Partial<Record<'address' | 'text' | 'formal' | 'basis', string>> & Partial<Pick<InvitingForm, 'language'>>;

interface InvitePageProps {
  readonly language: Language;
  /** Of the form for one person, with its faults. */
  readonly one?: { readonly typed: Typed; readonly faults: FormFaults };
  /** Of the form for a list: what is wrong with it, as a sentence. */
  readonly list?: { readonly typed: Typed; readonly faults: FormFaults; readonly problem?: string | undefined };
}

/** Two ways to invite: one person, or a list that is looked at first. */
export function InvitePage({ language, one, list }: InvitePageProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  return (
    <Layout language={language} title={t('members.invite')} audience="organizer" here="/members">
      <main>
        <p>
          <a href="/members">{t('members.back')}</a>
        </p>
        <h1>{t('members.invite')}</h1>
        <p class="lead">{t('invite.lead')}</p>
        <h2>{t('invite.one')}</h2>
        <form method="post" action="/members/invite">
          <Field language={language} name="address" label={t('invite.address')} kind="email" required value={one?.typed.address} fault={one?.faults['address']} />
          <Manner language={language} typed={one?.typed} faults={one?.faults} name="one" />
          <button type="submit">{t('invite.send')}</button>
        </form>
        <h2>{t('invite.list')}</h2>
        <p class="hint">{t('invite.list.lead')}</p>
        {list?.problem !== undefined && <Notice kind="error">{list.problem}</Notice>}
        <ListForm language={language} typed={list?.typed} faults={list?.faults} />
      </main>
    </Layout>
  );
}

interface ListFormProps {
  readonly language: Language;
  readonly typed?: Typed | undefined;
  readonly faults?: FormFaults | undefined;
  /** Headers to choose the column of addresses from, where it was not recognised. */
  readonly headers?: readonly string[];
}

function ListForm({ language, typed, faults, headers = [] }: ListFormProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  return (
    <form method="post" action="/members/import" enctype="multipart/form-data">
      <label>
        {t('meetup.import.file')}
        <input type="file" name="file" accept=".csv,text/csv" />
      </label>
      <label>
        {t('meetup.import.text')}
        <textarea name="text">{typed?.text}</textarea>
      </label>
      {headers.length > 0 && (
        <label>
          {t('invite.column')}
          <select name="email">
            <option value="">{t('meetup.import.recognised')}</option>
            {headers.map((header, at) => (
              <option value={at + 1}>{header}</option>
            ))}
          </select>
        </label>
      )}
      <Manner language={language} typed={typed} faults={faults} name="list" />
      <button type="submit" class="quiet">
        {t('invite.look')}
      </button>
    </form>
  );
}

/** How the invitation is written, and that these people do not mind it. */
function Manner({
  language,
  typed = {},
  faults = {},
  name,
}: {
  readonly language: Language;
  readonly typed?: Typed | undefined;
  readonly faults?: FormFaults | undefined;
  readonly name: string;
}): VNode {
  return (
    <>
      <label>
        {message(language, 'invite.language')}
        <select name="language">
          {LANGUAGES.map((other) => (
            <option value={other} selected={(typed.language ?? language) === other}>
              {message(other, `language.${other}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="formal" value="yes" checked={typed.formal === 'yes'} /> {message(language, 'invite.formal')}
      </label>
      <label>
        <input type="checkbox" name="basis" value="yes" required checked={typed.basis === 'yes'} aria-invalid={faults['basis'] && true} aria-describedby={faults['basis'] && `${name}-basis-fault`} />{' '}
        {message(language, 'invite.basis')}
        {faults['basis'] && (
          <span class="fault" id={`${name}-basis-fault`}>
            {message(language, 'fault.required')}
          </span>
        )}
      </label>
    </>
  );
}

interface ImportPageProps {
  readonly language: Language;
  readonly preview: GuestListPreview;
  /** Whom the list would invite. */
  readonly people: readonly { readonly name: string; readonly address: string }[];
  readonly typed: Typed;
  /** The list as it came, in base64: a text field would change its line breaks. */
  readonly list: string;
  /** Number of the chosen column of addresses, as it was sent. */
  readonly column: string;
}

/** What a list would do, before it does: what is unclear first, then row by row what to know, then whom. */
export function ImportPage({ language, preview: { questions, notes, headers, hash, guests }, people, typed, list, column }: ImportPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  const without = guests.length - people.length;
  return (
    <Layout language={language} title={t('invite.preview')} audience="organizer" here="/members">
      <main>
        <p>
          <a href="/members/invite">{t('members.invite')}</a>
        </p>
        <h1>{t('invite.preview')}</h1>
        <p class="lead">{t('invite.preview.count', { count: people.length, without })}</p>
        {questions.map((question) => (
          <Notice kind="error">{questionText(question, language)}</Notice>
        ))}
        {questions.length > 0 || people.length === 0 ? (
          <ListForm language={language} typed={typed} headers={headers} />
        ) : (
          <form method="post" action="/members/import/confirm" enctype="multipart/form-data">
            {/* Nothing of the list is stored: it goes along, and the hash makes sure that it is the one that was seen. */}
            {Object.entries({ list, hash, email: column, language: typed.language ?? language, formal: typed.formal ?? '', basis: typed.basis ?? '' }).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit">{t('invite.preview.send', { count: people.length })}</button>
          </form>
        )}
        {notes.length > 0 && (
          <details open={notes.length <= 5}>
            <summary>{t('invite.notes', { count: notes.length })}</summary>
            <ul>
              {notes.map((note) => (
                <li>
                  {t('guests.place', { row: note.row, column: note.column ?? 'none' })}: {noteText(note, language)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {people.length > 0 && (
          <ul>
            {people.map(({ name, address }) => (
              <li>{name === '' || name === address ? address : `${name} · ${address}`}</li>
            ))}
          </ul>
        )}
      </main>
    </Layout>
  );
}
