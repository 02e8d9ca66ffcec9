/**
 * A number of people or asks as it may be told of a small network: none; `few` for less than five; else rounded to fives. Rounding all of them keeps a
 * small one from being found by taking others from a sum (controlled rounding; Willenborg and de Waal 2001).
 */
export type Told = number | 'few';

/** A part of a whole, 0..1 in steps of 5 %; `few` or `nearly-all` where less than five make the difference; `unknown` of a whole below five. */
export type ToldShare = number | 'few' | 'nearly-all' | 'unknown';

const FEWEST = 5;
const STEP = 5;
const SHARE_STEPS = 20;

export function told(count: number): Told {
  return count === 0 ? 0 : count < FEWEST ? 'few' : Math.round(count / STEP) * STEP;
}

export function toldShare(part: number, whole: number): ToldShare {
  if (whole < FEWEST) return 'unknown';
  const rest = whole - part;
  if (part > 0 && part < FEWEST) return 'few';
  if (rest > 0 && rest < FEWEST) return 'nearly-all';
  return Math.round((part / whole) * SHARE_STEPS) / SHARE_STEPS;
}

/** How long a few are drawn: visibly there, and always the same. */
export function drawnLength(count: Told): number {
  return count === 'few' ? FEWEST / 2 : count;
}
