import { readFileSync } from 'node:fs';

import type { Command } from 'commander';

import { Analyzer, type Weights } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { loadEngineResources } from '../knowledge/resources.js';
import { figuresOf, rankAll, type Figures, type Pairs, type RankedAsk } from './evaluation.js';
import { printFigures, type Figure } from './figures.js';
import { readNetworks, type Split } from './networks.js';
import { engineScorer, plainBm25 } from './scorers.js';

interface EvaluateFlags {
  readonly split: string;
  readonly against?: string;
  readonly only?: string;
}

const SPLITS = ['train', 'test', 'all'];
const PAIRS: readonly Pairs[] = ['all', 'same language', 'crossed'];

export function addEvaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('Measure match quality on the judged networks of data/judgments.')
    .option('--split <split>', SPLITS.join(', '), 'test')
    .option('--against <weights.json>', 'print the figures of another setting beside it')
    .option('--only <name>', 'only the goals whose name holds this')
    .action((flags: EvaluateFlags) => {
      evaluate(flags);
    });
}

function evaluate({ split, against, only }: EvaluateFlags): void {
  if (!SPLITS.includes(split)) throw new DomainError('wrong-use', `--split takes ${SPLITS.join(', ')}, not "${split}".`);
  const resources = loadEngineResources();
  const analyzer = new Analyzer(resources.knowledge);
  const networks = readNetworks();
  const write = (line: string): void => void process.stdout.write(line);
  const chosen = (ranked: readonly RankedAsk[]): RankedAsk[] => ranked.filter((one) => split === 'all' || one.split === (split as Split));

  const settings = [
    { name: 'plain BM25', threshold: Infinity, ranked: chosen(rankAll(networks, plainBm25)) },
    ...(against === undefined ? [] : [settingOf(against, readWeights(against))]),
    settingOf('gern', resources.weights),
  ];
  function settingOf(name: string, weights: Weights): { name: string; threshold: number; ranked: RankedAsk[] } {
    return { name, threshold: weights.threshold, ranked: chosen(rankAll(networks, engineScorer(analyzer, weights))) };
  }

  write(`${'setting'.padEnd(24)}${'network'.padEnd(12)}${'pairs'.padEnd(16)}asks  nDCG@5  recall@10  MRR    traps  silence  heard@10  ECE\n`);
  for (const { name, ranked, threshold } of settings) {
    for (const network of ['', ...networks.map((one) => one.name)]) {
      const its = ranked.filter((one) => network === '' || one.network === network);
      for (const pairs of network === '' ? PAIRS : (['all'] as const)) write(row(name, network || 'all', pairs, figuresOf(its, threshold, pairs)));
    }
  }
  const { ranked, threshold } = settings.at(-1)!;
  const figures = goals(figuresOf(ranked, threshold), figuresOf(ranked, threshold, 'crossed')).filter(({ name }) => only === undefined || name.includes(only));
  write('\n');
  if (!printFigures(figures, write)) process.exitCode = 1;
}

function goals(all: Figures, crossed: Figures): Figure[] {
  return [
    { name: 'nDCG@5', value: all.ndcg5, goal: 0.75, better: 'more' },
    { name: 'nDCG@5 across languages', value: crossed.ndcg5, goal: 0.65, better: 'more' },
    { name: 'trap pairs above every helpful offer', value: all.trapErrors, goal: 0.05, better: 'less' },
    { name: 'silence where nobody serves the ask', value: all.silence, goal: 0.8, better: 'more' },
    { name: 'recall@10', value: all.recall10, goal: 0.8, better: 'more' },
    { name: 'calibration error', value: all.calibrationError, goal: 0.08, better: 'less' },
  ];
}

function row(setting: string, network: string, pairs: string, f: Figures): string {
  const cells = [f.ndcg5, f.recall10, f.mrr, f.trapErrors, f.silence, f.heardRecall10, f.calibrationError].map((value) => (Number.isNaN(value) ? '-' : value.toFixed(3)).padEnd(8));
  return `${setting.padEnd(24)}${network.padEnd(12)}${pairs.padEnd(16)}${String(f.asks).padEnd(6)}${cells.join('')}\n`;
}

function readWeights(path: string): Weights {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Weights;
  } catch (error) {
    throw new DomainError('unreadable-file', `${path} is not a file of weights: ${(error as Error).message}`);
  }
}
