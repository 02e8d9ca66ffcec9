import type { FastifyRequest } from 'fastify';

import type { Language } from '../engine/engine.js';
import { preferredLanguage } from '../html/messages.js';

/** What came with a form or in a query. A name that stands twice comes as a list. */
export type Fields = Readonly<Record<string, unknown>>;

/** The text of a field; whatever is no text counts as left out. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The language in which this browser likes to read. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return preferredLanguage(headers['accept-language']);
}

/** What the browser calls itself, in plain characters. */
export function deviceOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  return (headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/gu, '');
}
