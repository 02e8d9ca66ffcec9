import type { Face, Typesetter } from './typesetter.js';

/** The inks of the style sheet (html/style.ts), on white. */
export const INKS = { ink: '#2b2622', soft: '#6b615a', accent: '#a8431f', line: '#d8cbbb' } as const;
export type Ink = keyof typeof INKS;

/** A paragraph in one weight. Sizes and distances in points. */
export interface Paragraph {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly ink: Ink;
  /** Space above, left out at the top of a frame. */
  readonly above: number;
  readonly indent?: number;
  /** What it is for a screen reader. */
  readonly tag: 'H1' | 'H2' | 'H3' | 'P';
  /** Language tag where it is not that of the document. */
  readonly language?: string;
}

/** A rectangle of a page that takes text; the origin is the upper left corner of the page. */
export interface Frame {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text in its place, with the box it was measured to fill. */
export interface PlacedLine extends Frame {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly ink: Ink;
  readonly tag: Paragraph['tag'];
  readonly language?: string;
  /** Lines of one number belong to one paragraph. */
  readonly paragraph: number;
}

const LEADING = 1.28;

export function lineHeight(size: number): number {
  return size * LEADING;
}

/**
 * Breaks a text to a width: at spaces and after hyphens and slashes; a word too long for a line is parted between signs.
 * No sign is lost: the lines without their spaces are the text without its spaces.
 */
export function breakLines(text: string, width: number, fits: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[^\s/-]*[/-]+|[^\s/-]+|\s+/gu) ?? []) {
    if (/^\s/u.test(piece)) {
      if (line !== '') line += ' ';
      continue;
    }
    if (fits((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece;
    while (fits(line) > width && [...line].length > 1) {
      const cut = longestStart(line, width, fits);
      lines.push(cut);
      line = line.slice(cut.length);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function longestStart(word: string, width: number, fits: (line: string) => number): string {
  const signs = [...word];
  let count = signs.length - 1;
  while (count > 1 && fits(signs.slice(0, count).join('')) > width) count--;
  return signs.slice(0, count).join('');
}

/** A group of paragraphs that is kept together where a frame can hold it. */
export type Group = readonly Paragraph[];

interface SetLine extends Pick<PlacedLine, 'text' | 'face' | 'size' | 'ink' | 'tag' | 'language' | 'paragraph' | 'width'> {
  readonly above: number;
  readonly indent: number;
}

export interface Flow {
  readonly lines: readonly PlacedLine[];
  /** How many frames were filled. */
  readonly frames: number;
  /** Height used in the last frame. */
  readonly used: number;
}

/**
 * Sets groups one below the other into frames; the next frame is asked for when one is full. A group moves on as a whole where it fits into an
 * empty frame, else it is parted between lines, but not before its last paragraph has begun: no heading is left behind. Nothing is cut.
 * @param frameAt the n-th frame, from 0
 */
export function flowText(groups: readonly Group[], frameAt: (n: number) => Frame, { legible, width }: Typesetter): Flow {
  const placed: PlacedLine[] = [];
  let frame = frameAt(0);
  let n = 0;
  let used = 0;
  let paragraphs = 0;
  const next = (): void => {
    frame = frameAt(++n);
    used = 0;
  };
  for (const group of groups) {
    const lines = group.flatMap((paragraph): SetLine[] => {
      const number = paragraphs++;
      const { face, size, indent = 0 } = paragraph;
      const { ink, tag, language } = paragraph;
      return breakLines(legible(paragraph.text), frame.width - indent, (text) => width(text, face, size)).map((text, i) => ({
        text,
        face,
        size,
        ink,
        tag,
        ...(language !== undefined && { language }),
        indent,
        above: i === 0 ? paragraph.above : 0,
        paragraph: number,
        width: width(text, face, size),
      }));
    });
    const isTooLong = used > 0 && used + heightOf(lines, false) > frame.height;
    if (isTooLong && (heightOf(lines, true) <= frameAt(n + 1).height || used + heightOf(opening(lines), false) > frame.height)) next();
    for (const { above, indent, ...line } of lines) {
      const height = lineHeight(line.size);
      if (used > 0 && used + above + height > frame.height) next();
      const top = used === 0 ? 0 : used + above;
      placed.push({ ...line, page: frame.page, x: frame.x + indent, y: frame.y + top, height });
      used = top + height;
    }
  }
  return { lines: placed, frames: n + 1, used };
}

/** The lines of a group up to the first of its last paragraph. */
function opening(lines: readonly SetLine[]): readonly SetLine[] {
  return lines.slice(0, lines.findIndex(({ paragraph }) => paragraph === lines.at(-1)?.paragraph) + 1);
}

function heightOf(lines: readonly SetLine[], isTop: boolean): number {
  return lines.reduce((sum, { above, size }, i) => sum + (isTop && i === 0 ? 0 : above) + lineHeight(size), 0);
}
