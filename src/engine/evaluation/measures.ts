/** Gains of a graded list: 2^grade - 1, so that one perfect answer outweighs several vague ones. */
const gain = (grade: number): number => 2 ** grade - 1;

/** nDCG at `depth` (Järvelin and Kekäläinen 2002), 0..1. @param grades of the ranked list, best first  @param all every grade there is for the ask */
export function ndcg(grades: readonly number[], all: readonly number[], depth: number): number {
  const sum = (list: readonly number[]): number => list.slice(0, depth).reduce((total, grade, place) => total + gain(grade) / Math.log2(place + 2), 0);
  const ideal = sum([...all].sort((a, b) => b - a));
  return ideal === 0 ? 0 : sum(grades) / ideal;
}

/** Share of the helpful that stand among the first `depth`. */
export function recall(isHelpful: readonly boolean[], helpful: number, depth: number): number {
  return helpful === 0 ? 0 : isHelpful.slice(0, depth).filter(Boolean).length / Math.min(helpful, depth);
}

/** One over the place of the first helpful one; 0 where there is none. */
export function reciprocalRank(isHelpful: readonly boolean[]): number {
  return 1 / (isHelpful.indexOf(true) + 1 || Infinity);
}

/** A prediction with what came true: 1 helpful, 0 not, between for "may help a bit". */
export interface Outcome {
  readonly predicted: number;
  readonly actual: number;
}

/** Expected calibration error over ten equally wide bins (Naeini et al. 2015): mean distance of prediction and outcome, weighted by how many fall there. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const bins = Array.from({ length: 10 }, () => ({ predicted: 0, actual: 0 }));
  for (const { predicted, actual } of outcomes) {
    const bin = bins[Math.min(9, Math.floor(predicted * 10))]!;
    bin.predicted += predicted;
    bin.actual += actual;
  }
  return outcomes.length === 0 ? 0 : bins.reduce((sum, { predicted, actual }) => sum + Math.abs(predicted - actual), 0) / outcomes.length;
}

/** Spearman's rank correlation with mean ranks for ties, -1..1. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return pearson(ranks(a), ranks(b));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let k = from; k <= to; k++) result[order[k]!] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((value, i) => {
    ab += (value - ma) * (b[i]! - mb);
    aa += (value - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  });
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}
