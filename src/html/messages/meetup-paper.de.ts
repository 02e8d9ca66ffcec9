import type { meetupPaperEn } from './meetup-paper.en.js';

export const meetupPaperDe: Record<keyof typeof meetupPaperEn, string> = {
  'paper.host.programme': 'Wer wann mit wem',
  'paper.card.programme': 'Dein Abend',
  'paper.card.round': 'Runde {number}, Minute {starts}–{ends}: {name}',
  'paper.card.tables': '{count, plural, one {Dein Tisch: {seats}} other {Deine Tische, Runde für Runde: {seats}}}',
  'meetup.paper.seats': 'Plätze an einem Tisch',
  'meetup.paper.tables': 'Mit Tischen drucken',
};
