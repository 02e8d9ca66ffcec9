import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

import { BOARD_CHOICES, type BoardChoice } from '../../members/statement.js';
import { VisitDraftDto } from './visits.dto.js';

/** A visit as it comes from the form; empty fields are left out. */
export class VisitForm extends VisitDraftDto {
  @IsOptional()
  @IsIn(BOARD_CHOICES)
  board?: BoardChoice;
}

export class VisitsQuery {
  /** What the last press did. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;
}
