import { IsBoolean, IsUrl, ValidateIf } from 'class-validator';

import { PlainText } from '../http/validation.js';

const present = (_: object, value: unknown): boolean => value !== undefined && value !== null;

/** What is shared after two yes, and never before. */
export class ContactCardDto {
  @IsBoolean()
  sharesAddress: boolean;

  @ValidateIf(present)
  @PlainText({ min: 3, max: 40, lines: false })
  phone?: string | null;

  @ValidateIf(present)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  link?: string | null;

  /** How and when the member likes to be reached. */
  @ValidateIf(present)
  @PlainText({ min: 1, max: 200, lines: false })
  note?: string | null;
}
