import { CalendarDay, PlainText } from '../../http/validation.js';

export class VisitDraftDto {
  /** Whom or what the visitor would like to meet, in their own words. */
  @PlainText({ min: 3, max: 1_000, lines: true })
  text: string;

  @PlainText({ min: 1, max: 80, lines: false })
  place: string;

  /** First day, local to the place. */
  @CalendarDay()
  from: string;

  /** Last day, local to the place. */
  @CalendarDay()
  to: string;
}

export class VisitDto extends VisitDraftDto {
  /** Id of the ask that the visit is. */
  id: string;
}
