import fc from 'fast-check';

import { calibrationError, ndcg, recall, reciprocalRank, spearman } from '../../src/engine/engine.js';

const runs: fc.Parameters<unknown> = { numRuns: 200, seed: 20261124 };
const grades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });
const best = (list: readonly number[]): number[] => [...list].sort((a, b) => b - a);

describe('nDCG', () => {
  test.each([
    ['the only answer first', [3, 0], [3, 0], 5, 1],
    ['the only answer second: 1 / log2(3)', [0, 3], [3, 0], 5, 0.6309],
    ['two answers swapped: (3 + 7 / log2(3)) / (7 + 3 / log2(3))', [2, 3, 0], [3, 2, 0], 3, 0.834],
    ['an answer below the depth counts nothing', [0, 0, 3], [3, 0, 0], 2, 0],
    ['an answer that was not listed is missed: 7 / (7 + 7 / log2(3))', [3], [3, 3], 5, 0.6131],
    ['nothing to find', [0, 0], [0, 0], 5, 0],
    ['nothing at all', [], [], 5, 0],
  ])('%s', (_case, list, all, depth, expected) => {
    expect(ndcg(list, all, depth)).toBeCloseTo(expected, 4);
  });

  test('lies in 0..1, is 1 for the perfect order and less for the reversed one', () => {
    fc.assert(
      fc.property(grades, fc.integer({ min: 1, max: 12 }), (list, depth) => {
        expect(ndcg(list, list, depth)).toBeGreaterThanOrEqual(0);
        expect(ndcg(list, list, depth)).toBeLessThanOrEqual(1 + 1e-12);
        if (list.some((grade) => grade > 0)) expect(ndcg(best(list), list, depth)).toBeCloseTo(1, 12);
        if (new Set(list).size > 1) expect(ndcg(best(list).toReversed(), list, depth)).toBeLessThan(1);
      }),
      runs,
    );
  });

  test('never falls when a better answer moves up', () => {
    fc.assert(
      fc.property(grades, fc.nat(), (list, at) => {
        const i = at % list.length;
        const swapped = [...list];
        if (i + 1 < list.length && list[i]! < list[i + 1]!) [swapped[i], swapped[i + 1]] = [list[i + 1]!, list[i]!];
        expect(ndcg(swapped, list, 5)).toBeGreaterThanOrEqual(ndcg(list, list, 5));
      }),
      runs,
    );
  });
});

describe('recall', () => {
  test.each([
    ['one of two', [true, false, true], 2, 2, 0.5],
    ['both', [true, false, true], 2, 3, 1],
    ['no more than the depth can be found', [true, true], 5, 2, 1],
    ['nothing found', [false, false], 1, 2, 0],
    ['nothing to find', [], 0, 10, 0],
  ])('%s', (_case, isHelpful, helpful, depth, expected) => {
    expect(recall(isHelpful, helpful, depth)).toBe(expected);
  });

  test('lies in 0..1; only what stands within the depth matters', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), fc.integer({ min: 1, max: 20 }), fc.array(fc.boolean()), (list, depth, further) => {
        const helpful = list.filter(Boolean).length;
        const its = recall(list, helpful, depth);
        expect(its).toBeGreaterThanOrEqual(0);
        expect(its).toBeLessThanOrEqual(1);
        expect(recall([...list.slice(0, depth), ...(list.length >= depth ? further : [])], helpful, depth)).toBe(its);
        if (helpful > 0)
          expect(
            recall(
              [...list].sort((a, b) => Number(b) - Number(a)),
              helpful,
              depth,
            ),
          ).toBe(1);
      }),
      runs,
    );
  });
});

describe('reciprocal rank', () => {
  test.each([
    ['first', [true, true], 1],
    ['fourth', [false, false, false, true], 0.25],
    ['nowhere', [false, false], 0],
    ['no list', [], 0],
  ])('%s', (_case, isHelpful, expected) => {
    expect(reciprocalRank(isHelpful)).toBe(expected);
  });
});

describe('rank correlation', () => {
  test.each([
    ['the same order', [1, 2, 3], [10, 20, 90], 1],
    ['the reversed order', [1, 2, 3], [9, 5, 1], -1],
    ['ties share the mean rank: 4.5 / sqrt(4.5 x 5)', [1, 2, 2, 3], [1, 3, 2, 4], 0.9487],
    ['one neighbouring pair swapped: 1 - 6 x 2 / (5 x 24)', [1, 2, 3, 4, 5], [1, 2, 4, 3, 5], 0.9],
    ['one side says nothing', [1, 1, 1], [1, 2, 3], 0],
  ])('%s', (_case, a, b, expected) => {
    expect(spearman(a, b)).toBeCloseTo(expected, 4);
  });

  test('lies in -1..1, is the same from both sides, turns with the order and knows ranks only', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
        const its = spearman(a, b);
        expect(Math.abs(its)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearman(b, a)).toBeCloseTo(its, 12);
        expect(
          spearman(
            a,
            b.map((y) => -y),
          ),
        ).toBeCloseTo(-its, 12);
        expect(
          spearman(
            a.map((x) => x ** 3),
            b.map((y) => Math.exp(y / 10)),
          ),
        ).toBeCloseTo(its, 12);
      }),
      runs,
    );
  });
});

describe('calibration error', () => {
  test.each([
    ['three of four came true where 0.8 was said', [1, 1, 0, 1].map((actual) => ({ predicted: 0.8, actual })), 0.05],
    [
      'two bins, each 0.1 off',
      [
        { predicted: 0.1, actual: 0 },
        { predicted: 0.9, actual: 1 },
      ],
      0.1,
    ],
    [
      'errors of different bins do not make up for each other',
      [
        { predicted: 0.25, actual: 1 },
        { predicted: 0.75, actual: 0 },
      ],
      0.75,
    ],
    [
      'errors of one bin do',
      [
        { predicted: 0.5, actual: 1 },
        { predicted: 0.5, actual: 0 },
      ],
      0,
    ],
    [
      'certainty has a bin',
      [
        { predicted: 1, actual: 1 },
        { predicted: 0, actual: 0 },
      ],
      0,
    ],
    [
      'certain and wrong',
      [
        { predicted: 1, actual: 0 },
        { predicted: 0, actual: 1 },
      ],
      1,
    ],
    ['nothing predicted', [], 0],
  ])('%s', (_case, outcomes, expected) => {
    expect(calibrationError(outcomes)).toBeCloseTo(expected, 12);
  });

  test('lies in 0..1, knows no order, and is 0 for whoever says what comes true', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.record({ predicted: unit, actual: unit })), (outcomes) => {
        const its = calibrationError(outcomes);
        expect(its).toBeGreaterThanOrEqual(0);
        expect(its).toBeLessThanOrEqual(1);
        expect(calibrationError(outcomes.toReversed())).toBeCloseTo(its, 12);
        expect(calibrationError(outcomes.map(({ actual }) => ({ predicted: actual, actual })))).toBe(0);
      }),
      runs,
    );
  });
});
