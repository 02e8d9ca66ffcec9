import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, ValidateIf } from 'class-validator';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { PageQuery } from '../http/page-query.dto.js';
import { CalendarDay, PlainText, TextWithout, TimeZone } from '../http/validation.js';
import { nameFault } from './member.js';
import { STATEMENT_KINDS, STATEMENT_TEXT, type StatementState } from './statement.js';

const LINE = { min: 1, max: 160, lines: false };
const PLACE = { min: 1, max: 80, lines: false };

const present = (_: object, value: unknown): boolean => value !== undefined;
const presentAndNotNull = (_: object, value: unknown): boolean => value !== undefined && value !== null;

export class MemberDraftDto {
  /** Name as others know the member; only the first name is shown before both have said yes. */
  @TextWithout(nameFault)
  name: string;

  /** Languages in which the member likes to speak, the preferred one first. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(LANGUAGES, { each: true })
  languages: Language[];

  @ValidateIf((o: MemberDraftDto) => presentAndNotNull(o, o.place))
  @PlainText(PLACE)
  place?: string | null;

  /** IANA name; that of the community when left out. */
  @ValidateIf((o: MemberDraftDto) => present(o, o.timeZone))
  @TimeZone()
  timeZone?: string;

  /** One short line about the member. */
  @ValidateIf((o: MemberDraftDto) => presentAndNotNull(o, o.line))
  @PlainText(LINE)
  line?: string | null;
}

export class MemberChangeDto {
  @ValidateIf((o: MemberChangeDto) => present(o, o.name))
  @TextWithout(nameFault)
  name?: string;

  @ValidateIf((o: MemberChangeDto) => present(o, o.languages))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(LANGUAGES, { each: true })
  languages?: Language[];

  @ValidateIf((o: MemberChangeDto) => presentAndNotNull(o, o.place))
  @PlainText(PLACE)
  place?: string | null;

  @ValidateIf((o: MemberChangeDto) => present(o, o.timeZone))
  @TimeZone()
  timeZone?: string;

  @ValidateIf((o: MemberChangeDto) => presentAndNotNull(o, o.line))
  @PlainText(LINE)
  line?: string | null;

  /** Last day of a pause, or null to end it. A paused member is not suggested to anybody. */
  @ValidateIf((o: MemberChangeDto) => presentAndNotNull(o, o.pausedUntil))
  @CalendarDay()
  pausedUntil?: string | null;
}

export class StatementDraftDto {
  /** Whose statement it is; one's own when left out. */
  @ValidateIf((o: StatementDraftDto) => present(o, o.memberId))
  @IsUUID()
  memberId?: string;

  /** `ask`: what the member looks for; `offer`: what the member offers. */
  @IsIn(STATEMENT_KINDS)
  kind: 'ask' | 'offer';

  /** One need or one gift, in the member's own words. */
  @PlainText(STATEMENT_TEXT)
  text: string;

  /** Guessed when left out. */
  @ValidateIf((o: StatementDraftDto) => present(o, o.language))
  @IsIn(LANGUAGES)
  language?: Language;

  /** Last day on which it is needed. */
  @ValidateIf((o: StatementDraftDto) => presentAndNotNull(o, o.neededBy))
  @CalendarDay()
  neededBy?: string | null;

  @ValidateIf((o: StatementDraftDto) => presentAndNotNull(o, o.place))
  @PlainText(PLACE)
  place?: string | null;
}

export class StatementChangeDto {
  @ValidateIf((o: StatementChangeDto) => present(o, o.text))
  @PlainText(STATEMENT_TEXT)
  text?: string;

  /** Corrects a wrong guess. */
  @ValidateIf((o: StatementChangeDto) => present(o, o.language))
  @IsIn(LANGUAGES)
  language?: Language;

  @ValidateIf((o: StatementChangeDto) => presentAndNotNull(o, o.neededBy))
  @CalendarDay()
  neededBy?: string | null;

  @ValidateIf((o: StatementChangeDto) => presentAndNotNull(o, o.place))
  @PlainText(PLACE)
  place?: string | null;
}

export class StatementQuery extends PageQuery {
  @IsOptional()
  @IsString()
  memberId?: string;

  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  kind?: 'ask' | 'offer';
}

export class MemberDto {
  id: string;
  name: string;
  languages: Language[];
  place: string | null;
  timeZone: string;
  line: string | null;
  pausedUntil: string | null;
  createdAt: string;
  changedAt: string;
}

export class StatementDto {
  id: string;
  memberId: string;
  kind: 'ask' | 'offer';
  text: string;
  language: Language;
  /** Whether the member named the language; otherwise it was guessed. */
  languageTold: boolean;
  /** What the text opens like, where that is the other kind: an ask that was entered as an offer, or the other way round. */
  readsLike: 'ask' | 'offer' | null;
  /** @example open */
  state: StatementState;
  neededBy: string | null;
  place: string | null;
  createdAt: string;
  changedAt: string;
}

export class MemberPageDto {
  items: MemberDto[];
  next: string | null;
}

export class StatementPageDto {
  items: StatementDto[];
  next: string | null;
}
