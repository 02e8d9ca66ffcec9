import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';

export const CHROMIUM = '/usr/bin/chromium';

/** A house that listens, and a real browser before it. */
export class Street {
  private constructor(
    readonly house: House,
    readonly clock: TestClock,
    readonly url: string,
    private readonly browser: Browser,
  ) {}

  /** @throws where Debian's Chromium is not installed: a test of pages without a browser would prove nothing */
  static async open(start: string): Promise<Street> {
    if (!existsSync(CHROMIUM)) throw new Error(`These tests need a browser at ${CHROMIUM}: apt-get install chromium`);
    const clock = new TestClock(start);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const house = await House.open({ clock, settings: { url, port } });
    await house.app.listen(port, '127.0.0.1');
    return new Street(house, clock, url, await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] }));
  }

  /** A window of its own, of a member where one is named. Opens paths of this house. */
  async window({ memberId, cookie, ...options }: BrowserContextOptions & { readonly memberId?: string; readonly cookie?: string } = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({ baseURL: this.url, ...options });
    const shown = cookie ?? (memberId === undefined ? undefined : await this.house.sessionOf(memberId));
    if (shown !== undefined) {
      const [name, value] = shown.split('=') as [string, string];
      await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/' }]);
    }
    return context;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.house.close();
  }
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
