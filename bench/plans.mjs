// How fast plans are made, and how good: `npm run build && node bench/plans.mjs`. CPU time; run it on a quiet machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import { stringify } from 'csv-stringify/sync';
import loadHighs from 'highs';
import { load } from 'js-yaml';

import { Analyzer, Engine, planIntroductions, planMeetings, roundsOf, tablesOf } from '../dist/engine/engine.js';
import { printFigures } from '../dist/judgments/figures.js';
import { loadEngineResources } from '../dist/knowledge/resources.js';
import { roomOf } from '../dist/meetups/room.js';
import { Weighing } from '../dist/meetups/weighing.js';

/** The figures of plans, for groups of 300 to 50,000 people. */
export async function planFigures() {
  const figures = [];
  const less = (name, value, goal) => figures.push({ name, value, goal, better: 'less' });
  const more = (name, value, goal) => figures.push({ name, value, goal, better: 'more' });

  for (const [people, places, goal, rounds] of [
    [300, 3, 30, 41],
    [300, 5, 30, 41],
    [1_000, 3, 100, 9],
    [1_000, 5, 100, 9],
    [10_000, 3, 2_500, 3],
    [10_000, 5, 2_500, 3],
  ]) {
    const request = { people, edges: community(people, 20, people), limits: { received: places, given: places } };
    const { result, milliseconds } = measured(rounds, () => planIntroductions(request));
    less(`plan of ${people}, ${places} places, ms`, milliseconds, goal);
    more(`plan of ${people}, ${places} places, proven`, Number(result.proof.optimal), 1);
  }

  const evening = { people: 300, edges: community(300, 20, 300) };
  const before = planIntroductions(evening);
  const noShow = { ...evening, edges: evening.edges.filter(({ giver, asker }) => giver !== 42 && asker !== 42), previous: before.introductions };
  const again = measured(15, () => planIntroductions(noShow));
  less('new plan of 300 after a no-show, ms', again.milliseconds, 30);
  less('introductions of others changed by it, share', changed(before, again.result, 42), 0.1);
  less('total against HiGHS at 300, millionths apart', await apartFromHighs(300), 0);

  for (const places of [3, 5]) {
    const request = { people: 1_000, edges: community(1_000, 20, 1_000), meetings: places };
    const { result, milliseconds } = measured(5, () => planMeetings(request));
    less(`mutual plan of 1000, ${places} places, ms`, milliseconds, 500);
    less(`mutual plan of 1000, ${places} places, gap, millionths`, result.proof.gap * 1e6, 100);
  }

  const wide = { people: 50_000, edges: community(50_000, 10, 50_000) };
  const { result, milliseconds } = measured(1, () => planIntroductions(wide));
  less('plan of 50000 with 10 candidates, ms', milliseconds, 60_000);
  more('plan of 50000 with 10 candidates, proven', Number(result.proof.optimal), 1);
  less('memory after it, MB', process.memoryUsage().rss / 1e6, 1_000);

  const rounds = measured(5, () => roundsOf({ people: 300, introductions: before.introductions, minutes: 8, pause: 2 }));
  less('1:1 rounds of 300, ms', rounds.milliseconds, 200);
  less('rounds more than the busiest person has meetings', rounds.result.rounds.length - rounds.result.fewest, 1);
  const tables = measured(3, () => tablesOf({ people: 300, seats: 6, rounds: 4, edges: before.introductions }));
  less('four rounds of tables for 300, ms', tables.milliseconds, 500);
  more('introductions that come to one table, share', tables.result.together / before.introductions.length, 0.8);
  less('people who sit together again', tables.result.repeats, 0);

  const door = atTheDoor(300);
  less('late guest of 300, from words to new plan, ms', door.late, 200);
  less('no-show of 300, from room to new plan, ms', door.noShow, 200);

  const list = introListProcess(300);
  less('intro list of 300 from CSV to table, whole process, CPU s', list.cpu, 2);
  less('intro list of 300 from CSV to table, whole process, wall s', list.wall, 2);
  return figures;
}

/** Each person asks and has some candidates, hubs more often than others; affinities of 0.25 to 1, the high ones rarer. */
function community(people, candidates, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from({ length: people }, (_, asker) => {
    const givers = new Set();
    while (givers.size < candidates) {
      const giver = Math.floor(people * (next() < 0.3 ? next() ** 3 : next()));
      if (giver !== asker) givers.add(giver);
    }
    return [...givers].map((giver) => ({ giver, asker, affinity: Math.round(1e6 * (0.25 + 0.75 * next() ** 2)) / 1e6 }));
  }).flat();
}

/** The result, and the median of CPU time. */
function measured(rounds, work) {
  let result;
  const times = Array.from({ length: rounds }, () => {
    const from = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  });
  return { result, milliseconds: times.sort((a, b) => a - b)[Math.floor(rounds / 2)] };
}

