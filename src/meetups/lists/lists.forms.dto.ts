import { IsIn } from 'class-validator';

/** What came of an introduction, by one press. */
export class ToldForm {
  @IsIn(['helped', 'met', 'missed'])
  what: 'helped' | 'met' | 'missed';
}
