import { Inject, Injectable } from '@nestjs/common';

import { EmbeddingsService } from '../embeddings/embeddings.service.js';
import { Analyzer, Engine, type Explanation, type GivingFirst, type Hit, type Statement as EngineStatement } from '../engine/engine.js';
import { ENGINE_RESOURCES, type EngineResources } from '../knowledge/resources.js';
import type { Statement } from '../members/statement.js';
import { StatementsService } from '../members/statements.service.js';
import { coverageOf, type Coverage, type Placed } from './coverage.js';

/** Who may be introduced to whom at the moment; the caller gathers the reasons. */
export interface Constraints {
  /** Members who are neither suggested nor shown anything: paused, over capacity. */
  readonly away: ReadonlySet<string>;
  /** Statements that are no longer open today. */
  readonly isOpen: (statement: Statement) => boolean;
  /** Whether this giver may be introduced to this asker: rested, within capacity, and nothing between the two. */
  readonly allowsPair: (giverId: string, askerId: string) => boolean;
}

/** A possible introduction: computed, not stored. */
export interface Suggestion {
  readonly giverId: string;
  readonly askerId: string;
  readonly ask: Statement;
  readonly offer: Statement;
  /** 0..1. */
  readonly affinity: number;
  readonly explanation: Explanation;
}

/** One ask of a community, held against its offers. */
export interface Looked {
  readonly suggestions: readonly Omit<Suggestion, 'explanation'>[];
  /** How much of all asks is done by now, 0..1. */
  readonly share: number;
}

interface Level {
  readonly engine: Engine;
  readonly statements: Map<string, Statement>;
  /** Where statements stand among fields and topics, as far as it was asked for. */
  readonly places: Map<string, Placed>;
  /** Ids of statements whose vectors could not be had when they came; asked for again later. */
  readonly vectorless: Set<string>;
  revision: number;
  /** Whether a text may have gone since the stored vectors were last gone through; so at the start. */
  textsGone: boolean;
  /** The catching up under way: queries that come meanwhile wait for the same. */
  pending?: Promise<void> | undefined;
}

const MOST_COUNTED = 200;
/** One or two words bear less evidence than a statement: of those tried, what they meant lay above this share of the threshold, all else well below. */
const SEARCHED_SHARE = 1 / 3;

/** Keeps one engine a community level with the database by pulling changes, and ranks possible introductions. */
@Injectable()
export class MatchingService {
  private readonly levels = new Map<string, Level>();

  constructor(
    private readonly statements: StatementsService,
    private readonly embeddings: EmbeddingsService,
    private readonly analyzer: Analyzer,
    @Inject(ENGINE_RESOURCES) private readonly resources: EngineResources,
  ) {}

  /** Whom this member can help, then who can help them. `most` suggestions a side. */
  async suggest(communityId: string, memberId: string, constraints: Constraints, most: number): Promise<GivingFirst<Suggestion>> {
    const level = await this.catchUp(communityId);
    const isOpen = ({ id, owner }: EngineStatement): boolean => !constraints.away.has(owner) && constraints.isOpen(level.statements.get(id)!);
    const { give, receive, surprise } = level.engine.suggest(memberId, { most, allows: (ask, offer) => isOpen(ask) && isOpen(offer) && constraints.allowsPair(offer.owner, ask.owner) });
    const decode = (hit: Hit): Suggestion => suggestionOf(level, hit);
    return { give: give.map(decode), receive: receive.map(decode), ...(surprise && { surprise: decode(surprise) }) };
  }

