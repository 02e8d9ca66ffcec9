import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** A page as a printer shows it: a byte a pixel, 0 black, 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Lengths in points from the upper left corner of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A word as it can be selected in a file: the box of its letters, and what they say. */
export interface Word extends Box {
  readonly text: string;
}

/** Whether pages can be made into pictures on this machine. */
export const HAS_POPPLER = spawnSync('pdftoppm', ['-v']).error === undefined;

const DOTS = 72;
/** Lighter is the paper, or the very edge of a letter. */
const INKED = 240;
const HAIR = 0.5;

/** Pictures of all pages; a pixel is a point, anti-aliased. */
export function picturesOf(pdf: Buffer): Picture[] {
  const { stdout, stderr, status } = spawnSync('pdftoppm', ['-r', `${DOTS}`, '-gray', '-'], { input: pdf, maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr.toString());
  const pictures: Picture[] = [];
  for (let at = 0; at < stdout.length;) {
    // A portable graymap: "P5", width and height, the number of white, then the bytes.
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(stdout.subarray(at, at + 40).toString('latin1'))!;
    const [width, height] = [Number(head[1]), Number(head[2])];
    at += head[0].length;
    pictures.push({ width, height, pixels: stdout.subarray(at, at + width * height) });
    at += width * height;
  }
  return pictures;
}

/** The words of all pages with the boxes that their fonts give them. */
export function wordsOf(pdf: Buffer): Word[][] {
  const { stdout, stderr, status } = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, maxBuffer: 2 ** 28, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/gu)].map(([, x = '', y = '', right = '', bottom = '', text = '']) => ({
        x: Number(x),
        y: Number(y),
        width: Number(right) - Number(x),
        height: Number(bottom) - Number(y),
        text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
      })),
    );
}

/** Where a page has ink outside all of these boxes: the first such places. */
export function inkOutside({ width, height, pixels }: Picture, allowed: readonly Box[]): string[] {
  const isFree = new Uint8Array(width * height);
  for (const box of allowed)
    for (let row = Math.max(0, Math.floor(box.y)); row < Math.min(height, Math.ceil(box.y + box.height)); row++)
      isFree.fill(1, row * width + Math.max(0, Math.floor(box.x)), row * width + Math.min(width, Math.ceil(box.x + box.width)));
  const found: string[] = [];
  for (let at = 0; at < pixels.length && found.length < 5; at++) if (pixels[at]! < INKED && isFree[at] === 0) found.push(`ink at ${at % width}, ${Math.floor(at / width)}`);
  return found;
}

/** Words of which nothing is to be seen. */
export function wordsWithoutInk({ width, height, pixels }: Picture, words: readonly Word[]): string[] {
  const isSeen = (box: Box): boolean => {
    for (let row = Math.max(0, Math.floor(box.y)); row < Math.min(height, Math.ceil(box.y + box.height)); row++)
      for (let at = row * width + Math.max(0, Math.floor(box.x)); at < row * width + Math.min(width, Math.ceil(box.x + box.width)); at++) if (pixels[at]! < INKED) return true;
    return false;
  };
  return words.filter((word) => !isSeen(word)).map(({ text }) => text);
}

/** Boxes that leave the room they have. */
export function boxesOutside<T extends Box>(boxes: readonly T[], room: Box): T[] {
  return boxes.filter(({ x, y, width, height }) => x < room.x - HAIR || y < room.y - HAIR || x + width > room.x + room.width + HAIR || y + height > room.y + room.height + HAIR);
}

/** Pairs of boxes that cover each other, found from the top down. */
export function overlaps<T extends Box>(boxes: readonly T[]): [T, T][] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  return sorted.flatMap((box, i): [T, T][] => {
    const found: [T, T][] = [];
    for (let j = i + 1; j < sorted.length && sorted[j]!.y + HAIR < box.y + box.height; j++) {
      const other = sorted[j]!;
      if (box.x + HAIR < other.x + other.width && other.x + HAIR < box.x + box.width) found.push([box, other]);
    }
    return found;
  });
}

/** How many signs are drawn as the empty box that a font shows for what it lacks. */
export function emptyBoxes(pdf: Buffer): number {
  let count = 0;
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const end = pdf.indexOf('\nendstream', at);
    const drawn = drawing(pdf.subarray(at + 7, end));
    // Embedded fonts are asked by four hexadecimal digits a sign; the first sign of each font is the empty box.
    for (const [, digits = ''] of drawn.matchAll(/<([0-9a-f]{4,})>/gu)) count += digits.match(/.{4}/gu)!.filter((sign) => sign === '0000').length;
    at = end;
  }
  return count;
}

/** What a stream draws; nothing where it holds something else, such as a font. */
function drawing(stream: Buffer): string {
  try {
    const text = inflateSync(stream).toString('latin1');
    return text.includes(' Tf') ? text : '';
  } catch {
    return '';
  }
}

/** Without spaces, as lines and words are parted differently in a file and in a text. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, '');
}

export function said(words: readonly Word[]): string {
  return letters(words.map(({ text }) => text).join(''));
}
