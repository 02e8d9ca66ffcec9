import { PICTURE_WIDTH } from './bars.layout.js';
import { drawnLength, type Told } from './told.js';

export interface FieldRow {
  readonly title: string;
  readonly askers: Told;
  readonly givers: Told;
}

interface Side {
  readonly count: Told;
  readonly x: number;
  readonly width: number;
}

export interface CoverageLayout {
  readonly width: number;
  readonly height: number;
  /** Where both sides meet. */
  readonly middle: number;
  readonly rows: readonly { readonly title: string; readonly titleY: number; readonly y: number; readonly askers: Side; readonly givers: Side }[];
}

export const BAR_HEIGHT = 12;
const HEAD = 26;
const ROW = 46;
const TITLE_TO_BAR = 7;
/** Room for the number beside the longest bar. */
const NUMBER = 34;
const LEAST_TOP = 20;

/** Lays out two sides that meet in the middle: who seeks to the left, who offers to the right, field by field on one scale. */
export function layoutCoverage(fields: readonly FieldRow[]): CoverageLayout {
  const middle = PICTURE_WIDTH / 2;
  const scale = (middle - NUMBER) / Math.max(LEAST_TOP, ...fields.flatMap(({ askers, givers }) => [drawnLength(askers), drawnLength(givers)]));
  const rows = fields.map(({ title, askers, givers }, at) => {
    const titleY = HEAD + at * ROW + 14;
    const [left, right] = [drawnLength(askers) * scale, drawnLength(givers) * scale];
    return { title, titleY, y: titleY + TITLE_TO_BAR, askers: { count: askers, x: middle - left, width: left }, givers: { count: givers, x: middle, width: right } };
  });
  return { width: PICTURE_WIDTH, height: HEAD + fields.length * ROW, middle, rows };
}
