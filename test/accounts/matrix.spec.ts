import type { Role } from '../../src/accounts/account.js';
import { PERMISSIONS, SCOPES, type Reach } from '../../src/accounts/permissions.js';
import { CommunityEntity } from '../../src/communities/community.entity.js';
import { Database } from '../../src/database/database.js';
import { ASSETS } from '../../src/html/assets.js';
import { MembersService } from '../../src/members/members.service.js';
import { StatementsService } from '../../src/members/statements.service.js';
import { House, type Caller } from '../support/house.js';
import { empower } from './second-factor.js';
import { routesOf } from './routes.js';

const NOBODY = '01890000-0000-7000-8000-000000000000';
type Player = 'visitor' | 'member' | 'counterpart' | 'organizer' | 'organizer of another community' | 'admin';
const PLAYERS: readonly Player[] = ['visitor', 'member', 'counterpart', 'organizer', 'organizer of another community', 'admin'];
const ROLE: Record<Player, Role | 'visitor'> = { visitor: 'visitor', member: 'member', counterpart: 'member', organizer: 'organizer', 'organizer of another community': 'organizer', admin: 'admin' };

describe('who may do what: six roles, by session and by token, on every route', () => {
  let house: House;
  const ids = {} as Record<Exclude<Player, 'visitor'>, string>;
  const bySession = {} as Record<Player, Caller>;
  const byToken = {} as Record<Exclude<Player, 'visitor'>, Caller>;

  beforeAll(async () => {
    house = await House.open();
    const other = { id: 'other', name: 'Another network', languages: ['de' as const], place: null, timeZone: 'UTC', reviewsRounds: true, createdAt: '2026-01-01T00:00:00.000Z' };
    await house.app.get(Database).write((transaction) => transaction.insert(CommunityEntity, other));
    ids.member = await house.member('Nina Muster');
    ids.counterpart = await house.member('Omar Muster');
    ids.organizer = await house.member('Ute Muster');
    ids.admin = await house.member('Ada Muster');
    ids['organizer of another community'] = (await house.app.get(MembersService).create(other.id, { name: 'Eva Muster', languages: ['de'], place: null, line: null, timeZone: 'UTC' })).id;
    bySession.visitor = house.visitor();
    for (const player of PLAYERS) {
      if (player === 'visitor') continue;
      const role = ROLE[player] as Role;
      await house.accountOf(ids[player], role, player === 'organizer of another community' ? other.id : undefined);
      bySession[player] = role === 'member' ? house.as(ids[player]) : await empower(house, ids[player]);
      const secret = await house.tokenOf(ids[player], role);
      byToken[player] = house.with({ authorization: `Bearer ${secret}` });
    }
  });
  afterAll(() => house.close());

  /** What the table says: may somebody with this reach get past the guard? */
  const expected = (reach: Reach, player: Player): 'passes' | 'sign-in-needed' | 'not-allowed' => (reach !== 'none' ? 'passes' : player === 'visitor' ? 'sign-in-needed' : 'not-allowed');
  const outcome = ({ status, body, headers }: Awaited<ReturnType<Caller['call']>>): string => {
    if (status === 401 || (status === 303 && String(headers.location).startsWith('/sign-in?'))) return 'sign-in-needed';
    return status === 403 && body.code === 'not-allowed' ? 'not-allowed' : 'passes';
  };

  test('every route names its action: one that does not is closed to everybody', () => {
    const routes = routesOf(house);
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter(({ action }) => action === undefined || !(action in PERMISSIONS))).toEqual([]);
  });

  // Nothing is changed by this: ids are nobody's, bodies are empty.
  test.each(PLAYERS)('%s, by session', async (player) => {
    for (const { method, path, action } of routesOf(house)) {
      if (path === '/sign-out') continue;
      const reply = await bySession[player].call(method, path.replace(/:\w+/gu, NOBODY), method === 'GET' ? undefined : {});
      expect([method, path, outcome(reply)]).toEqual([method, path, expected(PERMISSIONS[action!][ROLE[player]], player)]);
      expect(reply.status).toBeLessThan(500);
    }
  });

  test.each(PLAYERS.filter((player) => player !== 'visitor'))('%s, by a token with every scope: what tokens cannot do stays closed', async (player) => {
    for (const { method, path, action } of routesOf(house)) {
      const { scope, visitor, [ROLE[player]]: reach } = PERMISSIONS[action!];
      const reply = await byToken[player].call(method, path.replace(/:\w+/gu, NOBODY), method === 'GET' ? undefined : {});
      expect([method, path, outcome(reply)]).toEqual([method, path, scope === null && visitor === 'none' ? 'not-allowed' : expected(reach, player)]);
    }
  });

  test('a token without the scope of an action is refused, whatever its owner may do', async () => {
    for (const { method, path, action } of routesOf(house)) {
      const { scope } = PERMISSIONS[action!];
      if (scope === null) continue;
      const poor = house.with({
        authorization: `Bearer ${await house.tokenOf(
          ids.admin,
          'admin',
          SCOPES.filter((one) => one !== scope),
        )}`,
      });
      expect([method, path, outcome(await poor.call(method, path.replace(/:\w+/gu, NOBODY), method === 'GET' ? undefined : {}))]).toEqual([method, path, 'not-allowed']);
      for (const { id } of (await bySession.admin.call('GET', '/api/v1/tokens')).body.slice(1)) await bySession.admin.call('DELETE', `/api/v1/tokens/${id}`);
    }
  });

  describe('things of somebody else and things of nobody look the same', () => {
    const strip = ({ status, body }: { status: number; body: any }) => ({ status, body: { ...body, instance: '' } });

    test.each(['/api/v1/members/ID', '/api/v1/members/ID/suggestions', '/api/v1/statements?memberId=ID'])('GET %s', async (path) => {
      for (const player of ['counterpart', 'organizer of another community'] as const) {
        for (const caller of [bySession[player], byToken[player]]) {
          const [foreign, unknown] = [await caller.call('GET', path.replace('ID', ids.member)), await caller.call('GET', path.replace('ID', NOBODY))];
          // An organizer's list of statements is filtered within their own community: both are empty there.
          if (player !== 'counterpart' && path.includes('?'))
            expect([foreign.body, unknown.body]).toEqual([
              { items: [], next: null },
              { items: [], next: null },
            ]);
          else expect([strip(foreign), foreign.status]).toEqual([strip(unknown), 404]);
        }
      }
    });

    test('statements, in every way of reaching for them', async () => {
      const { communityId } = await house.accountOf(ids.member);
      const statement = await house.app.get(StatementsService).create(communityId, { memberId: ids.member, kind: 'ask', text: 'Suche eine Tandempartnerin', neededBy: null, place: null });
      const ways = [
        ['GET', ''],
        ['PATCH', ''],
        ['DELETE', ''],
        ['POST', '/close'],
      ] as const;
      for (const player of ['counterpart', 'organizer of another community'] as const)
        for (const [method, step] of ways) {
          const reach = (id: string) => bySession[player].call(method, `/api/v1/statements/${id}${step}`, method === 'PATCH' ? { text: 'Etwas anderes' } : undefined);
          const [foreign, unknown] = [await reach(statement.id), await reach(NOBODY)];
          expect([strip(foreign), foreign.status]).toEqual([strip(unknown), 404]);
        }
      expect((await bySession.member.call('GET', `/api/v1/statements/${statement.id}`)).body.text).toBe('Suche eine Tandempartnerin');
      const draft = { kind: 'ask', text: 'Suche einen Imker' };
      const [forOther, forNobody] = [
        await bySession.counterpart.call('POST', '/api/v1/statements', { ...draft, memberId: ids.member }),
        await bySession.counterpart.call('POST', '/api/v1/statements', { ...draft, memberId: NOBODY }),
      ];
      expect([strip(forOther), forOther.status]).toEqual([strip(forNobody), 404]);
    });

    test('sessions and tokens', async () => {
      const [session] = (await bySession.member.call('GET', '/api/v1/sessions')).body;
      const token = (await bySession.member.call('POST', '/api/v1/tokens', { name: 'mine', scopes: ['read'] })).body;
      for (const [path, id] of [
        ['sessions', session.id],
        ['tokens', token.id],
      ]) {
        const [foreign, unknown] = [await bySession.counterpart.call('DELETE', `/api/v1/${path}/${id}`), await bySession.counterpart.call('DELETE', `/api/v1/${path}/${NOBODY}`)];
        expect([strip(foreign), foreign.status]).toEqual([strip(unknown), 404]);
      }
    });
  });

  test('a member reads and changes what is their own; lists show the community to its organizers only', async () => {
    const names = async (player: Player) => (await bySession[player].call('GET', '/api/v1/members')).body.items.map(({ name }: { name: string }) => name);
    expect(await names('member')).toEqual(['Nina Muster']);
    expect(await names('organizer of another community')).toEqual(['Eva Muster']);
    expect(await names('organizer')).toEqual(['Orga Muster', 'Nina Muster', 'Omar Muster', 'Ute Muster', 'Ada Muster']);
    expect((await bySession.member.call('PATCH', `/api/v1/members/${ids.member}`, { line: 'Grafikerin' })).body.line).toBe('Grafikerin');
    expect((await bySession.member.call('POST', '/api/v1/statements', { kind: 'ask', text: 'Suche einen Imker' })).body.memberId).toBe(ids.member);
  });

  test('no answer to somebody who showed who they are may be kept by a cache', async () => {
    for (const { path } of routesOf(house).filter(({ method, path: one }) => method === 'GET' && !(one.slice(1) in ASSETS)))
      expect([path, (await bySession.member.call('GET', path.replace(/:\w+/gu, NOBODY))).headers['cache-control']]).toEqual([path, 'no-store']);
  });
});
