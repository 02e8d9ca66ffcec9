import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';

import { Clock } from '../../clock.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import type { Language } from '../../engine/engine.js';
import { longDate } from '../../html/dates.js';
import { MatchingService } from '../../matching/matching.service.js';
import { firstName, type Member } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import { daysAfter, type Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { ProtectionService, type CommunityConstraints } from '../protection.service.js';
import { digestMail, type DigestSuggestion } from '../mails/digest.mail.js';
import type { Side } from '../facet-clause.js';
import { quote, reasonFor } from '../reason.js';
import { MOST_TO_GIVE, MOST_TO_RECEIVE } from './round-plan.js';
import { DigestEntity } from './round.entity.js';
import { tellingDate, wantsDigest, type Round, type RoundEntry } from './round.js';
import { RoundsService } from './rounds.service.js';

/** Days for which the links of a digest stay good, and for which an undelivered one is worth carrying. */
const LINK_DAYS = 30;
const CARRIED_DAYS = 2;
const LONGEST_CADENCE_DAYS = 40;

/** Tells each member their part of a released round, in the morning where they are. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
    private readonly rounds: RoundsService,
    private readonly correspondence: Correspondence,
  ) {}

  /** Queues the digests for which it is morning. Whom a round has told, or found nothing to say to, it does not come back to. @returns how many were queued */
  async tell(): Promise<number> {
    let told = 0;
    for (const round of await this.rounds.released()) {
      const members = await this.members.all(round.communityId);
      const due = await this.due(round, members);
      if (due.size === 0) continue;
      const constraints = await this.protection.constraintsFor(round.communityId);
      const parts = partsOf(await this.rounds.entries(round.id));
      for (const [member, date] of due) told += Number(await this.tellOne({ round, member, date, members, constraints, entries: parts.get(member.id) ?? [] }));
    }
    return told;
  }

  /** Members for whom it is morning, whom this round has not settled, and who want to hear today; with their local date. */
  private async due(round: Round, members: ReadonlyMap<string, Member>): Promise<Map<Member, string>> {
    const since = daysAfter(round.date, -LONGEST_CADENCE_DAYS);
    const settled = await this.database.read.findBy(DigestEntity, { date: MoreThanOrEqual(since) });
    const ofRound = new Set(settled.flatMap(({ roundId, memberId }) => (roundId === round.id ? [memberId] : [])));
    const last = new Map<string, string>();
    for (const { memberId, date, told } of settled) if (told && date > (last.get(memberId) ?? '')) last.set(memberId, date);
    const due = new Map<Member, string>();
    for (const member of members.values()) {
      const date = ofRound.has(member.id) ? undefined : tellingDate(round, this.clock.now(), member.timeZone);
      if (date !== undefined && wantsDigest(member.cadence, last.get(member.id), date)) due.set(member, date);
    }
    return due;
  }

  private async tellOne({ round, member, date, members, constraints, entries }: Telling): Promise<boolean> {
    const { communityId, id: roundId } = round;
    const alive = constraints.away.has(member.id) ? [] : await this.alive(communityId, entries, constraints);
    const give = alive.filter(({ kind, giverId }) => kind === 'planned' && giverId === member.id).slice(0, MOST_TO_GIVE);
    const receive = alive.filter(({ kind, askerId }) => kind === 'planned' && askerId === member.id).slice(0, MOST_TO_RECEIVE);
    const surprise = alive.find(({ kind, giverId }) => kind === 'surprise' && giverId === member.id);
    const speaks = give.length + receive.length > 0 || (surprise !== undefined && member.cadence !== 'fitting');
    const until = `${daysAfter(date, LINK_DAYS)}T00:00:00.000Z`;
    const validUntil = new Date(this.clock.now().getTime() + CARRIED_DAYS * 86_400_000).toISOString();
    return this.database.write(async (transaction) => {
      if (await transaction.existsBy(DigestEntity, { memberId: member.id, date })) return false;
      await transaction.insert(DigestEntity, { memberId: member.id, date, roundId, told: speaks });
      if (!speaks) return false;
      const envelope = { key: `digest:${member.id}:${date}`, kind: 'digest', category: 'digest' as const, about: member.id, validUntil };
      return this.correspondence.write(transaction, { communityId, memberId: member.id }, envelope, async (reader, linkTo) => {
        const item = (side: Side) => async (one: LiveEntry) => this.item(one, side, members, reader.manner.language, await linkTo(`/suggestions/${one.ask.id}/${one.offer.id}`, until));
        return digestMail({
          ...reader,
          name: firstName(member),
          dateText: longDate(reader.manner.language, date),
          give: await Promise.all(give.map(item('give'))),
          receive: await Promise.all(receive.map(item('receive'))),
          ...(surprise && { surprise: { ...(await item('give')(surprise)), side: 'give' as const } }),
          link: await linkTo('/introductions', until),
        });
      });
    });
  }

  /** What still holds: both statements open, nobody away, the pair free. */
  private async alive(communityId: string, entries: readonly RoundEntry[], { away, allowsPair }: CommunityConstraints): Promise<LiveEntry[]> {
    const statements = await this.statements.some(
      communityId,
      entries.flatMap(({ askId, offerId }) => [askId, offerId]),
    );
    return entries.flatMap((entry): LiveEntry[] => {
      const [ask, offer] = [statements.get(entry.askId), statements.get(entry.offerId)];
      if (!ask || !offer || entry.forbiddenBy !== null || away.has(entry.giverId) || away.has(entry.askerId) || !allowsPair(entry.giverId, entry.askerId)) return [];
      return [ask, offer].every((statement) => this.statements.stateOf(statement) === 'open') ? [{ ...entry, ask, offer }] : [];
    });
  }

  private async item({ ask, offer, giverId, askerId }: LiveEntry, side: Side, members: ReadonlyMap<string, Member>, language: Language, link: string): Promise<DigestSuggestion> {
    const explanation = await this.matching.explain(ask.communityId, ask, offer);
    const other = firstName(members.get(side === 'give' ? askerId : giverId)!);
    const texts = { ask: ask.text, offer: offer.text };
    return {
      firstName: other,
      ...texts,
      askPhrase: quote(ask.text, explanation.matched.ask),
      offerPhrase: quote(offer.text, explanation.matched.offer),
      reason: reasonFor(side, other, texts, explanation, language),
      link,
    };
  }
}

interface Telling {
  readonly round: Round;
  readonly member: Member;
  readonly date: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly constraints: CommunityConstraints;
  readonly entries: readonly RoundEntry[];
}

interface LiveEntry extends RoundEntry {
  readonly ask: Statement;
  readonly offer: Statement;
}

/** Each member's part of a round: where they give and where they ask. */
function partsOf(entries: readonly RoundEntry[]): Map<string, RoundEntry[]> {
  const parts = new Map<string, RoundEntry[]>();
  for (const entry of entries) for (const id of [entry.giverId, entry.askerId]) parts.set(id, [...(parts.get(id) ?? []), entry]);
  return parts;
}
