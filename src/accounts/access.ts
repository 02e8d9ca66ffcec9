import type { Role } from './account.js';
import type { Actor } from './actor.js';
import { PERMISSIONS, reachOf, type Action, type Scope } from './permissions.js';

/** An actor with what stands behind them. */
export interface Caller {
  readonly actor: Actor;
  /** Of the token by which they come; empty else. */
  readonly scopes: readonly Scope[];
  /** The role they would have with a fresh second factor. */
  readonly standing: Role | 'visitor';
  /** What the link of a mail opens, where they come by one. */
  readonly destination?: string;
}

export type Verdict = 'allowed' | 'session-needed' | 'scope-lacking' | 'second-factor-needed' | 'role-lacking';

/** Whether a caller may do an action at all; to whose things it reaches is asked later, thing by thing. */
export function verdictOn(action: Action, { actor, scopes, standing }: Caller): Verdict {
  const { byLink, scope, visitor } = PERMISSIONS[action];
  if (actor.via === 'link' && !byLink) return 'session-needed';
  if (actor.via === 'token' && !(scope === null ? visitor !== 'none' : (scopes as readonly string[]).includes(scope))) return 'scope-lacking';
  if (reachOf(action, actor.role) !== 'none') return 'allowed';
  if (actor.role === 'visitor') return 'session-needed';
  return reachOf(action, standing) !== 'none' ? 'second-factor-needed' : 'role-lacking';
}
