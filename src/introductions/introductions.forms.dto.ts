import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { PlainText } from '../http/validation.js';

/** How a page was reached. */
export class PageQueryDto {
  /** Of the link of a mail; carried along by the forms. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  key?: string;

  /** That of the account when left out. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export const OUTCOME_CHOICES = ['helped', 'met', 'not'] as const;

export class OutcomeFormDto {
  @IsIn(OUTCOME_CHOICES)
  came: (typeof OUTCOME_CHOICES)[number];

  @IsOptional()
  @IsIn(['yes'])
  tell?: 'yes';
}

export class ConnectFormDto {
  @IsIn(['member', 'outside'])
  third: 'member' | 'outside';

  @ValidateIf((o: ConnectFormDto) => o.third === 'member')
  @PlainText({ min: 3, max: 254, lines: false })
  address?: string;

  @ValidateIf((o: ConnectFormDto) => o.third === 'member')
  @PlainText({ min: 2, max: 280, lines: true })
  words?: string;
}

export class ConnectQueryDto {
  @IsOptional()
  @IsIn(['yes'])
  done?: 'yes';
}
