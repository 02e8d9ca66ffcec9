import { existsSync } from 'node:fs';

import { chromium, type Browser as Chromium } from 'playwright-core';

import { AccountsService } from '../../src/accounts/accounts.service.js';
import { openLetter, type OpenedLetter } from '../../src/mail/mailbox.js';
import { dump } from '../accounts/mailbox.js';
import { TEMPLATES } from '../mail/all-mails.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { freePort } from '../web/chromium.js';
import { liveThroughEverything } from './whole-life.js';

const CHROMIUM = '/usr/bin/chromium';
const BROWSER_TIME = 180_000;
const WINDOWS = 8;

function linksIn({ text }: OpenedLetter): string[] {
  return [...text.matchAll(/http:\/\/127\.0\.0\.1:\d+\/[^\s>)]*/gu)].map(([link]) => link);
}

describe('P9 opening a link never decides', () => {
  const clock = new TestClock('2026-09-01T08:00:00.000Z');
  let house: House;
  let letters: OpenedLetter[];

  beforeAll(async () => {
    const port = await freePort();
    house = await House.open({ clock, settings: { url: `http://127.0.0.1:${port}`, port } });
    await house.app.listen(port, '127.0.0.1');
    await liveThroughEverything(house, clock);
    ({ letters } = house);
  });
  afterAll(() => house.close());

  test('a whole life has brought every kind of mail', async () => {
    const source: { kind: string }[] = await house.read('SELECT DISTINCT kind FROM outbox');
    expect(source.map(({ kind }) => kind).sort()).toEqual(TEMPLATES.map(({ kind }) => kind).sort());
  });

  test('GET, HEAD and OPTIONS of every link of every mail change no row of any table', async () => {
    const before = await dump(house);
    const links = letters.flatMap(linksIn);
    expect(links.length).toBeGreaterThan(letters.length);
    for (const link of links) for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await house.visitor().call(method, new URL(link).pathname + new URL(link).search);
    expect(await dump(house)).toBe(before);
  });

  async function oneOfEachKind(): Promise<OpenedLetter[]> {
    const rows: { to: string; bytes: Buffer }[] = await house.read('SELECT recipient AS "to", bytes FROM outbox WHERE bytes IS NOT NULL GROUP BY kind HAVING max(id)');
    return rows.map((row) => openLetter({ ...row, from: '', messageId: '' }));
  }

  const inBrowser = existsSync(CHROMIUM) ? test : test.skip;
  inBrowser(
    'a browser that runs the scripts of each page, as a stranger and as the addressee, changes no row of any table',
    async () => {
      // Sessions are stored rows: made before, so that only what the pages do is seen.
      const cookies = new Map<string, string>();
      for (const { to } of letters) {
        const account = await house.app.get(AccountsService).byAddress(to);
        const [membership] = account ? await house.app.get(AccountsService).membershipsOf(account.id) : [];
        if (membership && !cookies.has(to)) cookies.set(to, await house.sessionOf(membership.memberId));
      }
      const before = await dump(house);
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
      try {
        const visits = (await oneOfEachKind()).flatMap((letter) => [undefined, cookies.get(letter.to)].map((cookie) => ({ links: linksIn(letter), cookie })));
        const one = async (): Promise<void> => {
          for (let visit = visits.pop(); visit; visit = visits.pop()) await openAll(browser, visit.links, visit.cookie);
        };
        await Promise.all(Array.from({ length: WINDOWS }, one));
      } finally {
        await browser.close();
      }
      expect(await dump(house)).toBe(before);
    },
    BROWSER_TIME,
  );
});

/** Opens each link, lets scripts and everything they ask for come to rest, hovers and scrolls as a reader would. */
async function openAll(browser: Chromium, links: readonly string[], cookie: string | undefined): Promise<void> {
  const context = await browser.newContext();
  try {
    if (cookie !== undefined) {
      const [name, value] = cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/' }]);
    }
    const page = await context.newPage();
    for (const link of links) {
      const reply = await page.goto(link, { waitUntil: 'networkidle' });
      expect(reply!.status()).toBeLessThan(500);
      await page.mouse.wheel(0, 2_000);
    }
  } finally {
    await context.close();
  }
}
