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
  if (LONE_SURROGATE.test(text)) return forbidden(text, LONE_SURROGATE, 'half of a character (a lone surrogate)');
  if (BIDI_CONTROL.test(text)) return forbidden(text, BIDI_CONTROL, 'an invisible character that changes the direction of writing');
  if (CONTROL.test(text)) return forbidden(text, CONTROL, 'a control character');
  if (!lines && LINE_BREAK.test(text)) return forbidden(text, LINE_BREAK, 'a line break');
  if (!VISIBLE.test(text)) return { code: 'required', detail: 'Please write something: there is nothing to see in this text.' };
  const length = [...text].length;
  if (length < min) return { code: 'too-short', detail: `Please write at least ${min} characters; these are ${length}.` };
  if (length > max) return { code: 'too-long', detail: `${length - max} of ${length} characters too many; ${max} fit.` };
  if (PILED_MARKS.test(text) || Buffer.byteLength(text) > max * BYTES_PER_CHARACTER)
    return { code: 'unreadable-text', detail: 'Some letters carry so many marks that nobody can read them. Please take them off.' };
  return undefined;
}

function forbidden(text: string, pattern: RegExp, what: string): TextFault {
  const at = text.search(pattern);
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'forbidden-character', detail: `Character ${at + 1} is ${what} (U+${code}). Please take it out.` };
}
