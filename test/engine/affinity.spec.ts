import fc from 'fast-check';

import { Analyzer, Engine, FEATURES, type Hit } from '../../src/engine/engine.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';
import { anyText, everydayText, statementOf } from './arbitrary.js';

const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20261124, interruptAfterTimeLimit: 40_000 });
const text = fc.oneof(anyText, everydayText);

function meet(ask: string, offer: string, its = analyzer): Hit {
  const engine = new Engine(its, resources.weights);
  engine.put(statementOf('offer', 0, offer));
  return engine.rank(statementOf('ask', 0, ask), { top: 1, threshold: 0 })[0]!;
}

const why = (ask: string, offer: string) => new Engine(analyzer, resources.weights).explain(statementOf('ask', 0, ask), statementOf('offer', 0, offer));

describe('an affinity, of any two texts', () => {
  test('is a number from 0 to 1, as is every feature of it', () => {
    fc.assert(
      fc.property(text, text, (ask, offer) => {
        const { affinity, values } = meet(ask, offer);
        // A feature may pass 1 by the last bits of a sum of squares.
        const out = [['affinity', affinity] as const, ...FEATURES.map((feature) => [feature, values[feature]] as const)].filter(([, value]) => !(value >= 0 && value <= 1 + 1e-6));
        expect(out).toEqual([]);
        expect(affinity).toBeLessThanOrEqual(1);
      }),
      runs(500),
    );
  });

  test('is retold by its explanation', () => {
    fc.assert(
      fc.property(text, text, (ask, offer) => {
        const logOdds = why(ask, offer).parts.reduce((sum, { product }) => sum + product, resources.weights.bias);
        expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(meet(ask, offer).affinity, 10);
      }),
      runs(250),
    );
  });

  test('is explained by phrases that lie within the texts, in order and apart', () => {
    fc.assert(
      fc.property(text, text, (ask, offer) => {
        const { matched } = why(ask, offer);
        for (const [its, ranges] of [[ask, matched.ask] as const, [offer, matched.offer] as const]) {
          const bounds = ranges.flat();
          expect(bounds.every((bound) => Number.isInteger(bound) && bound >= 0 && bound <= its.length)).toBe(true);
          expect(ranges.every(([from, to]) => from < to)).toBe(true);
          expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
        }
      }),
      runs(500),
    );
  });

  test('is explained by whole words', () => {
    fc.assert(
      fc.property(everydayText, everydayText, (ask, offer) => {
        const { matched } = why(ask, offer);
        const words = (its: string, ranges: readonly (readonly [number, number])[]) => ranges.flatMap(([from, to]) => its.slice(from, to).split(' '));
        expect(words(ask, matched.ask).filter((word) => !ask.split(' ').includes(word))).toEqual([]);
        expect(words(offer, matched.offer).filter((word) => !offer.split(' ').includes(word))).toEqual([]);
      }),
      runs(200),
    );
  });
});

describe('the same two texts', () => {
  const figures = ({ affinity, values }: Hit) => ({ affinity, values });

  test('have the same affinity and explanation, whatever was read in between', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 20 }), (ask, offer, others) => {
        const before = { ...figures(meet(ask, offer)), why: why(ask, offer) };
        const crowded = new Engine(analyzer, resources.weights);
        others.forEach((other, i) => crowded.put(statementOf(i % 2 === 0 ? 'ask' : 'offer', i + 1, other)));
        crowded.put(statementOf('offer', 0, offer));
        const hits = crowded.rank(statementOf('ask', 0, ask), { top: others.length + 1, threshold: 0 });
        expect(figures(hits.find(({ offerId }) => offerId === 'offer-000')!)).toEqual(figures(meet(ask, offer)));
        expect({ ...figures(meet(ask, offer)), why: why(ask, offer) }).toEqual(before);
      }),
      runs(80),
    );
  });

  test('mean to a well-read analyzer what they mean to a new one', () => {
    const pairs = fc.sample(fc.tuple(text, text), { numRuns: 150, seed: 20261124 });
    const pristine = new Analyzer(resources.knowledge);
    expect(pairs.map(([ask, offer]) => figures(meet(ask, offer, pristine)))).toEqual(pairs.map(([ask, offer]) => figures(meet(ask, offer))));
    expect(pairs.toReversed().map(([ask, offer]) => figures(meet(ask, offer, pristine)))).toEqual(pairs.toReversed().map(([ask, offer]) => figures(meet(ask, offer))));
  });
});
