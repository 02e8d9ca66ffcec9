import fc from 'fast-check';

import { Analyzer, Engine, planIntroductions, type IntroPlan, type NonePossible } from '../../src/engine/engine.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';
import type { Attendee } from '../../src/meetups/attendees.js';
import { clashText } from '../../src/meetups/clash-text.js';
import { guestFinder } from '../../src/meetups/guest-finder.js';
import { introList, outcomeOf } from '../../src/meetups/intro-list.js';
import { pairNoteText, readGuestPairs } from '../../src/meetups/known-pairs.js';
import { programmeOf } from '../../src/meetups/programme.js';
import { roomOf, type Room, type RoomLimits } from '../../src/meetups/room.js';
import { Weighing } from '../../src/meetups/weighing.js';
import { guestCalled, whyNotThese } from '../../src/meetups/why-not-these.js';

const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const guest = (name: string, asks: string[], offers: string[]): Attendee => ({ name, email: `${name.split(' ')[0]!.toLowerCase()}@example.org`, asks, offers });

const SEO = 'Help with search engine optimization (SEO)';
const LOGO = 'A logo for my bakery';
const DOG = 'Somebody who looks after my dog';
const ada = guest('Ada Quist', [SEO], ['I look after dogs']);
const bea = guest('Bea Roth', [SEO], ['Logo design']);
const cleo = guest('Cleo Sanz', [SEO, LOGO], ['Bike repair']);
const dora = guest('Dora Thule', [], ['Search engine optimization (SEO) for small firms']);
const emil = guest('Emil Ude', [DOG], []);
const ROOM = [ada, bea, cleo, dora, emil];

interface Planned {
  readonly room: Room;
  readonly engine: Engine;
  readonly plan: IntroPlan | NonePossible;
}

function planned(attendees: readonly Attendee[], limits: Partial<RoomLimits> = {}, known = '', lookedAt: Attendee[] = []): Planned {
  const engine = new Engine(analyzer, resources.weights);
  const { pairs } = readGuestPairs(Buffer.from(known), guestFinder(attendees));
  const room = roomOf(attendees, new Weighing(engine), { perPerson: 3, perGiver: 3, ...limits }, pairs, lookedAt.length === 2 ? [[lookedAt[0]!, lookedAt[1]!]] : []);
  return { room, engine, plan: planIntroductions(room.request) };
}

function listed(attendees: readonly Attendee[], limits: Partial<RoomLimits> = {}, known = '') {
  const { room, engine, plan } = planned(attendees, limits, known);
  if (plan.kind === 'none possible') throw new Error(clashText(plan, room, 'en'));
  return introList({ attendees, read: attendees.length, merged: 0, skipped: 0, warnings: [], questions: [] }, room, outcomeOf(room, plan), engine);
}

const arrows = (list: ReturnType<typeof listed>): string[] => list.guests.flatMap(({ name, give }) => give.map((one) => `${name} → ${one.name}`)).sort();

