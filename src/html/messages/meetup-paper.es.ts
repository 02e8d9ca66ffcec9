import type { meetupPaperEn } from './meetup-paper.en.js';

export const meetupPaperEs: Record<keyof typeof meetupPaperEn, string> = {
  'paper.host.programme': 'Quién con quién, y cuándo',
  'paper.card.programme': 'Tu recorrido',
  'paper.card.round': 'Ronda {number}, minutos {starts}–{ends}: {name}',
  'paper.card.tables': '{count, plural, one {Tu mesa: {seats}} other {Tus mesas, ronda a ronda: {seats}}}',
  'meetup.paper.seats': 'Sitios por mesa',
  'meetup.paper.tables': 'Imprimir con mesas',
};
