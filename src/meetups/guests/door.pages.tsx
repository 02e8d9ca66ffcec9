import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Field } from '../../html/field.js';
import { PageLinks, queryOf, SearchForm, type ListPage } from '../../html/long-list.js';
import { message } from '../../html/messages.js';
import { Notice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import type { Meetup } from '../meetup.js';
import { MeetupFrame } from '../meetup-frame.js';
import type { Guest, GuestState } from './guest.js';

export interface DoorPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly guests: ListPage<Guest>;
  readonly counts: Readonly<Record<GuestState, number>>;
  /** Whom the last press was about. */
  readonly noted?: Guest | undefined;
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: FormFaults;
}

/** Who is expected stands first. */
const ORDER: readonly GuestState[] = ['invited', 'arrived', 'away'];

/** In the order of a door: whoever may still come first, then by name. */
export function inDoorOrder(guests: readonly Guest[], language: Language): Guest[] {
  const names = new Intl.Collator(language);
  return [...guests].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || names.compare(a.name, b.name));
}

/** Held in a hand at the door: one press for each guest. */
export function DoorPage({ language, meetup, guests, counts, noted, typed = {}, faults = {} }: DoorPageProps): VNode {
  const path = `/meetups/${meetup.id}/door`;
  return (
    <MeetupFrame language={language} meetup={meetup} here="door" title={message(language, 'door.title')}>
      {noted && <Notice kind="success">{message(language, 'door.noted', { name: noted.name, state: noted.state })}</Notice>}
      <p class="label">{message(language, 'door.counts', counts)}</p>
      <SearchForm language={language} path={path} list={guests} label={message(language, 'door.search')} />
      <ul class="rows">
        {guests.entries.map((guest) => (
          <DoorRow language={language} guest={guest} action={`${path}/${guest.id}${guests.q === '' ? queryOf(guests) : ''}`} />
        ))}
      </ul>
      <PageLinks language={language} path={path} list={guests} />
      <h2>{message(language, 'door.late')}</h2>
      <form method="post" action={path}>
        <Field language={language} name="name" label={message(language, 'door.name')} value={typed['name']} fault={faults['name']} required />
        <Field language={language} name="ask" label={message(language, 'door.asks')} value={typed['ask']} fault={faults['ask']} />
        <Field language={language} name="offer" label={message(language, 'door.offers')} value={typed['offer']} fault={faults['offer']} />
        <div class="actions">
          <button type="submit">{message(language, 'door.add')}</button>
        </div>
      </form>
    </MeetupFrame>
  );
}

/** One guest with what one press says of them; who hears the page instead of seeing it must know whose button it is. */
function DoorRow({ language, guest: { id, name, state }, action }: { readonly language: Language; readonly guest: Guest; readonly action: string }): VNode {
  const presses =
    state === 'invited'
      ? ([
          ['arrived', 'door.arrived'],
          ['away', 'door.away'],
        ] as const)
      : ([['invited', 'door.undo']] as const);
  return (
    <li id={id} class="guest">
      <div>
        <strong>{name}</strong> {state !== 'invited' && <span class="label">{message(language, `door.state.${state}`)}</span>}
      </div>
      <form method="post" action={action}>
        {presses.map(([to, key]) => (
          <button type="submit" name="state" value={to} class={to === 'arrived' ? undefined : 'quiet'} aria-label={`${message(language, key)}: ${name}`}>
            {message(language, key)}
          </button>
        ))}
      </form>
    </li>
  );
}
