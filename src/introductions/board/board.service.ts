import { Injectable } from '@nestjs/common';

import { Analyzer, type Language } from '../../engine/engine.js';
import { notFound } from '../../errors.js';
import { MatchingService } from '../../matching/matching.service.js';
import { firstName } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import type { Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { ProtectionService, type CommunityConstraints } from '../protection.service.js';
import { holdsWords, pageOfBoard, type BoardAsk, type BoardSearch, type BoardView } from './board.js';

/** The open asks that members chose to show to everybody of the community. */
@Injectable()
export class BoardService {
  constructor(
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
    private readonly analyzer: Analyzer,
  ) {}

  /** The newest first; where words are looked for, what they speak of best, then what holds them. @param page from 1 */
  async look(communityId: string, readerId: string, search: BoardSearch, page: number): Promise<BoardView> {
    const constraints = await this.protection.constraintsFor(communityId);
    const shown = (await this.shownTo(communityId, readerId, constraints)).filter(({ ask }) => this.fits(ask, search));
    const found = search.words === undefined ? shown : await this.speakingOf(communityId, search.words, shown);
    return { ...pageOfBoard(found, page), mayHelp: !constraints.away.has(readerId) && constraints.capacityLeft(readerId) > 0 };
  }

  /** An ask that stands on the board for this reader. @throws not-found */
  async ask(communityId: string, readerId: string, askId: string): Promise<BoardAsk> {
    const found = (await this.shownTo(communityId, readerId, await this.protection.constraintsFor(communityId))).find(({ ask }) => ask.id === askId);
    if (!found) throw notFound('This ask');
    return found;
  }

  /** The reader's own offer that serves an ask best; undefined where none does. */
  async offerFor(communityId: string, readerId: string, askId: string): Promise<string | undefined> {
    const own = { ...(await this.protection.constraintsFor(communityId)), allowsPair: (giverId: string) => giverId === readerId };
    const [best] = await this.matching.helpersFor(communityId, askId, own, { most: 1, surprises: true });
    return best?.offer.id;
  }

  /**
   * To the reader everything of one's own, and of others what suggestions might hold too: nobody who is away, no ask that somebody takes care of, nobody
   * between whom and the reader anything stands. So the board tells nothing of an answer that suggestions keep to themselves.
   */
  private async shownTo(communityId: string, readerId: string, { away, isOpen, isFreePair }: CommunityConstraints): Promise<BoardAsk[]> {
    const asks = await this.statements.asksOnBoard(communityId);
    const members = await this.members.some(communityId, [...new Set(asks.map(({ memberId }) => memberId))]);
    const isShown = (ask: Statement): boolean =>
      ask.memberId === readerId ? this.statements.stateOf(ask) === 'open' : members.has(ask.memberId) && !away.has(ask.memberId) && isOpen(ask) && isFreePair(readerId, ask.memberId);
    return asks.filter(isShown).map((ask) => ({ ask, asker: ask.board === 'named' ? firstName(members.get(ask.memberId)!) : null, isOwn: ask.memberId === readerId }));
  }

  private fits({ text, language, place }: Statement, { language: wanted, place: where, remote = false }: BoardSearch): boolean {
    if (wanted !== undefined && language !== wanted) return false;
    if (remote && !this.isRemote(text, language) && !(place !== null && this.isRemote(place, language))) return false;
    return where === undefined || holdsWords(`${place ?? ''} ${text}`, where);
  }

  private isRemote(text: string, language: Language): boolean {
    return this.analyzer.analyze(text, 'ask', language).facets.remote;
  }

  private async speakingOf(communityId: string, words: string, shown: readonly BoardAsk[]): Promise<BoardAsk[]> {
    const byId = new Map(shown.map((one) => [one.ask.id, one]));
    const spoken = await this.matching.asksAbout(communityId, words, new Set(byId.keys()));
    const literal = shown.filter(({ ask }) => !spoken.includes(ask.id) && holdsWords(ask.text, words));
    return [...spoken.map((id) => byId.get(id)!), ...literal];
  }
}
