import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';

import { LANGUAGES, type Language } from '../engine/engine.js';

export class SuggestionsQuery {
  /** Suggestions a side. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  most: number = 5;

  /** Language of the reasons; the first of Accept-Language that Gern speaks when left out. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export class PersonDto {
  id: string;
  firstName: string;
}

export class SuggestedStatementDto {
  id: string;
  text: string;
  language: Language;
}

const RANGES = { type: 'array', items: { type: 'array', items: { type: 'integer' } } } as const;

export class MatchedDto {
  /** Character ranges [from, to) of the ask's text. */
  @ApiProperty(RANGES)
  ask: [number, number][];
  /** Character ranges [from, to) of the offer's text. */
  @ApiProperty(RANGES)
  offer: [number, number][];
}

export class SuggestionDto {
  /** The other side: the asker under `give`, the giver under `receive`. */
  person: PersonDto;
  ask: SuggestedStatementDto;
  offer: SuggestedStatementDto;
  /** How well the offer serves the ask, 0..1. What the asker could give back has no part in it. */
  affinity: number;
  matched: MatchedDto;
  /** One sentence in the asked language, made of both texts' own phrases. */
  reason: string;
}

export class CoachHintDto {
  /** An open ask of the member's own that is too vague to act on and has found nobody. */
  askId: string;
  /** The one question whose answer would help most, in the asked language. */
  question: string;
}

/** Whom the member can help stands first, always. */
export class SuggestionsDto {
  give: SuggestionDto[];
  receive: SuggestionDto[];
  /** At most one weak tie, labelled as such; left out when there is none. */
  surprise?: SuggestionDto;
  /** Left out when there is nothing to ask. */
  coach?: CoachHintDto[];
}
