import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import type { MeetupSheet } from './meetup-sheet.js';
import { placesOf } from './places.js';

/** A guest's way through the evening, as it stands on the card: a line for each talk, and one for all tables. */
export function placeTexts(sheet: Pick<MeetupSheet, 'programme'>, guest: string, language: Language): string[] {
  const { talks, tables } = placesOf(sheet, guest);
  return [
    ...talks.map((talk) => message(language, 'paper.card.round', { ...talk })),
    ...(tables.length === 0 ? [] : [message(language, 'paper.card.tables', { count: tables.length, seats: tables.join(', ') })]),
  ];
}
