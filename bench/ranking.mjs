import MiniSearch from 'minisearch';

import { Engine } from '../dist/engine/engine.js';
import { cpuTime, heldBytes, median, quantile } from './cpu.mjs';
import { asks, offer } from './statements.mjs';

const ROUNDS = 5;
const ASKS = 100;
const WARM_UP = 3;
/** Share of the statements that are replaced while the asks are ranked. */
const UPDATED = 0.01;
const TOP = 10;
/** How many times as long as the full affinity of Gern the plain words of minisearch take: the goals of the project by size. */
const RATIO_GOALS = { 1_000: 20, 10_000: 100, 100_000: 400 };

/** Full ranking over so many offers, beside minisearch on the same statements in interleaved rounds. */
export function rankingFigures(analyzer, weights, size) {
  const before = heldBytes();
  const engine = new Engine(analyzer, weights);
  for (let i = 0; i < size; i++) engine.put(offer(i));
  const bytes = (heldBytes() - before) / size;
  const peer = new MiniSearch({ fields: ['text'] });
  for (let i = 0; i < size; i++) peer.add(offer(i));

  const some = asks.filter((_, i) => i % Math.floor(asks.length / ASKS) === 0).slice(0, ASKS);
  for (const ask of some) engine.put(ask);
  const rank = (ask) => engine.rank(ask, { top: TOP });
  for (let i = 0; i < WARM_UP; i++) some.forEach(rank);

  const update = updates(engine, size);
  const times = some.map(() => []);
  const ratios = [];
  for (let round = 0; round < ROUNDS; round++) {
    some.forEach((ask, i) => {
      for (let u = 0; u < (UPDATED * size) / (ROUNDS * some.length); u++) update();
      const own = cpuTime(() => rank(ask));
      times[i].push(own);
      ratios.push(cpuTime(() => peer.search(ask.text).slice(0, TOP)) / Math.max(1, own));
    });
  }
  const typical = times.map(median);
  const [put, remove] = effects(engine, size);
  return [
    { name: `ranking over ${size} offers, us`, value: median(typical), goal: size <= 10_000 ? 5_000 : 50_000, better: 'less' },
    { name: `ranking over ${size} offers, p99 by p50`, value: quantile(typical, 0.99) / median(typical), goal: 4, better: 'less' },
    { name: `minisearch by Gern over ${size} offers`, value: median(ratios), goal: RATIO_GOALS[size] ?? 100, better: 'more' },
    { name: `memory of a statement among ${size}, bytes`, value: bytes, goal: 120, better: 'less' },
    { name: `put among ${size} until it counts, us`, value: put, goal: 100, better: 'less' },
    { name: `withdrawal among ${size} until it counts, us`, value: remove, goal: 100, better: 'less' },
  ];
}

/** Replaces one statement after the other by a new text. */
function updates(engine, size) {
  let next = 0;
  return () => {
    const { id, owner } = offer((next * 97) % size);
    engine.put({ ...offer(size + next), id, owner });
    next++;
  };
}

/** Medians of putting and of withdrawing statements. */
function effects(engine, size) {
  const strangers = Array.from({ length: 200 }, (_, i) => ({ ...offer(2 * size + i), id: `stranger-${i}` }));
  return [strangers.map((one) => cpuTime(() => engine.put(one))), strangers.map(({ id }) => cpuTime(() => engine.remove(id)))].map(median);
}
