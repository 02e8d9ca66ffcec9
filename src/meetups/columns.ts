import { fold } from '../engine/engine.js';

export const COLUMNS = ['name', 'email', 'ask', 'offer'] as const;
export type Column = (typeof COLUMNS)[number];

/** Headers as organizers' forms write them, folded; the first that fits a header by its beginning or inside wins. */
const HEADERS: Readonly<Record<Column, RegExp>> = {
  email: /e-?mail|correo|mail/u,
  ask: /looking for|look for|ich suche|^suche|busc[oa]|que necesitas|need|^ask|was suchst|gesucht|wunsch/u,
  offer: /i offer|you offer|^offer|ich biete|^biete|ofre[cz]|what can you|was bietest|^angebot|kannst du (?:bieten|anbieten)/u,
  name: /^name|^nombre|full name|vorname|first name|attendee|teilnehm|guest|gast|asistente|invitad/u,
};

/** Which of the headers holds which column, by position; columns that are not found are missing. */
export function recognizeColumns(headers: readonly string[], told: Partial<Record<Column, string>>): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  const take = (column: Column, at: number): void => {
    if (at < 0 || taken.has(at)) return;
    found[column] = at;
    taken.add(at);
  };
  for (const column of COLUMNS)
    if (told[column] !== undefined)
      take(
        column,
        headers.findIndex((header) => fold(header.trim()) === fold(told[column]!.trim())),
      );
  for (const column of Object.keys(HEADERS) as Column[]) {
    if (found[column] !== undefined || told[column] !== undefined) continue;
    take(
      column,
      headers.findIndex((header, at) => !taken.has(at) && HEADERS[column].test(fold(header.trim()))),
    );
  }
  return found;
}
