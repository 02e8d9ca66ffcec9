import { fold } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { GUEST_FIELDS, type GuestField } from './guest-fields.js';
import { recognizeShape, type KnownShapeName } from './known-shapes.js';

/** Which column holds what: positions from 0. */
export type ColumnMapping = Readonly<Partial<Record<GuestField, number>>>;

/** What an organizer says: the header of a column, or its number as a spreadsheet counts it, from 1. */
export type ToldColumns = Readonly<Partial<Record<GuestField, string | number>>>;

export interface RecognizedColumns {
  readonly mapping: ColumnMapping;
  readonly shape: KnownShapeName | undefined;
  /** Columns with personal facts that Gern never takes, by position. */
  readonly refused: readonly number[];
  /** Fields that two columns of the same header claim, with the positions of both. */
  readonly doubled: readonly { readonly field: GuestField; readonly columns: readonly [number, number] }[];
}

/** Headers as organizers' forms write them, folded, in the order in which columns are given away. */
const HEADERS: readonly (readonly [GuestField, RegExp])[] = [
  ['consent', /einverstand|einwillig|zustimm|consent|i agree|acepto|de acuerdo/u],
  ['email', /e-?mail|correo|mail/u],
  ['ask', /looking for|look for|ich suche|^suche|busc[oa]|que necesitas|need|^ask|was suchst|gesucht|wunsch/u],
  ['offer', /i offer|you offer|^offer|ich biete|^biete|ofre[cz]|what can you|was bietest|^angebot|kannst du (?:bieten|anbieten)/u],
  ['givenName', /^vorname\b|^first[ _]?name|^given[ _]?name|^nombre de pila/u],
  ['familyName', /^nachname|^familienname|^last[ _]?name|^surname|^family[ _]?name|^apellido/u],
  ['name', /^name|^nombre|full name|your name|(?:dein|ihr) name|tu nombre|vorname|first name|attendee|teilnehm|guest|gast|asistente|invitad/u],
  ['company', /^(?:firma|company|unternehmen|organi[sz]ation|empresa|arbeitgeber|betrieb)\b/u],
  ['day', /^(?:ankunft|anreise|arrival|llegada)|which day|welchem tag|welcher tag|que dia/u],
];

/** Special categories and dates of birth: nobody needs them to introduce two people. */
const REFUSED =
  /\b(?:age|alter|edad|birth\w*|born|geburt\w*|jahrgang|nacimiento|ano de nacimiento)\b|geburtsdatum|diet|allerg|alergi|unvertraglich|intoleran|vegan|vegetari|ernahrung|essenswunsch|aliment|health|gesundheit|\bsalud|disab|behinder|discapac|krank|religio|\bfaith\b|glaube|konfession|creencia/u;

/**
 * Finds the columns: those the organizer told first, then those of a known shape, then those whose header says it.
 * @throws unreadable-file where a told column is not there
 */
export function recognizeColumns(headers: readonly string[], told: ToldColumns): RecognizedColumns {
  const folded = headers.map((header) => fold(header.trim()).replace(/\s+/gu, ' '));
  const saysWhatIsSought = (header: string): boolean => HEADERS.some(([field, pattern]) => (field === 'ask' || field === 'offer') && pattern.test(header));
  const refused = folded.flatMap((header, at) => (REFUSED.test(header) && !saysWhatIsSought(header) ? [at] : []));
  const mapping: Partial<Record<GuestField, number>> = {};
  const taken = new Set<number>(refused);
  const take = (field: GuestField, at: number): void => {
    if (at < 0 || taken.has(at) || mapping[field] !== undefined) return;
    mapping[field] = at;
    taken.add(at);
  };
  for (const field of GUEST_FIELDS) if (told[field] !== undefined) take(field, positionOf(told[field], headers, folded));
  const shape = recognizeShape(folded);
  for (const [field, at] of shape?.columns ?? []) if (told[field] === undefined) take(field, at);
  for (const [field, pattern] of HEADERS)
    if (told[field] === undefined && shape?.lacks(field) !== true)
      take(
        field,
        folded.findIndex((header, at) => !taken.has(at) && pattern.test(header)),
      );
  // A lone first name is the name.
  if (mapping.name === undefined && mapping.givenName !== undefined && mapping.familyName === undefined) {
    mapping.name = mapping.givenName;
    delete mapping.givenName;
  }
  return { mapping, shape: shape?.name, refused, doubled: doubledColumns(mapping, folded, told) };
}

function positionOf(told: string | number, headers: readonly string[], folded: readonly string[]): number {
  const at = typeof told === 'number' ? told - 1 : folded.indexOf(fold(told.trim()).replace(/\s+/gu, ' '));
  if (headers[at] === undefined) throw new DomainError('unreadable-file', `There is no column "${told}". The file has: ${headers.join(' | ')}`);
  return at;
}

function doubledColumns(mapping: ColumnMapping, folded: readonly string[], told: ToldColumns): RecognizedColumns['doubled'] {
  return (['name', 'givenName', 'familyName', 'email', 'ask', 'offer', 'consent'] as const).flatMap((field) => {
    const at = mapping[field];
    // A column told by its number is meant; told by a header that stands there twice it is not.
    if (at === undefined || typeof told[field] === 'number') return [];
    const other = folded.indexOf(folded[at]!, at + 1);
    return other < 0 ? [] : [{ field, columns: [at, other] as const }];
  });
}
