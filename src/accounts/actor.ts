import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { DomainError, notFound } from '../errors.js';
import type { Role } from './account.js';
import { reachOf, type Action } from './permissions.js';

/** Who acts in a request, as the guard found out. */
export interface Actor {
  readonly communityId: string;
  readonly role: Role | 'visitor';
  /** Null for a visitor. */
  readonly accountId: string | null;
  /** Null for a visitor. */
  readonly memberId: string | null;
  /** A `link` of a mail stands for its addressee, for one destination only. */
  readonly via: 'nothing' | 'session' | 'token' | 'link';
}

const ACTION = 'gern:action';

/** The action of a route. A route without one is closed to everybody. */
export const May = (action: Action): MethodDecorator & ClassDecorator => SetMetadata(ACTION, action);
May.KEY = ACTION;

type ActingRequest = FastifyRequest & { actor?: Actor };

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context.switchToHttp().getRequest<FastifyRequest>()));

export function actorOf(request: FastifyRequest): Actor {
  const { actor } = request as ActingRequest;
  if (!actor) throw new Error('This route was reached without the guard.');
  return actor;
}

export function setActor(request: FastifyRequest, actor: Actor): void {
  (request as ActingRequest).actor = actor;
}

/** @throws not-found where the action reaches one's own only and the thing belongs to another member */
export function mustReach(actor: Actor, action: Action, memberId: string): void {
  const reach = reachOf(action, actor.role);
  if (reach === 'community' || (reach === 'own' && actor.memberId === memberId)) return;
  throw notFound('This');
}

/** The member who acts. @throws sign-in-needed for a visitor */
export function actingMember({ memberId }: Actor): string {
  if (memberId === null) throw new DomainError('sign-in-needed', 'Please sign in first.');
  return memberId;
}

/** The account that acts, as which member and in which role. @throws sign-in-needed for a visitor */
export function actingAccount({ accountId, memberId, role }: Actor): { readonly accountId: string; readonly memberId: string; readonly role: Role } {
  if (accountId === null || memberId === null || role === 'visitor') throw new DomainError('sign-in-needed', 'Please sign in first.');
  return { accountId, memberId, role };
}
