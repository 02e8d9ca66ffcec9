import fc from 'fast-check';

import { fitLogistic, type Example } from '../../src/engine/engine.js';

const FEATURES = 3;
const runs: fc.Parameters<unknown> = { numRuns: 60, seed: 20261124 };
const free: undefined[] = new Array<undefined>(FEATURES).fill(undefined);
const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Every mixture of five steps a feature. */
const GRID: number[][] = Array.from({ length: 5 ** FEATURES }, (_, i) => Array.from({ length: FEATURES }, (__, feature) => (Math.floor(i / 5 ** feature) % 5) / 4));

const truths = fc.record({
  bias: fc.double({ min: -3, max: 3, noNaN: true }),
  sizes: fc.array(fc.double({ min: 0.2, max: 4, noNaN: true }), { minLength: FEATURES, maxLength: FEATURES }),
  signs: fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: FEATURES, maxLength: FEATURES }),
});

const examplesOf = (bias: number, coefficients: readonly number[]): Example[] =>
  GRID.map((values) => ({ values, actual: chance(values.reduce((sum, value, feature) => sum + value * coefficients[feature]!, bias)), weight: 1 }));

/** Outcomes that follow no model at all. */
const noise = fc.array(
  fc.record({ values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: FEATURES, maxLength: FEATURES }), actual: fc.constantFrom(0, 0.5, 1), weight: fc.constantFrom(0.5, 1, 3) }),
  {
    minLength: 1,
    maxLength: 60,
  },
);
const signs = fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: FEATURES, maxLength: FEATURES });

describe('logistic regression', () => {
  test('recovers the coefficients by which the outcomes were made', () => {
    fc.assert(
      fc.property(truths, ({ bias, sizes, signs: its }) => {
        const coefficients = sizes.map((size, feature) => size * its[feature]!);
        const model = fitLogistic(examplesOf(bias, coefficients), { ridge: 1e-9, signs: its, held: free });
        expect(model.bias).toBeCloseTo(bias, 4);
        model.coefficients.forEach((coefficient, feature) => expect(coefficient).toBeCloseTo(coefficients[feature]!, 4));
      }),
      runs,
    );
  });

  test('recovers them from yes and no alone, within what a sample can tell', () => {
    // The twentieths of each mixture that came true: what chance would give, without the luck.
    const examples = examplesOf(-2, [3, 1, -1.5]).flatMap(({ values, actual }) => Array.from({ length: 20 }, (_, i) => ({ values, actual: Number((i + 0.5) / 20 < actual), weight: 1 })));
    const { bias, coefficients } = fitLogistic(examples, { ridge: 1e-6, signs: [1, 1, -1], held: free });
    [bias, ...coefficients].forEach((value, i) => expect(Math.abs(value - [-2, 3, 1, -1.5][i]!)).toBeLessThan(0.2));
  });

  test('keeps the sign of every feature, whatever the outcomes say', () => {
    fc.assert(
      fc.property(noise, signs, (examples, its) => {
        const { bias, coefficients } = fitLogistic(examples, { ridge: 1, signs: its, held: free });
        expect([bias, ...coefficients].every(Number.isFinite)).toBe(true);
        expect(coefficients.every((coefficient, feature) => coefficient * its[feature]! >= 0)).toBe(true);
      }),
      runs,
    );
  });

  test('a feature that works against its sign is held at 0, and the others are fitted without it', () => {
    const examples = examplesOf(-1, [2, -3, 1]);
    const { coefficients } = fitLogistic(examples, { ridge: 1e-6, signs: [1, 1, 1], held: free });
    const without = fitLogistic(examples, { ridge: 1e-6, signs: [1, 1, 1], held: [undefined, 0, undefined] });
    expect(coefficients[1]).toBe(0);
    expect(coefficients).toEqual(without.coefficients);
    expect(coefficients[0]).toBeGreaterThan(1);
  });

  test('gives a held coefficient back as it was, and fits the rest around it', () => {
    const { bias, coefficients } = fitLogistic(examplesOf(-1, [2, -3, 1]), { ridge: 1e-9, signs: [1, 1, 1], held: [undefined, -3, undefined] });
    expect(coefficients[1]).toBe(-3);
    expect(bias).toBeCloseTo(-1, 4);
    expect(coefficients[0]).toBeCloseTo(2, 4);
    expect(coefficients[2]).toBeCloseTo(1, 4);
  });

  test('an example of weight 2 counts like two', () => {
    fc.assert(
      fc.property(noise, signs, (examples, its) => {
        const options = { ridge: 1, signs: its, held: free };
        const heavy = fitLogistic(
          examples.map((one) => ({ ...one, weight: 2 })),
          options,
        );
        const twice = fitLogistic(
          [...examples, ...examples].map((one) => ({ ...one, weight: 1 })),
          options,
        );
        [heavy.bias, ...heavy.coefficients].forEach((value, i) => expect(value).toBeCloseTo([twice.bias, ...twice.coefficients][i]!, 6));
      }),
      { ...runs, numRuns: 30 },
    );
  });

  test('a stronger ridge pulls towards 0', () => {
    const sizeAt = (ridge: number): number => fitLogistic(examplesOf(-1, [2, 3, 1]), { ridge, signs: [1, 1, 1], held: free }).coefficients.reduce((sum, value) => sum + value ** 2, 0);
    expect(sizeAt(1)).toBeLessThan(sizeAt(0.001));
    expect(sizeAt(100)).toBeLessThan(sizeAt(1));
  });

  test('two features that always move together are told, not guessed', () => {
    const twins = GRID.map(([value]) => ({ values: [value!, value!], actual: value!, weight: 1 }));
    expect(() => fitLogistic(twins, { ridge: 0, signs: [1, 1], held: [undefined, undefined] })).toThrow('always move together');
  });
});
