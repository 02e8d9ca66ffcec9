/** A computed introduction: who gives to whom, and how well the offer serves the ask. */
export interface Rankable {
  readonly affinity: number;
  readonly askId: string;
  readonly offerId: string;
}

/** Best first; ties fall by the ids, so that the same input always gives the same order. */
export function byAffinity(a: Rankable, b: Rankable): number {
  return b.affinity - a.affinity || compare(a.askId, b.askId) || compare(a.offerId, b.offerId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a member sees: whom they can help stands before who can help them, always. */
export interface GivingFirst<T> {
  readonly give: readonly T[];
  readonly receive: readonly T[];
  /** At most one moderately weak tie, labelled as such. */
  readonly surprise?: T;
}

/**
 * Keeps the best suggestion for each counterpart and at most `most` a side, giving before receiving.
 * Below the threshold nothing is suggested; the best of the band just below may be shown as a surprise.
 */
export function givingFirst<T extends Rankable>(
  give: readonly T[],
  receive: readonly T[],
  counterpart: (suggestion: T) => string,
  { most, threshold, surpriseBand }: { most: number; threshold: number; surpriseBand: number },
): GivingFirst<T> {
  const best = (suggestions: readonly T[]): T[] => {
    const seen = new Set<string>();
    return [...suggestions].sort(byAffinity).filter((suggestion) => {
      const person = counterpart(suggestion);
      return !seen.has(person) && seen.add(person);
    });
  };
  const shown = (suggestions: readonly T[]): T[] => best(suggestions.filter(({ affinity }) => affinity >= threshold)).slice(0, most);
  const given = shown(give);
  const received = shown(receive);
  const known = new Set([...given, ...received].map(counterpart));
  const surprise = best(give).find((one) => one.affinity < threshold && one.affinity >= threshold - surpriseBand && !known.has(counterpart(one)));
  return { give: given, receive: received, ...(surprise && { surprise }) };
}
