import { Injectable } from '@nestjs/common';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { DomainError, notFound } from '../../errors.js';
import { IntroductionsService } from '../../introductions/introductions.service.js';
import { StatementsService } from '../../members/statements.service.js';
import type { Guest } from '../guests/guest.js';
import { GuestsService } from '../guests/guests.service.js';
import { isOver, type Meetup } from '../meetup.js';
import { outcomeCounts, type OutcomeCounts } from '../outcome.js';
import { MeetingEntity } from '../plans/plan.entity.js';
import type { MeetupIntroduction } from '../plans/plan.js';
import { PlansService } from '../plans/plans.service.js';

/** Somebody whom a guest was to meet, and what the guest told of it. */
export interface OwnIntroduction {
  readonly otherId: string;
  readonly name: string;
  readonly ask: string;
  readonly offer: string;
  /** Null until it is told. */
  readonly met: boolean | null;
  readonly helped: boolean | null;
}

export interface OwnList {
  readonly give: readonly OwnIntroduction[];
  readonly receive: readonly OwnIntroduction[];
  /** Whether it is time to tell what came of it. */
  readonly isOver: boolean;
}

const MOST_STATEMENTS = 200;

/** A guest's own list, and afterwards: whom did you meet, did it help, shall we introduce the rest by mail? */
@Injectable()
export class Afterwards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestsService,
    private readonly plans: PlansService,
    private readonly statements: StatementsService,
    private readonly introductions: IntroductionsService,
  ) {}

  /** The guest that a member is. @throws not-found for a member who is no guest */
  async guestOf(meetup: Meetup, memberId: string): Promise<Guest> {
    const guest = await this.guests.ofMember(meetup.id, memberId);
    if (!guest) throw notFound('This meetup');
    return guest;
  }

  /** Whom the guest can help, then who can help them (P1). */
  async list(meetup: Meetup, me: Guest): Promise<OwnList> {
    const names = new Map((await this.guests.all(meetup.id)).map(({ id, name }) => [id, name]));
    const told = new Map((await this.database.read.findBy(MeetingEntity, { guestId: me.id })).map((meeting) => [meeting.otherId, meeting]));
    const own = ({ giverId, askerId, ask, offer }: MeetupIntroduction): OwnIntroduction => {
      const otherId = giverId === me.id ? askerId : giverId;
      const meeting = told.get(otherId);
      return { otherId, name: names.get(otherId) ?? '', ask, offer, met: meeting?.met ?? null, helped: meeting?.helped ?? null };
    };
    const all = await this.plans.introductions(meetup);
    return { give: all.filter(({ giverId }) => giverId === me.id).map(own), receive: all.filter(({ askerId }) => askerId === me.id).map(own), isOver: isOver(meetup, this.clock.now()) };
  }

  /** What came of one of them; telling it again corrects it. The other hears nothing. */
  async tell(meetup: Meetup, me: Guest, otherId: string, { met, helped }: { readonly met: boolean; readonly helped: boolean }): Promise<void> {
    const { give, receive, isOver: over } = await this.list(meetup, me);
    if (!over) throw new DomainError('not-possible', 'This meetup is not over yet. Tell afterwards whom you met.');
    if (![...give, ...receive].some((one) => one.otherId === otherId)) throw notFound('This introduction');
    const meeting = { guestId: me.id, otherId, meetupId: meetup.id, met, helped: met && helped, toldAt: this.clock.now().toISOString() };
    await this.database.write((transaction) => transaction.save(MeetingEntity, meeting));
  }

  /** How often it worked, as far as guests have told; undefined before the evening is over. */
  async outcome(meetup: Meetup): Promise<OutcomeCounts | undefined> {
    return isOver(meetup, this.clock.now()) ? outcomeCounts(await this.database.read.findBy(MeetingEntity, { meetupId: meetup.id })) : undefined;
  }

  /**
   * Begins an introduction by mail with each member of the list whom the guest did not meet: as everywhere the other is asked, and both must say yes (P3).
   * @returns how many; who has no account, or is no longer open for it, is passed over in silence
   */
  async introduceRest(meetup: Meetup, me: Guest): Promise<number> {
    const { give, receive, isOver: over } = await this.list(meetup, me);
    if (!over) throw new DomainError('not-possible', 'This meetup is not over yet.');
    const missed = (all: readonly OwnIntroduction[]): OwnIntroduction[] => all.filter(({ met }) => met !== true);
    const others = new Map((await this.guests.all(meetup.id)).map((guest) => [guest.id, guest]));
    let begun = 0;
    for (const one of missed(give)) begun += Number(await this.begin(meetup, me, others.get(one.otherId), one, 'give'));
    for (const one of missed(receive)) begun += Number(await this.begin(meetup, me, others.get(one.otherId), one, 'receive'));
    return begun;
  }

  private async begin({ communityId }: Meetup, me: Guest, other: Guest | undefined, { ask, offer }: OwnIntroduction, side: 'give' | 'receive'): Promise<boolean> {
    if (me.memberId === null || other?.memberId == null) return false;
    const [giver, asker] = side === 'give' ? [me.memberId, other.memberId] : [other.memberId, me.memberId];
    const [askId, offerId] = [await this.idOf(communityId, asker, 'ask', ask), await this.idOf(communityId, giver, 'offer', offer)];
    if (askId === undefined || offerId === undefined) return false;
    try {
      if (side === 'give') await this.introductions.gladly(communityId, giver, askId, offerId, 'note');
      else await this.introductions.wouldLike(communityId, asker, askId, offerId);
      return true;
    } catch (error) {
      // Whatever stands between two people is told to neither of them.
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private async idOf(communityId: string, memberId: string, kind: 'ask' | 'offer', text: string): Promise<string | undefined> {
    const { items } = await this.statements.list(communityId, { memberId, kind, limit: MOST_STATEMENTS });
    return items.find((statement) => statement.text === text && this.statements.stateOf(statement) === 'open')?.id;
  }
}
