import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { CalendarDay, PlainText, TimeZone } from '../http/validation.js';
import { LONGEST_ROUND, MOST_INTRODUCTIONS } from './meetup.js';

const TITLE = { min: 1, max: 120, lines: false };
const PLACE = { min: 1, max: 120, lines: false };
const BASIS = { min: 10, max: 300, lines: false };
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
const told = (_: object, value: unknown): boolean => value !== undefined;
const toldAndNotNull = (_: object, value: unknown): boolean => value !== undefined && value !== null;

export class MeetupDraftDto {
  @PlainText(TITLE)
  title: string;

  @ValidateIf((o: MeetupDraftDto) => toldAndNotNull(o, o.place))
  @PlainText(PLACE)
  place?: string | null;

  /** Wall time at the place. @example 2027-05-20T19:00 */
  @Matches(WALL_TIME)
  startsAt: string;

  /** Wall time at the place. @example 2027-05-20T22:00 */
  @Matches(WALL_TIME)
  endsAt: string;

  /** IANA name; that of the community when left out. */
  @ValidateIf((o: MeetupDraftDto) => told(o, o.timeZone))
  @TimeZone()
  timeZone?: string;

  /** Of the host's sheet. @default en */
  @ValidateIf((o: MeetupDraftDto) => told(o, o.language))
  @IsIn(LANGUAGES)
  language?: Language;

  /** Introductions in which a guest is helped, at the most. */
  @ValidateIf((o: MeetupDraftDto) => told(o, o.perGuest))
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  perGuest?: number;

  /** Introductions in which a guest helps, at the most. */
  @ValidateIf((o: MeetupDraftDto) => told(o, o.perGiver))
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  perGiver?: number;

  /** Minutes of a talk of two, from the beginning on. Null: none by the clock. */
  @ValidateIf((o: MeetupDraftDto) => toldAndNotNull(o, o.roundMinutes))
  @IsInt()
  @Min(1)
  @Max(LONGEST_ROUND)
  roundMinutes?: number | null;

  /** On which ground guests without an account get their list by mail; they are told it in these words. Null: they get none. */
  @ValidateIf((o: MeetupDraftDto) => toldAndNotNull(o, o.mailBasis))
  @PlainText(BASIS)
  mailBasis?: string | null;
}

export class MeetupChangeDto {
  @ValidateIf((o: MeetupChangeDto) => told(o, o.title))
  @PlainText(TITLE)
  title?: string;

  @ValidateIf((o: MeetupChangeDto) => toldAndNotNull(o, o.place))
  @PlainText(PLACE)
  place?: string | null;

  @ValidateIf((o: MeetupChangeDto) => told(o, o.startsAt))
  @Matches(WALL_TIME)
  startsAt?: string;

  @ValidateIf((o: MeetupChangeDto) => told(o, o.endsAt))
  @Matches(WALL_TIME)
  endsAt?: string;

  @ValidateIf((o: MeetupChangeDto) => told(o, o.timeZone))
  @TimeZone()
  timeZone?: string;

  @ValidateIf((o: MeetupChangeDto) => told(o, o.language))
  @IsIn(LANGUAGES)
  language?: Language;

  @ValidateIf((o: MeetupChangeDto) => told(o, o.perGuest))
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  perGuest?: number;

  @ValidateIf((o: MeetupChangeDto) => told(o, o.perGiver))
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  perGiver?: number;

  /** Minutes of a talk of two, from the beginning on. Null: none by the clock. */
  @ValidateIf((o: MeetupChangeDto) => toldAndNotNull(o, o.roundMinutes))
  @IsInt()
  @Min(1)
  @Max(LONGEST_ROUND)
  roundMinutes?: number | null;

  @ValidateIf((o: MeetupChangeDto) => toldAndNotNull(o, o.mailBasis))
  @PlainText(BASIS)
  mailBasis?: string | null;
}

/** Which meetups: all, or those within days of a visit. */
export class MeetupQuery {
  @IsOptional()
  @CalendarDay()
  from?: string;

  @IsOptional()
  @CalendarDay()
  to?: string;

  @IsOptional()
  @PlainText(PLACE)
  place?: string;
}

export class MeetupDto {
  id: string;
  title: string;
  place: string | null;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  language: Language;
  perGuest: number;
  perGiver: number;
  roundMinutes: number | null;
  mailBasis: string | null;
}

export class OwnIntroductionDto {
  otherId: string;
  name: string;
  ask: string;
  offer: string;
  /** Null until it is told. */
  met: boolean | null;
  helped: boolean | null;
}

export class OwnListDto {
  give: OwnIntroductionDto[];
  receive: OwnIntroductionDto[];
  isOver: boolean;
}

/** Null before the evening is over. */
export class OutcomeDto {
  /** Pairs of whom at least one says that they met. */
  met: number | null;
  /** Of these, those of whom at least one says that it helped. */
  helped: number | null;
}

export class MeetingDto {
  @IsBoolean()
  met: boolean;

  @IsBoolean()
  helped: boolean;
}
