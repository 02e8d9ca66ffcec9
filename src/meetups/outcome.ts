/** What came of an evening as its guests told it: how often, not who. */
export interface OutcomeCounts {
  /** Pairs of whom at least one says that they met. */
  readonly met: number;
  /** Of these, those of whom at least one says that it helped. */
  readonly helped: number;
}

interface Told {
  readonly guestId: string;
  readonly otherId: string;
  readonly met: boolean;
  readonly helped: boolean;
}

/** Two who tell of one meeting have had one. */
export function outcomeCounts(told: readonly Told[]): OutcomeCounts {
  const pairs = (wanted: 'met' | 'helped'): number => new Set(told.filter((one) => one[wanted]).map(({ guestId, otherId }) => [guestId, otherId].sort().join(' '))).size;
  return { met: pairs('met'), helped: pairs('helped') };
}
