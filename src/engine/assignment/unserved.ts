import { FORBIDDEN, OPEN, serves, type PlanProblem } from './plan-problem.js';

/** Why an asker gets no introduction at or above the threshold. */
export type UnservedReason = 'nobody above threshold' | 'forbidden' | 'own places taken' | 'all helpers full';

export interface Unserved {
  readonly asker: number;
  readonly reason: UnservedReason;
}

/** Everybody who may receive and is not served, with the reason. */
export function unservedOf(problem: PlanProblem, chosen: Uint8Array): Unserved[] {
  const { people, asker, received, status } = problem;
  const served = new Uint8Array(people);
  const [helpers, forbidden, used] = [new Int32Array(people), new Int32Array(people), new Int32Array(people)];
  for (let edge = 0; edge < asker.length; edge++) {
    const its = asker[edge]!;
    if (status[edge] === OPEN) helpers[its]!++;
    if (status[edge] === FORBIDDEN && serves(problem, edge)) forbidden[its]!++;
    if (chosen[edge] === 0) continue;
    used[its]!++;
    if (serves(problem, edge)) served[its] = 1;
  }
  const reasonOf = (person: number): UnservedReason =>
    helpers[person]! > 0 ? (used[person] === received[person] ? 'own places taken' : 'all helpers full') : forbidden[person]! > 0 ? 'forbidden' : 'nobody above threshold';
  return Array.from({ length: people }, (_, person) => person)
    .filter((person) => received[person]! > 0 && served[person] === 0)
    .map((person) => ({ asker: person, reason: reasonOf(person) }));
}
