import type { Analysis } from '../analysis/analyzer.js';
import type { FacetKind, Facets, Saying } from '../analysis/facets.js';
import { timesClash, timesMeet } from '../analysis/times.js';

/** Character offsets of the original text: text.slice(from, to). */
export type Range = readonly [from: number, to: number];

/** Where both texts speak of place, level, language or time: whether they agree, and the phrases that say so. */
export interface FacetAgreement {
  readonly kind: FacetKind;
  readonly agrees: boolean;
  /** Empty where only the other text speaks of it: an offer that is online meets an ask of another town. */
  readonly ask: readonly Range[];
  readonly offer: readonly Range[];
}

/** Facets are soft: none of them shuts an offer out. */
export interface FacetFeatures {
  readonly nearby: number;
  readonly elsewhere: number;
  readonly level: number;
  readonly spoken: number;
  readonly language: number;
  readonly time: number;
}

export function facetFeatures({ facets: ask }: Pick<Analysis, 'facets'>, { facets: offer, language }: Pick<Analysis, 'facets' | 'language'>): FacetFeatures {
  const together = ask.regions.some((region) => offer.regions.includes(region));
  return {
    nearby: Number(together),
    elsewhere: Number(areApart(ask, offer) && !ask.remote && !offer.remote),
    level: Number(ask.level !== undefined && offer.level !== undefined && ask.level !== offer.level),
    spoken: Number(ask.languages.some((code) => offer.languages.includes(code))),
    language: Number(speaksAnother(ask, offer, language)),
    time: Number(timesClash(ask.times, offer.times)),
  };
}

/** What can be said of the facets of a pair, by the order of `FacetKind`; of a facet that only one side speaks of, nothing. */
export function facetAgreements({ facets: ask }: Analysis, { facets: offer, language }: Analysis): FacetAgreement[] {
  const agreements: FacetAgreement[] = [];
  const add = (kind: FacetKind, agrees: boolean, says: { ask?: (saying: Saying) => boolean; offer?: (saying: Saying) => boolean } = {}): void => {
    const ranges = (sayings: readonly Saying[], counts: (saying: Saying) => boolean = () => true): Range[] =>
      sayings.filter((saying) => saying.kind === kind && counts(saying)).map(({ from, to }) => [from, to] as const);
    agreements.push({ kind, agrees, ask: ranges(ask.sayings, says.ask), offer: ranges(offer.sayings, says.offer) });
  };
  const apart = areApart(ask, offer);
  const inRegionOf =
    (other: Facets) =>
    (saying: Saying): boolean =>
      saying.kind === 'place' && other.regions.includes(saying.region);
  if (ask.regions.some((region) => offer.regions.includes(region))) add('place', true, { ask: inRegionOf(offer), offer: inRegionOf(ask) });
  else if (apart && !ask.remote && !offer.remote) add('place', false);
  if ((ask.remote && offer.remote) || (apart && (ask.remote || offer.remote))) add('remote', true);
  if (ask.level !== undefined && offer.level !== undefined) add('level', ask.level === offer.level);
  const spokenBy =
    (other: Facets) =>
    (saying: Saying): boolean =>
      saying.kind === 'language' && other.languages.includes(saying.code);
  if (ask.languages.some((code) => offer.languages.includes(code))) add('language', true, { ask: spokenBy(offer), offer: spokenBy(ask) });
  else if (speaksAnother(ask, offer, language)) add('language', false);
  if (timesClash(ask.times, offer.times)) add('time', false);
  else if (timesMeet(ask.times, offer.times)) add('time', true, { ask: touching(offer), offer: touching(ask) });
  return agreements;
}

function areApart(ask: Facets, offer: Facets): boolean {
  return ask.regions.length > 0 && offer.regions.length > 0 && !ask.regions.some((region) => offer.regions.includes(region));
}

/** An offer that says a language, or several, and none of those wanted; written in a wanted one it is as good as said. */
function speaksAnother(ask: Facets, offer: Facets, writtenIn: string): boolean {
  return ask.languages.length > 0 && offer.languages.length > 0 && !ask.languages.includes(writtenIn) && !ask.languages.some((code) => offer.languages.includes(code));
}

function touching(other: Facets): (saying: Saying) => boolean {
  return (saying) => saying.kind === 'time' && timesMeet(saying.times, other.times);
}
