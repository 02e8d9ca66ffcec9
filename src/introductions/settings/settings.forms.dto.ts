import { Transform } from 'class-transformer';
import { ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUrl, MaxLength } from 'class-validator';

import { SCOPES, type Scope } from '../../accounts/permissions.js';
import { LANGUAGES, type Language } from '../../engine/engine.js';
import { PlainText } from '../../http/validation.js';

export class LanguageForm {
  @IsIn(LANGUAGES)
  language: Language;

  @IsOptional()
  @IsIn(['yes'])
  formal?: 'yes';
}

/** What is shared after two yes, as it comes from the form; empty fields are left out. */
export class ContactCardForm {
  @IsOptional()
  @IsIn(['yes'])
  sharesAddress?: 'yes';

  @IsOptional()
  @PlainText({ min: 3, max: 40, lines: false })
  phone?: string;

  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  link?: string;

  @IsOptional()
  @PlainText({ min: 1, max: 200, lines: false })
  note?: string;
}

export class TokenForm {
  @PlainText({ min: 1, max: 80, lines: false })
  name: string;

  /** One box checked comes as a text, several as a list. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(SCOPES, { each: true })
  scopes: Scope[];
}

export class EraseForm {
  @IsOptional()
  @IsIn(['yes'])
  sure?: 'yes';
}

export class SettingsQuery {
  /** Whether something was just saved. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;
}
