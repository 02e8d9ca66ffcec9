// Speed of the engine as the service uses it. `npm run bench`, or `npm run bench -- --sizes 1000,10000 --only ranking`. Run it on a quiet machine.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { Analyzer } from '../dist/engine/engine.js';
import { printFigures } from '../dist/judgments/figures.js';
import { loadEngineResources } from '../dist/knowledge/resources.js';
import { cpuTime, median } from './cpu.mjs';
import { rankingFigures } from './ranking.mjs';
import { offer } from './statements.mjs';

const { values: flags } = parseArgs({ options: { only: { type: 'string' }, sizes: { type: 'string', default: '1000,10000,100000' } } });
const ANALYSED = 10_000;

const started = performance.now();
const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const loading = performance.now() - started;
globalThis.gc?.();
const megabytes = process.memoryUsage().rss / 1e6;

const texts = Array.from({ length: ANALYSED }, (_, i) => offer(i).text);
const analyseAll = () => texts.forEach((text) => analyzer.analyze(text, 'offer'));
analyseAll();
const perSecond = (ANALYSED * 1e6) / median(Array.from({ length: 5 }, () => cpuTime(analyseAll)));

const figures = [
  { name: 'load of vocabulary and weights, seconds', value: loading / 1_000, goal: 1, better: 'less' },
  { name: 'memory after load, MB', value: megabytes, goal: 150, better: 'less' },
  { name: 'analysis, statements a second', value: perSecond, goal: 60_000, better: 'more' },
  ...flags.sizes.split(',').flatMap((size) => rankingFigures(analyzer, resources.weights, Number(size))),
].filter(({ name }) => flags.only === undefined || name.includes(flags.only));
process.exitCode = printFigures(figures, (line) => process.stdout.write(line)) ? 0 : 1;
