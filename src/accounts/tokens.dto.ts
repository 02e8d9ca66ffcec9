import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';

import { PlainText } from '../http/validation.js';
import { SCOPES, type Scope } from './permissions.js';

export class TokenDraftDto {
  /** What it is for, in one's own words. */
  @PlainText({ min: 1, max: 80, lines: false })
  name: string;

  /** `read` one's things, `write` them, `introduce` (answer introductions), `organize` (organizers only). */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes: Scope[];
}

export class TokenDto {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  /** Day of the last use (UTC), or null. */
  usedOn: string | null;
}

export class NewTokenDto extends TokenDto {
  /** Told this once: Gern keeps only a hash of it. */
  secret: string;
}

export class SessionDto {
  id: string;
  /** What the browser calls itself. */
  device: string;
  createdAt: string;
  usedAt: string;
}
