// Speed of the engine as the service uses it. `npm run bench`, or `npm run bench -- --only query`. Run it on a quiet machine.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { Analyzer, Engine } from '../dist/engine/engine.js';
import { printFigures } from '../dist/judgments/figures.js';
import { readNetworks } from '../dist/judgments/networks.js';
import { loadEngineResources } from '../dist/knowledge/resources.js';
import { readKnowledgeSources } from '../dist/knowledge/sources.js';

const { values: flags } = parseArgs({ options: { only: { type: 'string' } } });
const OFFERS = 10_000;
const QUERIES = 300;

const started = performance.now();
const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const loading = performance.now() - started;
globalThis.gc?.();
const megabytes = process.memoryUsage().rss / 1e6;

/** Statements as people write them; shuffled halves of two make as many more as are wanted. */
const voices = readKnowledgeSources().voices.map(({ text }) => text);
const texts = Array.from({ length: OFFERS }, (_, i) => {
  const [one, other] = [voices[(i * 7919) % voices.length], voices[(i * 104_729 + 1) % voices.length]];
  return i % 2 === 0 ? one : `${one.split(' ').slice(0, 6).join(' ')} ${other.split(' ').slice(-6).join(' ')}`;
});
const asks = readNetworks()
  .flatMap((network) => network.asks)
  .slice(0, QUERIES);

for (const text of texts.slice(0, 2_000)) analyzer.analyze(text, 'offer');
const analysis = median(rounds(5, () => timed(() => texts.forEach((text) => analyzer.analyze(text, 'offer'))) / texts.length));

const engine = new Engine(analyzer, resources.weights);
texts.forEach((text, i) => engine.put({ id: `offer-${i}`, owner: `owner-${i}`, kind: 'offer', text }));
const rank = ({ id, owner, kind, text }) => engine.rank({ id, owner, kind, text }, { top: 10 });
asks.forEach(rank);
const query = median(asks.map((ask) => timed(() => rank(ask))));

const figures = [
  { name: 'load of vocabulary and weights, seconds', value: loading / 1_000, goal: 1, better: 'less' },
  { name: 'memory after load, MB', value: megabytes, goal: 150, better: 'less' },
  { name: 'analysis of a statement, ms', value: analysis, goal: 0.3, better: 'less' },
  { name: `query over ${OFFERS} offers, ms`, value: query, goal: 5, better: 'less' },
].filter(({ name }) => flags.only === undefined || name.includes(flags.only));
process.exitCode = printFigures(figures, (line) => process.stdout.write(line)) ? 0 : 1;

function timed(work) {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

function rounds(count, measure) {
  return Array.from({ length: count }, measure);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