  /**
   * Possible introductions of the whole community, ask by ask, each with its best offers; where none reaches the threshold, those of the band below it.
   * Lets other work have its turn after each ask; statements that change meanwhile are not followed.
   */
  async *possible(communityId: string, constraints: Constraints, perAsk: number): AsyncGenerator<Looked> {
    const { engine, statements } = await this.catchUp(communityId);
    const open = [...statements.values()].filter((statement) => !constraints.away.has(statement.memberId) && constraints.isOpen(statement));
    const openIds = new Set(open.map(({ id }) => id));
    const asks = open.filter(({ kind }) => kind === 'ask');
    for (const [at, ask] of asks.entries()) {
      if (!statements.has(ask.id)) continue;
      const allows = (_: EngineStatement, { id, owner }: EngineStatement): boolean => openIds.has(id) && statements.has(id) && constraints.allowsPair(owner, ask.memberId);
      const [held, best] = [asEngineStatement(ask), { top: perAsk, allows }];
      const fitting = engine.rank(held, best);
      const hits = fitting.length > 0 ? fitting : engine.rank(held, { ...best, threshold: engine.surpriseThreshold });
      yield { suggestions: hits.map(({ offer, affinity }) => ({ giverId: offer.owner, askerId: ask.memberId, ask, offer: statements.get(offer.id)!, affinity })), share: (at + 1) / asks.length };
      await new Promise(setImmediate);
    }
  }

  /** The affinity from which an introduction is suggested. */
  get threshold(): number {
    return this.resources.weights.threshold;
  }

  /** Why these two statements meet; they need not be open. */
  async explain(communityId: string, ask: Statement, offer: Statement): Promise<Explanation> {
    const { engine } = await this.catchUp(communityId);
    return engine.explain(asEngineStatement(ask), asEngineStatement(offer));
  }

  /** The open offers that serve an ask best, best first. With `surprises` those of the band below the threshold too, that nobody is promised. */
  async helpersFor(communityId: string, askId: string, constraints: Constraints, { most, surprises = false }: { most: number; surprises?: boolean }): Promise<Suggestion[]> {
    const level = await this.catchUp(communityId);
    const ask = level.statements.get(askId);
    if (!ask) return [];
    const allows = (_: EngineStatement, { id, owner }: EngineStatement): boolean =>
      !constraints.away.has(owner) && constraints.isOpen(level.statements.get(id)!) && constraints.allowsPair(owner, ask.memberId);
    return level.engine.rank(asEngineStatement(ask), { top: most, allows, ...(surprises && { threshold: level.engine.surpriseThreshold }) }).map((hit) => suggestionOf(level, hit));
  }

  /**
   * What an offer is to an ask, where both are open and it is worth showing; undefined else. An ask on the board waits for whoever wishes to help:
   * to the giver's own eyes everything they offer is worth showing.
   */
  async between(communityId: string, askId: string, offerId: string, seenBy: string): Promise<Suggestion | undefined> {
    const level = await this.catchUp(communityId);
    const ask = level.statements.get(askId);
    if (ask?.kind !== 'ask') return undefined;
    const isWish = ask.board !== null && level.statements.get(offerId)?.memberId === seenBy;
    const [hit] = level.engine.rank(asEngineStatement(ask), { top: 1, threshold: isWish ? 0 : level.engine.surpriseThreshold, allows: (_, offer) => offer.id === offerId });
    return hit && suggestionOf(level, hit);
  }

  /** How many people have an open offer that would serve this text as an ask. Nobody is named. */
  async countHelpers(communityId: string, text: string, constraints: Constraints, askerId: string | undefined): Promise<number> {
    const { engine, statements } = await this.catchUp(communityId);
    const ask: EngineStatement = { id: '', owner: askerId ?? '', kind: 'ask', text };
    const allows = (_: EngineStatement, { id, owner }: EngineStatement): boolean => !constraints.away.has(owner) && constraints.isOpen(statements.get(id)!) && constraints.allowsPair(owner, ask.owner);
    const hits = engine.rank(ask, { top: MOST_COUNTED, allows });
    return new Set(hits.map(({ offer }) => offer.owner)).size;
  }

