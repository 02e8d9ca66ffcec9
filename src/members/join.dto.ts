import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';

import { addressFault } from '../accounts/account.js';
import { LANGUAGES, type Language } from '../engine/engine.js';
import { PlainText, TextWithout } from '../http/validation.js';
import { nameFault } from './member.js';
import { STATEMENT_TEXT } from './statement.js';

const COMMUNITY_NAME = { min: 2, max: 80, lines: false };

export class JoinConsentsDto {
  /** "I am 18 or older." */
  @Equals(true)
  adult: boolean;
}

export class JoinDto {
  /** Name as others know the member; only the first name is shown before both have said yes. */
  @TextWithout(nameFault)
  name: string;

  /** A mail with a link goes there; nothing else happens before it is used. */
  @TextWithout(addressFault)
  address: string;

  /** Languages in which the member likes to speak, the preferred one first. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(LANGUAGES, { each: true })
  languages: Language[];

  /** Whether German and Spanish texts address the member formally. */
  @IsOptional()
  @IsBoolean()
  formal?: boolean;

  /** What the member looks for. */
  @IsOptional()
  @PlainText(STATEMENT_TEXT)
  ask?: string;

  /** What the member offers. */
  @IsOptional()
  @PlainText(STATEMENT_TEXT)
  offer?: string;

  /** To be left out: people do not see this field. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  website?: string;
}

export class JoinRequestDto extends JoinDto {
  @IsObject()
  @ValidateNested()
  @Type(() => JoinConsentsDto)
  consents: JoinConsentsDto;
}

/** What the first organizer of an install says. */
export class WelcomeDto {
  @TextWithout(nameFault)
  name: string;

  @TextWithout(addressFault)
  address: string;

  @PlainText(COMMUNITY_NAME)
  communityName: string;
}

export class JoinAnswerDto {
  /** Always the same, whether the address is known or not. */
  next: 'confirm-by-mail';
}
