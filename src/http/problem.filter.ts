import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { DomainError, notFound, PROBLEMS, type Fault, type ProblemCode } from '../errors.js';
import { ErrorPage } from '../html/error-page.js';
import { preferredLanguage } from '../html/messages.js';
import { leadTo, sendPage } from './page.js';
import { SeeOther } from './see-other.js';

/** An error as RFC 9457 tells it. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Number of the request, to be named when asking for help. */
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors?: readonly Fault[];
}

/** Turns whatever was thrown into problem+json, or into a page for a reader of pages. Unforeseen errors are logged whole and told without their inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (thrown instanceof SeeOther) return leadTo(reply, thrown.location);
    const error = asDomainError(thrown);
    if (error.code === 'internal') this.logger.error(thrown instanceof Error ? thrown.stack : thrown);
    const isPage = !request.url.startsWith('/api/');
    if (isPage && error.code === 'sign-in-needed') return leadTo(reply, `/sign-in?then=${encodeURIComponent(request.method === 'GET' ? request.url : '/')}`);
    if (isPage && request.headers.accept?.includes('text/html')) {
      const language = preferredLanguage(request.headers['accept-language']);
      return sendPage(reply, ErrorPage({ language, code: error.code, request: request.id }), PROBLEMS[error.code]);
    }
    const problem = asProblem(error, request.id);
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(problem);
  }
}

function asProblem({ code, message, faults }: DomainError, id: string): Problem {
  return {
    type: `/problems/${code}`,
    title: TITLES[code] ?? code,
    status: PROBLEMS[code],
    detail: message,
    instance: `urn:request:${id}`,
    code,
    ...(faults.length > 0 && { errors: faults }),
  };
}

const TITLES: Partial<Record<ProblemCode, string>> = {
  'malformed-body': 'The request could not be read',
  'not-found': 'Not found',
  'too-large': 'Too large',
  'unsupported-media-type': 'Unsupported kind of content',
  required: 'Something is missing',
  'too-long': 'Too long',
  'too-short': 'Too short',
  'forbidden-character': 'A character that is not allowed',
  'unreadable-text': 'Unreadable text',
  'unknown-field': 'Unknown field',
  'invalid-value': 'A value that does not fit',
  'invalid-time': 'Not a day of the calendar',
  'unknown-zone': 'Unknown time zone',
  'too-many': 'Too many',
  'statement-closed': 'Already closed',
  'sign-in-needed': 'Please sign in',
  'not-allowed': 'Not allowed',
  'origin-refused': 'Refused: it came from another page',
  'other-browser': 'Asked for in another browser',
  'link-used': 'This link was used already',
  'link-expired': 'This link has expired',
  'slow-down': 'Too many attempts',
  'invalid-address': 'Not an address',
  'name-not-allowed': 'Not a name',
  'not-possible': 'Not possible',
  'import-running': 'Another list came first',
  'try-later': 'Please try again later',
  internal: 'Something went wrong here',
};

function asDomainError(thrown: unknown): DomainError {
  // What is unknown and what belongs to somebody else must look the same, whichever service missed it.
  if (thrown instanceof DomainError) return thrown.code === 'not-found' ? notFound('This') : thrown;
  const code = (thrown as { code?: unknown } | null)?.code;
  const fastify = typeof code === 'string' ? FASTIFY[code] : undefined;
  if (fastify) return fastify(thrown as Error);
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: unknown } | null)?.statusCode;
  if (status === 404) return new DomainError('not-found', 'There is nothing at this address. /api/docs lists what there is.');
  if (status === 413) return tooLarge();
  if (status === 415) return notJson();
  if (status === 400) return malformed(thrown as Error);
  return new DomainError('internal', 'Something went wrong on this side; nothing was stored. Please try again, and name the request number when it stays.');
}

const FASTIFY: Readonly<Record<string, (error: Error) => DomainError>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: malformed,
  FST_ERR_CTP_EMPTY_JSON_BODY: malformed,
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: notJson,
};

/** The parser's own words name the place of the fault; the text that was sent is not told back. */
function malformed(error: Error): DomainError {
  const position = /position (\d+)/u.exec(error.message)?.[1];
  const place = position === undefined ? '' : ` at character ${Number(position) + 1}`;
  return new DomainError('malformed-body', `The body could not be read as JSON${place}.`);
}

function notJson(): DomainError {
  return new DomainError('unsupported-media-type', 'The body must be JSON, sent with "Content-Type: application/json".');
}

function tooLarge(): DomainError {
  return new DomainError('too-large', `The body is larger than ${BODY_LIMIT / 1024} kB.`);
}

/** In bytes. */
export const BODY_LIMIT = 256 * 1024;
