import { Injectable } from '@nestjs/common';

import type { Language } from '../../engine/engine.js';
import { meetupCalendar, type CalendarRound } from '../calendar.js';
import { attendeeOf, type Guest } from '../guests/guest.js';
import { instantOf, type Meetup } from '../meetup.js';
import { EveningService } from '../plans/evening.service.js';
import { PlansService } from '../plans/plans.service.js';

const MINUTE = 60_000;

/** An evening as one guest's calendar shows it: when and where, and their own talks of two. */
@Injectable()
export class OwnCalendar {
  constructor(
    private readonly plans: PlansService,
    private readonly evening: EveningService,
  ) {}

  /** An iCalendar file; the same plan gives the same bytes. */
  async of(meetup: Meetup, guest: Guest, language: Language): Promise<string> {
    const { id, title, place, startsAt, endsAt, timeZone, changedAt } = meetup;
    const plan = await this.plans.find(id);
    const entry = { id, title, place: place ?? '', startsAt: instantOf(startsAt, timeZone), endsAt: instantOf(endsAt, timeZone) };
    const latest = plan && plan.madeAt > changedAt ? plan.madeAt : changedAt;
    return meetupCalendar(entry, plan ? await this.talks(meetup, guest, entry.startsAt) : [], language, new Date(latest));
  }

  private async talks(meetup: Meetup, guest: Guest, from: Date): Promise<CalendarRound[]> {
    const { roundMinutes } = meetup;
    if (roundMinutes === null || guest.state === 'away') return [];
    const { email } = attendeeOf(guest);
    const { rounds = [] } = await this.evening.programme(meetup, { roundMinutes, tableRounds: 0, ring: false });
    return rounds.flatMap(({ number, starts, ends, pairs }) => {
      const pair = pairs.find((two) => two.some((one) => one.email === email));
      const other = pair?.find((one) => one.email !== email);
      return other ? [{ number, name: other.name, startsAt: new Date(from.getTime() + starts * MINUTE), endsAt: new Date(from.getTime() + ends * MINUTE) }] : [];
    });
  }
}
