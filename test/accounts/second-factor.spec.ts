import { statSync } from 'node:fs';

import { SecretBox } from '../../src/accounts/secret-box.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Browser } from './browser.js';
import { dump, keyIn, linkTo } from './mailbox.js';
import { codeAt } from './second-factor.js';

describe('the second factor of organizers', () => {
  let house: House;
  const clock = new TestClock();
  let count = 0;
  beforeAll(async () => void (house = await House.open({ clock })));
  afterAll(() => house.close());

  const signedIn = async (memberId: string) => {
    const browser = new Browser(house);
    await browser.post('/sign-in', { address: `${memberId}@example.org`, then: '/account' });
    const { location } = await browser.post('/sign-in/link', { key: keyIn(await linkTo(house, `${memberId}@example.org`)) });
    return { browser, location };
  };
  /** An organizer who has just enrolled. */
  const enrolled = async () => {
    clock.passSeconds(1_000);
    const memberId = await house.member(`Organizer ${(count += 1)}`);
    await house.accountOf(memberId, 'organizer');
    const { browser, location } = await signedIn(memberId);
    const begun = await browser.post('/account/second-factor/begin', { then: '/account' });
    const secret = /<code>([A-Z2-7]+)<\/code>/u.exec(begun.body)![1]!;
    const done = await browser.post('/account/second-factor/confirm', { code: codeAt(secret, clock.now()), then: '/account' });
    return { memberId, browser, location, secret, done, recovery: [...done.body.matchAll(/<code>([A-Z0-9]{4}-[A-Z0-9]{4})<\/code>/gu)].map(([, code]) => code!) };
  };
  const mayOrganize = async (browser: Browser) => (await browser.get('/api/v1/members', { accept: 'application/json' })).body.includes('Orga Muster');
  const show = (browser: Browser, code: string) => browser.post('/account/second-factor', { code, then: '/' });

  test('an organizer without one is led to its enrolment and acts as a plain member until then', async () => {
    const memberId = await house.member('Ute Muster');
    await house.accountOf(memberId, 'organizer');
    const { browser, location } = await signedIn(memberId);
    expect(location).toBe('/account/second-factor?then=%2Faccount');
    expect(await mayOrganize(browser)).toBe(false);
    const before = await dump(house);
    const page = await browser.get(location!);
    expect(page.body).toContain('action="/account/second-factor/begin"');
    expect(await dump(house)).toBe(before);
    expect((await browser.post('/account/second-factor/begin', {})).body).toContain('otpauth://totp/Gern:');
    expect((await browser.post('/account/second-factor/confirm', { code: '000000' })).status).toBe(422);
    expect(await mayOrganize(browser)).toBe(false);
  });

  test('a first code confirms it, gives the powers and ten recovery codes, told once', async () => {
    const { browser, recovery } = await enrolled();
    expect(new Set(recovery).size).toBe(10);
    expect(await mayOrganize(browser)).toBe(true);
    expect((await browser.get('/account/second-factor')).body).not.toContain(recovery[0]);
  });

  test('secrets and recovery codes are not to be read in the database; the key lies beside it, for its owner only', async () => {
    const { secret, recovery } = await enrolled();
    const tables = await dump(house);
    expect(tables).not.toContain(secret);
    expect(tables).not.toContain(recovery[0]!.replace('-', ''));
    expect(statSync(`${house.config.database}.key`).mode & 0o777).toBe(0o600);
  });

  test('what is sealed for one account opens neither for another nor after a change of one bit', () => {
    const box = new SecretBox(house.config);
    const sealed = box.seal('secret', 'a');
    expect(new SecretBox(house.config).open(sealed, 'a')).toBe('secret');
    expect(() => box.open(sealed, 'b')).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => box.open(bytes.toString('base64url'), 'a')).toThrow();
  });

  test('at the next sign-in the mail alone gives a plain member; the code gives the powers', async () => {
    const { memberId, secret } = await enrolled();
    const { browser, location } = await signedIn(memberId);
    expect(location).toBe('/account/second-factor?then=%2Faccount');
    expect(await mayOrganize(browser)).toBe(false);
    clock.passSeconds(60);
    expect(await show(browser, codeAt(secret, clock.now()))).toMatchObject({ status: 303, location: '/' });
    expect(await mayOrganize(browser)).toBe(true);
  });

  test('each code counts once, one half minute early or late is near enough, two are not', async () => {
    const { browser, secret } = await enrolled();
    const late = (seconds: number) => codeAt(secret, new Date(clock.now().getTime() + seconds * 1_000));
    expect((await show(browser, late(0))).status).toBe(422);
    clock.passSeconds(300);
    expect((await show(browser, late(-60))).status).toBe(422);
    expect((await show(browser, late(60))).status).toBe(422);
    expect((await show(browser, late(-30))).status).toBe(303);
    expect((await show(browser, late(0))).status).toBe(303);
    expect((await show(browser, late(30))).status).toBe(303);
    expect((await show(browser, late(0))).status).toBe(422);
  });

  test('a recovery code counts once', async () => {
    const { browser, recovery } = await enrolled();
    expect((await show(browser, recovery[0]!.toLowerCase())).status).toBe(303);
    expect((await show(browser, recovery[0]!)).status).toBe(422);
    expect((await show(browser, recovery[1]!)).status).toBe(303);
  });

  test('after five wrong codes even the right one waits a quarter of an hour', async () => {
    const { browser, secret } = await enrolled();
    clock.passSeconds(60);
    for (let i = 0; i < 5; i++) await show(browser, '000000');
    expect((await show(browser, codeAt(secret, clock.now()))).status).toBe(429);
    clock.passSeconds(901);
    expect((await show(browser, codeAt(secret, clock.now()))).status).toBe(303);
  });

  test('twelve hours without use end the powers, not the session; use keeps them', async () => {
    const { browser } = await enrolled();
    for (let i = 0; i < 3; i++) {
      clock.passSeconds(11 * 3_600);
      expect(await mayOrganize(browser)).toBe(true);
    }
    clock.passSeconds(12 * 3_600 + 1);
    expect(await mayOrganize(browser)).toBe(false);
    expect((await browser.get('/account')).status).toBe(200);
    expect(await mayOrganize(browser)).toBe(false);
  });

  test('a confirmed factor cannot be replaced by who merely holds a session', async () => {
    const { memberId } = await enrolled();
    const { browser } = await signedIn(memberId);
    expect((await browser.post('/account/second-factor/begin', {})).status).toBe(409);
  });

  test('a session lives 180 days from its last use', async () => {
    const memberId = await house.member('Nina Muster');
    await house.accountOf(memberId);
    const { browser } = await signedIn(memberId);
    clock.passDays(179);
    expect((await browser.get('/account')).status).toBe(200);
    clock.passDays(179);
    expect((await browser.get('/account')).status).toBe(200);
    clock.passDays(181);
    expect((await browser.get('/account')).status).toBe(303);
  });
});
