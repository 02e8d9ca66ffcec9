import type { VNode } from 'preact';

import { FEWEST_SEATS, MOST_SEATS, type Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import { Notice } from '../../html/parts.js';
import { ImportForm } from '../guests/guest-import.pages.js';
import type { Guest, GuestState } from '../guests/guest.js';
import { sendingTexts, type SendingCounts } from '../lists/sending.js';
import type { Meetup } from '../meetup.js';
import { MeetupFrame } from '../meetup-frame.js';
import type { OutcomeCounts } from '../outcome.js';
import type { StoredPlan } from './plan.js';

interface MeetupPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly guests: readonly Guest[];
  readonly plan: StoredPlan | undefined;
  /** How many are to be brought together. */
  readonly introductions: number;
  /** What guests have told; undefined before the evening is over. */
  readonly outcome: OutcomeCounts | undefined;
  readonly sent?: SendingCounts;
}

const USUAL_SEATS = 6;
const PAPERS = [
  ['meetup.paper.sheet', 'sheet.html'],
  ['meetup.paper.pdf', 'sheet.pdf'],
  ['meetup.paper.cards', 'cards.pdf'],
  ['meetup.paper.map', 'map.svg'],
  ['meetup.paper.csv', 'introductions.csv'],
] as const;

/** A meetup for its organizer, in the order in which an evening is prepared: guests, the plan, paper, mail, and what came of it. */
export function MeetupPage({ language, meetup, guests, plan, introductions, outcome, sent }: MeetupPageProps): VNode {
  const t = (key: Parameters<typeof message>[1], values?: Record<string, string | number>): string => message(language, key, values);
  const path = `/meetups/${meetup.id}`;
  const joining = guests.filter(({ joins }) => joins).map(({ name }) => name);
  return (
    <MeetupFrame language={language} meetup={meetup} here="overview">
      {sent && sendingTexts(sent, language).map((text, i) => <Notice kind={i === 0 ? 'success' : 'error'}>{text}</Notice>)}
      {outcome && (
        <>
          <h2>{t('evening.told')}</h2>
          <p>{t('evening.told.figures', { ...outcome })}</p>
        </>
      )}
      <h2>{t('meetup.guests', { count: guests.length })}</h2>
      {guests.length > 0 && <GuestFigures language={language} guests={guests} />}
      {joining.length > 0 && <p>{t('evening.joins', { count: joining.length, names: new Intl.ListFormat(language).format(joining) })}</p>}
      {guests.length === 0 ? (
        <ImportForm language={language} meetupId={meetup.id} />
      ) : (
        <details>
          <summary>{t('evening.import.more')}</summary>
          <ImportForm language={language} meetupId={meetup.id} />
        </details>
      )}
      <h2>{t('meetup.plan')}</h2>
      {plan ? <PlanFigures language={language} plan={plan} introductions={introductions} /> : <p class="silence">{t('evening.plan.first')}</p>}
      {(plan ?? guests.length > 0) && (
        <form method="post" action={`${path}/plan`}>
          {plan && (
            <a class="button" href={`${path}/plan`}>
              {t('evening.plan.see')}
            </a>
          )}
          <button type="submit" class={plan && 'quiet'}>
            {t(plan ? 'meetup.plan.again' : 'meetup.plan.make')}
          </button>
        </form>
      )}
      {plan && (
        <>
          <h2>{t('meetup.papers')}</h2>
          <ul class="places">
            {PAPERS.map(([key, file]) => (
              <li>
                <a href={`/api/v1/meetups/${meetup.id}/${file}?language=${language}`}>{t(key)}</a>
              </li>
            ))}
            <li>
              <a href={`/api/v1/meetups/${meetup.id}/meetup.ics`}>iCal</a>
            </li>
          </ul>
          <form method="get" action={`/api/v1/meetups/${meetup.id}/sheet.html`}>
            <input type="hidden" name="language" value={language} />
            <label>
              {t('meetup.paper.seats')}
              <input type="number" name="tables" value={USUAL_SEATS} min={FEWEST_SEATS} max={MOST_SEATS} required />
            </label>
            <button type="submit" class="quiet">
              {t('meetup.paper.tables')}
            </button>
          </form>
          <SendForm language={language} path={path} basis={meetup.mailBasis} />
        </>
      )}
    </MeetupFrame>
  );
}

const STATES: readonly (readonly [GuestState, 'evening.figure.expected' | 'evening.figure.arrived' | 'evening.figure.away'])[] = [
  ['invited', 'evening.figure.expected'],
  ['arrived', 'evening.figure.arrived'],
  ['away', 'evening.figure.away'],
];

function GuestFigures({ language, guests }: { readonly language: Language; readonly guests: readonly Guest[] }): VNode {
  return (
    <ul class="figures">
      {STATES.map(([its, key]) => (
        <li>
          <strong>{guests.filter(({ state }) => state === its).length}</strong> {message(language, key)}
        </li>
      ))}
    </ul>
  );
}

function PlanFigures({ language, plan, introductions }: { readonly language: Language; readonly plan: StoredPlan; readonly introductions: number }): VNode {
  return (
    <ul class="figures">
      <li>
        <strong>{introductions}</strong> {message(language, 'evening.figure.introductions')}
      </li>
      <li>
        <strong>{plan.served}</strong> {message(language, 'evening.figure.served', { askers: plan.askers })}
      </li>
    </ul>
  );
}

/** Beside the press stands who is written to and who is not. */
function SendForm({ language, path, basis }: { readonly language: Language; readonly path: string; readonly basis: string | null }): VNode {
  return (
    <>
      <h2 id="lists">{message(language, 'meetup.send')}</h2>
      <p>{message(language, 'meetup.send.lead')}</p>
      <p class="label">
        {basis === null ? message(language, 'evening.basis.none') : message(language, 'evening.basis', { basis })}{' '}
        <a href={`${path}/settings#mail`}>{message(language, basis === null ? 'evening.basis.state' : 'plan.change')}</a>
      </p>
      <form method="post" action={`${path}/lists`}>
        <button type="submit">{message(language, 'meetup.send')}</button>
      </form>
    </>
  );
}
