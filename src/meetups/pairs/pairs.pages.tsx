import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { PageLinks, SearchForm, type ListPage } from '../../html/long-list.js';
import { message } from '../../html/messages.js';
import { Empty, Notice } from '../../html/parts.js';
import type { GuestRule } from '../guests/guest.js';
import { TOLD_RULES } from '../known-pairs.js';
import type { Meetup } from '../meetup.js';
import { MeetupFrame } from '../meetup-frame.js';

/** A rule as people read it. */
export interface NamedRule {
  readonly id: string;
  readonly rule: GuestRule['rule'];
  readonly one: string;
  readonly other: string;
  /** Name of the organizer who said it; empty for one who has left. */
  readonly by: string;
  /** Written in the reader's language. */
  readonly day: string;
}

/** Two guests as somebody typed them. */
export interface TypedPair {
  readonly one?: string | undefined;
  readonly other?: string | undefined;
  readonly rule?: string | undefined;
}

export interface PairsPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  /** Names to choose from. */
  readonly names: readonly string[];
  readonly rules: ListPage<NamedRule>;
  /** How many pairs the last press brought. */
  readonly added?: number | undefined;
  /** What was wrong with what was told, one line each. */
  readonly notes?: readonly string[];
  readonly told?: TypedPair;
  /** Who is asked about, and the answers. */
  readonly asked?: TypedPair;
  readonly answers?: readonly string[];
}

const NAMES = 'guests';

/** What organizers know of two guests, and why two are not brought together. */
export function PairsPage({ language, meetup, names, rules, added, notes = [], told = {}, asked = {}, answers = [] }: PairsPageProps): VNode {
  const t = (key: Parameters<typeof message>[1], values?: Record<string, string | number>): string => message(language, key, values);
  const path = `/meetups/${meetup.id}/pairs`;
  return (
    <MeetupFrame language={language} meetup={meetup} here="pairs" title={t('pairs.title')}>
      <datalist id={NAMES}>
        {names.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      {added !== undefined && <Notice kind="success">{t('pairs.added', { count: added })}</Notice>}
      {notes.map((note) => (
        <Notice kind="error">{note}</Notice>
      ))}
      <p>{t('pairs.lead')}</p>
      <form method="post" action={path}>
        <BothNames language={language} pair={told} />
        <label>
          {t('pairs.rule')}
          <select name="rule">
            {TOLD_RULES.map((rule) => (
              <option value={rule} selected={rule === told.rule}>
                {t(`pairs.rule.${rule}`)}
              </option>
            ))}
          </select>
        </label>
        <div class="actions">
          <button type="submit">{t('pairs.add')}</button>
        </div>
      </form>
      <details>
        <summary>{t('pairs.file')}</summary>
        <form method="post" action={`${path}/file`} enctype="multipart/form-data">
          <p>{t('pairs.file.lead')}</p>
          <label>
            {t('meetup.import.file')}
            <input type="file" name="file" accept=".csv,text/csv" required />
          </label>
          <button type="submit" class="quiet">
            {t('pairs.file.read')}
          </button>
        </form>
      </details>
      <Rules language={language} path={path} rules={rules} />
      <h2 id="why">{t('meetup.why')}</h2>
      <p>{t('pairs.why.lead')}</p>
      {answers.map((answer) => (
        <p class="notice">{answer}</p>
      ))}
      <form method="get" action={`${path}#why`}>
        <BothNames language={language} pair={asked} />
        <div class="actions">
          <button type="submit" class="quiet">
            {t('meetup.why.ask')}
          </button>
        </div>
      </form>
    </MeetupFrame>
  );
}

/** Typed, with all names offered; a list of 300 to open would be longer than the whole evening. */
function BothNames({ language, pair }: { readonly language: Language; readonly pair: TypedPair }): VNode {
  return (
    <>
      {(['one', 'other'] as const).map((name) => (
        <label>
          {message(language, `pairs.${name}`)}
          <input type="text" name={name} list={NAMES} value={pair[name]} autocomplete="off" maxLength={200} required />
        </label>
      ))}
    </>
  );
}

function Rules({ language, path, rules }: { readonly language: Language; readonly path: string; readonly rules: ListPage<NamedRule> }): VNode {
  if (rules.count === 0 && rules.q === '') return <Empty>{message(language, 'pairs.none')}</Empty>;
  return (
    <>
      <SearchForm language={language} path={path} list={rules} label={message(language, 'door.search')} />
      <ul class="rows">
        {rules.entries.map(({ id, rule, one, other, by, day }) => (
          <li class="guest">
            <div>
              <strong>{new Intl.ListFormat(language).format([one, other])}</strong>
              <div>{message(language, `pairs.rule.${rule}`)}</div>
              <span class="label">{by === '' ? message(language, 'pairs.told.nobody', { day }) : message(language, 'pairs.told', { name: by, day })}</span>
            </div>
            <form method="post" action={`${path}/${id}/remove`}>
              <button type="submit" class="quiet" aria-label={`${message(language, 'pairs.remove')}: ${one}, ${other}`}>
                {message(language, 'pairs.remove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <PageLinks language={language} path={path} list={rules} />
    </>
  );
}
