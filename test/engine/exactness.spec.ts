import fc from 'fast-check';

import { Analyzer, Engine, FEATURES, type Feature, type Hit, type Statement, type Weights } from '../../src/engine/engine.js';
import { FULL_IMPACT, Postings } from '../../src/engine/index/postings.js';
import { readNetworks } from '../../src/judgments/networks.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';

const { knowledge, weights: fitted } = loadEngineResources();
const analyzer = new Analyzer(knowledge);
const networks = readNetworks();
const asks: readonly Statement[] = networks.flatMap(({ name, asks: its }) => its.map((ask) => ({ ...ask, id: `${name} ${ask.id}` })));
const written = networks.flatMap((network) => network.offers.map(({ text }) => text));
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20261124, interruptAfterTimeLimit: 40_000 });

/** The judged offers, and as many again of the first half of one and the second half of another. */
const offers: readonly Statement[] = [...written, ...written.map((text, i) => halves(text)[0] + halves(written[(i * 31 + 7) % written.length]!)[1])].map((text, i) => ({
  id: `offer-${String(i).padStart(4, '0')}`,
  owner: `giver ${i}`,
  kind: 'offer',
  text,
}));

function halves(text: string): readonly [string, string] {
  const middle = text.indexOf(' ', text.length / 2);
  return middle < 0 ? [text, ''] : [text.slice(0, middle), text.slice(middle)];
}

function engineOf(weights: Weights, statements: readonly Statement[]): Engine {
  const engine = new Engine(analyzer, weights);
  for (const statement of statements) engine.put(statement);
  return engine;
}

const LOWERING: ReadonlySet<Feature> = new Set(['elsewhere', 'level', 'refused']);
const anyWeights: fc.Arbitrary<Weights> = fc.record({
  bias: fc.double({ min: -6, max: 0, noNaN: true }),
  threshold: fc.constantFrom(0, 0.2, 0.45, 0.8),
  features: fc
    .tuple(...FEATURES.map((feature) => fc.oneof(fc.constant(0), fc.double(LOWERING.has(feature) ? { min: -6, max: 0, noNaN: true } : { min: 0, max: 9, noNaN: true }))))
    .map((values) => Object.fromEntries(FEATURES.map((feature, i) => [feature, values[i]!])) as Record<Feature, number>),
});

const lines = (hits: readonly Hit[]) => hits.map(({ askId, offerId, affinity, values }) => ({ askId, offerId, affinity, values }));
/** The naive twin looks at all there are, as nothing can be left out when all are wanted. */
const twin = (all: readonly Hit[], top: number, threshold: number) => lines(all.filter(({ affinity }) => affinity >= threshold).slice(0, top));

describe('what a search leaves out is never better than what it finds: a naive twin gives the same ids in the same order with the same numbers', () => {
  test('for every judged ask among all judged offers', () => {
    const engine = engineOf(fitted, offers);
    for (const ask of asks.filter((_, i) => i % 2 === 0)) {
      const all = engine.rank(ask, { top: offers.length, threshold: 0 });
      expect(all).toHaveLength(offers.length);
      expect(lines(engine.rank(ask, { top: 10 }))).toEqual(twin(all, 10, fitted.threshold));
      expect(lines(engine.rank(ask, { top: 3, threshold: 0 }))).toEqual(twin(all, 3, 0));
    }
  });

  test('for every judged offer among all judged asks', () => {
    const engine = engineOf(fitted, asks);
    for (const offer of offers.filter((_, i) => i % 4 === 0)) {
      const all = engine.rankAsks(offer, { top: asks.length, threshold: 0 });
      expect(all).toHaveLength(asks.length);
      expect(lines(engine.rankAsks(offer, { top: 10 }))).toEqual(twin(all, 10, fitted.threshold));
      expect(lines(engine.rankAsks(offer, { top: 3, threshold: 0 }))).toEqual(twin(all, 3, 0));
    }
  });

  test('whatever the weights, with and without vectors', () => {
    const vectors = (statements: readonly Statement[]): Statement[] =>
      statements.map((statement, i) => (i % 3 === 0 ? { ...statement, vector: Float32Array.of(Math.cos(i), Math.sin(i)) } : statement));
    const [someAsks, someOffers] = [vectors(asks.slice(0, 150)), vectors(offers.slice(300, 500))];
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 12 }), fc.array(fc.nat({ max: 149 }), { minLength: 3, maxLength: 6 }), (weights, top, picks) => {
        const engine = engineOf(weights, [...someAsks, ...someOffers]);
        for (const pick of picks) {
          expect(lines(engine.rank(someAsks[pick]!, { top }))).toEqual(twin(engine.rank(someAsks[pick]!, { top: someOffers.length, threshold: 0 }), top, weights.threshold));
          expect(lines(engine.rankAsks(someOffers[pick]!, { top }))).toEqual(twin(engine.rankAsks(someOffers[pick]!, { top: someAsks.length, threshold: 0 }), top, weights.threshold));
        }
      }),
      runs(12),
    );
  });

  test('of statements that fill more than one block, half of them withdrawn', () => {
    const many = Array.from({ length: 17_000 }, (_, i): Statement => ({ id: `many-${i}`, owner: `giver ${i}`, kind: 'offer', text: `Klavierunterricht ${i % 7 === 0 ? 'für Kinder' : ''} ${i}` }));
    const engine = engineOf(fitted, many);
    const left = many.filter(({ id }, i) => i % 2 === 0 || !engine.remove(id));
    const ask: Statement = { id: 'ask', owner: 'asker', kind: 'ask', text: 'Suche Klavierunterricht für Kinder' };
    expect(lines(engine.rank(ask, { top: 20 }))).toEqual(lines(engineOf(fitted, left).rank(ask, { top: 20 })));
  });
});

describe('postings', () => {
  const posting = fc.record({ slot: fc.nat({ max: 4 }), doc: fc.nat({ max: 99 }), impact: fc.double({ min: 0.001, max: 1, noNaN: true }) });

  test('add up what was added, in base and delta alike, rounded up', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 300, size: 'max' }), fc.integer({ min: 1, max: 80 }), (some, times) => {
        const all = Array.from({ length: times }, () => some).flat();
        const postings = new Postings(5);
        for (const { slot, doc, impact } of all) {
          postings.add(slot, doc, impact);
          postings.settleWhenDue();
        }
        for (let slot = 0; slot < 5; slot++) {
          const sums = new Int32Array(100);
          postings.addTo(sums, slot, 3);
          const naive = new Int32Array(100);
          for (const its of all) if (its.slot === slot) naive[its.doc]! += 3 * Math.ceil(FULL_IMPACT * its.impact);
          expect(sums).toEqual(naive);
        }
      }),
      runs(60),
    );
  });

  test('count of a group of slots the highest only', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 200, size: 'max' }), fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 5, maxLength: 5 }), (all, slotWeights) => {
        const postings = new Postings(5);
        for (const { slot, doc, impact } of all) postings.add(slot, doc, impact);
        const [sums, marks] = [new Int32Array(100), new Int32Array(200)];
        slotWeights.forEach((weight, slot) => postings.raise(sums, slot, weight, 1, marks));
        const naive = new Int32Array(100);
        for (const { slot, doc, impact } of all) naive[doc] = Math.max(naive[doc]!, slotWeights[slot]! * Math.ceil(FULL_IMPACT * impact));
        expect(sums).toEqual(naive);
      }),
      runs(60),
    );
  });
});
