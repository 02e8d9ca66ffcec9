import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import { whenText, type Meetup } from '../meetup.js';
import type { OwnIntroduction, OwnList } from './afterwards.service.js';

interface OwnListPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  /** Undefined for a member who is no guest yet. */
  readonly list: OwnList | undefined;
  readonly isOver: boolean;
  /** End of a form's address, so that the link of a mail stays good. */
  readonly keyQuery: string;
}

/** A member's own page of a meetup: coming or not, whom to meet, and afterwards what came of it. */
export function OwnListPage({ language, meetup, list, isOver, keyQuery }: OwnListPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  const path = `/meetups/${meetup.id}/me`;
  const section = (title: 'me.give' | 'me.receive', people: readonly OwnIntroduction[]): VNode => (
    <>
      <h2>{t(title)}</h2>
      {people.length === 0 && <p class="silence">{t('me.nobody')}</p>}
      {people.map((one) => (
        <Person language={language} one={one} side={title} action={isOver ? `${path}/${one.otherId}${keyQuery}` : undefined} />
      ))}
    </>
  );
  return (
    <Layout language={language} title={meetup.title} audience="member" here="/meetups">
      <main>
        <h1>{meetup.title}</h1>
        <p class="lead">{[whenText(meetup, language), meetup.place].filter(Boolean).join(' · ')}</p>
        {list && section('me.give', list.give)}
        {list && section('me.receive', list.receive)}
        {list && isOver && (
          <form method="post" action={`${path}/introduce-rest`}>
            <p>{t('me.rest.lead')}</p>
            <button type="submit">{t('me.rest')}</button>
          </form>
        )}
        {!isOver && list && <p>{t('me.attending')}</p>}
        {!isOver && (
          <form method="post" action={`${path}${keyQuery}`}>
            <button type="submit" name="coming" value={list ? 'no' : 'yes'} class={list ? 'quiet' : undefined}>
              {t(list ? 'me.leave' : 'me.attend')}
            </button>
          </form>
        )}
      </main>
    </Layout>
  );
}

interface PersonProps {
  readonly language: Language;
  readonly one: OwnIntroduction;
  readonly side: 'me.give' | 'me.receive';
  /** Where to tell what came of it; undefined before the evening. */
  readonly action: string | undefined;
}

function Person({ language, one: { name, ask, offer, met, helped }, side, action }: PersonProps): VNode {
  return (
    <article>
      <h3>{name}</h3>
      <p class="label">{message(language, side === 'me.give' ? 'meetup.plan.seeks' : 'meetup.plan.offers', { name })}</p>
      <blockquote>{side === 'me.give' ? ask : offer}</blockquote>
      {met !== null && <p>{message(language, 'me.told', { met: met ? 'yes' : 'no', helped: helped ? 'yes' : 'no' })}</p>}
      {action !== undefined && met === null && (
        <form method="post" action={action}>
          {(['helped', 'met', 'missed'] as const).map((what) => (
            <button type="submit" name="what" value={what} class="quiet">
              {message(language, `me.${what}`)}
            </button>
          ))}
        </form>
      )}
    </article>
  );
}
