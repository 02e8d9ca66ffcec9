import { spawn, spawnSync } from 'node:child_process';

import MailComposer from 'nodemailer/lib/mail-composer';

import type { MailProps } from '../../src/html/mail-layout.js';
import type { MailContent } from '../../src/mail/mail.js';
import { formOf, TEMPLATES } from './all-mails.js';

const installed = spawnSync('spamassassin', ['--version']).status === 0;
/** Mails that answer what their reader just did: they carry no List-Unsubscribe. */
const SERVICE = ['sign-in', 'confirm', 'member-already', 'goodbye'];
/** The highest figure that a mail may get. */
const GOAL = 0.5;

/** The test line that every filter knows: shows that figures are told at all. */
const KNOWN_BAD = Buffer.from('Subject: test\r\nMessage-ID: <known-bad@example.org>\r\n\r\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n');

/** The whole message as it goes over the wire. */
function messageOf(id: string, kind: string, { communityName }: MailProps, { subject, text, html }: MailContent): Promise<Buffer> {
  const message = new MailComposer({
    from: { name: `${communityName} · Gern`, address: 'gern@example.org' },
    to: 'lena@example.org',
    subject,
    text,
    html,
    date: new Date(),
    messageId: `<${id}@example.org>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Id': '<network.example.org>',
      'Feedback-ID': `${kind}:gern`,
      ...(!SERVICE.includes(kind) && {
        'List-Unsubscribe': '<https://gern.example.org/mail/unsubscribe/Zk3vQe7hXw2mYt9cRb5nLp>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  });
  return message.compile().build();
}

interface Judgement {
  readonly figure: number;
  readonly rules: string;
}

/** What SpamAssassin says with its local rules alone, by the name in the Message-ID. One process reads all messages as an mbox, since starting it takes seconds; it answers in an order of its own. */
function judged(messages: readonly Buffer[]): Promise<Map<string, Judgement>> {
  return new Promise((resolve, reject) => {
    const child = spawn('spamassassin', ['-t', '-L', '--mbox']);
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      const told = Buffer.concat(out)
        .toString('utf8')
        .matchAll(/^X-Spam-Status: \w+, score=(-?[\d.]+) required=[\d.]+ tests=([^=]*?)\s+autolearn=[^]*?^Message-ID: <([^@]+)@/gmu);
      resolve(new Map([...told].map(([, figure, rules, id]) => [id!, { figure: Number(figure), rules: rules!.replace(/\s+/gu, '') }])));
    });
    for (const message of messages)
      child.stdin.write(
        `From gern@example.org Mon Nov 23 08:00:00 2026\n${message
          .toString('latin1')
          .replace(/\r\n/gu, '\n')
          .replace(/^From /gmu, '>From ')}\n\n`,
        'latin1',
      );
    child.stdin.end();
  });
}

(installed ? test : test.skip)(
  `SpamAssassin's local rules give every mail at most ${GOAL}, in every language and form`,
  async () => {
    const mails = TEMPLATES.flatMap(({ kind, samples, render }) => samples.map((sample, at) => ({ kind, form: formOf(sample), id: `${kind}-${at}`, sample, content: render(sample) })));
    const messages = await Promise.all(mails.map(({ kind, id, sample, content }) => messageOf(id, kind, sample, content)));
    const judgements = await judged([...messages, KNOWN_BAD]);
    expect(judgements.get('known-bad')!.figure).toBeGreaterThan(GOAL);
    const told = mails.map(({ kind, form, id }) => ({ kind, form, ...judgements.get(id)! }));
    const lines = TEMPLATES.map(
      ({ kind }) =>
        `${kind}: ${told
          .filter((one) => one.kind === kind)
          .map(({ form, figure }) => `${form} ${figure}`)
          .join(', ')}`,
    );
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(told.filter(({ figure }) => !(figure <= GOAL))).toEqual([]);
  },
  300_000,
);
