import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';

import { CHROMIUM, freePort } from './chromium.js';

/** Seconds from the command to both mails. */
const MOST_SECONDS = 120;

jest.setTimeout(240_000);

describe('a newcomer, from one command to two mails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gern-newcomer-'));
  let demo: ChildProcess;
  let browser: Browser;

  afterAll(async () => {
    await browser.close();
    demo.kill('SIGTERM');
    await new Promise((resolve) => demo.once('exit', resolve));
    rmSync(folder, { recursive: true });
  });

  test('the five lines of the README: start, look as the giver, gladly, yes, a quarter of an hour later', async () => {
    const started = performance.now();
    const port = await freePort();
    demo = spawn('node', ['bin/gern.mjs', 'demo'], { env: { ...process.env, GERN_PORT: String(port), GERN_DATABASE: join(folder, 'demo.sqlite') }, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      demo.stdout!.on('data', (chunk: Buffer) => chunk.includes('Gern listens') && resolve());
      demo.once('exit', () => reject(new Error('The demo ended before it listened; was it built? npm run build')));
    });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    const page = await (await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, locale: 'en' })).newPage();
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

    await page.goto('/demo');
    await press('Look as Hannah Whitlock');
    await page.locator('article.give', { hasText: 'Dana' }).getByRole('button', { name: 'Gladly' }).click();
    await page.waitForURL(/\/introductions\//u);
    await page.goto('/demo');
    await press('Look as Dana Shalev');
    await page.locator('article', { hasText: 'Hannah' }).getByRole('link').first().click();
    await press('Yes, please');
    await page.goto('/mailbox');
    await press('A quarter of an hour later');
    await page.getByRole('link', { name: 'Dana Shalev, meet Hannah Whitlock' }).click();
    await page.getByText('hannah.whitlock@example.org').first().waitFor();
    await page.goto('/mailbox');
    await page.getByRole('link', { name: 'Hannah Whitlock, meet Dana Shalev' }).click();
    await page.getByText('dana.shalev@example.org').first().waitFor();
    expect((performance.now() - started) / 1_000).toBeLessThan(MOST_SECONDS);
  });
});
