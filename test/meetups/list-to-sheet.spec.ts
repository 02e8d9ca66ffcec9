import type { Attendee } from '../../src/meetups/attendees.js';
import type { IntroList, ListedIntroduction } from '../../src/meetups/intro-list.js';
import { sheetOfIntroList } from '../../src/meetups/list-to-sheet.js';

const attendee = (name: string, email: string, asks: string[], offers: string[]): Attendee => ({ name, email, asks, offers });
const hit = (other: Attendee, ask: string, offer: string, affinity: number): ListedIntroduction => ({
  name: other.name,
  email: other.email,
  ask,
  offer,
  affinity,
  reason: '',
  matched: { ask: [], offer: [] },
});

const rosa = attendee('Rosa Pellegrini', 'rosa@example.org', ['A logo for my supper club', 'Tax advice, call +34 600 123 456'], ['Dinner']);
const lena = attendee('Lena Vogt', 'lena@example.org', ['Hundesitting'], ['Logos']);
const otherLena = attendee('Lena Vogt', 'lena2@example.org', ['Dinner in company'], ['Hundesitting']);
const nameless = attendee('someone@example.org', 'someone@example.org', ['Tax advice'], []);
const attendees = [rosa, lena, otherLena, nameless];
const list: IntroList = {
  guests: [
    { name: rosa.name, email: rosa.email, give: [hit(otherLena, 'Dinner in company', 'Dinner', 0.6)], receive: [hit(lena, rosa.asks[0]!, 'Logos', 0.9)] },
    { name: lena.name, email: lena.email, give: [hit(rosa, rosa.asks[0]!, 'Logos', 0.9)], receive: [hit(otherLena, 'Hundesitting', 'Hundesitting', 0.8)] },
    { name: otherLena.name, email: otherLena.email, give: [hit(lena, 'Hundesitting', 'Hundesitting', 0.8)], receive: [hit(rosa, 'Dinner in company', 'Dinner', 0.6)] },
    { name: nameless.name, email: nameless.email, give: [], receive: [] },
  ],
  summary: { read: 4, merged: 0, skipped: 0, warnings: 0, introductions: 3, askers: 4, served: 3, unserved: [], proof: { optimal: true, servedGap: 0, gap: 0 } },
};
const sheet = sheetOfIntroList(
  list,
  attendees,
  { title: 'Spring', place: '', dateText: '', language: 'en' },
  { languageOf: () => 'de', topicOf: (ask) => (ask.startsWith('Tax') ? 'tax advice' : undefined) },
);

describe('an intro list on its way to paper', () => {
  test('each introduction once, the best first, with a sentence that names both and quotes both', () => {
    expect(sheet.introductions.map(({ giver, asker }) => `${giver} → ${asker}`)).toEqual(['Lena Vogt → Rosa Pellegrini', 'Lena Vogt (2) → Lena Vogt', 'Rosa Pellegrini → Lena Vogt (2)']);
    expect(sheet.introductions[0]!.sentence).toBe('Lena Vogt, this is Rosa, who is looking for “A logo for my supper club” – and you offer “Logos”.');
  });

  test('a third guest who has to do with both can introduce them', () => {
    expect(sheet.introductions[0]!.connector).toBe('Lena Vogt (2)');
  });

  test('every card is in its guest’s language', () => {
    expect(sheet.guests[1]!.give).toEqual([{ name: 'Rosa Pellegrini', reason: 'sucht „A logo for my supper club“ – du bietest „Logos“' }]);
  });

  test('what nobody serves is told, counted, and grouped into gaps', () => {
    expect(sheet.unanswered.map(({ guest }) => guest)).toEqual(['Rosa Pellegrini', 'Guest 4']);
    expect(sheet.coverage).toEqual({ asks: 5, answered: 3 });
    expect(sheet.gaps).toEqual([{ topic: 'tax advice', askers: 2 }]);
  });

  test('P3 no contact data: no address in place of a name, none within the words', () => {
    expect(JSON.stringify(sheet)).not.toMatch(/@|600/u);
    expect(sheet.unanswered[0]!.ask).toBe('Tax advice, call [contact left out]');
  });
});
