import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';

import { clockworkOf } from '../../src/clockwork.js';
import { NeverWishes } from '../../src/introductions/never/never-wishes.service.js';
import { VisitsService } from '../../src/introductions/visits/visits.service.js';
import { empower } from '../accounts/second-factor.js';
import { Village, type Person } from '../introductions/village.js';
import { Street } from './chromium.js';

/** First visit, compressed, all of it. */
const MOST_BYTES = 60_000;
const NARROW = { width: 320, height: 640 };

/** A browser on a busy machine takes its time. */
jest.setTimeout(240_000);

describe('every page, in a real browser', () => {
  let street: Street;
  let nina: Person;
  let windows: Record<'visitor' | 'member' | 'organizer', BrowserContext>;
  const paths: { who: keyof typeof windows; path: string }[] = [];

  beforeAll(async () => {
    street = await Street.open('2026-11-20T10:00:00.000Z');
    const { house, clock } = street;
    const village = await Village.open(clock, house);
    nina = await village.person('Nina Weber', { place: 'Leipzig' });
    const [omar, carla] = [await village.person('Omar Sanz', { place: 'Leipzig' }), await village.person('Carla Ruiz')];
    const offer = await village.says(nina, 'offer', 'Product photos for small shops');
    const ask = await village.says(omar, 'ask', 'Looking for someone to take product photos of my pottery');
    const other = await village.says(carla, 'ask', 'I need product photos of hand-made soap for my shop');
    const shown = await village.statements.create(village.communityId, {
      memberId: carla.id,
      kind: 'ask',
      text: 'Who lends me a projector for an evening in the yard?',
      neededBy: null,
      place: 'Leipzig',
      board: 'unnamed',
    });
    const visit = await house.app.get(VisitsService).announce(village.communityId, nina.id, { text: 'I would like to meet people who sail', place: 'Palma', from: '2026-12-03', to: '2026-12-06' });
    await house.app.get(NeverWishes).add(village.communityId, nina.id, 'Vera Lund');
    const introduction = await village.introductions.wouldLike(village.communityId, omar.id, ask, offer);
    clock.set('2026-11-23T05:00:00.000Z');
    await clockworkOnce();
    const evening = { title: 'Evening at the harbour', place: 'Leipzig', startsAt: '2026-12-03T19:00', endsAt: '2026-12-03T22:00', timeZone: 'Europe/Berlin', language: 'en' };
    const { id } = (await house.call('POST', '/api/v1/meetups', evening)).body;
    const guests = 'Name,E-Mail,Looking for,Offering\nAda Quist,ada@example.org,A logo for my bakery,Bike repair\nBea Roth,bea@example.org,Bike repair,Logo design for small shops\n';
    const { hash } = (await house.call('POST', `/api/v1/meetups/${id}/guests/preview`, guests, { 'content-type': 'text/csv' })).body;
    await house.call('POST', `/api/v1/meetups/${id}/guests/confirm`, { hash });
    await house.call('POST', `/api/v1/meetups/${id}/plan`);
    await house.call('PATCH', `/api/v1/meetups/${id}`, { mailBasis: 'your sign-up, where you ticked “introductions”.' });
    // A rule to be seen on the page of pairs, between two who have nothing for each other.
    await house.call('POST', `/api/v1/meetups/${id}/guests`, { name: 'Gus Vega', asks: [], offers: [] });
    await house.call('POST', `/api/v1/meetups/${id}/known`, 'Ada Quist,Gus Vega,known\n', { 'content-type': 'text/csv' });
    await house.call('POST', `/api/v1/meetups/${id}/lists`);
    await house.mail.runOnce();
    const guestPath = /\/guest\/\S+/u.exec(house.letters.find(({ text }) => text.includes('/guest/'))!.text)![0];
    const entry = (await house.call('GET', `/api/v1/meetups/${id}/plan`)).body.introductions[0].id;
    const organizer = await empower(house, house.organizerId);
    const [round] = (await organizer.call('GET', '/api/v1/rounds')).body;
    const cookie = (await organizer.credentials()).cookie!;
    windows = { visitor: await street.window(), member: await street.window({ memberId: nina.id }), organizer: await street.window({ cookie }) };
    const visited = ['/', '/join', '/sign-in', guestPath, '/offline'];
    const owned = ['/', '/introductions', `/introductions/${introduction}`, `/suggestions/${other}/${offer}`, `/asks/${other}/connect`, '/preferences', '/account', '/meetups', `/meetups/${id}/me`];
    const evenings = ['', '/plan', `/introductions/${entry}`, '/door', '/pairs', '/settings'].map((end) => `/meetups/${id}${end}`);
    const looked = ['/today', '/network', '/members', `/members/${nina.id}`, `/members/${nina.id}/remove`, '/members/invite', '/mail', '/community'];
    const organized = ['/', ...looked, '/rounds', `/rounds/${round.id}`, '/meetups', ...evenings, '/account/second-factor'];
    owned.push(
      '/board',
      '/board?words=projector&place=Leipzig',
      '/statements',
      '/statements/new?kind=ask',
      `/statements/new?kind=offer&for=${shown.id}`,
      '/visits',
      '/visits/new',
      `/visits/${visit.id}/edit`,
    );
    owned.push('/settings', '/settings/never', '/settings/contact-card', '/settings/tokens', '/settings/erase');
    for (const path of visited) paths.push({ who: 'visitor', path });
    for (const path of owned) paths.push({ who: 'member', path });
    for (const path of organized) paths.push({ who: 'organizer', path });
  });
  afterAll(() => street.close());

  async function clockworkOnce(): Promise<void> {
    const clockwork = clockworkOf(street.house.app);
    clockwork.start();
    await clockwork.stop();
  }

  /** Goes through all pages and tells what is wrong with which. */
  async function faults(look: (page: Page, path: string) => Promise<readonly string[]>): Promise<string[]> {
    const found: string[] = [];
    for (const { who, path } of paths) {
      const page = await windows[who].newPage();
      page.setDefaultTimeout(8_000);
      const reply = await page.goto(path);
      const problems = reply!.status() === 200 ? await look(page, path) : [`answers ${reply!.status()}`];
      found.push(...problems.map((problem) => `${path} (${who}): ${problem}`));
      await page.close();
    }
    return found;
  }

  test.each(['light', 'dark'] as const)('axe finds nothing to object to, in %s', async (colorScheme) => {
    const objections = await faults(async (page) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    expect(objections).toEqual([]);
  });

  test('nothing is wider than a screen of 320 points', async () => {
    const wide = await faults(async (page) => {
      await page.setViewportSize(NARROW);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      return width > NARROW.width ? [`${width} wide`] : [];
    });
    expect(wide).toEqual([]);
  });

  test('nothing is wider than the window at a zoom of 200 %, of the whole page or of its text alone', async () => {
    const wide = await faults(async (page) => {
      const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
      await page.setViewportSize({ width: 640, height: 450 });
      const zoomed = await width();
      await page.setViewportSize({ width: 1_280, height: 900 });
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      const large = await width();
      return [...(zoomed > 640 ? [`${zoomed} wide of 640`] : []), ...(large > 1_280 ? [`${large} wide of 1280 with large text`] : [])];
    });
    expect(wide).toEqual([]);
  });

  test('the Tab key reaches every control, each once and in its order, and each shows it', async () => {
    const lost = await faults(async (page) => {
      const controls = await page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')];
        const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]') && element.tabIndex >= 0);
        // Of a group of choices Tab reaches the one that is chosen, else the first.
        const isReached = (element: HTMLElement): boolean => {
          if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
          const group = shown.filter((other): other is HTMLInputElement => other instanceof HTMLInputElement && other.type === 'radio' && other.name === element.name && other.form === element.form);
          return element === (group.find(({ checked }) => checked) ?? group[0]);
        };
        const once = shown.filter(isReached);
        once.forEach((element, at) => (element.dataset['at'] = String(at)));
        return once.length;
      });
      const reached: number[] = [];
      const unmarked: string[] = [];
      // A field for a day or a time has a stop for each of its parts.
      for (let step = 0; step < controls * 8 && reached.length < controls; step++) {
        await page.keyboard.press('Tab');
        const { at, outline } = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          return { at: Number(element.dataset['at'] ?? -1), outline: getComputedStyle(element).outlineStyle };
        });
        if (at === reached.at(-1)) continue;
        reached.push(at);
        if (outline === 'none') unmarked.push(String(at));
      }
      const inOrder = reached.length === controls && reached.every((at, step) => at === step);
      return [...(inOrder ? [] : [`reaches ${reached.join(' ')} of ${controls}`]), ...(unmarked.length > 0 ? [`nothing marks ${unmarked.join(' ')}`] : [])];
    });
    expect(lost).toEqual([]);
  });

  test('without a style sheet nothing is lost and nothing stands out of order', async () => {
    const textOf = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('main')!.innerText.toLowerCase().replaceAll(/\s+/gu, ''));
    const lost = await faults(async (page, path) => {
      const styled = await textOf(page);
      await page.route('**/style.css*', (route) => route.abort());
      await page.goto(path);
      const plain = await textOf(page);
      return plain.includes(styled) ? [] : ['reads otherwise'];
    });
    expect(lost).toEqual([]);
  });

  test('each has one heading of the first order, a title, its language, and a way to skip to its content', async () => {
    const odd = await faults(async (page) => {
      const told = await page.evaluate(() => ({
        headings: document.querySelectorAll('h1').length,
        titled: document.title.length > 0,
        language: document.documentElement.lang,
        mains: document.querySelectorAll('main').length,
      }));
      return JSON.stringify(told) === JSON.stringify({ headings: 1, titled: true, language: told.language, mains: 1 }) && /^(?:de|en|es)$/u.test(told.language) ? [] : [JSON.stringify(told)];
    });
    expect(odd).toEqual([]);
  });

  test(`a first visit takes less than ${MOST_BYTES / 1_000} kB`, async () => {
    const heavy = await faults(async (page, path) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      let bytes = 0;
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto(path, { waitUntil: 'networkidle' });
      return bytes > MOST_BYTES ? [`${bytes} bytes`] : [];
    });
    expect(heavy).toEqual([]);
  });

  test('without a net a calm notice comes instead, in the style of the house, and nothing of anybody was kept for it', async () => {
    const context = await street.window({ memberId: nina.id });
    const page = await context.newPage();
    await page.goto('/');
    const kept = await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      return (await (await caches.open('notice')).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept.sort()).toEqual(['/icon.svg', '/offline', '/style.css']);
    await page.reload();
    await context.setOffline(true);
    await page.goto('/board');
    const [title, colour] = await page.evaluate(() => [document.querySelector('h1')!.textContent, getComputedStyle(document.querySelector('h1')!).color]);
    expect(title).toBe('Offline');
    expect(colour).not.toBe('rgb(0, 0, 0)');
    await context.close();
  });

  test('P10 no page asks anybody but this house for anything', async () => {
    const asked = new Set<string>();
    await faults(async (page, path) => {
      page.on('request', (request) => asked.add(new URL(request.url()).origin));
      await page.goto(path, { waitUntil: 'networkidle' });
      return [];
    });
    expect([...asked]).toEqual([street.url]);
  });
});