function changed(before, after, person) {
  const others = before.introductions.filter(({ giver, asker }) => giver !== person && asker !== person);
  const now = new Set(after.introductions.map(({ giver, asker }) => `${giver} ${asker}`));
  return others.filter(({ giver, asker }) => !now.has(`${giver} ${asker}`)).length / others.length;
}

/** Whoever comes late or stays away, when the room is known: medians over some guests. */
function atTheDoor(guests) {
  const { knowledge, weights } = loadEngineResources();
  const weighing = new Weighing(new Engine(new Analyzer(knowledge), weights));
  const all = signUps(guests + 15).map(([name, email, asks, offers], i) => ({ id: String(i).padStart(6, '0'), name, email, asks: asks.split('\n'), offers: offers.split('\n') }));
  let here = all.slice(0, guests);
  let previous = [];
  const plan = () => {
    weighing.level(new Map(here.map((guest) => [guest.id, guest])));
    const room = roomOf(here, weighing, { perPerson: 3, perGiver: 3 }, []);
    const numbers = new Map(room.people.map(({ id }, number) => [id, number]));
    const known = previous.map(({ giver, asker }) => ({ giver: numbers.get(giver), asker: numbers.get(asker) })).filter(({ giver, asker }) => giver !== undefined && asker !== undefined);
    const { introductions } = planIntroductions({ ...room.request, previous: known });
    previous = introductions.map(({ giver, asker }) => ({ giver: room.people[giver].id, asker: room.people[asker].id }));
  };
  plan();
  const late = all.slice(guests).map((guest) => {
    here = [...here, guest];
    return measured(1, plan).milliseconds;
  });
  const noShow = late.map((_, i) => {
    here = here.filter(({ id }) => id !== all[i * 19].id);
    return measured(1, plan).milliseconds;
  });
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return { late: median(late), noShow: median(noShow) };
}

/** Sign-ups that hold the demo's statements in new combinations. */
function signUps(guests) {
  const members = load(readFileSync('data/demo/network.yaml', 'utf8')).members;
  const [asks, offers] = ['asks', 'offers'].map((kind) => members.flatMap((member) => member[kind].map(({ text }) => text.replaceAll(/[;|]/gu, ','))));
  const recombined = (texts, i) => texts[(i * 7 + Math.floor(i / texts.length)) % texts.length];
  const several = (texts, i) => (i % 3 === 0 ? `${recombined(texts, i)}\n${recombined(texts, i + guests)}` : recombined(texts, i));
  return Array.from({ length: guests }, (_, i) => [`Guest ${i}`, `guest${i}@example.org`, several(asks, i), several(offers, i + 1)]);
}

/** `gern intros` on such sign-ups: medians of seconds over five processes. */
function introListProcess(guests) {
  const rows = signUps(guests);
  const folder = mkdtempSync(join(tmpdir(), 'gern-bench-'));
  const file = join(folder, 'guests.csv');
  writeFileSync(file, stringify([['Name', 'Email', 'I look for', 'I offer'], ...rows]));
  const tellsCpu = 'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write(`cpu ${user+system}`)})';
  const runs = Array.from({ length: 5 }, () => {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', tellsCpu, 'bin/gern.mjs', 'intros', file], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(stderr);
    return { wall: (performance.now() - from) / 1_000, cpu: Number(/cpu (\d+)$/u.exec(stderr)[1]) / 1e6 };
  });
  rmSync(folder, { recursive: true });
  const median = (values) => values.sort((a, b) => a - b)[2];
  return { wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) };
}

async function apartFromHighs(people) {
  const edges = community(people, 20, people);
  const { total, served } = planIntroductions({ people, edges });
  if (served < people) throw new Error('The comparison has no floors: it needs a group in which everybody is served.');
  const rows = new Map();
  edges.forEach(({ giver, asker }, edge) => [`g${giver}`, `a${asker}`].forEach((name) => rows.set(name, [...(rows.get(name) ?? []), `x${edge}`])));
  const objective = edges.map(({ affinity }, edge) => `${Math.round(affinity * 1e6)} x${edge}`);
  const limits = [...rows].flatMap(([name, terms]) => [` ${name}: ${terms.join(' + ')} <= 3`, ...(name.startsWith('a') ? [` f${name}: ${terms.join(' + ')} >= 1`] : [])]);
  const text = ['Maximize', ` obj: ${objective.join('\n + ')}`, 'Subject To', ...limits, 'Bounds', ...edges.map((_, edge) => ` 0 <= x${edge} <= 1`), 'End\n'].join('\n');
  const { Status, ObjectiveValue, Columns } = (await loadHighs()).solve(text);
  if (Status !== 'Optimal' || Object.keys(Columns).length !== edges.length) throw new Error(`HiGHS did not solve the program: ${Status}.`);
  return Math.abs(Math.round(total * 1e6) - Math.round(ObjectiveValue));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = printFigures(await planFigures(), (line) => process.stdout.write(line)) ? 0 : 1;
