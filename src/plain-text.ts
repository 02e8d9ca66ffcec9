import type { ProblemCode } from './errors.js';

/** What is wrong with a text that a person wrote, or undefined. */
export interface TextFault {
  readonly code: ProblemCode;
  readonly detail: string;
}

export interface TextRule {
  /** Shortest and longest length in characters (Unicode code points) after trimming. */
  readonly min: number;
  readonly max: number;
  /** Whether line breaks are allowed. */
  readonly lines: boolean;
}

const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;
const LINE_BREAK = /[\n\r\u2028\u2029]/u;
const VISIBLE = /[\p{L}\p{N}\p{S}\p{P}]/u;
const PILED_MARKS = /\p{M}{5,}/u;
/** A text may need at most this many bytes a character: emoji with all their parts, but no towers of marks. */
const BYTES_PER_CHARACTER = 8;

/** The form in which texts are stored: NFC, line ends as LF, no space around. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}

/** Checks a text in its stored form. */
export function textFault(text: string, { min, max, lines }: TextRule): TextFault | undefined {
  const forbidden = forbiddenCharacter(text, lines);
  if (forbidden) return { code: 'forbidden-character', detail: `Character ${forbidden.position} is ${forbidden.what} (${forbidden.sign}). Please take it out.` };
  if (!VISIBLE.test(text)) return { code: 'required', detail: 'Please write something: there is nothing to see in this text.' };
  const length = [...text].length;
  if (length < min) return { code: 'too-short', detail: `Please write at least ${min} characters; these are ${length}.` };
  if (length > max) return { code: 'too-long', detail: `${length - max} of ${length} characters too many; ${max} fit.` };
  if (PILED_MARKS.test(text) || Buffer.byteLength(text) > max * BYTES_PER_CHARACTER)
    return { code: 'unreadable-text', detail: 'Some letters carry so many marks that nobody can read them. Please take them off.' };
  return undefined;
}

export interface ForbiddenCharacter {
  /** From 1, in UTF-16 units. */
  readonly position: number;
  /** Such as U+202E. */
  readonly sign: string;
  readonly what: string;
}

/** The first character that no text may hold, with its place. */
export function forbiddenCharacter(text: string, lines: boolean): ForbiddenCharacter | undefined {
  const kinds = [
    [LONE_SURROGATE, 'half of a character (a lone surrogate)'],
    [BIDI_CONTROL, 'an invisible character that changes the direction of writing'],
    [CONTROL, 'a control character'],
    ...(lines ? [] : [[LINE_BREAK, 'a line break'] as const]),
  ] as const;
  for (const [pattern, what] of kinds) {
    const at = text.search(pattern);
    if (at >= 0) return { position: at + 1, sign: `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`, what };
  }
  return undefined;
}
