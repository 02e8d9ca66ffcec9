import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule } from '../../src/app.module.js';
import { createServer } from '../../src/http/server.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { dump } from './mailbox.js';

describe('personal tokens', () => {
  let house: House;
  let neighbour: NestFastifyApplication;
  let memberId: string;
  const clock = new TestClock();
  beforeAll(async () => {
    house = await House.open({ clock });
    neighbour = await createServer(AppModule.with(house.config, clock), house.config);
    await neighbour.init();
    await neighbour.getHttpAdapter().getInstance().ready();
    memberId = await house.member('Nina Muster');
  });
  afterAll(async () => {
    await neighbour.close();
    await house.close();
  });

  const made = async (scopes: string[]) => (await house.as(memberId).call('POST', '/api/v1/tokens', { name: 'my script', scopes })).body;
  const own = (secret: string, how: Record<string, string> = { authorization: `Bearer ${secret}` }, path = `/api/v1/members/${memberId}`) => house.visitor().call('GET', path, undefined, how);

  test('a token is told once, stored as a hash, and listed without its secret', async () => {
    const { id, secret } = await made(['read']);
    expect(secret).toMatch(/^gern_pat_[\w-]{32}$/u);
    expect(await dump(house)).not.toContain(secret);
    const list = (await house.as(memberId).call('GET', '/api/v1/tokens')).body;
    expect(list).toContainEqual({ id, name: 'my script', scopes: ['read'], createdAt: expect.any(String), usedOn: null });
  });

  test('it works in the header only', async () => {
    const { secret } = await made(['read']);
    expect((await own(secret)).status).toBe(200);
    expect((await own(secret, { cookie: `gern_session=${secret}` })).status).toBe(401);
    expect((await own(secret, {}, `/api/v1/members/${memberId}?access_token=${secret}&key=${secret}`)).status).toBe(401);
    expect((await own(secret, { authorization: `Basic ${secret}` })).status).toBe(401);
  });

  test('revoked on one process it is dead on another at the next request', async () => {
    const { id, secret } = await made(['read']);
    const onNeighbour = async () => (await neighbour.inject({ method: 'GET', url: `/api/v1/members/${memberId}`, headers: { authorization: `Bearer ${secret}` } })).statusCode;
    expect(await onNeighbour()).toBe(200);
    expect((await house.as(memberId).call('DELETE', `/api/v1/tokens/${id}`)).status).toBe(204);
    expect(await onNeighbour()).toBe(401);
    expect((await own(secret)).status).toBe(401);
  });

  test('the last use is known to the day', async () => {
    const { id, secret } = await made(['read']);
    clock.set('2026-03-04T05:06:07.000Z');
    await own(secret);
    expect((await house.as(memberId).call('GET', '/api/v1/tokens')).body.find((token: { id: string }) => token.id === id).usedOn).toBe('2026-03-04');
  });

  test('a member cannot give a token the powers of an organizer, nor a token make tokens', async () => {
    expect((await house.as(memberId).call('POST', '/api/v1/tokens', { name: 'x', scopes: ['organize'] })).status).toBe(403);
    const { secret } = await made(['read', 'write', 'introduce']);
    expect((await house.visitor().call('POST', '/api/v1/tokens', { name: 'x', scopes: ['read'] }, { authorization: `Bearer ${secret}` })).status).toBe(403);
  });

  test('an organizer who has not shown the second factor makes tokens of a plain member', async () => {
    const organizer = await house.member('Ute Muster');
    await house.accountOf(organizer, 'organizer');
    const { secret } = (await house.as(organizer).call('POST', '/api/v1/tokens', { name: 'x', scopes: ['read'] })).body;
    expect((await own(secret)).status).toBe(404);
  });

  test.each([{ name: 'x', scopes: ['all'] }, { name: 'x', scopes: [] }, { scopes: ['read'] }, { name: 'x', scopes: ['read'], role: 'admin' }])(
    'a wish that does not fit is told by field: %j',
    async (draft) => {
      expect((await house.as(memberId).call('POST', '/api/v1/tokens', draft)).status).toBe(422);
    },
  );
});
