import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { FirstOrganizer } from '../../src/accounts/first-organizer.service.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { MembershipEntity } from '../../src/accounts/account.entity.js';
import { Database } from '../../src/database/database.js';
import { Browser } from './browser.js';
import { dump, keyIn, linkTo, mailsTo } from './mailbox.js';

const WISH = { name: 'Lia Muster', address: 'lia@example.org', languages: ['es', 'de'], offer: 'Hundesitting am Wochenende', ask: 'Suche eine Tandempartnerin', consents: { adult: true } };

describe('joining', () => {
  let house: House;
  const clock = new TestClock();
  beforeEach(async () => void (house = await House.open({ clock })));
  afterEach(() => house.close());

  const join = (change: object = {}) => house.visitor().call('POST', '/api/v1/join', { ...WISH, ...change });
  const members = async () => (await house.call('GET', '/api/v1/members')).body.items.map(({ name }: { name: string }) => name);

  test('by mail alone: wish, mail, one press, signed in, with what was offered and asked', async () => {
    expect((await join()).status).toBe(202);
    expect(await members()).toEqual(['Orga Muster']);
    const link = await linkTo(house, WISH.address);
    const browser = new Browser(house);
    const before = await dump(house);
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await house.visitor().call(method, link);
    expect((await browser.get(link)).body.match(/<button/gu)).toHaveLength(1);
    expect(await dump(house)).toBe(before);
    expect(await browser.post('/join/confirm', { key: keyIn(link) })).toMatchObject({ status: 303, location: '/' });
    const statements = JSON.parse((await browser.get('/api/v1/statements')).body).items;
    expect(statements.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
      ['offer', WISH.offer],
      ['ask', WISH.ask],
    ]);
    expect(await house.app.get(AccountsService).byAddress(WISH.address)).toMatchObject({ language: 'es', formal: false });
    expect((await new Browser(house).post('/join/confirm', { key: keyIn(link) })).status).toBe(410);
  });

  test('a known address gets the same answer, and by mail a link to sign in', async () => {
    const memberId = await house.member('Nina Muster');
    await house.accountOf(memberId);
    const [known, unknown] = [await join({ address: `${memberId}@example.org` }), await join()];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const browser = new Browser(house);
    await browser.post('/join', { name: 'Nina', address: `${memberId}@example.org`, languages: 'de', adult: 'yes' });
    expect(await browser.post('/sign-in/link', { key: keyIn(await linkTo(house, `${memberId}@example.org`)) })).toMatchObject({ status: 303, location: '/' });
    expect(await members()).toEqual(['Orga Muster', 'Nina Muster']);
  });

  test('a wish waits seven days and then vanishes', async () => {
    await join();
    const key = keyIn(await linkTo(house, WISH.address));
    clock.passDays(7);
    expect((await new Browser(house).get(`/join/confirm?key=${key}`)).status).toBe(410);
    await join({ address: 'other@example.org' });
    expect(await dump(house)).not.toContain('"name":"Lia');
  });

  test('of two mails for one address the first press counts, the second tells so', async () => {
    await join();
    await join();
    const keys = (await mailsTo(house, WISH.address)).map((text) => /key=([\w-]+)/u.exec(text)![1]!);
    expect(keys).toHaveLength(2);
    expect((await new Browser(house).post('/join/confirm', { key: keys[0]! })).status).toBe(303);
    expect((await new Browser(house).post('/join/confirm', { key: keys[1]! })).status).toBe(410);
    expect(await members()).toEqual(['Orga Muster', 'Lia Muster']);
  });

  test('robots: the hidden field, 3 mails an address, 60 joins an hour', async () => {
    expect((await join({ website: 'https://spam.example' })).status).toBe(202);
    expect(await mailsTo(house, WISH.address)).toEqual([]);
    for (let i = 0; i < 5; i++) await join();
    expect(await mailsTo(house, WISH.address)).toHaveLength(3);
    for (let i = 0; i < 80; i++) expect((await join({ address: `robot${i}@example.org` })).status).toBe(202);
    const mailed = await Promise.all(Array.from({ length: 80 }, (_, i) => mailsTo(house, `robot${i}@example.org`)));
    expect(mailed.filter((mails) => mails.length > 0)).toHaveLength(55);
  });

  test.each([
    [{ name: 'nina@example.org' }, 'name-not-allowed'],
    [{ name: 'Visit www.spam.example' }, 'name-not-allowed'],
    [{ name: 'Billig kaufen spam.shop' }, 'name-not-allowed'],
    [{ address: 'a@b@example.org' }, 'invalid-address'],
    [{ address: 'a@[127.0.0.1]' }, 'invalid-address'],
    [{ consents: { adult: false } }, 'invalid-value'],
    [{ consents: undefined }, 'required'],
    [{ role: 'admin' }, 'unknown-field'],
    [{ ask: 'ab' }, 'too-short'],
  ])('what does not fit is told: %j', async (change, code) => {
    const { status, body } = await join(change);
    expect([status, body.code]).toEqual([422, code]);
  });

  test('names as people have them are no links', async () => {
    for (const name of ['J. R. Muster', 'Dr.med. Ada Muster', 'M.Garcia', 'Ángel Núñez-O’Neill', 'Anna-Lena v. d. Muster'])
      expect((await house.call('POST', '/api/v1/members', { name, languages: ['de'] })).status).toBe(201);
  });

  test('the page keeps what was typed and tells the fault beside the field, in the reader’s language', async () => {
    const page = await new Browser(house, 'de').post('/join', { name: 'Lia <b>Muster</b>', address: 'lia', offer: 'Hundesitting', languages: 'de', adult: 'yes' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('Bitte eine einzelne Adresse');
    expect(page.body).toContain('value="Lia &lt;b>Muster&lt;/b>"');
    expect(page.body).toContain('Hundesitting');
  });

  test('who leaves is gone: membership, account, sessions and tokens with the member', async () => {
    await join();
    const browser = new Browser(house);
    await browser.post('/join/confirm', { key: keyIn(await linkTo(house, WISH.address)) });
    const [{ id }] = JSON.parse((await browser.get('/api/v1/members')).body).items;
    await house.tokenOf(id);
    expect((await house.as(id).call('DELETE', `/api/v1/members/${id}`)).status).toBe(204);
    expect((await browser.get('/account')).status).toBe(303);
    expect((await mailsTo(house, WISH.address)).at(-1)).toContain('Lia');
    const tables = (await dump(house)).replaceAll(/"outbox",\[.*?\]\]/gu, '');
    expect(tables).not.toContain(WISH.address);
    const database = house.app.get(Database);
    expect(await database.read.countBy(MembershipEntity, { memberId: id })).toBe(0);
  });
});

