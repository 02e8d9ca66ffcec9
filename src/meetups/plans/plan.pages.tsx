import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { PageLinks, queryOf, SearchForm, type ListPage } from '../../html/long-list.js';
import { message } from '../../html/messages.js';
import { Empty, Voice } from '../../html/parts.js';
import type { Meetup } from '../meetup.js';
import { MeetupFrame } from '../meetup-frame.js';
import type { MeetupIntroduction, StoredPlan, Substitute } from './plan.js';

/** An introduction with the names that belong to its ids. */
export interface NamedIntroduction {
  readonly introduction: MeetupIntroduction;
  readonly giver: string;
  readonly asker: string;
}

interface PlanPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly plan: StoredPlan | undefined;
  /** How many there are in all. */
  readonly introductions: number;
  readonly list: ListPage<NamedIntroduction>;
  /** Guests whom nobody helps, by name. */
  readonly unserved: readonly { readonly name: string; readonly reason: string }[];
  /** Name of the organizer who did something, by account. */
  readonly nameOf: (accountId: string | null) => string;
}

/** The reasons of the engine, as a message may name them. */
const key = (reason: string): string => reason.replaceAll(' ', '_');

/** Who is brought together with whom, the best first, and whom nobody helps yet. */
export function PlanPage({ language, meetup, plan, introductions, list, unserved, nameOf }: PlanPageProps): VNode {
  const path = `/meetups/${meetup.id}/plan`;
  return (
    <MeetupFrame language={language} meetup={meetup} here="plan" title={message(language, 'meetup.plan')}>
      {!plan && <Empty>{message(language, 'meetup.plan.none')}</Empty>}
      {plan && <p>{message(language, 'meetup.plan.told', { introductions, served: plan.served, askers: plan.askers })}</p>}
      <form method="post" action={path}>
        <button type="submit" class={plan && 'quiet'}>
          {message(language, plan ? 'meetup.plan.again' : 'meetup.plan.make')}
        </button>
      </form>
      <SearchForm language={language} path={path} list={list} label={message(language, 'plan.search')} />
      {list.entries.map((named) => (
        <Introduction language={language} meetup={meetup} named={named} nameOf={nameOf} back={queryOf(list)} />
      ))}
      <PageLinks language={language} path={path} list={list} />
      {unserved.length > 0 && list.page === list.pages && (
        <>
          <h2>{message(language, 'plan.unserved')}</h2>
          <ul class="rows">
            {unserved.map(({ name, reason }) => (
              <li>
                <strong>{name}</strong> <span class="label">{message(language, 'plan.unserved.reason', { reason: key(reason) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </MeetupFrame>
  );
}

interface IntroductionProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly named: NamedIntroduction;
  readonly nameOf: (accountId: string | null) => string;
  /** Query of the page of the list to come back to. */
  readonly back: string;
}

/** Two guests with both texts, and what one press can do. */
function Introduction({ language, meetup, named: { introduction, giver, asker }, nameOf, back }: IntroductionProps): VNode {
  const { id, lockedBy, happenedBy } = introduction;
  const path = `/meetups/${meetup.id}/introductions/${id}`;
  const actions = [lockedBy === null ? 'lock' : 'unlock', 'happened'] as const;
  return (
    <article class="give" id={id}>
      <h2>{message(language, 'meetup.plan.line', { giver, asker })}</h2>
      <BothWords language={language} introduction={introduction} giver={giver} asker={asker} />
      <Changes language={language} introduction={introduction} nameOf={nameOf} />
      {happenedBy === null && (
        <form method="post" action={`${path}${back}`}>
          <input type="hidden" name="back" value="plan" />
          {actions.map((action) => (
            <button type="submit" name="action" value={action} class="quiet">
              {message(language, `meetup.plan.${action}`)}
              <span class="unseen">{` ${message(language, 'meetup.plan.line', { giver, asker })}`}</span>
            </button>
          ))}
          <a class="press" href={path}>
            {message(language, 'plan.change')}
            <span class="unseen">{` ${message(language, 'meetup.plan.line', { giver, asker })}`}</span>
          </a>
        </form>
      )}
    </article>
  );
}

interface BothWordsProps {
  readonly language: Language;
  readonly introduction: MeetupIntroduction;
  readonly giver: string;
  readonly asker: string;
}

function BothWords({ language, introduction: { ask, offer }, giver, asker }: BothWordsProps): VNode {
  return (
    <>
      <p class="label">{message(language, 'meetup.plan.seeks', { name: asker })}</p>
      <Voice text={ask} language={null} />
      <p class="label">{message(language, 'meetup.plan.offers', { name: giver })}</p>
      <Voice text={offer} language={null} />
    </>
  );
}

/** What was done by hand, with who did it. */
function Changes({ language, introduction, nameOf }: { readonly language: Language; readonly introduction: MeetupIntroduction; readonly nameOf: PlanPageProps['nameOf'] }): VNode | null {
  const { swappedBy, lockedBy, happenedBy } = introduction;
  const told = [
    swappedBy === null ? undefined : message(language, 'plan.swapped-by', { name: nameOf(swappedBy) }),
    lockedBy === null ? undefined : message(language, 'plan.kept-by', { name: nameOf(lockedBy) }),
    happenedBy === null ? undefined : message(language, 'plan.happened-by', { name: nameOf(happenedBy) }),
  ].filter((one) => one !== undefined);
  return told.length === 0 ? null : <p class="label">{told.join(' · ')}</p>;
}

interface IntroductionPageProps extends Omit<IntroductionProps, 'back'> {
  /** The best first. */
  readonly substitutes: readonly Substitute[];
}

/** One introduction, to be changed: kept, taken apart, or with somebody else as the giver. */
export function IntroductionPage({ language, meetup, named, nameOf, substitutes }: IntroductionPageProps): VNode {
  const { introduction, giver, asker } = named;
  const path = `/meetups/${meetup.id}/introductions/${introduction.id}`;
  return (
    <MeetupFrame language={language} meetup={meetup} here="plan" title={message(language, 'meetup.plan.line', { giver, asker })}>
      <BothWords language={language} introduction={introduction} giver={giver} asker={asker} />
      <Changes language={language} introduction={introduction} nameOf={nameOf} />
      {introduction.happenedBy === null && (
        <>
          <form method="post" action={path}>
            <button type="submit" name="action" value={introduction.lockedBy === null ? 'lock' : 'unlock'} class="quiet">
              {message(language, introduction.lockedBy === null ? 'meetup.plan.lock' : 'meetup.plan.unlock')}
            </button>
            <button type="submit" name="action" value="happened" class="quiet">
              {message(language, 'meetup.plan.happened')}
            </button>
          </form>
          <h2>{message(language, 'plan.entry.swap', { name: giver })}</h2>
          {substitutes.length === 0 ? <Empty>{message(language, 'plan.entry.swap.none')}</Empty> : <p>{message(language, 'plan.entry.swap.lead')}</p>}
          {substitutes.map(({ giverId, name, offer }) => (
            <article>
              <p class="label">{message(language, 'meetup.plan.offers', { name })}</p>
              <Voice text={offer} language={null} />
              <form method="post" action={path}>
                <input type="hidden" name="giverId" value={giverId} />
                <button type="submit" name="action" value="swap" class="quiet">
                  {message(language, 'plan.entry.choose', { name })}
                </button>
              </form>
            </article>
          ))}
          <h2>{message(language, 'meetup.plan.forbid')}</h2>
          <p>{message(language, 'plan.entry.forbid.lead')}</p>
          <form method="post" action={path}>
            <button type="submit" name="action" value="forbid" class="quiet">
              {message(language, 'meetup.plan.forbid')}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={`/meetups/${meetup.id}/plan`}>{message(language, 'evening.plan.see')}</a>
      </p>
    </MeetupFrame>
  );
}
