import { IsBoolean, IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';

import type { Language } from '../engine/engine.js';
import { PlainText } from '../http/validation.js';
import { REFUSING_ANSWERS, STEPS, type Phase, type RefusingAnswer, type Side, type Step } from './introduction.js';

export class WishDto {
  @IsUUID()
  askId: string;

  @IsUUID()
  offerId: string;
}

export class GladlyDto extends WishDto {
  /** The smallest step that would help: five minutes by mail, a call, a coffee, a word at the next meetup. */
  @IsIn(STEPS)
  step: Step;
}

export class YesDto {
  /** Needed for a giver's yes. */
  @IsOptional()
  @IsIn(STEPS)
  step?: Step;
}

export class NoDto {
  /** `known`: we know each other; for good. */
  @IsIn(REFUSING_ANSWERS)
  why: RefusingAnswer;
}

export class OutcomeDto {
  @IsBoolean()
  met: boolean;

  @IsBoolean()
  helped: boolean;

  /** Whether the connector may hear of it, where there was one; told only when both sides agree. */
  @IsOptional()
  @IsBoolean()
  tellConnector: boolean = false;
}

export class ThanksDto {
  @PlainText({ min: 2, max: 600, lines: true })
  note: string;
}

export class ConnectionDto {
  /** The member who might help. Left out for somebody outside, of whom nothing is stored. */
  @ValidateIf((o: ConnectionDto) => o.memberId !== undefined)
  @IsUUID()
  memberId?: string;

  /** Two lines to both: why these two? */
  @PlainText({ min: 2, max: 280, lines: true })
  words: string;
}

export class CreatedDto {
  id: string;
}

export class WordsDto {
  text: string;
  /** Null where only the phrase is left. */
  language: Language | null;
}

export class ConnectorWordsDto {
  firstName: string | null;
  words: string;
}

export class IntroductionDto {
  id: string;
  /** On which side the reader stands. */
  side: Side;
  /** @example asked */
  phase: Phase;
  /** First name of the other side; null for a former member, and for one who is unnamed. */
  other: string | null;
  /** Whether the other side shows this ask without a name, until both have said yes. */
  isUnnamed: boolean;
  ask: WordsDto;
  offer: WordsDto | null;
  askPhrase: string;
  offerPhrase: string;
  connector: ConnectorWordsDto | null;
  step: Step | null;
  answerUntil: string | null;
  undoUntil: string | null;
  introducedAt: string | null;
  /** What the reader told. */
  outcome: OutcomeDto | null;
  thanks: string | null;
}

/** Where the reader gives stands first, always. */
export class IntroductionListDto {
  give: IntroductionDto[];
  receive: IntroductionDto[];
}

export class ForwardableDto {
  text: string;
}

export class LikelyConnectorDto {
  memberId: string;
  firstName: string;
  reason: string;
}

export class LikelyConnectorListDto {
  /** The likeliest first; empty where somebody could help directly. */
  items: LikelyConnectorDto[];
}