describe('the first organizer', () => {
  const start = async () => {
    const house = await House.open();
    // As on the first day: nobody looks after the install yet.
    await house.app.get(Database).write((transaction) => transaction.delete(MembershipEntity, { role: 'admin' }));
    return house;
  };

  test('comes in by the printed link, confirms the address by mail, and is led to the second factor', async () => {
    const house = await start();
    const link = (await house.app.get(FirstOrganizer).newLink())!.replace('http://localhost:3000', '');
    const browser = new Browser(house);
    const before = await dump(house);
    expect((await browser.get(link)).body).toContain('name="communityName"');
    expect(await dump(house)).toBe(before);
    const filled = { key: keyIn(link), name: 'Ada Muster', address: 'ada@example.org', communityName: 'Netz der Gebenden' };
    expect((await browser.post('/welcome', { ...filled, address: 'ada' })).status).toBe(422);
    expect((await browser.post('/welcome', filled)).status).toBe(200);
    expect((await browser.post('/welcome', filled)).status).toBe(410);
    expect((await browser.get(link)).status).toBe(410);
    const confirm = await linkTo(house, 'ada@example.org');
    expect(await browser.post('/join/confirm', { key: keyIn(confirm) })).toMatchObject({ status: 303, location: '/account/second-factor?then=/' });
    expect((await new Browser(house).get('/')).body).toContain('<h1>Netz der Gebenden</h1>');
    expect(await house.app.get(AccountsService).hasAdmin()).toBe(true);
    expect(await house.app.get(FirstOrganizer).newLink()).toBeUndefined();
    await house.close();
  });

  test('a link lives 24 hours', async () => {
    const clock = new TestClock();
    const house = await House.open({ clock });
    await house.app.get(Database).write((transaction) => transaction.delete(MembershipEntity, { role: 'admin' }));
    const link = (await house.app.get(FirstOrganizer).newLink())!;
    clock.passSeconds(86_400);
    expect((await new Browser(house).get(`/welcome?key=${keyIn(link)}`)).status).toBe(410);
    await house.close();
  });
});
