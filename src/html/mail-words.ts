import type { Language } from '../engine/engine.js';

const MARKS: Record<Language, readonly [string, string]> = { de: ['„', '“'], en: ['“', '”'], es: ['«', '»'] };
/** Header fields hold one line; anything that could break or hide one becomes a space. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** A first name that is longer would leave no room for what the mail is about. */
const LONGEST_NAME = 24;
/** Phones show about this much of a subject. */
const LONGEST_SUBJECT = 70;

/** Somebody's own words in the quotation marks of a language. */
export function quoted(language: Language, words: string): string {
  const [open, close] = MARKS[language];
  return `${open}${oneLine(words)}${close}`;
}

/** The text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ').trim();
}

/** At most `limit` characters (code points), cut between two words where there are two; what was cut is told by an ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const room = Math.max(limit - 1, 1);
  const end = characters.lastIndexOf(' ', room);
  const kept = characters.slice(0, end > 0 ? end : room).join('');
  return `${kept.replace(/[\s\p{P}]+$/u, '')}…`;
}

/** A subject about a person and their words: the words are cut so that what stands around them stays whole. */
export function subjectAbout(name: string, words: string, build: (name: string, words: string) => string): string {
  const shortName = cutAtWord(oneLine(name), LONGEST_NAME);
  const room = LONGEST_SUBJECT - [...build(shortName, '')].length;
  return build(shortName, cutAtWord(oneLine(words), room));
}

/** Somebody's own words in the text part of a mail, below whose they are. */
export function labelled(language: Language, label: string, words: string): string {
  return `${label}:\n${quoted(language, words)}`;
}
