// Pictures of ten main pages, on a phone and a desk, in light and dark: `npm run screenshots`. They lie in var/screenshots; `-- --out FOLDER` puts them elsewhere.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { lookAs, withDemo } from './demo.mjs';
import { mainPages } from './main-pages.mjs';

const { values: flags } = parseArgs({ options: { out: { type: 'string', default: 'var/screenshots' }, only: { type: 'string' } } });
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1_280, height: 900 } };
const VAGUE = 'I look for somebody who helps me with my website';

mkdirSync(flags.out, { recursive: true });
await withDemo(async (baseURL, browser) => {
  const context = await browser.newContext({ baseURL, locale: 'en' });
  const page = await context.newPage();
  const lists = Object.values(await mainPages(page));
  for (const { who, pages } of lists) {
    await lookAs(page, who);
    for (const [name, path] of pages.filter(([one]) => flags.only === undefined || one === flags.only)) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        for (const colorScheme of ['light', 'dark']) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.goto(path);
          if (name === 'ask') {
            await page.locator('textarea').fill(VAGUE);
            await page.locator('#coach meter').waitFor();
          }
          await page.screenshot({ path: join(flags.out, `${name}-${size}-${colorScheme}.png`) });
        }
      }
      process.stderr.write(`${name}\n`);
    }
  }
});
