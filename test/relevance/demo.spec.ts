import { readFileSync } from 'node:fs';

import { Analyzer } from '../../src/engine/engine.js';
import { figuresOf, rankAll } from '../../src/judgments/evaluation.js';
import { readNetworks, readTable } from '../../src/judgments/networks.js';
import { engineScorer, plainBm25 } from '../../src/judgments/scorers.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';

const resources = loadEngineResources();
const scorer = engineScorer(new Analyzer(resources.knowledge), resources.weights);
const networks = readNetworks();

describe('the demo network', () => {
  const demo = networks.filter(({ name }) => name === 'demo');
  const obvious = new Set(
    readTable('data/judgments/demo/grades.tsv')
      .filter(({ why }) => why!.startsWith('obvious'))
      .map(({ ask }) => ask!),
  );

  test('at least 60 asks are judged with graded offers', () => {
    expect(new Set(demo[0]!.judgments.map(({ ask }) => ask)).size).toBeGreaterThanOrEqual(60);
  });

  test('every obvious counterpart is among the first three', () => {
    const missed = rankAll(demo, scorer)
      .filter(({ ask, offers }) => obvious.has(ask.id) && !offers.slice(0, 3).some(({ grade }) => grade === 3))
      .map(({ ask }) => ask.text);
    expect(missed).toEqual([]);
  });

  test('the meetup’s sign-ups hold what people really write: Windows line ends or not, quotes, several needs in a cell', () => {
    expect(readFileSync('data/demo/meetup.csv', 'utf8')).toMatch(/"[^"]*\n[^"]*"/u);
  });
});

describe('the judged networks, test asks only', () => {
  const ranked = rankAll(networks, scorer).filter(({ split }) => split === 'test');
  const figures = figuresOf(ranked, resources.weights.threshold);

  test('at least 300 statements, 150 judged asks, every kind of trap and asks that nobody serves', () => {
    expect(networks.reduce((sum, { asks, offers }) => sum + asks.length + offers.length, 0)).toBeGreaterThanOrEqual(300);
    expect(networks.reduce((sum, { asks }) => sum + asks.length, 0)).toBeGreaterThanOrEqual(150);
    const traps = new Set(networks.flatMap(({ judgments }) => judgments.map(({ trap }) => trap)));
    expect([...traps].filter(Boolean).sort()).toEqual(['direction', 'domain', 'homonym', 'level', 'near-duplicate', 'negation', 'place', 'time']);
  });

  // Floors a little below what docs/measured.md reports, so that a loss shows.
  test.each([
    ['ndcg5', 0.6],
    ['recall10', 0.8],
    ['silence', 0.7],
  ] as const)('%s stays above its floor', (name, floor) => {
    expect(figures[name]).toBeGreaterThanOrEqual(floor);
  });

  test('affinities mean what they say: the calibration error stays below 0.1', () => {
    expect(figures.calibrationError).toBeLessThanOrEqual(0.1);
  });

  test('plain BM25 on the same asks stays far below', () => {
    const plain = figuresOf(
      rankAll(networks, plainBm25).filter(({ split }) => split === 'test'),
      Infinity,
    );
    expect(figures.ndcg5).toBeGreaterThan(2 * plain.ndcg5);
  });
});
