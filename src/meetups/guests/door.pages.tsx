import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { FormFaults } from '../../http/form.js';
import type { Meetup } from '../meetup.js';
import type { Guest, GuestState } from './guest.js';

interface DoorPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly guests: readonly Guest[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: FormFaults;
}

/** Who is expected stands first. */
const ORDER: readonly GuestState[] = ['invited', 'arrived', 'away'];

/** Held in a hand at the door: one press for each guest. */
export function DoorPage({ language, meetup, guests, typed = {}, faults = {} }: DoorPageProps): VNode {
  const title = message(language, 'door.title');
  /** Who hears the page instead of seeing it must know whose button it is. */
  const of = (key: 'door.arrived' | 'door.away' | 'door.undo', name: string): string => `${message(language, key)}: ${name}`;
  const sorted = [...guests].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name, language));
  return (
    <Layout language={language} title={`${title} · ${meetup.title}`} audience="organizer" here="/meetups">
      <main>
        <h1>{title}</h1>
        <p class="lead">
          <a href={`/meetups/${meetup.id}`}>{meetup.title}</a>
        </p>
        {sorted.map(({ id, name, state }) => (
          <article id={id}>
            <strong>{name}</strong> <span class="label">{message(language, `door.state.${state}`)}</span>
            <form method="post" action={`/meetups/${meetup.id}/door/${id}`}>
              {state === 'invited' ? (
                <>
                  <button type="submit" name="state" value="arrived" aria-label={of('door.arrived', name)}>
                    {message(language, 'door.arrived')}
                  </button>
                  <button type="submit" name="state" value="away" class="quiet" aria-label={of('door.away', name)}>
                    {message(language, 'door.away')}
                  </button>
                </>
              ) : (
                <button type="submit" name="state" value="invited" class="quiet" aria-label={of('door.undo', name)}>
                  {message(language, 'door.undo')}
                </button>
              )}
            </form>
          </article>
        ))}
        <h2>{message(language, 'door.late')}</h2>
        <form method="post" action={`/meetups/${meetup.id}/door`}>
          <Field language={language} name="name" label={message(language, 'door.name')} value={typed['name']} fault={faults['name']} required />
          <Field language={language} name="ask" label={message(language, 'door.asks')} value={typed['ask']} fault={faults['ask']} />
          <Field language={language} name="offer" label={message(language, 'door.offers')} value={typed['offer']} fault={faults['offer']} />
          <button type="submit">{message(language, 'door.add')}</button>
        </form>
      </main>
    </Layout>
  );
}
