import { Database } from '../../src/database/database.js';
import type { Mail } from '../../src/mail/mail.js';
import { OutboxEntity } from '../../src/mail/outbox.entity.js';
import { Outbox } from '../../src/mail/outbox.service.js';
import { House } from '../support/house.js';
import { mailOf } from './mail-room.js';

describe('unsubscribing', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  let count = 0;
  const queue = (change: Partial<Mail>): Promise<boolean> =>
    house.app.get(Database).write((transaction) => house.app.get(Outbox).queue(transaction, mailOf({ validUntil: '2100-01-01T00:00:00.000Z', key: `key-${++count}`, ...change })));
  const letters = async (): Promise<string[]> => {
    await house.mail.runOnce();
    return house.letters.map(({ source }) => source);
  };
  /** The path of the link that the last mail carries in its header. */
  const link = async (): Promise<string> => new URL(/^List-Unsubscribe: <([^>]+)>\r$/mu.exec((await letters()).at(-1)!)![1]!).pathname;
  const press = (path: string, body = 'List-Unsubscribe=One-Click', type = 'application/x-www-form-urlencoded') => house.call('POST', path, body, { 'content-type': type });
  const isCarried = async (change: Partial<Mail>): Promise<boolean> => {
    const before = (await letters()).length;
    await queue(change);
    return (await letters()).length > before;
  };

  test('L11 one press without cookie or sign-in stops the category, twice as well as once, and acts on mails that wait', async () => {
    await queue({ accountId: 'ada' });
    const path = await link();
    await queue({ accountId: 'ada', key: 'waits' });
    for (let i = 0; i < 2; i++) {
      const reply = await press(path);
      expect(reply.status).toBe(200);
      expect(reply.type).toContain('text/html');
    }
    await letters();
    expect(await house.app.get(Database).read.findOneBy(OutboxEntity, { key: 'waits' })).toMatchObject({ state: 'withdrawn' });
    expect(await isCarried({ accountId: 'ada' })).toBe(false);
    for (const other of [{ accountId: 'ada', category: 'introductions' as const }, { accountId: 'ada', category: 'service' as const }, { accountId: 'ben' }]) expect(await isCarried(other)).toBe(true);
  });

  test('L11 the press of a mail program that sends multipart/form-data counts', async () => {
    await queue({ accountId: 'cleo' });
    const body = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
    expect((await press(await link(), body, 'multipart/form-data; boundary=b')).status).toBe(200);
    expect(await isCarried({ accountId: 'cleo' })).toBe(false);
  });

  test('P9 opening the link never decides', async () => {
    await queue({ accountId: 'dora' });
    const path = await link();
    const page = await house.call('GET', path, undefined, { 'accept-language': 'de' });
    expect(page.status).toBe(200);
    expect(page.body).toContain(`<form method="post" action="${path}">`);
    expect(page.body).not.toContain('<script');
    await house.app.inject({ method: 'HEAD', url: path });
    await house.app.inject({ method: 'OPTIONS', url: path });
    expect(await isCarried({ accountId: 'dora' })).toBe(true);
  });

  test('what was pressed by mistake is taken back, and only that', async () => {
    await queue({ accountId: 'edda' });
    const path = await link();
    await queue({ accountId: 'edda', category: 'meetups' });
    await press(await link());
    expect((await press(path)).body).toContain(`action="${path}/undo"`);
    await press(`${path}/undo`, '');
    expect(await isCarried({ accountId: 'edda' })).toBe(true);
    expect(await isCarried({ accountId: 'edda', category: 'meetups' })).toBe(false);
  });

  test('everything that can be stopped is stopped by one press too', async () => {
    await queue({ accountId: 'fritz' });
    await press(await link(), 'scope=all');
    for (const category of ['digest', 'introductions', 'meetups'] as const) expect(await isCarried({ accountId: 'fritz', category })).toBe(false);
    expect(await isCarried({ accountId: 'fritz', category: 'service' })).toBe(true);
  });

  test('a reader without an account is known by a hash of the address', async () => {
    await queue({ accountId: null, to: 'Zoe@example.org' });
    const path = await link();
    expect(path.toLowerCase()).not.toContain('zoe');
    await press(path);
    expect(await isCarried({ accountId: null, to: 'zoe@example.org' })).toBe(false);
    expect(await isCarried({ accountId: null, to: 'yara@example.org' })).toBe(true);
  });

  test('a token that this install did not write does nothing', async () => {
    await queue({ accountId: 'gitta' });
    const path = await link();
    for (const forged of [path.replace('gitta', 'other'), path.replace('.digest.', '.meetups.'), path.replace('.digest.', '.service.'), `${path}x`, `${path}.x`, '/mail/unsubscribe/x'])
      expect((await press(forged)).status).toBe(404);
    expect(await isCarried({ accountId: 'gitta' })).toBe(true);
  });

  test('P7 in your language: the page speaks three', async () => {
    await queue({ accountId: 'hanna' });
    const path = await link();
    const headings = await Promise.all(['de', 'en', 'es'].map(async (language) => /<h1>(.*?)<\/h1>/u.exec((await house.call('GET', path, undefined, { 'accept-language': language })).body)![1]));
    expect(headings).toEqual(['Abbestellen?', 'Unsubscribe?', '¿Darte de baja?']);
  });
});

describe('the mailbox of the demo', () => {
  test('shows each mail as html without scripts or foreign sources, as text and as it goes over the wire', async () => {
    const house = await House.open({ settings: { demo: true } });
    expect((await house.call('GET', '/mailbox')).body).toContain('No mail yet');
    const mail = mailOf({ validUntil: '2100-01-01T00:00:00.000Z', html: '<p style="color:red">ß<script>alert(1)</script></p>' });
    await house.app.get(Database).write((transaction) => house.app.get(Outbox).queue(transaction, mail));
    await house.mail.runOnce();
    expect((await house.call('GET', '/mailbox')).body).toContain('<a href="/mailbox/1">Wem du helfen könntest</a>');
    const page = await house.app.inject({ url: '/mailbox/1' });
    expect(page.body).toContain('<iframe class="mail" sandbox');
    expect(page.headers['content-security-policy']).toContain("frame-src 'self'");
    const html = await house.app.inject({ url: '/mailbox/1/html' });
    expect(html.body).toBe(mail.html);
    expect(html.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'.*sandbox$/u);
    expect((await house.call('GET', '/mailbox/1/text')).body).toBe(mail.text.replaceAll('\n', '\r\n'));
    expect((await house.call('GET', '/mailbox/1/source')).body).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await house.call('GET', '/mailbox/2')).status).toBe(404);
    await house.close();
  });

  test('is not there outside the demo', async () => {
    const house = await House.open();
    expect((await house.call('GET', '/mailbox')).status).toBe(404);
    await house.close();
  });
});
