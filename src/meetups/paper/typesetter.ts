import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { legible } from './legible.js';

/** Weights in which paper is set. */
export const FACES = ['text', 'strong', 'slanted'] as const;
export type Face = (typeof FACES)[number];

/** A stretch of text that one font can show. */
export interface Run {
  readonly text: string;
  /** Path of the font file. */
  readonly font: string;
}

/** What a layout asks of the fonts. Sizes and widths in points. */
export interface Typesetter {
  /** The text with every sign replaced that no font at hand can show. */
  readonly legible: (text: string) => string;
  readonly runs: (text: string, face: Face) => Run[];
  readonly width: (text: string, face: Face, size: number) => number;
}

/** The parts of a PDF document by which its fonts are measured. */
export interface FontBook {
  font(path: string, size: number): unknown;
  widthOfString(text: string): number;
}

const FONT_FOLDER = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
/** A serif for reading; a sans of the same family that knows more signs steps in where the serif has none. */
const FONTS: Readonly<Record<Face, readonly [serif: string, sans: string]>> = {
  text: [file('DejaVuSerifCondensed'), file('DejaVuSansCondensed')],
  strong: [file('DejaVuSerifCondensed-Bold'), file('DejaVuSansCondensed-Bold')],
  slanted: [file('DejaVuSerifCondensed-Italic'), file('DejaVuSansCondensed-Oblique')],
};

/** Words that are read from the right; fonts turn the letters of each, their order is ours to turn. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{M}]+(?: [\p{Script=Hebrew}\p{M}]+)+/gu;
const HEBREW_END = /\p{Script=Hebrew}\p{M}*$/u;

function file(name: string): string {
  return join(FONT_FOLDER, `${name}.ttf`);
}

/** Measures with the very fonts that are embedded later. */
export function typesetterOf(book: FontBook): Typesetter {
  const shows = remembered((font: string, sign: string): boolean => {
    book.font(font, 10);
    // pdfkit keeps the opened font under this name and offers no other way to its table of signs.
    return (book as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font.font.hasGlyphForCodePoint(sign.codePointAt(0)!);
  });
  const fontOf = remembered((face: string, sign: string): string => FONTS[face as Face].find((font) => shows(font, sign)) ?? FONTS[face as Face][1]);
  /** For a size of one point. pdfkit sets word by word, so words may be measured one by one. */
  const wordWidth = remembered((font: string, word: string): number => {
    book.font(font, 100);
    return book.widthOfString(word) / 100;
  });
  const runs = (text: string, face: Face): Run[] => {
    const found: { text: string; font: string }[] = [];
    for (const sign of text.replace(RIGHT_TO_LEFT, (words) => words.split(' ').reverse().join(' '))) {
      const last = found.at(-1);
      const font = sign === ' ' && last && !HEBREW_END.test(last.text) ? last.font : fontOf(face, sign);
      if (last?.font === font) last.text += sign;
      else found.push({ text: sign, font });
    }
    return found;
  };
  return {
    // A sign must be had in every weight, as the same text may be set in any.
    legible: (text) => legible(text, (sign) => FACES.every((face) => shows(fontOf(face, sign), sign))),
    runs,
    width: (text, face, size) => {
      let sum = 0;
      for (const run of runs(text, face)) for (const word of run.text.match(/[^ ]* |[^ ]+/gu) ?? []) sum += wordWidth(run.font, word);
      return sum * size;
    },
  };
}

function remembered<T>(find: (group: string, key: string) => T): (group: string, key: string) => T {
  const groups = new Map<string, Map<string, T>>();
  return (group, key) => {
    let known = groups.get(group);
    if (!known) groups.set(group, (known = new Map()));
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = find(group, key)));
    return value;
  };
}
