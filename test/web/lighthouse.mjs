// What Lighthouse says of the main pages: `npm run lighthouse`. Lighthouse comes from npm when it is asked for; it is no dependency, as its lock does not install cleanly.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

import { printFigures } from '../../dist/judgments/figures.js';
import { CHROMIUM, lookAs, withDemo } from './demo.mjs';
import { mainPages } from './main-pages.mjs';

const { values: flags } = parseArgs({ options: { only: { type: 'string' } } });
const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
/** Of 100. */
const GOAL = 98;

const figures = await withDemo(async (baseURL, browser) => {
  const context = await browser.newContext({ baseURL, locale: 'en' });
  const page = await context.newPage();
  const found = [];
  for (const { who, pages } of Object.values(await mainPages(page))) {
    await lookAs(page, who);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const [name, path] of pages.filter(([one]) => flags.only === undefined || one === flags.only)) {
      const { categories } = lookedAt(baseURL + path, cookie);
      for (const category of CATEGORIES) found.push({ name: `${name}, ${category}`, value: Math.round(categories[category].score * 100), goal: GOAL, better: 'more' });
      process.stderr.write(`${name}\n`);
    }
  }
  return found;
});
process.exitCode = printFigures(figures, (line) => process.stdout.write(line)) ? 0 : 1;

function lookedAt(url, cookie) {
  const settings = ['--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox', `--only-categories=${CATEGORIES.join(',')}`, `--extra-headers=${JSON.stringify({ Cookie: cookie })}`];
  return JSON.parse(execFileSync('npx', ['--yes', LIGHTHOUSE, url, ...settings], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, CHROME_PATH: CHROMIUM } }));
}
