import { IsIn, IsOptional, IsUUID } from 'class-validator';

import { ASK_PARTS, LANGUAGES, type AskPart, type Language } from '../engine/engine.js';
import { PlainText } from '../http/validation.js';

export class CoachRequestDto {
  /** The ask as far as it is written. */
  @PlainText({ min: 3, max: 1_000, lines: true })
  text: string;

  /** Of the ask and of the answer; guessed from the text when left out. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  /** Whose ask it is, one's own when left out: their own offers are not counted. */
  @IsOptional()
  @IsUUID()
  memberId?: string;
}

export class CoachingDto {
  /** 1 (nothing one could act on) to 5 (a stranger would know whom to call). */
  concreteness: number;
  /** What the text does not say yet: `what`, `who`, `purpose`, `where`, `when`. */
  missing: (typeof ASK_PARTS)[number][];
  /** The part whose answer would help most; left out when the ask is concrete. */
  askFor?: AskPart;
  /** One friendly question, or a word of thanks when nothing is missing. */
  question: string;
  /** How many people could help today. Nobody is named. */
  helpers: number;
}
