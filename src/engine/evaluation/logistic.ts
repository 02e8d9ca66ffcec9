/** One judged pair: feature values, what came true (0..1), and how much it counts. */
export interface Example {
  readonly values: readonly number[];
  readonly actual: number;
  readonly weight: number;
}

export interface LogisticModel {
  readonly bias: number;
  readonly coefficients: readonly number[];
}

export interface LogisticOptions {
  /** Strength of the pull towards 0 (L2), in examples. */
  readonly ridge: number;
  /** +1: may not fall below 0; -1: may not rise above. Keeps each feature's meaning, whatever a small sample says. */
  readonly signs: readonly (1 | -1)[];
  /** Coefficients that are given, by feature; undefined where one is to be fitted. */
  readonly held: readonly (number | undefined)[];
}

const STEPS = 60;
const CLOSE_ENOUGH = 1e-8;

/**
 * Weighted logistic regression by Newton's method with a ridge (Hastie et al., The Elements of Statistical Learning, 4.4);
 * coefficients of the wrong sign are held at 0 and the rest is fitted anew. Deterministic.
 */
export function fitLogistic(examples: readonly Example[], { ridge, signs, held }: LogisticOptions): LogisticModel {
  const count = signs.length;
  const given = new Map(held.flatMap((value, feature) => (value === undefined ? [] : [[feature, value] as const])));
  for (;;) {
    const free = Array.from({ length: count }, (_, i) => i).filter((i) => !given.has(i));
    const beta = newton(examples, free, given, ridge);
    const wrong = free.filter((feature, k) => beta[k + 1]! * signs[feature]! < 0);
    if (wrong.length === 0) {
      const coefficients = Array.from({ length: count }, (_, feature) => given.get(feature) ?? 0);
      free.forEach((feature, k) => (coefficients[feature] = beta[k + 1]!));
      return { bias: beta[0]!, coefficients };
    }
    // The most wrong one first: often the others then right themselves.
    const worst = wrong.reduce((a, b) => (beta[free.indexOf(b) + 1]! * signs[b]! < beta[free.indexOf(a) + 1]! * signs[a]! ? b : a));
    given.set(worst, 0);
  }
}

function newton(examples: readonly Example[], free: readonly number[], given: ReadonlyMap<number, number>, ridge: number): number[] {
  const size = free.length + 1;
  let beta = new Array<number>(size).fill(0);
  const offsets = examples.map(({ values }) => [...given].reduce((sum, [feature, coefficient]) => sum + coefficient * values[feature]!, 0));
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((b, i) => (i === 0 ? 0 : -ridge * b));
    const hessian = beta.map((_, i) => beta.map((__, j) => (i === j && i > 0 ? ridge : 0)));
    examples.forEach(({ values, actual, weight }, example) => {
      const row = [1, ...free.map((feature) => values[feature]!)];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * beta[i]!, offsets[example]!)));
      const curve = weight * Math.max(1e-9, p * (1 - p));
      for (let i = 0; i < size; i++) {
        if (row[i] === 0) continue;
        gradient[i]! += weight * (actual - p) * row[i]!;
        for (let j = 0; j <= i; j++) hessian[i]![j]! += curve * row[i]! * row[j]!;
      }
    });
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[j]![i] = hessian[i]![j]!;
    const change = solve(hessian, gradient);
    beta = beta.map((b, i) => b + change[i]!);
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) break;
  }
  return beta;
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = a.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    if (Math.abs(a[column]![column]!) < 1e-12) throw new Error('The features of the judged pairs do not tell apart: two of them always move together.');
    for (let row = column + 1; row < n; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      for (let k = column; k <= n; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let sum = a[row]![n]!;
    for (let k = row + 1; k < n; k++) sum -= a[row]![k]! * x[k]!;
    x[row] = sum / a[row]![row]!;
  }
  return x;
}
