import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { CalendarDay, PlainText } from '../../http/validation.js';
import { BOARD_CHOICES, STATEMENT_KINDS, STATEMENT_TEXT, type BoardChoice } from '../../members/statement.js';

/** An ask or an offer as it comes from the form; empty fields are left out. */
export class StatementForm {
  @IsIn(STATEMENT_KINDS)
  kind: 'ask' | 'offer';

  @PlainText(STATEMENT_TEXT)
  text: string;

  /** Last day on which it is needed. */
  @IsOptional()
  @CalendarDay()
  neededBy?: string;

  @IsOptional()
  @PlainText({ min: 1, max: 80, lines: false })
  place?: string;

  /** How everybody of the community may read an ask; left out for not at all. */
  @IsOptional()
  @IsIn(BOARD_CHOICES)
  board?: BoardChoice;

  /** The ask of the board for which an offer is written. */
  @IsOptional()
  @IsUUID()
  for?: string;

  /** Of the statement whose words are changed; a new one has none. */
  @IsOptional()
  @IsUUID()
  id?: string;
}

export class NewStatementQuery {
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  kind: 'ask' | 'offer' = 'offer';

  /** The ask of the board for which an offer is to be written. */
  @IsOptional()
  @IsUUID()
  for?: string;
}

export class StatementsQuery {
  /** What the last press did. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;
}
