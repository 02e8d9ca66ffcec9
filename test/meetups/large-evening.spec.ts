import { readFileSync } from 'node:fs';

import { stringify } from 'csv-stringify/sync';
import { load } from 'js-yaml';

import { CommunitiesService } from '../../src/communities/communities.service.js';
import { GuestsService } from '../../src/meetups/guests/guests.service.js';
import type { Meetup } from '../../src/meetups/meetup.js';
import { MeetupsService } from '../../src/meetups/meetups.service.js';
import { MeetupPlanning } from '../../src/meetups/plans/meetup-planning.service.js';
import { PlansService } from '../../src/meetups/plans/plans.service.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';

const GUESTS = 300;
/** In milliseconds, twice the goal: the machine of a test has other things to do too. */
const LONGEST = 400;

/** Sign-ups that hold the demo's statements in new combinations. */
function signUps(): string {
  const { members } = load(readFileSync('data/demo/network.yaml', 'utf8')) as { members: Record<'asks' | 'offers', { text: string }[]>[] };
  const texts = (kind: 'asks' | 'offers'): string[] => members.flatMap((member) => member[kind].map(({ text }) => text.replaceAll(/[;|]/gu, ',')));
  const [asks, offers] = [texts('asks'), texts('offers')];
  const at = (all: string[], i: number): string => all[(i * 7 + Math.floor(i / all.length)) % all.length]!;
  const several = (all: string[], i: number): string => [i, i + GUESTS, i + 2 * GUESTS].map((place) => at(all, place)).join('\n');
  const rows = Array.from({ length: GUESTS }, (_, i) => [`Guest ${i}`, `guest${i}@example.org`, several(asks, i), several(offers, i + 1)]);
  return stringify([['Name', 'Email', 'I look for', 'I offer'], ...rows]);
}

describe(`an evening of ${GUESTS}`, () => {
  let house: House;
  let planned: () => Promise<Map<string, string[]>>;
  let again: () => Promise<number>;
  let ids: string[];
  let meetupId: string;
  let meetup: Meetup;

  beforeAll(async () => {
    house = await House.open({ clock: new TestClock('2027-05-17T08:00:00.000Z') });
    const path = '/api/v1/meetups';
    meetupId = (await house.call('POST', path, { title: 'Large', startsAt: '2027-05-20T19:00', endsAt: '2027-05-20T22:00' })).body.id;
    const { hash } = (await house.call('POST', `${path}/${meetupId}/guests/preview`, signUps(), { 'content-type': 'text/csv' })).body;
    await house.call('POST', `${path}/${meetupId}/guests/confirm`, { hash });
    const { id: communityId } = await house.app.get(CommunitiesService).default();
    meetup = await house.app.get(MeetupsService).get(communityId, meetupId);
    planned = async () => new Map((await house.app.get(PlansService).introductions(meetup)).map(({ giverId, askerId }) => [`${giverId} ${askerId}`, [giverId, askerId]]));
    again = async () => {
      const from = performance.now();
      await house.app.get(MeetupPlanning).plan(meetup, 'door');
      return performance.now() - from;
    };
    await again();
    ids = (await house.app.get(GuestsService).all(meetupId)).map(({ id }) => id);
  });
  afterAll(() => house.close());

  /** The share of the introductions between others that are gone after a change. */
  const lost = (before: Map<string, string[]>, after: Map<string, string[]>, of: string): number => {
    const others = [...before.values()].filter((pair) => !pair.includes(of));
    return others.filter((pair) => !after.has(pair.join(' '))).length / others.length;
  };

  test('three no-shows, one after the other: a tenth of the other introductions changes at the most, at once', async () => {
    const times: number[] = [];
    for (const id of [ids[42]!, ids[7]!, ids[211]!]) {
      const before = await planned();
      expect(before.size).toBeGreaterThan(GUESTS);
      await house.app.get(GuestsService).setState(meetupId, id, 'away');
      times.push(await again());
      const after = await planned();
      expect([...after.values()].flat()).not.toContain(id);
      expect(lost(before, after, id)).toBeLessThanOrEqual(0.1);
    }
    expect(times.sort((a, b) => a - b)[1]).toBeLessThan(LONGEST);
  });

  test('a late guest is in at once, and the others keep their introductions', async () => {
    const before = await planned();
    const { ask, offer } = (await house.app.get(PlansService).introductions(meetup))[0]!;
    const from = performance.now();
    const { body } = await house.call('POST', `/api/v1/meetups/${meetupId}/guests`, { name: 'Late Guest', asks: [ask], offers: [offer] });
    expect(performance.now() - from).toBeLessThan(LONGEST);
    const after = await planned();
    expect([...after.values()].flat()).toContain(body.id);
    expect(lost(before, after, body.id)).toBeLessThanOrEqual(0.1);
  });
});
