import { IsBoolean, ValidateIf } from 'class-validator';

import { PlainText, TimeZone } from '../http/validation.js';

const SHORT = { min: 1, max: 80, lines: false };
const isTold = (_: object, value: unknown): boolean => value !== undefined;
const isTextTold = (_: object, value: unknown): boolean => value !== undefined && value !== null;

export class CommunityChangeDto {
  @ValidateIf((o: CommunityChangeDto) => isTold(o, o.name))
  @PlainText(SHORT)
  name?: string;

  /** Where the community is at home; null for nowhere in particular. */
  @ValidateIf((o: CommunityChangeDto) => isTextTold(o, o.place))
  @PlainText(SHORT)
  place?: string | null;

  @ValidateIf((o: CommunityChangeDto) => isTold(o, o.timeZone))
  @TimeZone()
  timeZone?: string;

  /** Whether a round of digests waits for an organizer before it goes out. */
  @ValidateIf((o: CommunityChangeDto) => isTold(o, o.reviewsRounds))
  @IsBoolean()
  reviewsRounds?: boolean;
}

export class CommunityDto {
  id: string;
  name: string;
  place: string | null;
  timeZone: string;
  reviewsRounds: boolean;
}
