import { readFileSync } from 'node:fs';

import { load } from 'js-yaml';

import { Analyzer, Engine, type Statement, type StatementKind } from '../../src/engine/engine.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';

interface Member {
  readonly id: string;
  readonly asks?: readonly { readonly id: string; readonly text: string }[];
  readonly offers?: readonly { readonly id: string; readonly text: string }[];
}

const { members } = load(readFileSync('data/demo/network.yaml', 'utf8')) as { members: Member[] };
const grades = readFileSync('data/judgments/demo.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [ask: string, offer: string, grade: string, trap: string, why: string]);

describe('the demo network, as judged in data/judgments/demo.tsv', () => {
  const resources = loadEngineResources();
  const engine = new Engine(new Analyzer(resources.knowledge), resources.weights);
  const asks = new Map<string, Statement>();
  for (const { id: owner, asks: its = [], offers = [] } of members) {
    const statement = (kind: StatementKind, { id, text }: { id: string; text: string }): Statement => ({ id: `${owner}/${id}`, owner, kind, text });
    for (const ask of its) asks.set(`${owner}/${ask.id}`, statement('ask', ask));
    for (const offer of offers) engine.put(statement('offer', offer));
  }
  const firstThree = (ask: string): string[] => engine.rank(asks.get(ask)!, { top: 3, threshold: 0 }).map(({ offerId }) => offerId);

  test('at least 60 asks are judged, and every judged statement exists', () => {
    expect(new Set(grades.map(([ask]) => ask)).size).toBeGreaterThanOrEqual(60);
    expect(grades.filter(([ask]) => !asks.has(ask))).toEqual([]);
  });

  // The floor of this first setting; fitted weights will raise it.
  test('an obvious counterpart is among the first three for nine in ten of the asks that have one', () => {
    const obvious = new Set(grades.filter(([, , grade, , why]) => grade === '3' && why.startsWith('obvious')).map(([ask]) => ask));
    const helpful = (ask: string) => grades.filter(([of, , grade]) => of === ask && grade === '3').map(([, offer]) => offer);
    const missed = [...obvious].filter((ask) => !firstThree(ask).some((offer) => helpful(ask).includes(offer)));
    expect(missed.length / obvious.size).toBeLessThanOrEqual(1 - FLOOR);
  });
});

const FLOOR = 0.9;
