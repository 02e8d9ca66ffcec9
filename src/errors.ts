/** The closed list of what can go wrong for a person; every code has one HTTP status and one page under /problems. */
export const PROBLEMS = {
  'malformed-body': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'changed-meanwhile': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  required: 422,
  'too-long': 422,
  'too-short': 422,
  'forbidden-character': 422,
  'unreadable-text': 422,
  'unknown-field': 422,
  'invalid-value': 422,
  'invalid-time': 422,
  'unknown-zone': 422,
  'too-many': 422,
  'statement-closed': 409,
  'suggestion-closed': 409,
  'not-possible': 409,
  'import-running': 409,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'origin-refused': 403,
  'other-browser': 409,
  'link-used': 410,
  'link-expired': 410,
  'slow-down': 429,
  'invalid-address': 422,
  'name-not-allowed': 422,
  'wrong-use': 400,
  'unreadable-file': 400,
  'empty-file': 400,
  'not-a-table': 400,
  'open-quote': 400,
  'try-later': 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One fault of an input: where it is (a JSON pointer, or a row and column) and what to do. */
export interface Fault {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly pointer?: string;
  readonly row?: number;
  readonly column?: string;
}

/** What services throw. The edge (HTTP, page, command line) decides how it is told. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(detail);
    this.name = 'DomainError';
  }
}

export function notFound(what: string): DomainError {
  return new DomainError('not-found', `${what} was not found, or is not yours.`);
}
