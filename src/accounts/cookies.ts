import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Language } from '../engine/engine.js';
import { LANGUAGE_COOKIE } from '../http/chosen-language.js';
import { newSecret } from './secrets.js';
import { SESSION_LIFE } from './sessions.service.js';

export const SESSION_COOKIE = 'gern_session';
/** Knows the browser that asked for a sign-in; ends with it. */
const BROWSER_COOKIE = 'gern_browser';
const HOUR = 3_600;
const YEAR = 365 * 24 * HOUR;

export function setSessionCookie(reply: FastifyReply, secret: string, url: string): void {
  void reply.setCookie(SESSION_COOKIE, secret, { ...attributes(url), maxAge: SESSION_LIFE });
  void reply.clearCookie(BROWSER_COOKIE, attributes(url));
}

export function clearSessionCookie(reply: FastifyReply, url: string): void {
  void reply.clearCookie(SESSION_COOKIE, attributes(url));
}

export function browserOf(request: FastifyRequest): string | undefined {
  return request.cookies[BROWSER_COOKIE];
}

/** The mark of this browser, made now when it has none. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, url: string): string {
  const mark = browserOf(request) ?? newSecret();
  void reply.setCookie(BROWSER_COOKIE, mark, { ...attributes(url), maxAge: HOUR });
  return mark;
}

/** Remembers the language chosen; says nothing about anybody. */
export function setLanguageCookie(reply: FastifyReply, language: Language, url: string): void {
  void reply.setCookie(LANGUAGE_COOKIE, language, { ...attributes(url), maxAge: YEAR });
}

function attributes(url: string): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.startsWith('https:') };
}
