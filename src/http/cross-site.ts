import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

/**
 * Refuses what a foreign page has a browser do in its owner's name: a change that comes with cookies must say that it comes from
 * our own pages. Without cookies (tokens, RFC 8058 one-click) nobody's name is used, and nothing is asked.
 * @param url address of this install
 * @throws origin-refused
 */
export function refuseCrossSite({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>, url: string): void {
  if (SAFE.has(method) || headers.cookie === undefined) return;
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  // Browsers that know themselves in a safe context tell by themselves, and no page can make them lie.
  const isOwn = site === undefined ? origin === new URL(url).origin || (LOOPBACK.test(host) && origin === `http://${host}`) : site === 'same-origin' || site === 'none';
  if (!isOwn) throw new DomainError('origin-refused', 'This came from another page than ours. Open the page again and retry.');
}
