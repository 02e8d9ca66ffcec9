import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors.js';
import { SeeOther } from '../http/see-other.js';
import { verdictOn, type Verdict } from './access.js';
import { May, setActor } from './actor.js';
import { Identity } from './identity.service.js';
import type { Action } from './permissions.js';

/** Stands before every route: finds out who acts, and lets nobody do what the table of permissions does not give them. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: Identity,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const action = this.reflector.getAllAndOverride<Action | undefined>(May.KEY, [context.getHandler(), context.getClass()]);
    if (action === undefined) throw new DomainError('not-allowed', 'This route names no action, so it is closed to everybody.');
    const caller = await this.identity.callerOf(request);
    setActor(request, caller.actor);
    const verdict = verdictOn(action, caller);
    if (verdict !== 'allowed') throw refusal(verdict, request, caller.destination);
    return true;
  }
}

function refusal(verdict: Exclude<Verdict, 'allowed'>, request: FastifyRequest, destination?: string): Error {
  const place = placeOf(request, destination);
  const isPage = !request.url.startsWith('/api/');
  if (verdict === 'session-needed')
    return isPage ? new SeeOther(signInPath(request, place)) : new DomainError('sign-in-needed', 'Please sign in, or send a token: "Authorization: Bearer gern_pat_…".');
  if (verdict === 'second-factor-needed' && isPage) return new SeeOther(`/account/second-factor?then=${encodeURIComponent(place)}`);
  return new DomainError('not-allowed', REASONS[verdict]);
}

const REASONS = {
  'second-factor-needed': 'This needs the second factor of an organizer. Show it under /account/second-factor, then try again.',
  'scope-lacking': 'The scopes of this token do not cover this.',
  'role-lacking': 'Your role in this community does not cover this.',
} as const;

/** The sign-in page, told where the person wanted; the key of a mail's link goes along, so that nobody types an address that is known. */
function signInPath({ query }: FastifyRequest, place: string): string {
  const { key } = query as { key?: unknown };
  return `/sign-in?then=${encodeURIComponent(place)}${typeof key === 'string' ? `&key=${encodeURIComponent(key)}` : ''}`;
}

/** Where to come back to: the page itself, what the link opens, or the front page after a form. */
function placeOf({ method, url }: FastifyRequest, destination = '/'): string {
  if (method !== 'GET' && method !== 'HEAD') return destination;
  const { pathname, searchParams } = new URL(url, 'http://here.invalid');
  searchParams.delete('key');
  return pathname + (searchParams.size > 0 ? `?${searchParams.toString()}` : '');
}
