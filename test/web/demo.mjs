import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

export const CHROMIUM = '/usr/bin/chromium';

/** The demo on a port and a database of its own, with a browser before it. Needs `npm run build`. @param work gets the address and the browser */
export async function withDemo(work) {
  const folder = mkdtempSync(join(tmpdir(), 'gern-pictures-'));
  const port = await freePort();
  const demo = spawn('node', ['bin/gern.mjs', 'demo'], { env: { ...process.env, GERN_PORT: String(port), GERN_DATABASE: join(folder, 'demo.sqlite') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    for await (const chunk of demo.stdout) if (String(chunk).includes('Gern listens')) break;
    return await work(`http://127.0.0.1:${port}`, browser);
  } finally {
    await browser.close();
    demo.kill('SIGTERM');
    await once(demo, 'exit');
    rmSync(folder, { recursive: true });
  }
}

/** Looks through somebody's eyes from now on in this window. */
export async function lookAs(page, name) {
  await page.goto('/demo');
  await page.locator('details summary').click();
  await page.getByRole('button', { name, exact: true }).click();
}

/** Where the first link goes whose address begins like this, on the page that is open. */
export async function firstLink(page, beginning) {
  return page.locator(`main a[href^="${beginning}"]`).first().getAttribute('href');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
