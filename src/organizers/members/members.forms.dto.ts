import { Transform, Type } from 'class-transformer';
import { Equals, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';

import { addressFault } from '../../accounts/account.js';
import { LANGUAGES, type Language } from '../../engine/engine.js';
import { CalendarDay, TextWithout } from '../../http/validation.js';

const MOST_PAGES = 100_000;

export class MembersQuery {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  search?: string;

  /** From 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_PAGES)
  page?: number;

  /** What the press before did. */
  @IsOptional()
  @IsIn(['invited', 'removed'])
  done?: 'invited' | 'removed';
}

/** How invitations are written, and that they may be. */
export class InvitingForm {
  @IsIn(LANGUAGES)
  language: Language;

  @IsOptional()
  @IsIn(['yes'])
  formal?: 'yes';

  /** "These people know me, and do not mind a mail." */
  @Equals('yes')
  basis: 'yes';
}

export class InviteForm extends InvitingForm {
  @TextWithout(addressFault)
  address: string;
}

export class RoleForm {
  @IsIn(['member', 'organizer'])
  role: 'member' | 'organizer';
}

export class PauseForm {
  /** Last day; empty for none. */
  @Transform(({ value }: { value: unknown }) => (value === '' || value === undefined ? null : value))
  @ValidateIf((form: PauseForm) => form.pausedUntil !== null)
  @CalendarDay()
  pausedUntil: string | null;
}

export class RemoveForm {
  @IsOptional()
  @IsIn(['yes'])
  sure?: 'yes';
}

export class MemberQuery {
  @IsOptional()
  @IsIn(['saved'])
  done?: 'saved';
}
