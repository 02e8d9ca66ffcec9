import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { load } from 'js-yaml';

import { Analyzer, Engine } from '../../src/engine/engine.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';
import { Weighing } from '../../src/meetups/weighing.js';

const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const { members } = load(readFileSync('data/demo/network.yaml', 'utf8')) as { members: Record<'asks' | 'offers', { text: string }[]>[] };
const texts = (i: number, kind: 'asks' | 'offers'): string[] => members[i % members.length]![kind].map(({ text }) => text);
/** The same key may say other things later. */
const crowd = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 0, max: members.length - 1 }), { minKeys: 1, maxKeys: 8 });
const guestsOf = (who: Record<string, number>) => new Map(Object.entries(who).map(([key, i]) => [key, { asks: texts(i, 'asks'), offers: texts(i + 1, 'offers') }]));
const fresh = (): Weighing => new Weighing(new Engine(analyzer, resources.weights));
const told = (weighing: Weighing, key: string) => weighing.helping(key).map(({ ask, offer, affinity }) => [ask.id, offer.id, affinity]);

describe('who of a crowd can help whom', () => {
  test('P11 is the same whether all came at once, or came, left and changed their words on the way', () => {
    fc.assert(
      fc.property(fc.array(crowd, { minLength: 2, maxLength: 4 }), (crowds) => {
        const grown = fresh();
        for (const one of crowds) grown.level(guestsOf(one));
        const last = guestsOf(crowds.at(-1)!);
        const whole = fresh();
        whole.level(last);
        for (const key of last.keys()) expect(told(grown, key)).toEqual(told(whole, key));
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  test('what one offers to another is weighed however far their words are apart', () => {
    const weighing = fresh();
    weighing.level(guestsOf({ a: 0, b: 1 }));
    expect(weighing.between('a', 'b')).toHaveLength(texts(1, 'offers').length * texts(1, 'asks').length);
    expect(weighing.between('a', 'b').every(({ affinity }) => affinity >= 0)).toBe(true);
  });
});
