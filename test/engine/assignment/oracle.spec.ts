import fc from 'fast-check';

import { planIntroductions } from '../../../src/engine/engine.js';
import { brokenRule, bruteForce, worthOf } from './brute-force.js';
import { smallRequest } from './instances.js';

describe('a plan against slower, independent answers', () => {
  test('is worth exactly what the best of all possible plans is, and says none possible exactly where there is none', () => {
    let possible = 0;
    fc.assert(
      fc.property(smallRequest, (request) => {
        const [best, outcome] = [bruteForce(request), planIntroductions(request)];
        expect(outcome.kind === 'plan').toBe(best !== undefined);
        if (outcome.kind !== 'plan') return;
        possible++;
        expect(outcome.proof).toEqual({ optimal: true, servedGap: 0, gap: 0 });
        expect(worthOf(request, outcome.introductions)).toEqual(best);
        expect(outcome.served).toBe(best!.served);
      }),
      { numRuns: 600, seed: 1 },
    );
    expect(possible).toBeGreaterThan(200);
  }, 180_000);

  test('never breaks a hard rule in 10,000 requests', () => {
    fc.assert(
      fc.property(smallRequest, (request) => {
        const outcome = planIntroductions(request);
        if (outcome.kind === 'plan') expect(brokenRule(request, outcome.introductions)).toBeUndefined();
      }),
      { numRuns: 10_000, seed: 2 },
    );
  }, 180_000);
});
