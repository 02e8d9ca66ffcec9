import type { Role } from './account.js';

/** How far an action reaches: nothing, what is one's own, or everything of the community. */
export type Reach = 'none' | 'own' | 'community';

interface Permission {
  readonly visitor: Reach;
  readonly member: Reach;
  readonly organizer: Reach;
  readonly admin: Reach;
  /** Whether the link of a mail is enough, without a session. A yes never is: mails are forwarded. */
  readonly byLink: boolean;
  /** The scope that a personal token needs; null where tokens cannot do it. */
  readonly scope: string | null;
}

const of = (visitor: Reach, member: Reach, organizer: Reach, admin: Reach, { byLink = false, scope = null as string | null } = {}): Permission => ({
  visitor,
  member,
  organizer,
  admin,
  byLink,
  scope,
});

/** Who may do what: the one table that the guard, the services and the tests share. */
export const PERMISSIONS = {
  'community.read': of('community', 'community', 'community', 'community', { byLink: true, scope: 'read' }),
  'community.change': of('none', 'none', 'community', 'community', { scope: 'organize' }),
  join: of('community', 'community', 'community', 'community', { byLink: true }),
  'sign-in': of('community', 'community', 'community', 'community', { byLink: true }),
  'account.read': of('none', 'own', 'own', 'own', { scope: 'read' }),
  'account.change': of('none', 'own', 'own', 'own'),
  'tokens.manage': of('none', 'own', 'own', 'own'),
  'network.read': of('none', 'none', 'community', 'community'),
  'members.read': of('none', 'own', 'community', 'community', { scope: 'read' }),
  'roles.change': of('none', 'none', 'community', 'community'),
  'members.look-after': of('none', 'none', 'community', 'community'),
  'members.create': of('none', 'none', 'community', 'community', { scope: 'organize' }),
  'members.change': of('none', 'own', 'community', 'community', { scope: 'write' }),
  'members.remove': of('none', 'own', 'community', 'community', { scope: 'write' }),
  'statements.read': of('none', 'own', 'community', 'community', { scope: 'read' }),
  'statements.write': of('none', 'own', 'community', 'community', { scope: 'write' }),
  'statements.renew': of('none', 'own', 'own', 'own', { byLink: true, scope: 'write' }),
  'board.read': of('none', 'community', 'community', 'community', { scope: 'read' }),
  coach: of('none', 'own', 'community', 'community', { scope: 'read' }),
  'suggestions.read': of('none', 'own', 'own', 'own', { scope: 'read' }),
  'introductions.read': of('none', 'own', 'own', 'own', { byLink: true, scope: 'read' }),
  'introductions.agree': of('none', 'own', 'own', 'own', { scope: 'introduce' }),
  'introductions.decline': of('none', 'own', 'own', 'own', { byLink: true, scope: 'introduce' }),
  'introductions.connect': of('none', 'own', 'own', 'own', { scope: 'introduce' }),
  'visits.write': of('none', 'own', 'own', 'own', { scope: 'write' }),
  'digest.choose': of('none', 'own', 'own', 'own', { byLink: true, scope: 'write' }),
  'digest.review': of('none', 'none', 'community', 'community'),
  'meetups.read': of('none', 'community', 'community', 'community', { scope: 'read' }),
  'meetups.organize': of('none', 'none', 'community', 'community', { scope: 'organize' }),
  'meetups.attend': of('none', 'own', 'own', 'own', { byLink: true, scope: 'write' }),
  // The link of a guest's list is itself the proof.
  'meetups.guest': of('community', 'community', 'community', 'community'),
  'mail.operate': of('none', 'none', 'none', 'community'),
  // The route itself asks for the secret of the webhook.
  'mail.report': of('community', 'community', 'community', 'community'),
  // There in the demo only.
  'mail.look': of('community', 'community', 'community', 'community'),
  'mail.unsubscribe': of('community', 'community', 'community', 'community', { byLink: true }),
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof PERMISSIONS;
export const SCOPES = ['read', 'write', 'introduce', 'organize'] as const;
export type Scope = (typeof SCOPES)[number];

export function reachOf(action: Action, role: Role | 'visitor'): Reach {
  return PERMISSIONS[action][role];
}
