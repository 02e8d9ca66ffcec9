import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { CalendarDay, PlainText } from '../../http/validation.js';
import { STATEMENT_KINDS, STATEMENT_TEXT } from '../../members/statement.js';

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

  /** Of the statement whose words are changed; a new one has none. */
  @IsOptional()
  @IsUUID()
  id?: string;
}

export class NewStatementQuery {
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  kind: 'ask' | 'offer' = 'offer';
}

export class StatementsQuery {
  /** What the last press did. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;
}
