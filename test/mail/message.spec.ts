import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { simpleParser } from 'mailparser';

import { dkimSigner } from '../../src/mail/dkim.js';
import { CATEGORIES } from '../../src/mail/mail.js';
import { renderMessage } from '../../src/mail/message.js';
import { mailOf } from './mail-room.js';

const FRAME = { id: '0199-1', from: 'gern@example.org', date: new Date('2026-11-24T09:00:00Z'), unsubscribeUrl: 'https://gern.example.org/mail/unsubscribe/token' };
const namesOf = (message: Buffer): string[] =>
  [
    ...message
      .toString('latin1')
      .split('\r\n\r\n')[0]!
      .matchAll(/^([\w-]+):/gmu),
  ].map(([, name]) => name!);

describe('the message of a mail', () => {
  const GOLDEN = ['From', 'To', 'Reply-To', 'Subject', 'Message-ID', 'Auto-Submitted', 'List-ID', 'Feedback-ID', 'Date', 'MIME-Version', 'Content-Type'];

  test('has these header fields and no others, whatever its category', async () => {
    for (const category of CATEGORIES) {
      const unsubscribeUrl = category === 'service' ? undefined : FRAME.unsubscribeUrl;
      const names = namesOf(await renderMessage(mailOf({ category }), { ...FRAME, unsubscribeUrl }));
      expect([...names].sort()).toEqual([...GOLDEN, ...(category === 'service' ? [] : ['List-Unsubscribe', 'List-Unsubscribe-Post'])].sort());
    }
  });

  test('says who it is from, where an answer goes, and how it is stopped', async () => {
    const text = (await renderMessage(mailOf({ replyTo: 'ada@example.org' }), FRAME)).toString('latin1').replaceAll(/\r\n[ \t]+/gu, ' ');
    expect(text).toMatch(/^From: =\?UTF-8\?[QB]\?.*\?= <gern@example\.org>\r$/mu);
    for (const line of [
      'To: mira@example.org',
      'Reply-To: ada@example.org',
      'Message-ID: <0199-1@example.org>',
      'Date: Tue, 24 Nov 2026 09:00:00 +0000',
      'Auto-Submitted: auto-generated',
      'List-ID: <werkhof-koeln.example.org>',
      'Feedback-ID: digest:digest:werkhof-koeln:gern',
      'List-Unsubscribe: <https://gern.example.org/mail/unsubscribe/token>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
      expect(text.split('\r\n')).toContain(line);
    const parsed = await simpleParser(text);
    expect(parsed.from?.value).toEqual([{ name: 'Werkhof Köln · Gern', address: 'gern@example.org' }]);
    expect(parsed.text).toBe('Hallo Mira,\n\nschön, dass du da bist.\n');
    expect(parsed.html).toBe('<p>Hallo Mira, schön, dass du da bist.</p>');
  });

  test('P11 same input, same answer: the bytes follow from the mail and its frame', async () => {
    expect(await renderMessage(mailOf(), FRAME)).toEqual(await renderMessage(mailOf(), FRAME));
  });

  test('is CRLF and ASCII throughout and ends with a line', async () => {
    const bytes = await renderMessage(mailOf({ text: 'ö\rä\nü\r\n.\n', html: '<p>ß</p>' }), FRAME);
    expect(bytes.toString('latin1')).not.toMatch(/\r(?!\n)|(?<!\r)\n|[^\t\r\n -~]/u);
    expect(bytes.subarray(-2).toString()).toBe('\r\n');
  });

  test('a line break or control character in any header field is refused before anything is made', async () => {
    for (const evil of ['x\r\nBcc: eve@example.org', 'x\nBcc: eve@example.org', 'x\rBcc: eve@example.org', 'x\u0000', 'x\u0085y', 'x\u2028y', 'x\u007f', 'x\ud800']) {
      for (const change of [{ subject: evil }, { communityName: evil }, { kind: evil }, { to: `mira@example.org${evil}` }, { replyTo: `ada@example.org${evil}` }])
        await expect(renderMessage(mailOf(change), FRAME)).rejects.toMatchObject({ code: 'forbidden-character' });
    }
  });

  test('goes to one plain address only', async () => {
    for (const to of [
      'a@example.org, b@example.org',
      'a@example.org;b@example.org',
      'Mira <mira@example.org>',
      '<mira@example.org>',
      'mira',
      'a@b@example.org',
      'group: a@example.org',
      `${'a'.repeat(250)}@example.org`,
    ])
      await expect(renderMessage(mailOf({ to }), FRAME)).rejects.toMatchObject({ code: 'invalid-address' });
  });
});

describe('the DKIM signature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const folder = mkdtempSync(join(tmpdir(), 'gern-dkim-'));
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

  test('covers both List-Unsubscribe headers, and holds by the rules of RFC 6376', async () => {
    const signed = await dkimSigner({ domain: 'example.org', selector: 'gern', keyFile })(await renderMessage(mailOf(), FRAME));
    const [head, ...body] = signed.toString('latin1').split('\r\n\r\n');
    const fields = head!.split(/\r\n(?![ \t])/u);
    const signature = fields[0]!;
    const tags = new Map(
      signature
        .replace(/^DKIM-Signature:/u, '')
        .replaceAll(/\s+/gu, '')
        .split(';')
        .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
    );
    const names = tags.get('h')!.split(':');
    expect(names).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']));
    // The relaxed canonical form, written anew here.
    const canonical = `${body
      .join('\r\n\r\n')
      .replaceAll(/[ \t]+(?=\r\n)/gu, '')
      .replaceAll(/[ \t]+/gu, ' ')
      .replace(/(?:\r\n)*$/u, '')}\r\n`;
    expect(tags.get('bh')).toBe(createHash('sha256').update(canonical, 'latin1').digest('base64'));
    const relaxed = (field: string): string => {
      const [name, value] = [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1)];
      return `${name.toLowerCase()}:${value
        .replaceAll('\r\n', '')
        .replaceAll(/[ \t]+/gu, ' ')
        .trim()}`;
    };
    const lines = names.map((name) => relaxed(fields.find((field) => field.toLowerCase().startsWith(`${name}:`))!));
    const unsigned = relaxed(signature.replace(/b=[^;]*$/u, 'b='));
    const verify = createVerify('RSA-SHA256').update([...lines, unsigned].join('\r\n'), 'latin1');
    expect(verify.verify(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), tags.get('b')!, 'base64')).toBe(true);
  });

  test('a key that cannot be used is told at the start, with its file', () => {
    writeFileSync(join(folder, 'rubbish.pem'), 'no key');
    for (const name of ['nowhere.pem', 'rubbish.pem']) expect(() => dkimSigner({ domain: 'example.org', selector: 'gern', keyFile: join(folder, name) })).toThrow(name);
  });
});
