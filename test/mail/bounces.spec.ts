import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { readBounceReport } from '../../src/mail/bounce-report.js';
import { BouncesService } from '../../src/mail/bounces.service.js';
import { Claims } from '../../src/mail/claims.service.js';
import { SuppressionService } from '../../src/mail/suppression.service.js';
import { House } from '../support/house.js';
import { MailRoom } from './mail-room.js';
import { SAMPLES, type Sample } from './reports.js';

describe('what comes back', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
    await room.queue({ to: 'mira@example.net' });
    for (const claim of await room.get(Claims).claim(1)) await room.get(Claims).note(claim, { kind: 'submitted', answer: '250 ok' });
  });
  afterEach(() => room.close());

  const receive = async ({ text }: Pick<Sample, 'text'>): Promise<string> => room.get(BouncesService).receive(Buffer.from(text.replaceAll('%ID%', (await room.rows())[0]!.messageId)));
  const isListed = (): Promise<boolean> => room.get(SuppressionService).allow('mira@example.net');

  test.each(SAMPLES.map((sample) => [sample.taken, sample.name, sample] as const))('%s: %s', async (taken, _, sample) => {
    expect(await receive(sample)).toBe(taken);
    expect(await isListed()).toBe(taken !== 'ignored');
  });

  test('a mailbox that is full now and then goes on getting mail; one that is not there does not', async () => {
    const [full, gone] = [SAMPLES.find(({ taken }) => taken === 'soft')!, SAMPLES.find(({ taken }) => taken === 'hard')!];
    for (let i = 0; i < 5; i++) await receive(full);
    await room.queue({ key: 'next', to: 'Mira@example.net' });
    expect(await room.get(Claims).claim(1)).toHaveLength(1);
    await receive(gone);
    await room.queue({ key: 'after', to: 'Mira@example.net', category: 'service' });
    expect(await room.get(Claims).claim(1)).toEqual([]);
  });

  test('a reader who called a mail spam gets no more, but can still sign in', async () => {
    await receive(SAMPLES.find(({ taken }) => taken === 'complaint')!);
    await room.queue({ key: 'next', to: 'mira@example.net' }, { key: 'sign-in', to: 'mira@example.net', category: 'service' });
    await room.get(Claims).claim(9);
    expect(await room.states()).toEqual(['submitted', 'withdrawn', 'claimed']);
  });

  test('no bytes at all upset the reader of reports', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readBounceReport(Buffer.from(bytes))));
    const template = SAMPLES[0]!.text;
    fc.assert(fc.property(fc.nat(template.length), fc.nat(40), fc.string(), (at, length, put) => void readBounceReport(Buffer.from(template.slice(0, at) + put + template.slice(at + length)))));
  });
});

describe('the ways in for what comes back', () => {
  test('a Maildir is emptied, each report once', async () => {
    const room = await MailRoom.open();
    const folder = join(room.folder, 'bounces');
    mkdirSync(join(folder, 'new'), { recursive: true });
    writeFileSync(join(folder, 'new', '1.mx'), SAMPLES[0]!.text);
    await room.close();
    const reading = await MailRoom.open({ mail: { bounceFolder: folder } });
    mkdirSync(join(folder, 'new'), { recursive: true });
    writeFileSync(join(folder, 'new', '1.mx'), SAMPLES[0]!.text);
    expect(await reading.get(BouncesService).collect()).toBe(1);
    expect(await reading.get(BouncesService).collect()).toBe(0);
    expect(readdirSync(join(folder, 'cur'))).toEqual(['1.mx:2,S']);
    await reading.close();
  });

  test('the webhook takes a report with the secret only, and is not there without one', async () => {
    const mail = { transport: 'memory' as const, from: 'gern@example.org', bounceSecret: 'a-secret-of-the-house' };
    const house = await House.open({ settings: { mail } });
    const post = (secret: string) => house.call('POST', '/mail/bounces', SAMPLES[0]!.text, { 'content-type': 'text/plain', 'gern-bounce-secret': secret });
    expect((await post('a-secret-of-the-house')).body).toEqual({ taken: 'ignored' });
    expect((await post('guessed')).status).toBe(403);
    expect((await house.call('POST', '/mail/bounces', { a: 1 }, { 'gern-bounce-secret': mail.bounceSecret })).status).toBe(415);
    await house.close();
    const closed = await House.open();
    expect((await closed.call('POST', '/mail/bounces', 'x', { 'content-type': 'text/plain' })).status).toBe(404);
    await closed.close();
  });
});
