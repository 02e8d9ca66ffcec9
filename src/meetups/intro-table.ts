import { message } from '../html/messages.js';
import type { Language } from '../engine/engine.js';
import type { IntroList, ListedIntroduction, UnservedGuest } from './intro-list.js';

interface TableStyle {
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether names may be bold. */
  readonly bold: boolean;
}

/** The intro list as a person reads it in a terminal. */
export function introTable({ guests, summary }: IntroList, language: Language, { width, bold }: TableStyle): string {
  const strong = (text: string): string => (bold ? `\u001B[1m${text}\u001B[22m` : text);
  const section = (title: string, introductions: readonly ListedIntroduction[]): string[] => [
    `  ${title}`,
    ...(introductions.length === 0
      ? [`    – ${message(language, 'intros.nobody')}`]
      : introductions.flatMap(({ name, reason }) => [`    ${strong(name)}`, ...wrap(reason, width - 6).map((line) => `      ${line}`)])),
  ];
  const lists = guests.map(({ name, give, receive }) => [strong(name), ...section(message(language, 'intros.guest.give'), give), ...section(message(language, 'intros.guest.receive'), receive), '']);
  const unserved = summary.unserved.flatMap((guest) => wrap(unservedText(guest, language), width - 4).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`));
  return [...lists.flat(), ...(unserved.length === 0 ? [] : [strong(message(language, 'intros.unserved')), ...unserved, ''])].map((line) => `${line}\n`).join('');
}

function unservedText({ name, reason }: UnservedGuest, language: Language): string {
  return `${name}: ${message(language, 'intros.unserved.reason', { reason: reason.replaceAll(' ', '_') })}`;
}

/** Breaks a text at spaces; a word longer than the width stands on a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
