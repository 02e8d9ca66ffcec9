import { SignInService } from '../../src/accounts/sign-in.service.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Browser } from './browser.js';
import { codeTo, dump, keyIn, linkTo, mailsTo } from './mailbox.js';

describe('sign-in by a mailed link', () => {
  let house: House;
  const clock = new TestClock();
  let count = 0;
  beforeAll(async () => void (house = await House.open({ clock })));
  afterAll(() => house.close());

  /** A member of their own for each story, so that no budget is shared. */
  const somebody = async () => {
    const memberId = await house.member(`Person ${(count += 1)}`);
    await house.accountOf(memberId);
    return { memberId, address: `${memberId}@example.org` };
  };
  const asked = async (then = '/account') => {
    const person = await somebody();
    const browser = new Browser(house);
    await browser.post('/sign-in', { address: person.address, then });
    const link = await linkTo(house, person.address);
    return { ...person, browser, link, key: keyIn(link), code: await codeTo(house, person.address) };
  };
  const isSignedIn = async (browser: Browser) => (await browser.get('/account')).status === 200;

  test('the link shows one button and the masked address; its press signs in and leads where the person wanted', async () => {
    const { browser, link, key, address } = await asked();
    const page = await browser.get(link);
    expect(page.status).toBe(200);
    expect(page.body.match(/<button/gu)).toHaveLength(1);
    expect(page.body).not.toContain(address);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await browser.post('/sign-in/link', { key })).toMatchObject({ status: 303, location: '/account' });
    expect(await isSignedIn(browser)).toBe(true);
  });

  const refusals: [string, (story: Awaited<ReturnType<typeof asked>>) => Promise<{ status: number; body: string }>, number][] = [
    ['a used link', async ({ browser, key }) => (await browser.post('/sign-in/link', { key }), browser.post('/sign-in/link', { key })), 410],
    ['a used link, opened again', async ({ browser, key, link }) => (await browser.post('/sign-in/link', { key }), new Browser(house).get(link)), 410],
    ['a link after ten minutes', async ({ browser, key }) => (clock.passSeconds(601), browser.post('/sign-in/link', { key })), 410],
    ['a link after ten minutes, opened', async ({ browser, link }) => (clock.passSeconds(601), browser.get(link)), 410],
    ['a link that nobody made', async ({ browser }) => browser.post('/sign-in/link', { key: 'nothing' }), 410],
    ['another browser', async ({ key }) => new Browser(house).post('/sign-in/link', { key }), 409],
    ['another browser, opened', async ({ link }) => new Browser(house).get(link), 409],
    ['another browser with a wrong code', async ({ key }) => new Browser(house).post('/sign-in/code', { key, code: 'AAAA-AAAA' }), 422],
    ['a code after ten minutes', async ({ browser, code }) => (clock.passSeconds(601), browser.post('/sign-in/code', { code })), 410],
    ['a code in a browser that neither asked nor holds the link', async ({ code }) => new Browser(house).post('/sign-in/code', { code }), 410],
    ['a code after its link was used', async ({ browser, key, code }) => (await browser.post('/sign-in/link', { key }), new Browser(house).post('/sign-in/code', { key, code })), 410],
    [
      'the right code after five wrong ones',
      async ({ key, code }) => {
        const other = new Browser(house);
        for (let i = 0; i < 5; i++) await other.post('/sign-in/code', { key, code: 'AAAA-AAAA' });
        return other.post('/sign-in/code', { key, code });
      },
      429,
    ],
  ];
  test.each(refusals)('%s is refused with a page that says what to do', async (_, act, status) => {
    const page = await act(await asked());
    expect(page.status).toBe(status);
    expect(page.body).toMatch(/href="\/sign-in|name="code"/u);
  });

  test('the code works in the browser that asked, and with the link in another one, typed as people type', async () => {
    const here = await asked();
    expect((await here.browser.post('/sign-in/code', { code: here.code.toLowerCase().replace('-', ' ') })).status).toBe(303);
    expect(await isSignedIn(here.browser)).toBe(true);
    const there = await asked();
    const other = new Browser(house);
    expect((await other.post('/sign-in/code', { key: there.key, code: there.code })).status).toBe(303);
    expect(await isSignedIn(other)).toBe(true);
  });

  test('five wrong codes close the link for its own browser, too', async () => {
    const { browser, key } = await asked();
    for (let i = 0; i < 5; i++) await browser.post('/sign-in/code', { code: 'AAAA-AAAA' });
    expect((await browser.post('/sign-in/link', { key })).status).toBe(410);
  });

  test('a session cannot be fixed beforehand: sign-in gives a new cookie, ends the former session and the pre-session', async () => {
    const { browser, key, memberId } = await asked();
    const planted = await house.sessionOf(memberId);
    browser.cookies.set('gern_session', planted.split('=')[1]!);
    const { headers } = await browser.post('/sign-in/link', { key });
    expect(browser.cookies.get('gern_session')).not.toBe(planted.split('=')[1]);
    expect(browser.cookies.has('gern_browser')).toBe(false);
    expect(String(headers['set-cookie'])).toMatch(/gern_session=[^;]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax/u);
    expect((await house.visitor().call('GET', '/api/v1/sessions', undefined, { cookie: planted })).status).toBe(401);
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%0d%0ax', 'javascript:alert(1)', '/..//evil.example', ''])(
    '`then` leads nowhere but to our own paths: %j',
    async (then) => {
      const { browser, key } = await asked(then);
      const { location } = await browser.post('/sign-in/link', { key });
      expect(new URL(location!, 'http://localhost:3000').origin).toBe('http://localhost:3000');
      expect(location).not.toMatch(/^\/[/\\]/u);
    },
  );

  test('known and unknown addresses get the same bytes, the same status, and no mail goes to the unknown one', async () => {
    const { address } = await somebody();
    const strip = ({ status, body, headers }: { status: number; body: string; headers: Record<string, unknown> }) => ({
      status,
      body,
      names: Object.keys(headers).sort(),
      length: headers['content-length'],
    });
    const known = await new Browser(house).post('/sign-in', { address });
    const unknown = await new Browser(house).post('/sign-in', { address: `x${address.slice(1)}` });
    expect(strip(unknown)).toEqual(strip(known));
    expect(await mailsTo(house, address)).toHaveLength(1);
    expect(await mailsTo(house, `x${address.slice(1)}`)).toEqual([]);
  });

  test('nobody is bombed: at most 3 mails in 15 minutes and 10 a day, and every asking gets the same answer', async () => {
    const { address } = await somebody();
    const bodies = new Set<string>();
    for (let i = 0; i < 20; i++) bodies.add((await new Browser(house).post('/sign-in', { address })).body);
    expect(bodies.size).toBe(1);
    expect(await mailsTo(house, address)).toHaveLength(3);
    for (let i = 0; i < 12; i++) {
      clock.passSeconds(901);
      await new Browser(house).post('/sign-in', { address: address.toUpperCase() });
      await house.app.get(SignInService).settled();
    }
    expect(await mailsTo(house, address)).toHaveLength(10);
  });

  test('what is no address is told beside the field, and what was typed stays', async () => {
    for (const address of [
      'a@b@example.org',
      'Nina <nina@example.org>',
      'a@[127.0.0.1]',
      'a@example',
      '.a@example.org',
      `${'a'.repeat(250)}@example.org`,
      'a b@example.org',
      'a@127.0.0.1',
      'a@example.org,b@example.org',
    ]) {
      const page = await new Browser(house).post('/sign-in', { address });
      expect([address, page.status]).toEqual([address, 422]);
      expect(page.body).toContain('One plain address');
    }
    expect((await new Browser(house).post('/sign-in', { address: 'a@localhost' })).status).toBe(200);
  });

  test('P9 opening a link never decides: GET, HEAD and OPTIONS of every link change no table', async () => {
    const { link } = await asked();
    const before = await dump(house);
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) for (const headers of [{ accept: '*/*' }, { accept: 'text/html' }]) await house.visitor().call(method, link, undefined, headers);
    expect(await dump(house)).toBe(before);
  });

  test('no secret of a mail is stored as it is', async () => {
    const { key, code, browser } = await asked();
    const tables = (await dump(house)).replaceAll(/"outbox",\[.*?\]\]/gu, '');
    for (const secret of [key, code.replace('-', ''), browser.cookies.get('gern_browser')!]) expect(tables).not.toContain(secret);
  });
});
