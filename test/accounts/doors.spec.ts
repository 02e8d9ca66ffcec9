import { AccountsService } from '../../src/accounts/accounts.service.js';
import { addressFault } from '../../src/accounts/account.js';
import { verdictOn } from '../../src/accounts/access.js';
import { PERMISSIONS, type Action } from '../../src/accounts/permissions.js';
import { Database } from '../../src/database/database.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { DemoModule } from '../../src/demo/demo.module.js';
import { Browser } from './browser.js';
import { dump, keyIn, linkTo } from './mailbox.js';

describe('the doors of the house', () => {
  let house: House;
  let memberId: string;
  const clock = new TestClock();
  beforeAll(async () => {
    house = await House.open({ clock });
    memberId = await house.member('Nina Muster');
    await house.accountOf(memberId);
  });
  afterAll(() => house.close());

  const statement = { kind: 'offer', text: 'Hundesitting am Wochenende' };
  const crossSite: [string, Record<string, string>, number][] = [
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 201],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }, 201],
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }, 403],
    ['an old browser on our page', { origin: 'http://localhost:3000' }, 201],
    ['an old browser on the loopback address', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 201],
    ['an old browser on a foreign page', { origin: 'http://evil.example' }, 403],
    ['an old browser on a foreign page with a forged host', { origin: 'http://evil.example', host: 'evil.example' }, 403],
    ['something that says nothing', {}, 403],
  ];
  test.each(crossSite)('a change with a cookie, from %s', async (_, headers, status) => {
    const reply = await house.visitor().call('POST', '/api/v1/statements', statement, { cookie: await house.sessionOf(memberId), ...headers });
    expect([reply.status, reply.status === 403 && reply.body.code]).toEqual([status, status === 403 && 'origin-refused']);
  });

  test('a change with a token, without cookies, is nobody else’s', async () => {
    const authorization = `Bearer ${await house.tokenOf(memberId)}`;
    expect((await house.visitor().call('POST', '/api/v1/statements', statement, { authorization, 'sec-fetch-site': 'cross-site' })).status).toBe(201);
  });

  test('signing in cannot be pressed from a foreign page', async () => {
    const browser = new Browser(house);
    await browser.post('/sign-in', { address: `${memberId}@example.org` });
    const key = keyIn(await linkTo(house, `${memberId}@example.org`));
    const page = await browser.post('/sign-in/link', { key }, { 'sec-fetch-site': 'cross-site' });
    expect(page.status).toBe(403);
    expect(page.body).toContain('Stopped, to be safe');
  });

  test('links come from the settings, whatever the Host header says', async () => {
    const other = await house.member('Omar Muster');
    await house.accountOf(other);
    await new Browser(house).post('/sign-in', { address: `${other}@example.org` }, { host: 'evil.test', 'x-forwarded-host': 'evil.test' });
    expect(await linkTo(house, `${other}@example.org`)).toMatch(/^\/sign-in\/link/u);
  });

  test('a visitor is led to sign in, and comes back to where they wanted', async () => {
    const browser = new Browser(house, 'de');
    expect(await browser.get('/account')).toMatchObject({ status: 303, location: '/sign-in?then=%2Faccount' });
    expect((await browser.get('/')).body).toContain('href="/sign-in"');
    expect((await house.visitor().call('GET', '/api/v1/statements')).body.code).toBe('sign-in-needed');
  });

  test('pages tell faults as pages in the reader’s language, the API as problems', async () => {
    const page = await new Browser(house, 'es').get('/nowhere');
    expect([page.status, page.body]).toEqual([404, expect.stringContaining('Aquí no hay nada')]);
    expect((await new Browser(house).get('/api/v1/nowhere')).body).toContain('"code":"not-found"');
  });

  test('P9 the link of a mail opens one destination for its addressee; a yes needs their session', async () => {
    const { accountId } = await house.accountOf(memberId);
    const link = await house.app.get(Database).write((transaction) => house.app.get(AccountsService).mailLink(transaction, accountId, '/account', '2026-02-01T00:00:00.000Z'));
    const browser = new Browser(house);
    const path = link.replace('http://localhost:3000', '');
    const before = await dump(house);
    const led = await browser.get(path);
    expect(led).toMatchObject({ status: 303, location: `/sign-in?then=%2Faccount&key=${keyIn(link)}` });
    const signIn = await browser.get(led.location!);
    expect(signIn.body).toContain(`${memberId[0]}…@example.org`);
    expect(signIn.body).not.toContain(`${memberId}@`);
    expect(await dump(house)).toBe(before);
    expect(await browser.post(`/account/sessions/x/end?key=${keyIn(link)}`, {})).toMatchObject({ status: 303, location: `/sign-in?then=%2Faccount&key=${keyIn(link)}` });
    clock.passSeconds(901);
    await browser.post('/sign-in', { then: '/account', key: keyIn(link) });
    expect(await browser.post('/sign-in/link', { key: keyIn(await linkTo(house, `${memberId}@example.org`)) })).toMatchObject({ status: 303, location: '/account' });
  });

  test('a link is enough for what the table says, for nothing else', () => {
    const actor = { communityId: 'c', role: 'member', accountId: 'a', memberId: 'm', via: 'link' } as const;
    for (const action of Object.keys(PERMISSIONS) as Action[])
      expect([action, verdictOn(action, { actor, scopes: [], standing: 'member' })]).toEqual([
        action,
        !PERMISSIONS[action].byLink ? 'session-needed' : PERMISSIONS[action].member === 'none' ? 'role-lacking' : 'allowed',
      ]);
    expect(verdictOn('introductions.agree', { actor, scopes: [], standing: 'member' })).toBe('session-needed');
  });

  test('one sees and ends one’s sessions, and signs out', async () => {
    const person = await house.member('Lia Muster');
    const [here, there] = [new Browser(house), new Browser(house)];
    for (const browser of [here, there]) browser.cookies.set('gern_session', (await house.sessionOf(person)).split('=')[1]!);
    const page = await here.get('/account');
    const end = /\/account\/sessions\/[\w-]+\/end/u.exec(page.body)![0];
    expect((await here.post(end, {})).status).toBe(303);
    expect((await there.get('/account')).status).toBe(303);
    expect((await here.post('/sign-out', {})).status).toBe(303);
    expect(here.cookies.has('gern_session')).toBe(false);
    expect((await here.get('/account')).status).toBe(303);
  });

  test('there is no looking through other eyes outside the demo', async () => {
    expect((await new Browser(house).post(`/demo/as/${memberId}`, {})).status).toBe(404);
  });

  test.each(['nina@example.org', 'n.weber+gern@mail.example.org', 'jürgen@exämple.org', 'a@localhost', "o'neill@example.org".replace("'", '’')])('%s is an address', (address) => {
    expect(addressFault(address)).toBeUndefined();
  });
});

describe('the demo', () => {
  test('anybody looks through anybody’s eyes', async () => {
    const house = await House.open({ settings: { demo: true }, modules: [DemoModule] });
    const nina = await house.member('Nina Muster');
    await house.accountOf(nina);
    const browser = new Browser(house, 'de');
    expect((await browser.get('/')).body).toContain('href="/demo"');
    expect((await browser.get('/demo')).body).toContain(`formaction="/demo/as/${nina}"`);
    expect(await browser.post(`/demo/as/${nina}`, {})).toMatchObject({ status: 303, location: '/' });
    expect((await browser.get('/')).body).toContain('Nina Muster');
    expect((await browser.get('/account')).status).toBe(200);
    await house.close();
  });
});

describe('behind https', () => {
  test('cookies travel encrypted only', async () => {
    const house = await House.open({ settings: { url: 'https://gern.example.org' } });
    const reply = await new Browser(house).post('/sign-in', { address: 'nina@example.org' });
    expect(String(reply.headers['set-cookie'])).toMatch(/gern_browser=[\w-]+; Max-Age=3600; Path=\/; HttpOnly; Secure; SameSite=Lax/u);
    await house.close();
  });
});
