import type { Vocabulary } from './analysis/vocabulary.js';
import { Largest } from './index/largest.js';
import { affinityOf, logOddsFor, logOddsOf, type Weights } from './ranking/affinity.js';
import type { Alignment } from './ranking/alignment.js';
import { Candidates } from './ranking/candidates.js';
import { Ceiling } from './ranking/ceiling.js';
import { Features, type FeatureValues } from './ranking/features.js';
import type { Slots } from './ranking/filing.js';
import type { Row } from './ranking/rows.js';
import { soughtAsks, soughtOffers, type Sought } from './ranking/sought.js';
import type { Entry, Shelf, Statement } from './shelf.js';

/** How well an offer serves the one of an ask's needs that it serves best. */
export interface Rated {
  readonly values: FeatureValues;
  readonly affinity: number;
}

/** A statement of the shelf searched. */
export interface Found extends Rated {
  readonly entry: Entry;
}

export interface SearchOptions {
  readonly top: number;
  readonly threshold: number;
  readonly accepts: (statement: Statement) => boolean;
}

/**
 * Finds all that can stand among the best: what a look at every statement would find, with the same numbers. A first pass adds up, from postings,
 * how high each log-odds can be at the most; only those that can still reach the threshold and the best found so far are looked at closely.
 */
export class Search {
  private readonly candidates = new Candidates();
  private readonly ceiling: Ceiling;
  /** One for each need of an ask, kept for the next. */
  private readonly features: Features[] = [];

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly slots: Slots,
    private readonly weights: Weights,
  ) {
    this.ceiling = new Ceiling(weights);
  }

  /** Offers for an ask, given as its rows: at least the `top` best of the threshold, in any order. */
  offersFor(needs: readonly Row[], offers: Shelf, options: SearchOptions): Found[] {
    const ready = needs.map((need, i) => this.featuresFor(i, need));
    ready.forEach((features, i) => features.takeAsk(needs[i]!));
    const sought = needs.map((need, i) => soughtOffers(need, ready[i]!.alignment, this.slots));
    return this.find(ready, sought, offers, options, (entry) => best(ready.map((features) => this.rate(features, entry.rows[0]!))));
  }

  /** Asks that an offer serves. */
  asksFor(offer: Row, asks: Shelf, options: SearchOptions): Found[] {
    const features = this.featuresFor(0, offer);
    const rate = (entry: Entry): Rated =>
      best(
        entry.rows.map((ask) => {
          features.takeAsk(ask);
          return this.rate(features, offer);
        }),
      );
    return this.find([features], [soughtAsks(offer, this.vocabulary, this.slots)], asks, options, rate);
  }

  /** The need of an ask that an offer serves best, with the alignment of the two, which lasts until the next search. */
  bestNeed(needs: readonly Row[], offer: Row): Rated & { readonly need: number; readonly alignment: Alignment } {
    const rated = needs.map((ask, need) => {
      const features = this.featuresFor(need, ask);
      features.takeAsk(ask);
      return { ...this.rate(features, offer), need, alignment: features.alignment };
    });
    return best(rated);
  }

  private find(ready: readonly Features[], sought: readonly Sought[], shelf: Shelf, { top, threshold, accepts }: SearchOptions, rate: (entry: Entry) => Rated): Found[] {
    const found: Found[] = [];
    const seen = new Set<Entry>();
    const reached = new Largest(top);
    const { candidates, ceiling } = this;
    let floor = top > 0 ? logOddsFor(threshold) : Infinity;
    sought.forEach((its, need) => {
      const features = ready[need]!;
      ceiling.take(its.outlook);
      for (const { rows, postings, entries } of shelf.blocks) {
        candidates.find(postings, rows.length, its, ceiling, floor);
        candidates.bringForward(top);
        for (let i = 0; i < candidates.count; i++) {
          if (candidates.bounds[i]! < floor) continue;
          const place = { rows, row: candidates.rows[i]! };
          const bound = ceiling.withTopics(candidates.bounds[i]!, candidates.themeSums[i]!, features.meetTopics(place));
          if (bound < floor) continue;
          const entry = entries[place.row];
          if (entry === undefined || seen.has(entry) || !accepts(entry.statement)) continue;
          if (ceiling.withGrams(bound, features.meetGrams(place)) < floor) continue;
          seen.add(entry);
          const rated = rate(entry);
          if (rated.affinity < threshold) continue;
          found.push({ entry, ...rated });
          reached.add(rated.affinity);
          floor = Math.max(floor, logOddsFor(reached.floor));
        }
      }
    });
    return found;
  }

  private rate(features: Features, offer: Row): Rated {
    const values = features.of(offer);
    return { values, affinity: affinityOf(logOddsOf(values, this.weights)) };
  }

  private featuresFor(place: number, fixed: Row): Features {
    const features = (this.features[place] ??= new Features(this.vocabulary));
    features.fix(fixed);
    return features;
  }
}

/** An offer is held against each need on its own: whoever serves one of three needs well serves the ask. Of equals the first. */
function best<One extends Rated>(rated: readonly One[]): One {
  return rated.reduce((most, one) => (one.affinity > most.affinity ? one : most));
}
