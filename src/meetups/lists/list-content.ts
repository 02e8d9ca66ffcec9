import type { Envelope } from '../../communities/correspondence.service.js';
import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import { quote } from '../../introductions/reason.js';
import { firstName } from '../../members/member.js';
import { instantOf, whenText, type Meetup } from '../meetup.js';
import type { Guest } from '../guests/guest.js';
import type { ListedGuest, ListedIntroduction } from '../intro-list.js';
import type { introListMail, ListedPerson } from '../mails/intro-list.mail.js';
import { withoutContact } from '../paper/without-contact.js';

type Content = Pick<Parameters<typeof introListMail>[0], 'name' | 'title' | 'place' | 'whenText' | 'give' | 'receive'>;

/** One list a guest and meetup, ever; worth carrying until the evening is over. */
export function envelopeOf(meetup: Meetup, { id }: Pick<Guest, 'id'>): Envelope {
  return { key: `intro-list:${meetup.id}:${id}`, kind: 'intro-list', category: 'meetups', about: meetup.id, validUntil: instantOf(meetup.endsAt, meetup.timeZone).toISOString() };
}

/** The list as its reader sees it. Contact data that somebody wrote into a text stays out of it (P3). */
export function contentOf(meetup: Meetup, guest: Guest, { give, receive }: ListedGuest, language: Language): Content {
  const clean = (text: string): string => withoutContact(text, message(language, 'paper.contact'));
  const person =
    (side: 'ask' | 'offer') =>
    (one: ListedIntroduction): ListedPerson => ({
      name: clean(one.name),
      words: clean(one[side]),
      phrase: clean(quote(one[side], one.matched[side])),
      reason: clean(one.reason),
    });
  return { name: clean(firstName(guest)), title: meetup.title, place: meetup.place ?? '', whenText: whenText(meetup, language), give: give.map(person('ask')), receive: receive.map(person('offer')) };
}
