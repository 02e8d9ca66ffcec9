import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Field } from '../html/field.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Empty } from '../html/parts.js';
import type { FormFaults } from '../http/form.js';
import { isOver, whenText, type Meetup } from './meetup.js';

interface MeetupsPageProps {
  readonly language: Language;
  /** The latest first. */
  readonly meetups: readonly Meetup[];
  readonly now: Date;
  readonly organizes: boolean;
  /** What was typed, and what is wrong with it. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: FormFaults;
  /** What is wrong with the times, as a sentence. */
  readonly problem?: string | undefined;
}

/** The meetups of a community, the latest first; for organizers with a form for a new one. */
export function MeetupsPage({ language, meetups, now, organizes, typed = {}, faults = {}, problem }: MeetupsPageProps): VNode {
  const title = message(language, 'meetups.title');
  // The next one stands first, of those that are over the last.
  const upcoming = meetups.filter((meetup) => !isOver(meetup, now)).reverse();
  const past = meetups.filter((meetup) => isOver(meetup, now));
  return (
    <Layout language={language} title={title} audience={organizes ? 'organizer' : 'member'} here="/meetups">
      <main>
        <h1>{title}</h1>
        {meetups.length === 0 && <Empty>{message(language, 'meetups.none')}</Empty>}
        {upcoming.map((meetup) => (
          <MeetupCard language={language} meetup={meetup} organizes={organizes} />
        ))}
        {past.length > 0 && <h2>{message(language, 'meetups.past')}</h2>}
        {past.map((meetup) => (
          <MeetupCard language={language} meetup={meetup} organizes={organizes} />
        ))}
        {organizes && (
          <>
            <h2>{message(language, 'meetups.new')}</h2>
            {problem !== undefined && <p class="fault">{problem}</p>}
            <form method="post" action="/meetups">
              <Field language={language} name="title" label={message(language, 'meetups.field.title')} value={typed['title']} fault={faults['title']} required />
              <Field language={language} name="place" label={message(language, 'meetups.field.place')} value={typed['place']} fault={faults['place']} />
              {(['startsAt', 'endsAt'] as const).map((name) => (
                <label>
                  {message(language, name === 'startsAt' ? 'meetups.field.starts' : 'meetups.field.ends')}
                  <input type="datetime-local" name={name} value={typed[name]} required aria-invalid={faults[name] && true} />
                </label>
              ))}
              <label>
                {message(language, 'meetups.field.per-guest')}
                <input type="number" name="perGuest" value={typed['perGuest'] ?? '3'} min="1" max="20" required />
              </label>
              <button type="submit">{message(language, 'meetups.create')}</button>
            </form>
          </>
        )}
      </main>
    </Layout>
  );
}

function MeetupCard({ language, meetup, organizes }: { readonly language: Language; readonly meetup: Meetup; readonly organizes: boolean }): VNode {
  return (
    <article>
      <h2>
        <a href={organizes ? `/meetups/${meetup.id}` : `/meetups/${meetup.id}/me`}>{meetup.title}</a>
      </h2>
      <p>{[whenText(meetup, language), meetup.place].filter(Boolean).join(' · ')}</p>
      {organizes && (
        <p class="label">
          <a class="press" href={`/meetups/${meetup.id}/me`} aria-label={`${message(language, 'meetups.mine')}: ${meetup.title}`}>
            {message(language, 'meetups.mine')}
          </a>
        </p>
      )}
    </article>
  );
}
