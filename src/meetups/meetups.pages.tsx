import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Field } from '../html/field.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { FormFaults } from '../http/form.js';
import { whenText, type Meetup } from './meetup.js';

interface MeetupsPageProps {
  readonly language: Language;
  readonly meetups: readonly Meetup[];
  readonly organizes: boolean;
  /** What was typed, and what is wrong with it. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: FormFaults;
  /** What is wrong with the times, as a sentence. */
  readonly problem?: string | undefined;
}

/** The meetups of a community, the latest first; for organizers with a form for a new one. */
export function MeetupsPage({ language, meetups, organizes, typed = {}, faults = {}, problem }: MeetupsPageProps): VNode {
  const title = message(language, 'meetups.title');
  return (
    <Layout language={language} title={title} audience={organizes ? 'organizer' : 'member'} here="/meetups">
      <main>
        <h1>{title}</h1>
        {meetups.length === 0 && <p class="silence">{message(language, 'meetups.none')}</p>}
        {meetups.map((meetup) => (
          <article>
            <h2>{meetup.title}</h2>
            <p class="label">{[whenText(meetup, language), meetup.place].filter(Boolean).join(' · ')}</p>
            <a class="press" href={`/meetups/${meetup.id}/me`}>
              {message(language, 'meetups.mine')}
            </a>{' '}
            {organizes && (
              <a class="press" href={`/meetups/${meetup.id}`}>
                {message(language, 'meetups.organize')}
              </a>
            )}
          </article>
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
