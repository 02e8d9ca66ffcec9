import type { FastifyRequest } from 'fastify';

import { LANGUAGES } from '../engine/engine.js';

export const LANGUAGE_COOKIE = 'gern_language';

/** What somebody chose here outranks what their browser says, on every page and for every reply. */
export function preferChosenLanguage({ headers, cookies }: Pick<FastifyRequest, 'headers' | 'cookies'>): void {
  const chosen = LANGUAGES.find((language) => language === cookies[LANGUAGE_COOKIE]);
  if (chosen !== undefined) headers['accept-language'] = chosen;
}
