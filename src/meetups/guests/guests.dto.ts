import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Type } from 'class-transformer';

import type { Language } from '../../engine/engine.js';
import { TextWithout } from '../../http/validation.js';
import { nameFault } from '../../members/member.js';
import { ENCODINGS, type Encoding } from '../guest-list/decoding.js';
import type { OpenQuestion } from '../guest-list/open-questions.js';
import { DELIMITERS, type Delimiter } from '../guest-list/table.js';
import { GUEST_STATES, type GuestRule, type GuestState } from './guest.js';

const STATEMENT = /^[^\p{Cc}]{3,1000}$/u;
const MOST_COLUMNS = 60;
const ORDERS = ['day-first', 'month-first'] as const;

/** Answers to what a preview asked; columns are told by number, from 1. */
export class PreviewQuery {
  @IsOptional()
  @IsIn(ENCODINGS)
  encoding?: Encoding;

  @IsOptional()
  @IsIn(DELIMITERS)
  delimiter?: Delimiter;

  @IsOptional()
  @IsIn(ORDERS)
  dateOrder?: (typeof ORDERS)[number];

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  name?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  email?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  ask?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  offer?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  company?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  consent?: number;
}

export class RowNoteDto {
  code: string;
  row: number;
  column?: string;
  /** In the reader's language. */
  text: string;
}

export class PreviewDto {
  /** To confirm exactly this. */
  hash: string;
  /** Whose export it is, where it is a known one. */
  shape: string | null;
  headers: string[];
  unusedColumns: string[];
  guests: { name: string; asks: string[]; offers: string[]; consents: boolean | null }[];
  notes: RowNoteDto[];
  /** What has to be answered first; while something is open nothing can be confirmed. */
  questions: (OpenQuestion & { text: string })[];
  counts: { read: number; merged: number; leftOut: number };
}

export class ConfirmDto {
  /** The hash of the preview. */
  @Matches(/^[0-9a-f]{64}$/u)
  hash: string;
}

export class ImportCountsDto {
  added: number;
  changed: number;
  unchanged: number;
}

export class GuestDraftDto {
  @TextWithout(nameFault)
  name: string;

  @IsArray()
  @ArrayMaxSize(10)
  @Matches(STATEMENT, { each: true })
  asks: string[];

  @IsArray()
  @ArrayMaxSize(10)
  @Matches(STATEMENT, { each: true })
  offers: string[];
}

export class GuestChangeDto {
  /** Who is away is planned for no longer; whoever was brought together stays. */
  @ValidateIf((o: GuestChangeDto) => o.state !== undefined)
  @IsIn(GUEST_STATES)
  state?: GuestState;

  /** Whether the guest wants to join the community, and so is not deleted with the others. */
  @ValidateIf((o: GuestChangeDto) => o.joins !== undefined)
  @IsBoolean()
  joins?: boolean;
}

export class GuestDto {
  id: string;
  name: string;
  language: Language;
  asks: string[];
  offers: string[];
  company: string | null;
  state: GuestState;
  joins: boolean;
}

export class GuestRuleDto {
  id: string;
  one: { id: string; name: string };
  other: { id: string; name: string };
  rule: GuestRule['rule'];
  /** Account of whoever said it. */
  accountId: string | null;
  createdAt: string;
}

export class RulesImportDto {
  added: number;
  notes: RowNoteDto[];
}
