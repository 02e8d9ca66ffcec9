import type { Ink, PlacedLine } from './text-flow.js';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** A thin stroke that carries no meaning: a cut mark or a rule. */
export interface Stroke {
  readonly page: number;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly ink: Ink;
}

/** Pages as they will be drawn: everything measured, nothing left to the drawing. */
export interface PageLayout {
  readonly pages: number;
  readonly lines: readonly PlacedLine[];
  readonly strokes: readonly Stroke[];
}
