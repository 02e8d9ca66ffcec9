import { fold, type Language } from '../engine/engine.js';

const GERMAN_ENDINGS = /(?<=\p{L})(?:\((in|r)\)|[/:*_]-?(in|r))(?!\p{L})/gu;
const GERMAN_MEN_AND_WOMEN = /(\p{L}+)mann\/-?frau(?!\p{L})/giu;
const SPANISH_ENDINGS = /(\p{L}{3,})(?:\(a\)|\/-?a)(?!\p{L})/gu;
/** Not the slash of "Import-/Exporthandel", where half a compound is left out. */
const SLASH = /(?<![-\s])\s*\/\s*(?!-)/u;
const NOTE = /\s*\([^()]*\)/gu;

const SHORTEST_STEM = 3;
/** How many letters two forms of a word may differ in at the end, as in "Kaufmann" and "Kauffrau". */
const LONGEST_ENDING = 5;

export interface LabelForms {
  /** Empty when nothing but a note in parentheses was written. */
  readonly forms: readonly string[];
  /** What stood in parentheses. */
  readonly notes: readonly string[];
}

/**
 * A label as lists of occupations write it, as people say it: "Schweißer/Schweißerin" and "Schweißer/in" give both words, notes in parentheses are left out.
 * A slash between different things ("UI/UX designer") stays.
 */
export function labelForms(label: string, language: Language): LabelForms {
  const written = label
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/^[ /]+|[ /]+$/gu, '');
  const notes: string[] = [];
  const forms = endingsOf(written, language).flatMap((form) => pairOf(form.replace(NOTE, (note) => (notes.push(note.trim()), ''))));
  return { forms: [...new Set(forms.map((form) => form.replace(/\s+/gu, ' ').trim()).filter(Boolean))], notes: [...new Set(notes)] };
}

/** "Ausbilder/in", "Angestellte(r)", "Kaufmann/-frau", "ingeniero/a": the form of men, then that of women. */
function endingsOf(label: string, language: Language): string[] {
  const ofMen = (text: string): string => text.replace(GERMAN_ENDINGS, (_, inside?: string, outside?: string) => ((inside ?? outside) === 'r' ? 'r' : '')).replace(GERMAN_MEN_AND_WOMEN, '$1mann');
  const ofWomen = (text: string): string => text.replace(GERMAN_ENDINGS, (_, inside?: string, outside?: string) => ((inside ?? outside) === 'in' ? 'in' : '')).replace(GERMAN_MEN_AND_WOMEN, '$1frau');
  if (language === 'de') return [ofMen(label), ofWomen(label)];
  if (language === 'es') return [label.replace(SPANISH_ENDINGS, '$1'), label.replace(SPANISH_ENDINGS, (_, word: string) => `${word.replace(/o$/u, '')}a`)];
  return [label];
}

/** "Leiter einer Küche/Leiterin einer Küche" and "técnico/técnica de sonido": both in full. */
function pairOf(label: string): string[] {
  const parts = label.split(SLASH).map((part) => part.trim().split(' '));
  const [left, right, ...more] = parts;
  if (left === undefined || right === undefined) return [label];
  const written = parts.map((words) => words.join(' '));
  const sameStart = parts.every((words) => alike(left[0]!, words[0]!));
  if (more.length > 0) return sameStart ? written : [label];
  if (sameStart && (left.length > 1 || right.length === 1)) return written;
  // One word was doubled inside a longer label: what stands around it belongs to both.
  if (alike(left.at(-1)!, right[0]!)) return [[...left, ...right.slice(1)].join(' '), [...left.slice(0, -1), ...right].join(' ')];
  return [label];
}

/** Whether two words may be forms of one: they part only near the end. */
function alike(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared >= SHORTEST_STEM && Math.max(a.length, b.length) - shared <= LONGEST_ENDING;
}
