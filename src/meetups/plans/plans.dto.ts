import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

import { FEWEST_SEATS, LANGUAGES, MOST_SEATS, type Language } from '../../engine/engine.js';
import { LONGEST_ROUND } from '../meetup.js';
import type { ProgrammeWishes } from '../programme.js';

export class CalledGuestDto {
  id: string;
  name: string;
}

export class MeetupIntroductionDto {
  id: string;
  /** Who can help. */
  giver: CalledGuestDto;
  asker: CalledGuestDto;
  ask: string;
  offer: string;
  /** 0..1. */
  affinity: number;
  /** Whether a rule wants it. */
  must: boolean;
  /** Accounts of whoever changed it, or null. */
  lockedBy: string | null;
  swappedBy: string | null;
  happenedBy: string | null;
  happenedAt: string | null;
}

export class MeetupPlanDto {
  /** Grows with each planning. */
  revision: number;
  madeAt: string;
  /** Account of whoever caused it. */
  accountId: string | null;
  askers: number;
  served: number;
  unserved: (CalledGuestDto & { reason: string })[];
  /** Whether no other plan serves more guests or fits better, or how much one might at the most. */
  proof: { optimal: boolean; servedGap: number; gap: number };
  introductions: MeetupIntroductionDto[];
}

export class MeetupSwapDto {
  /** The guest who takes the giver's place. */
  @IsUUID()
  giverId: string;
}

export class WhyNotQuery {
  @IsUUID()
  one: string;

  @IsUUID()
  other: string;
}

export class PairAnswerDto {
  giver: string;
  asker: string;
  because: string;
  affinity?: number;
  lacking?: number;
  instead: string[];
  /** All of it as a sentence, in the reader's language. */
  text: string;
}

const MOST_TABLE_ROUNDS = 20;

/** What of an evening is wanted. */
export class ProgrammeQuery {
  /** Minutes of a 1:1 round. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LONGEST_ROUND)
  rounds?: number;

  /** Seats at a table. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FEWEST_SEATS)
  @Max(MOST_SEATS)
  tables?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_TABLE_ROUNDS)
  tableRounds: number = 3;

  /** The order in which the whole room hears each ask, with the three best helpers. */
  @IsOptional()
  @Type(() => String)
  @IsIn(['true', 'false'])
  ring: string = 'false';
}

/** As the rules of an evening take it. */
export function wishesOf({ rounds, tables, tableRounds, ring }: ProgrammeQuery): ProgrammeWishes {
  return { ...(rounds !== undefined && { roundMinutes: rounds }), ...(tables !== undefined && { seats: tables }), tableRounds, ring: ring === 'true' };
}

/** Rounds and tables stand on paper too; the rounds of the meetup, where it has any, also unasked. */
export class PaperQuery extends ProgrammeQuery {
  /** Of the headings; that of the meetup when left out. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export class GapsDto {
  coverage: { asks: number; answered: number };
  /** What several guests look for and nobody offers: whom to invite next. */
  gaps: { topic: string; askers: number }[];
  unanswered: { guest: string; ask: string }[];
}

export class LockDto {
  @IsBoolean()
  locked: boolean;
}
