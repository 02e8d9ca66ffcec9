import { createHash } from 'node:crypto';

import { Analyzer, AskCoach, spearman } from '../../src/engine/engine.js';
import { readTable } from '../../src/judgments/networks.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';
import { readCoachWords } from '../../src/knowledge/sources.js';

/** A third of the rated asks fitted the coach's weights; these tested it. */
const isTest = ({ id }: Record<string, string>): boolean => createHash('sha256').update(`concreteness/${id}`).digest()[0]! % 3 !== 0;

describe('the ask coach', () => {
  const coach = new AskCoach(readCoachWords(), new Analyzer(loadEngineResources().knowledge));
  const rated = readTable('data/judgments/concreteness.tsv').filter(isTest);

  test('its concreteness follows the ratings of at least 120 asks: Spearman 0.85', () => {
    expect(rated.length).toBeGreaterThanOrEqual(120);
    expect(
      spearman(
        rated.map(({ ask }) => coach.coach(ask!).concreteness),
        rated.map(({ rating }) => Number(rating)),
      ),
    ).toBeGreaterThanOrEqual(0.85);
  });

  test.each([
    ['where', 0.9],
    ['when', 0.9],
    ['who', 0.75],
    ['what', 0.7],
    ['purpose', 0.7],
  ] as const)('it sees whether an ask says %s', (part, floor) => {
    const right = rated.filter((row) => coach.coach(row['ask']!).missing.includes(part) === (row[part] === '0')).length;
    expect(right / rated.length).toBeGreaterThanOrEqual(floor);
  });
});
