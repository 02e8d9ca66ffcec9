import { colourEdges, degreesOf } from './edge-colouring.js';
import type { Directed, Pair } from './plan-rules.js';

export interface RoundsRequest {
  readonly people: number;
  /** Introductions to place, planned ones or any others; both directions of a pair take place together. */
  readonly introductions: readonly Directed[];
  /** Length of a round and of the pause after it. */
  readonly minutes: number;
  readonly pause: number;
}

/** Two people at the same time in the same place. */
export interface RoundMeeting {
  /** The lower number first. */
  readonly pair: Pair;
  /** Places of its introductions in the request: one, or both directions. */
  readonly introductions: readonly number[];
}

export interface Round {
  /** Minutes from the start of the first round. */
  readonly starts: number;
  readonly ends: number;
  /** By the people's numbers. */
  readonly meetings: readonly RoundMeeting[];
  /** Who has a meeting at all, but none now. */
  readonly free: readonly number[];
}

export interface Rounds {
  /** The fullest round first. */
  readonly rounds: readonly Round[];
  /** No plan has fewer rounds: the meetings of the busiest person. There is at most one round more than that. */
  readonly fewest: number;
}

/** Places every introduction in timed rounds such that nobody is in two places at once and no pair meets twice. */
export function roundsOf({ people, introductions, minutes, pause }: RoundsRequest): Rounds {
  const meetings = meetingsOf(introductions);
  const pairs = meetings.map(({ pair }) => pair);
  const colours = colourEdges(people, pairs);
  const degrees = degreesOf(people, pairs);
  const busy = Array.from(degrees.keys()).filter((person) => degrees[person]! > 0);
  const byColour: RoundMeeting[][] = [];
  meetings.forEach((meeting, i) => (byColour[colours[i]!] ??= []).push(meeting));
  const filled = byColour.filter((round) => round.length > 0).sort((a, b) => b.length - a.length);
  const rounds = filled.map((round, i): Round => {
    const now = new Set(round.flatMap(({ pair }) => pair));
    const starts = i * (minutes + pause);
    return { starts, ends: starts + minutes, meetings: round, free: busy.filter((person) => !now.has(person)) };
  });
  return { rounds, fewest: degrees.reduce((most, degree) => Math.max(most, degree), 0) };
}

function meetingsOf(introductions: readonly Directed[]): RoundMeeting[] {
  const meetings = new Map<string, { pair: Pair; introductions: number[] }>();
  introductions.forEach(({ giver, asker }, place) => {
    const pair: Pair = giver < asker ? [giver, asker] : [asker, giver];
    const key = pair.join(' ');
    const known = meetings.get(key);
    if (known) known.introductions.push(place);
    else meetings.set(key, { pair, introductions: [place] });
  });
  return [...meetings.values()].sort((one, other) => one.pair[0] - other.pair[0] || one.pair[1] - other.pair[1]);
}
