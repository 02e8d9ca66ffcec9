import type { INestApplicationContext } from '@nestjs/common';

import { AccountsService } from '../accounts/accounts.service.js';
import type { Community } from '../communities/communities.service.js';
import type { Language } from '../engine/engine.js';
import { RoundPlanning } from '../introductions/digest/round-planning.service.js';
import { RoundsService } from '../introductions/digest/rounds.service.js';
import { IntroductionTime } from '../introductions/introduction-time.service.js';
import { IntroductionsService } from '../introductions/introductions.service.js';
import { SuggestionsService, type SuggestedIntroduction } from '../introductions/suggestions.service.js';
import { VisitsService } from '../introductions/visits/visits.service.js';
import { MailWorker } from '../mail/worker.js';
import { GuestImports } from '../meetups/guests/guest-imports.service.js';
import { MeetupsService } from '../meetups/meetups.service.js';
import { MeetupPlanning } from '../meetups/plans/meetup-planning.service.js';
import { daysAfter } from '../members/statement.js';
import type { DemoClock } from './demo-clock.js';
import { readDemoFile, readDemoYaml, type People } from './network.js';

interface Life {
  readonly giver: string;
  readonly asker: string;
  readonly host: string;
  readonly thanks: Readonly<Record<Language, readonly string[]>>;
  readonly visit: { readonly member: string; readonly text: string; readonly place: string; readonly 'in days': number; readonly 'for days': number };
  readonly meetup: { readonly title: string; readonly place: string; readonly starts: string; readonly ends: string; readonly 'in days': number; readonly language: Language };
}

interface Happening {
  /** Waking hours since the network began. */
  readonly hour: number;
  readonly does: () => Promise<unknown>;
}

/** The network is this old when one first looks at it. */
const PAST_DAYS = 42;
/** The most striking introductions are left for whoever looks around. */
const LEFT_FOR_GUESTS = 20;
const INTRODUCTIONS = 36;
/** In waking hours; the last of them are still under way now. */
const HOURS_APART = 13;
const WAKING_HOURS = 12;
const WAKE_AT = 7;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const readLife = (): Life => readDemoYaml('life.yaml') as Life;
/** Midnight, UTC. */
export const beginningOf = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY - PAST_DAYS) * DAY);

/** Six weeks of introductions as they go among people: most are glad, some have no time, some do not answer, some tell what came of it. Written by the same services that serve everybody. */
export async function liveThroughPast(app: INestApplicationContext, clock: DemoClock, community: Community): Promise<void> {
  const beginning = clock.now().getTime();
  const best = await app.get(SuggestionsService).bestOfAll(community.id, LEFT_FOR_GUESTS + INTRODUCTIONS);
  const happenings = best.slice(LEFT_FOR_GUESTS).flatMap((suggestion, i) => happeningsOf(app, community.id, suggestion, i));
  for (const { hour, does } of happenings.sort((a, b) => a.hour - b.hour)) {
    if (hour >= PAST_DAYS * WAKING_HOURS) break;
    clock.freezeAt(new Date(beginning + Math.floor(hour / WAKING_HOURS) * DAY + (WAKE_AT + (hour % WAKING_HOURS)) * HOUR));
    await app.get(IntroductionTime).tick();
    await does();
    await app.get(MailWorker).runOnce();
  }
  clock.goOn();
}

function happeningsOf(app: INestApplicationContext, communityId: string, { giverId, askerId, ask, offer }: SuggestedIntroduction, i: number): Happening[] {
  const introductions = app.get(IntroductionsService);
  const { thanks } = readLife();
  const [start, kind] = [i * HOURS_APART, i % 9];
  let id = '';
  const at = (hours: number, does: Happening['does']): Happening => ({ hour: start + hours, does });
  const gladly = at(0, async () => (id = await introductions.gladly(communityId, giverId, ask.id, offer.id, i % 3 === 0 ? 'coffee' : i % 3 === 1 ? 'call' : 'note')));
  if (kind === 4) return [gladly];
  if (kind === 7) return [gladly, at(5, () => introductions.answer(communityId, askerId, id, 'not-now'))];
  const yes = at(3 + ((i * 17) % 20), () => introductions.answer(communityId, askerId, id, 'yes'));
  if (kind === 2) return [gladly, yes];
  const told = at(100 + ((i * 13) % 30), () => introductions.tellOutcome(communityId, askerId, id, { met: true, helped: kind !== 5, tellConnector: false }));
  const words = thanks[ask.language];
  const thanked = at(101 + ((i * 13) % 30), () => introductions.thank(communityId, askerId, id, words[i % words.length]!));
  return kind === 5 ? [gladly, yes, told] : [gladly, yes, told, thanked];
}

/** What waits for the host: a meetup in two days with its guests and a plan, a visit, and next week's round to look over. */
export async function prepareWhatComes(app: INestApplicationContext, clock: DemoClock, community: Community, people: People): Promise<void> {
  const { host, visit, meetup } = readLife();
  const today = app.get(RoundPlanning).today(community);
  const { accountId } = (await app.get(AccountsService).membershipOfMember(people.get(host)!))!;
  const day = daysAfter(`${today}T12:00:00.000Z`, meetup['in days']);
  const { title, place, language } = meetup;
  const times = { startsAt: `${day}T${meetup.starts}`, endsAt: `${day}T${meetup.ends}`, timeZone: community.timeZone };
  const evening = await app.get(MeetupsService).create(community.id, { title, place, language, ...times, perGuest: 3, perGiver: 3, mailBasis: null, roundMinutes: 8 });
  const { hash } = await app.get(GuestImports).preview(evening, readDemoFile('meetup.csv'), {}, accountId);
  await app.get(GuestImports).confirm(evening, hash, accountId);
  await app.get(MeetupPlanning).plan(evening, accountId);
  const from = daysAfter(`${today}T12:00:00.000Z`, visit['in days']);
  await app.get(VisitsService).announce(community.id, people.get(visit.member)!, { text: visit.text, place: visit.place, from, to: daysAfter(`${from}T12:00:00.000Z`, visit['for days']) });
  // This week's where its time is still, which would be planned at the first minute anyway; else that of the week to come.
  await app.get(RoundPlanning).planDue();
  if ((await app.get(RoundsService).waiting(community.id)).length === 0) await app.get(RoundPlanning).plan(community, nextMonday(clock.now()));
}

function nextMonday(now: Date): string {
  return daysAfter(now.toISOString(), (8 - now.getUTCDay()) % 7 || 7);
}
