/** That a member was asked whether they know somebody for an ask; or, without a member, that there was nobody to ask. */
export interface ConnectorQuestion {
  readonly askId: string;
  /** UTC date. */
  readonly date: string;
  readonly communityId: string;
  readonly memberId: string | null;
}

/** Days an ask waits for a direct helper before anybody is asked around, and days between two such questions. */
const WAITING_DAYS = 7;
const BETWEEN_DAYS = 14;
/** So often an ask is carried around at the most. */
const MOST_QUESTIONS = 3;
/** A member hears such a question once in so many days at the most. */
export const MEMBER_REST_DAYS = 28;

/** Whether it is time to ask around for an ask made at a moment, given the questions put for it so far. */
export function isDue(today: string, createdAt: string, questions: readonly Pick<ConnectorQuestion, 'date'>[]): boolean {
  const last = questions.reduce((latest, { date }) => (date > latest ? date : latest), '');
  return questions.length < MOST_QUESTIONS && daysFrom(createdAt.slice(0, 10), today) >= WAITING_DAYS && (last === '' || daysFrom(last, today) >= BETWEEN_DAYS);
}

/** Members who are left alone for now. */
export function restingMembers(today: string, questions: readonly ConnectorQuestion[]): Set<string> {
  return new Set(questions.flatMap(({ memberId, date }) => (memberId !== null && daysFrom(date, today) < MEMBER_REST_DAYS ? [memberId] : [])));
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