  /** The open asks that this text would serve as an offer, best first. */
  async asksServedBy(communityId: string, text: string, constraints: Constraints, giverId: string, most: number): Promise<Statement[]> {
    const { engine, statements } = await this.catchUp(communityId);
    const offer: EngineStatement = { id: '', owner: giverId, kind: 'offer', text };
    const allows = ({ id, owner }: EngineStatement): boolean => !constraints.away.has(owner) && constraints.isOpen(statements.get(id)!) && constraints.allowsPair(giverId, owner);
    return engine.rankAsks(offer, { top: most, allows }).map(({ ask }) => statements.get(ask.id)!);
  }

  /** What is sought and what is offered, by fields and topics; nobody is named. @param isOpen whether a statement counts today */
  async coverage(communityId: string, isOpen: (statement: Statement) => boolean): Promise<Coverage> {
    const { engine, statements, places } = await this.catchUp(communityId);
    const placeOf = (id: string): Placed => {
      const known = places.get(id) ?? engine.placeOf(id);
      places.set(id, known);
      return known;
    };
    const { fields, topics } = this.analyzer;
    return coverageOf([...statements.values()].filter(isOpen), placeOf, { fields: fields.titles, cardOf: (card) => topics.titleOf(card) });
  }

  /** Which of some asks these words speak of, as if they were an offer, best first. @returns ids */
  async asksAbout(communityId: string, words: string, among: ReadonlySet<string>): Promise<string[]> {
    const { engine } = await this.catchUp(communityId);
    const offer: EngineStatement = { id: '', owner: '', kind: 'offer', text: words };
    return engine.rankAsks(offer, { top: among.size, threshold: engine.threshold * SEARCHED_SHARE, allows: ({ id }) => among.has(id) }).map(({ askId }) => askId);
  }

  private async catchUp(communityId: string): Promise<Level> {
    let level = this.levels.get(communityId);
    if (!level)
      this.levels.set(
        communityId,
        (level = { engine: new Engine(this.analyzer, this.resources.weights), statements: new Map(), places: new Map(), vectorless: new Set(), revision: 0, textsGone: true }),
      );
    // A change that came after a pull began must be seen by the query that follows it, so one more pull is made.
    while (level.pending) await level.pending;
    level.pending = this.pull(communityId, level).finally(() => (level.pending = undefined));
    await level.pending;
    return level;
  }

  private async pull(communityId: string, level: Level): Promise<void> {
    const { revision, changed } = await this.statements.changesSince(communityId, level.revision);
    for (const [id, statement] of changed) {
      level.vectorless.delete(id);
      level.places.delete(id);
      level.textsGone ||= level.statements.has(id) && level.statements.get(id)!.text !== statement?.text;
      if (statement?.state === 'open') level.statements.set(id, statement);
      else {
        level.statements.delete(id);
        level.engine.remove(id);
      }
    }
    const earlier = this.embeddings.isReady ? [...level.vectorless] : [];
    const ids = [...changed.keys(), ...earlier].filter((id) => level.statements.has(id));
    const statements = ids.map((id) => level.statements.get(id)!);
    const vectors = await this.embeddings.vectorsOf(statements.map(({ text }) => text));
    statements.forEach((statement, i) => this.put(level, statement, vectors[i]));
    level.revision = revision;
    if (!level.textsGone) return;
    await this.embeddings.keepOnly(() => this.statements.allTexts());
    level.textsGone = false;
  }

  private put({ engine, vectorless }: Level, { id, memberId, kind, text, language }: Statement, vector: Float32Array | undefined): void {
    if (vector === undefined && vectorless.has(id)) return;
    if (vector !== undefined) vectorless.delete(id);
    else if (this.embeddings.isOn) vectorless.add(id);
    engine.put({ id, owner: memberId, kind, text, language, ...(vector && { vector }) });
  }
}

function suggestionOf({ engine, statements }: Level, { ask, offer, askId, offerId, affinity }: Hit): Suggestion {
  return { giverId: offer.owner, askerId: ask.owner, ask: statements.get(askId)!, offer: statements.get(offerId)!, affinity, explanation: engine.explain(ask, offer) };
}

function asEngineStatement({ id, memberId, kind, text, language }: Statement): EngineStatement {
  return { id, owner: memberId, kind, text, language };
}
