import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import { ImportForm } from '../guests/guest-import.pages.js';
import type { Guest } from '../guests/guest.js';
import type { SendingCounts } from '../lists/intro-lists.service.js';
import { whenText, type Meetup } from '../meetup.js';
import type { MeetupIntroduction, StoredPlan } from './plan.js';

interface MeetupPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly guests: readonly Guest[];
  readonly plan: StoredPlan | undefined;
  readonly introductions: readonly MeetupIntroduction[];
  /** Answers to "why not these two?". */
  readonly why?: readonly string[];
  readonly sent?: SendingCounts;
}

const PAPERS = [
  ['meetup.paper.sheet', 'sheet.html'],
  ['meetup.paper.pdf', 'sheet.pdf'],
  ['meetup.paper.cards', 'cards.pdf'],
  ['meetup.paper.map', 'map.svg'],
  ['meetup.paper.csv', 'introductions.csv'],
] as const;

/** A meetup for its organizer: guests, the plan with what can be done to it, paper, and sending. */
export function MeetupPage({ language, meetup, guests, plan, introductions, why, sent }: MeetupPageProps): VNode {
  const t = (key: Parameters<typeof message>[1], values?: Record<string, string | number>): string => message(language, key, values);
  const path = `/meetups/${meetup.id}`;
  return (
    <Layout language={language} title={meetup.title} audience="organizer" here="/meetups">
      <main>
        <h1>{meetup.title}</h1>
        <p class="lead">{[whenText(meetup, language), meetup.place].filter(Boolean).join(' · ')}</p>
        <nav aria-label={meetup.title}>
          <a href={`${path}/door`}>{t('door.title')}</a>
          <a href={`/api/v1/meetups/${meetup.id}/meetup.ics`}>iCal</a>
        </nav>
        {sent && (
          <p class="notice" role="status">
            {t('meetup.sent', { queued: sent.queued, already: sent.already, nothing: sent.nothingToSay, notMailed: sent.notMailed })}
          </p>
        )}
        <h2>{t('meetup.guests', { count: guests.length })}</h2>
        <ImportForm language={language} meetupId={meetup.id} />
        <h2>{t('meetup.plan')}</h2>
        <p class="lead">{plan ? t('meetup.plan.told', { introductions: introductions.length, served: plan.served, askers: plan.askers }) : t('meetup.plan.none')}</p>
        <form method="post" action={`${path}/plan`}>
          <button type="submit">{t(plan ? 'meetup.plan.again' : 'meetup.plan.make')}</button>
        </form>
        {introductions.map((introduction) => (
          <Introduction language={language} path={path} introduction={introduction} guests={guests} />
        ))}
        {plan && <WhyNotForm language={language} path={path} guests={guests} answers={why} />}
        {plan && (
          <>
            <h2>{t('meetup.papers')}</h2>
            <ul>
              {PAPERS.map(([key, file]) => (
                <li>
                  <a href={`/api/v1/meetups/${meetup.id}/${file}?language=${language}`}>{t(key)}</a>
                </li>
              ))}
            </ul>
            <h2>{t('meetup.send')}</h2>
            <p>{t('meetup.send.lead')}</p>
            <form method="post" action={`${path}/lists`}>
              <button type="submit">{t('meetup.send')}</button>
            </form>
          </>
        )}
      </main>
    </Layout>
  );
}

interface IntroductionProps {
  readonly language: Language;
  readonly path: string;
  readonly introduction: MeetupIntroduction;
  readonly guests: readonly Guest[];
}

/** Two guests with both texts, and what an organizer can do. */
function Introduction({ language, path, introduction, guests }: IntroductionProps): VNode {
  const t = (key: Parameters<typeof message>[1], values?: Record<string, string | number>): string => message(language, key, values);
  const { id, giverId, askerId, ask, offer, lockedBy, happenedBy } = introduction;
  const name = (guestId: string): string => guests.find((guest) => guest.id === guestId)?.name ?? '';
  const [giver, asker] = [name(giverId), name(askerId)];
  const actions = [...(lockedBy === null ? (['lock'] as const) : (['unlock'] as const)), 'happened', 'forbid'] as const;
  const others = guests.filter((guest) => guest.state !== 'away' && guest.offers.length > 0 && guest.id !== giverId && guest.id !== askerId);
  return (
    <article id={id}>
      <h3>{t('meetup.plan.line', { giver, asker })}</h3>
      <p class="label">{t('meetup.plan.seeks', { name: asker })}</p>
      <blockquote>{ask}</blockquote>
      <p class="label">{t('meetup.plan.offers', { name: giver })}</p>
      <blockquote>{offer}</blockquote>
      {lockedBy !== null && <p class="label">{t('meetup.plan.locked')}</p>}
      {happenedBy !== null && <p class="label">{t('meetup.plan.done')}</p>}
      {happenedBy === null && (
        <>
          <form method="post" action={`${path}/introductions/${id}`}>
            {actions.map((action) => (
              <button type="submit" name="action" value={action} class="quiet">
                {t(`meetup.plan.${action}`)}
              </button>
            ))}
          </form>
          <form method="post" action={`${path}/introductions/${id}`}>
            <GuestChoice name="giverId" label={t('meetup.plan.swap')} guests={others} />
            <button type="submit" name="action" value="swap" class="quiet">
              {t('meetup.plan.swap.do')}
            </button>
          </form>
        </>
      )}
    </article>
  );
}

interface WhyNotFormProps {
  readonly language: Language;
  readonly path: string;
  readonly guests: readonly Guest[];
  readonly answers: readonly string[] | undefined;
}

function WhyNotForm({ language, path, guests, answers }: WhyNotFormProps): VNode {
  const here = guests.filter(({ state }) => state !== 'away');
  return (
    <>
      <h2 id="why">{message(language, 'meetup.why')}</h2>
      {answers?.map((answer) => (
        <p class="notice">{answer}</p>
      ))}
      <form method="get" action={`${path}#why`}>
        <GuestChoice name="one" label={message(language, 'meetup.why.one')} guests={here} />
        <GuestChoice name="other" label={message(language, 'meetup.why.other')} guests={here} />
        <button type="submit" class="quiet">
          {message(language, 'meetup.why.ask')}
        </button>
      </form>
    </>
  );
}

function GuestChoice({ name, label, guests }: { readonly name: string; readonly label: string; readonly guests: readonly Guest[] }): VNode {
  return (
    <label>
      {label}
      <select name={name} required>
        {guests.map((guest) => (
          <option value={guest.id}>{guest.name}</option>
        ))}
      </select>
    </label>
  );
}
