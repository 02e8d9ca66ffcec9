import type { ComponentChildren, VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout, type Audience } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import { Empty, Voice } from '../../html/parts.js';
import { whenText, type Meetup } from '../meetup.js';
import type { OwnIntroduction, OwnList } from './afterwards.service.js';

interface OwnListProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly list: OwnList;
  /** Path of the page. */
  readonly path: string;
  /** End of each address, so that the link of a mail stays good. */
  readonly keyQuery: string;
}

interface OwnListPageProps extends Omit<OwnListProps, 'list' | 'path'> {
  /** Undefined for a member who is no guest yet. */
  readonly list: OwnList | undefined;
  readonly isOver: boolean;
}

/** A member's own page of a meetup: coming or not, whom to meet, and afterwards what came of it. */
export function OwnListPage({ language, meetup, list, isOver, keyQuery }: OwnListPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  const path = `/meetups/${meetup.id}/me`;
  return (
    <Frame language={language} meetup={meetup} audience="member">
      {!isOver && (
        <>
          {list && <p>{t('me.attending')}</p>}
          <form method="post" action={`${path}${keyQuery}`}>
            <button type="submit" name="coming" value={list ? 'no' : 'yes'} class={list ? 'quiet' : undefined}>
              {t(list ? 'me.leave' : 'me.attend')}
            </button>
          </form>
        </>
      )}
      {list && <Lists language={language} meetup={meetup} list={list} path={path} keyQuery={keyQuery} />}
      {list && isOver && (
        <form method="post" action={`${path}/introduce-rest`}>
          <p>{t('me.rest.lead')}</p>
          <button type="submit">{t('me.rest')}</button>
        </form>
      )}
    </Frame>
  );
}

interface GuestListPageProps extends Omit<OwnListProps, 'keyQuery'> {
  readonly communityName: string;
  /** Whether the guest said that they would like to join. */
  readonly joins: boolean;
  /** Day on which all of it is deleted, written in the reader's language. */
  readonly deletedOn: string;
}

/** The page of a guest without an account, by the link of their list's mail. */
export function GuestListPage({ language, meetup, list, path, communityName, joins, deletedOn }: GuestListPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key, { community: communityName, day: deletedOn });
  return (
    <Frame language={language} meetup={meetup} audience="visitor">
      <Lists language={language} meetup={meetup} list={list} path={path} keyQuery="" />
      {list.isOver && !joins && (
        <form method="post" action={`${path}/join`}>
          <p>{t('own.guest.rest.lead')}</p>
          <button type="submit">{t('own.guest.rest')}</button>
        </form>
      )}
      {joins && (
        <p class="notice">
          <span>
            {t('own.guest.joins')} <a href="/join">{t('own.guest.join')}</a>
          </span>
        </p>
      )}
      {!joins && <p class="label">{t('own.kept')}</p>}
    </Frame>
  );
}

function Frame({ language, meetup, audience, children }: { readonly language: Language; readonly meetup: Meetup; readonly audience: Audience; readonly children: ComponentChildren }): VNode {
  return (
    <Layout language={language} title={meetup.title} audience={audience} here="/meetups">
      <main>
        <h1>{meetup.title}</h1>
        <p class="lead">{[whenText(meetup, language), meetup.place].filter(Boolean).join(' · ')}</p>
        {children}
      </main>
    </Layout>
  );
}

/** Whom to help, then who can help (P1); afterwards with what came of each. */
function Lists({ language, list, path, keyQuery }: OwnListProps): VNode {
  const isEmpty = list.give.length + list.receive.length === 0;
  const sections = [
    ['me.give', list.give],
    ['me.receive', list.receive],
  ] as const;
  return (
    <>
      {list.isOver && !isEmpty && (
        <>
          <h2>{message(language, 'own.afterwards')}</h2>
          <p>{message(language, 'own.afterwards.lead')}</p>
        </>
      )}
      {isEmpty && <Empty>{message(language, 'me.nobody')}</Empty>}
      {sections.map(
        ([title, people]) =>
          people.length > 0 && (
            <>
              <h2>{message(language, title)}</h2>
              {people.map((one) => (
                <Person language={language} one={one} side={title} action={list.isOver ? `${path}/${one.otherId}${keyQuery}` : undefined} />
              ))}
            </>
          ),
      )}
      {!list.isOver && !isEmpty && (
        <p>
          <a class="press" href={`${path}/evening.ics${keyQuery}`}>
            {message(language, 'own.calendar')}
          </a>
        </p>
      )}
    </>
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
  const isGift = side === 'me.give';
  const told = met !== null && message(language, 'me.told', { met: met ? 'yes' : 'no', helped: helped ? 'yes' : 'no' });
  return (
    <article class={isGift ? 'give' : undefined}>
      <h3 class="whom">{name}</h3>
      <p class="label">{message(language, isGift ? 'meetup.plan.seeks' : 'meetup.plan.offers', { name })}</p>
      <Voice text={isGift ? ask : offer} language={null} />
      {action !== undefined && !told && <Outcomes language={language} action={action} name={name} />}
      {told && <p>{told}</p>}
      {action !== undefined && told && (
        <details>
          <summary>{message(language, 'own.correct')}</summary>
          <Outcomes language={language} action={action} name={name} />
        </details>
      )}
    </article>
  );
}

function Outcomes({ language, action, name }: { readonly language: Language; readonly action: string; readonly name: string }): VNode {
  return (
    <form method="post" action={action}>
      {(['helped', 'met', 'missed'] as const).map((what) => (
        <button type="submit" name="what" value={what} class="quiet">
          {message(language, `me.${what}`)}
          <span class="unseen">{` (${name})`}</span>
        </button>
      ))}
    </form>
  );
}
