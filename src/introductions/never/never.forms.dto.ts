import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { PlainText } from '../../http/validation.js';
import { WISHED_RULE_KINDS, type WishedRuleKind } from '../pair-rule.js';

export class NeverForm {
  /** A first and a last name, or a mail address. */
  @PlainText({ min: 3, max: 254, lines: false })
  who: string;
}

export class WishForm {
  @IsUUID()
  other: string;

  @IsIn(WISHED_RULE_KINDS)
  kind: WishedRuleKind;
}

export class NeverQuery {
  /** What the last press did. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;
}
