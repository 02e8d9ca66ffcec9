import { drawnLength, type Told } from './told.js';

/** One bar as it is to be told: its parts from the ground up, and what stands above it. */
export interface BarDraft {
  readonly label: string;
  readonly whole: Told;
  readonly parts: readonly Told[];
}

/** Lengths in the picture's own unit. */
export interface Bar {
  readonly label: string;
  readonly whole: Told;
  readonly x: number;
  readonly width: number;
  /** Of the highest part; the ground where there is none. */
  readonly top: number;
  readonly parts: readonly { readonly part: number; readonly isFew: boolean; readonly y: number; readonly height: number }[];
}

export interface BarsLayout {
  readonly width: number;
  readonly height: number;
  /** Where the bars stand. */
  readonly ground: number;
  readonly bars: readonly Bar[];
}

/** Narrow enough to be legible on a phone: the picture is at most as wide as its letters are drawn for. */
export const PICTURE_WIDTH = 420;
const HEAD = 20;
const PLOT = 130;
const FOOT = 24;
/** Share of a bar's place that is its own. */
const FULLNESS = 0.66;
/** Lowest value that fills the plot: a handful should not look like a crowd. */
const LEAST_TOP = 20;

/** Lays out bars side by side, each piled from its parts. */
export function layoutBars(drafts: readonly BarDraft[]): BarsLayout {
  const place = PICTURE_WIDTH / Math.max(1, drafts.length);
  const totals = drafts.map(({ parts }) => parts.reduce<number>((sum, part) => sum + drawnLength(part), 0));
  const scale = PLOT / Math.max(LEAST_TOP, ...totals);
  const ground = HEAD + PLOT;
  const bars = drafts.map(({ label, whole, parts }, at): Bar => {
    let top = ground;
    const piled = parts.map((count, part) => {
      const height = drawnLength(count) * scale;
      top -= height;
      return { part, isFew: count === 'few', y: top, height };
    });
    return { label, whole, x: place * (at + (1 - FULLNESS) / 2), width: place * FULLNESS, top, parts: piled.filter(({ height }) => height > 0) };
  });
  return { width: PICTURE_WIDTH, height: ground + FOOT, ground, bars };
}
