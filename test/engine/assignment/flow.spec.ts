import fc from 'fast-check';

import { flawOf } from '../../../src/engine/assignment/certificate.js';
import type { Network } from '../../../src/engine/assignment/network-flow.js';
import { networkOf, ship, type Transport } from '../../../src/engine/assignment/transport.js';

const transport: fc.Arbitrary<Transport> = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([sources, sinks]) => {
  const side = (size: number): fc.Arbitrary<Transport['from']> =>
    fc
      .array(fc.record({ capacity: fc.nat(3), floor: fc.constantFrom(0, 100) }), { minLength: size, maxLength: size })
      .map((nodes) => ({ capacity: Int32Array.from(nodes, ({ capacity }) => capacity), floor: Float64Array.from(nodes, ({ floor }) => floor) }));
  const edge = fc.record({ source: fc.nat(sources - 1), sink: fc.nat(sinks - 1), benefit: fc.integer({ min: -5, max: 9 }), open: fc.constantFrom(0, 1, 1, 1) });
  return fc.tuple(side(sources), side(sinks), fc.array(edge, { maxLength: 10 })).map(([from, to, edges]): Transport => ({
    from,
    to,
    source: Int32Array.from(edges, (one) => one.source),
    sink: Int32Array.from(edges, (one) => one.sink),
    benefit: Float64Array.from(edges, (one) => one.benefit),
    open: Uint8Array.from(edges, (one) => one.open),
  }));
});

/** What a choice is worth; undefined where it breaks a bound. */
function worthOf({ from, to, source, sink, benefit, open }: Transport, chosen: ArrayLike<number>): number | undefined {
  const [out, into] = [from.capacity.map(() => 0), to.capacity.map(() => 0)];
  let sum = 0;
  for (let edge = 0; edge < source.length; edge++) {
    if (chosen[edge] !== 1) continue;
    if (open[edge] === 0) return undefined;
    out[source[edge]!]!++;
    into[sink[edge]!]!++;
    sum += benefit[edge]!;
  }
  if (out.some((count, node) => count > from.capacity[node]!) || into.some((count, node) => count > to.capacity[node]!)) return undefined;
  out.forEach((count, node) => (sum += count > 0 ? from.floor[node]! : 0));
  into.forEach((count, node) => (sum += count > 0 ? to.floor[node]! : 0));
  return sum;
}

describe('the flow below a plan', () => {
  test('chooses the edges of the greatest benefit and floors (1,000 networks, every choice tried)', () => {
    fc.assert(
      fc.property(transport, (problem) => {
        let best = 0;
        const edges = problem.source.length;
        for (let set = 0; set < 2 ** edges; set++)
          best = Math.max(
            best,
            worthOf(
              problem,
              Array.from({ length: edges }, (_, edge) => (set >> edge) & 1),
            ) ?? 0,
          );
        expect(worthOf(problem, ship(problem).chosen)).toBe(best);
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });

  describe('the certificate', () => {
    // One giver with one place, two askers: the better edge is taken.
    const problem: Transport = {
      from: { capacity: Int32Array.of(1), floor: Float64Array.of(0) },
      to: { capacity: Int32Array.of(1, 1), floor: Float64Array.of(0, 0) },
      source: Int32Array.of(0, 0),
      sink: Int32Array.of(0, 1),
      benefit: Float64Array.of(5, 3),
      open: Uint8Array.of(1, 1),
    };
    const network: Network = networkOf(problem);
    // Arcs: two edges; first places of giver and askers; further places of each.
    const flowOf = (first: number, second: number): Int32Array => Int32Array.of(first, second, first + second, first, second, 0, 0, 0);
    const price = Float64Array.of(3, 0, 0, 0);

    test('holds for the best flow with prices that carry it', () => {
      expect(flawOf(network, { flow: flowOf(1, 0), price })).toBeUndefined();
    });

    test.each([
      ['a flow that is not the best', { flow: flowOf(0, 1), price }, /arc 0 would gain 2 and is not full/u],
      ['prices that do not carry the best flow', { flow: flowOf(1, 0), price: Float64Array.of(9, 0, 0, 0) }, /arc 0 loses 4 and is not empty/u],
      ['more than an arc can carry', { flow: flowOf(2, 0), price }, /arc 0 carries 2 of 0 to 1/u],
      ['flow that comes from nowhere', { flow: Int32Array.of(1, 0, 1, 0, 0, 0, 0, 0), price }, /node 1 is out of balance by 1/u],
      ['prices that are no exact numbers', { flow: flowOf(1, 0), price: Float64Array.of(2.5, 0, 0, 0) }, /not exact/u],
    ])('fails for %s', (_, flow, flaw) => {
      expect(flawOf(network, flow)).toMatch(flaw);
    });
  });
});