describe('the plan behind the intro list', () => {
  test('P1 giving stands first, and both sides of an introduction quote the same two statements', () => {
    const { guests } = listed(ROOM);
    for (const entry of guests) expect(Object.keys(entry)).toEqual(['name', 'email', 'give', 'receive']);
    for (const { name, receive } of guests)
      for (const { name: giver, ask, offer, affinity } of receive) expect(guests.find((other) => other.name === giver)!.give).toContainEqual(expect.objectContaining({ name, ask, offer, affinity }));
  });

  test('P6 the one helper of many helps no more than their places, and whoever has another helper leaves the place', () => {
    const list = listed(ROOM, { perGiver: 2 });
    expect(
      list.guests
        .find(({ name }) => name === 'Dora Thule')!
        .give.map(({ name }) => name)
        .sort(),
    ).toEqual(['Ada Quist', 'Bea Roth']);
    expect(arrows(list)).toContain('Bea Roth → Cleo Sanz');
    expect(list.summary).toMatchObject({ introductions: 4, askers: 4, served: 4, unserved: [], proof: { optimal: true } });
  });

  test('whoever finds no place is named with the reason; who asks nothing is helped by nobody', () => {
    const list = listed([ada, bea, cleo, dora], { perGiver: 1 });
    expect(list.summary.unserved).toHaveLength(1);
    expect(list.summary.unserved[0]).toMatchObject({ reason: 'all helpers full' });
    expect(list.guests.find(({ name }) => name === 'Dora Thule')!.receive).toEqual([]);
  });

  test('nobody gives or receives more than their places, and every statement pair is at or above the threshold, in any room', () => {
    const texts = [SEO, LOGO, DOG, 'Bike repair', 'Logo design', 'I look after dogs', 'Yoga for bad backs', 'SEO for small firms'];
    const words = fc.uniqueArray(fc.constantFrom(...texts), { maxLength: 2 });
    const rooms = fc.array(fc.record({ asks: words, offers: words }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(rooms, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (people, perPerson, perGiver) => {
        const list = listed(
          people.map(({ asks, offers }, i) => guest(`Guest${i} X`, asks, offers)),
          { perPerson, perGiver },
        );
        for (const { give, receive } of list.guests) {
          expect(give.length).toBeLessThanOrEqual(perGiver);
          expect(receive.length).toBeLessThanOrEqual(perPerson);
          for (const { affinity } of receive) expect(affinity).toBeGreaterThanOrEqual(resources.weights.threshold);
        }
        expect(list.summary.served + list.summary.unserved.length).toBe(list.summary.askers);
      }),
      { numRuns: 40 },
    );
  });

  test('P11 shuffled rows give the same plan', () => {
    const same = listed(ROOM, { perGiver: 2 });
    for (const rows of [[...ROOM].reverse(), [cleo, ada, emil, dora, bea], [dora, emil, bea, ada, cleo]]) {
      const again = listed(rows, { perGiver: 2 });
      expect(again.guests.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
      expect([...again.guests].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(same.guests);
    }
  });
});

describe('pairs that the organizer knows of', () => {
  test('who know each other and who must never meet are kept apart in both directions, by name or address, with a header or without', () => {
    for (const known of ['name,name\nDora Thule,Ada Quist\n', 'dora@example.org;ADA+x@example.org;never\n', 'Dora  Thule\tada quist\tnie\n', 'a,b,rule\nAda Quist,Dora Thule,known\n'])
      expect(arrows(listed(ROOM, {}, known))).not.toContain('Dora Thule → Ada Quist');
    expect(arrows(listed(ROOM))).toContain('Dora Thule → Ada Quist');
  });

  test('who must meet do so however far their words are apart, and in the direction that has words', () => {
    const list = listed(ROOM, {}, 'Emil Ude,Cleo Sanz,must\n');
    expect(list.guests.find(({ name }) => name === 'Emil Ude')!.receive.map(({ name }) => name)).toContain('Cleo Sanz');
    expect(list.guests.find(({ name }) => name === 'Cleo Sanz')!.give).toContainEqual(expect.objectContaining({ must: true, reason: expect.stringMatching(/^Your hosts would like/u) }));
  });

  test('each unclear row is told, and rather keeps two apart than brings them together', () => {
    const twins = [...ROOM, { ...ada, email: 'ada2@example.org' }];
    const known =
      'Ada Quist,Dora Thule\nNobody,Dora Thule\nDora Thule,\nDora Thule,dora@example.org\nBea Roth,Dora Thule,mut\nAda Quist,Dora Thule,must\nDora Thule,nora@example.org,must\nEmil Ude,Emil Ude\n';
    const { pairs, notes } = readGuestPairs(Buffer.from(known), guestFinder(twins));
    expect(notes.map(({ row, code }) => `${row} ${code}`)).toEqual(['1 ambiguous', '2 not-found', '3 name-missing', '4 same-guest', '5 rule-unknown', '6 ambiguous', '7 not-found', '8 same-guest']);
    expect(pairs.map(({ row, rule }) => `${row} ${rule}`)).toEqual(['1 known', '1 known', '5 never']);
    for (const language of ['de', 'en', 'es'] as const) for (const note of notes) expect(pairNoteText(note, language)).toMatch(/^.{20,}[.]$/u);
  });

  test('must without any words to introduce them by is told and left out', () => {
    const silent = [guest('Ida Vel', [], ['Cake']), guest('Jo Wyn', [], ['Jam'])];
    expect(readGuestPairs(Buffer.from('Ida Vel,Jo Wyn,must\n'), guestFinder(silent))).toMatchObject({ pairs: [], notes: [{ code: 'nothing-to-give' }] });
  });

  test('rules that cannot hold together give no plan, but what clashes and what to relax', () => {
    const apart = planned(ROOM, {}, 'Ada Quist,Bea Roth,must\nAda Quist,Bea Roth,never\n');
    const full = planned(ROOM, { perGiver: 1 }, 'Dora Thule,Ada Quist,must\nDora Thule,Bea Roth,must\n');
    if (apart.plan.kind === 'plan' || full.plan.kind === 'plan') throw new Error('There is a plan.');
    expect(clashText(apart.plan, apart.room, 'en')).toContain('give up that Ada Quist and Bea Roth are kept apart');
    expect(clashText(full.plan, full.room, 'de')).toContain('Dora Thule 2 Gästen helfen lassen (--per-giver 2)');
    expect(clashText(full.plan, full.room, 'es')).toContain('renunciar a esta regla');
  });
});

describe('why not these two?', () => {
  const because = (one: Attendee, other: Attendee, limits: Partial<RoomLimits> = {}, known = ''): string[] => {
    const { room, plan } = planned(ROOM, limits, known, [one, other]);
    if (plan.kind === 'none possible') throw new Error(clashText(plan, room, 'en'));
    return whyNotThese(room, plan, one, other, 'en').map((answer) => answer.because);
  };

  test('each reason has its answer, the first guest as giver first', () => {
    expect(because(dora, ada)).toEqual(['planned', 'no ask']);
    expect(because(emil, cleo)).toEqual(['no offer', 'no affinity above threshold']);
    expect(because(dora, ada, {}, 'Ada Quist,Dora Thule\n')[0]).toBe('known');
    expect(because(dora, ada, {}, 'Ada Quist,Dora Thule,never\n')[0]).toBe('never');
    expect(because(dora, cleo, { perGiver: 2 })[0]).toBe('floor');
  });

  test('P5 the sentence names both and whoever has the place, in three languages', () => {
    const { room, plan } = planned(ROOM, { perGiver: 2 });
    if (plan.kind === 'none possible') throw new Error('No plan.');
    for (const language of ['de', 'en', 'es'] as const) expect(whyNotThese(room, plan, dora, cleo, language)[0]!.text).toMatch(/^Dora Thule → Cleo Sanz: .*Ada Quist.*Bea Roth/u);
  });

  test('a name that nobody or more than one bears is asked back', () => {
    const find = guestFinder([...ROOM, { ...ada, email: 'ada2@example.org' }]);
    expect(() => guestCalled('Nobody', find, 'en')).toThrow(/Nobody on the list/u);
    expect(() => guestCalled('Ada Quist', find, 'en')).toThrow(/2 guests/u);
    expect(guestCalled('ada2@example.org', find, 'en').email).toBe('ada2@example.org');
  });
});

describe('the evening made of the plan', () => {
  const { room, plan } = planned(ROOM, { perGiver: 2 });
  if (plan.kind === 'none possible') throw new Error('No plan.');
  const { rounds, tables, ring } = programmeOf(room, plan, { roundMinutes: 10, seats: 3, tableRounds: 2, ring: true });

  test('every introduction has its round, the giver named first, and nobody is in two places', () => {
    const pairs = rounds!.flatMap((round) => round.pairs.map(([giver, asker]) => `${giver.name} → ${asker.name}`));
    expect(pairs.sort()).toEqual(arrows(listed(ROOM, { perGiver: 2 })));
    for (const { pairs: now, pausing, starts, ends } of rounds!) {
      const names = [...now.flat(), ...pausing].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(ends - starts).toBe(10);
    }
  });

  test('everybody sits somewhere in each round of tables', () => {
    for (const round of tables!)
      expect(
        round
          .flat()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(ROOM.map(({ name }) => name).sort());
  });

  test('the ring reads each ask with at most three helpers, and those without one last', () => {
    expect(ring!.map(({ name }) => name).sort()).toEqual(['Ada Quist', 'Bea Roth', 'Cleo Sanz', 'Emil Ude']);
    for (const { helpers } of ring!) expect(helpers.length).toBeLessThanOrEqual(3);
  });
});
