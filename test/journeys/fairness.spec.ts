import { SignInService } from '../../src/accounts/sign-in.service.js';
import type { Language } from '../../src/engine/engine.js';
import { DigestsService } from '../../src/introductions/digest/digests.service.js';
import { RoundPlanning } from '../../src/introductions/digest/round-planning.service.js';
import { Browser } from '../accounts/browser.js';
import { keyIn } from '../accounts/mailbox.js';
import { empower } from '../accounts/second-factor.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { linksIn, PostOffice } from './post-office.js';

interface Village {
  readonly offer: string;
  readonly asks: readonly string[];
}

/** One who gives, and five who could use it. */
const VILLAGES: Record<Language, Village> = {
  de: {
    offer: 'Produktfotos für kleine Läden',
    asks: ['Keramik', 'Seifen', 'Mützen', 'Schmuckstücke', 'Kerzen'].map((thing) => `Ich suche jemanden für Produktfotos meiner ${thing}`),
  },
  en: {
    offer: 'Product photos for small shops',
    asks: ['pottery', 'soaps', 'hats', 'jewellery', 'candles'].map((thing) => `Looking for someone to take product photos of my ${thing}`),
  },
  es: {
    offer: 'Fotos de producto para tiendas pequeñas',
    asks: ['cerámica', 'jabones', 'gorros', 'joyas', 'velas'].map((thing) => `Busco a alguien que haga fotos de producto de mis ${thing}`),
  },
};
const CAPACITY = 2;
const NAMES = ['Omar', 'Pia', 'Quim', 'Rosa', 'Sven'];
const GIVER = 'nina@example.org';

describe.each(['de', 'en', 'es'] as const)('one who gives gladly and five who ask, by mail alone, in %s', (language) => {
  const clock = new TestClock();
  let office: PostOffice;
  let house: House;

  beforeEach(async () => {
    clock.set('2026-11-20T10:00:00.000Z');
    office = await PostOffice.open();
  });
  afterEach(() => office.close());

  test(`P6 givers are protected: whoever has time for ${CAPACITY} people a month is asked by no more, and whoever waits is not shown to them`, async () => {
    const browsers = await settle();
    const giver = browsers.get(GIVER)!;
    expect((await giver.post('/preferences', { capacity: String(CAPACITY), cadence: 'weekly' })).status).toBe(200);
    await hearTheRound();
    const offered = linksIn(office.last(GIVER)).filter((link) => link.startsWith('/suggestions/'));
    expect(offered).toHaveLength(CAPACITY);
    for (const link of offered) expect(await gladly(giver, link)).toBe(303);
    await carry();
    const told = NAMES.filter((name) => office.to(`${name.toLowerCase()}@example.org`).some(({ mail }) => mail.text!.includes('/introductions/')));
    expect(told).toHaveLength(CAPACITY);
    for (const name of NAMES.filter((one) => !told.includes(one))) {
      const home = await browsers.get(`${name.toLowerCase()}@example.org`)!.get('/');
      expect(home.body).not.toContain('Nina');
    }
    await house.close();
  });

  test('P11 same input, same answer: two installs that heard the same words the same day write the same digests', async () => {
    const written: string[][] = [];
    for (let install = 0; install < 2; install++) {
      clock.set('2026-11-20T10:00:00.000Z');
      await office.close();
      office = await PostOffice.open();
      await settle();
      await hearTheRound();
      written.push(
        office.received
          .filter(({ to }) => !to.startsWith(house.organizerId))
          .map(({ to, mail }) => `${to}\n${mail.subject}\n${mail.text!.replaceAll(/http:\S+/gu, '<link>')}`)
          .sort(),
      );
      await house.close();
    }
    expect(written[0]!.length).toBeGreaterThan(NAMES.length);
    expect(written[1]).toEqual(written[0]);
  });

  async function settle(): Promise<Map<string, Browser>> {
    house = await House.open({ clock, settings: { mail: { transport: 'smtp', smtp: `smtp://127.0.0.1:${office.port}`, from: 'gern@example.org' } } });
    const browsers = new Map<string, Browser>();
    const { offer, asks } = VILLAGES[language];
    for (const [name, said] of [['Nina', { offer }] as const, ...NAMES.map((one, i) => [one, { ask: asks[i]! }] as const)]) {
      const address = `${name.toLowerCase()}@example.org`;
      const browser = new Browser(house, language);
      browsers.set(address, browser);
      await browser.post('/join', { name: `${name} Ejemplo`, address, languages: language, adult: 'yes', ...said });
      await carry();
      expect(await browser.post('/join/confirm', { key: keyIn(linksIn(office.last(address))[0]!) })).toMatchObject({ status: 303 });
    }
    return browsers;
  }

  async function hearTheRound(): Promise<void> {
    clock.set('2026-11-23T04:30:00.000Z');
    await house.app.get(RoundPlanning).planDue();
    const organizer = await empower(house, house.organizerId);
    const [round] = (await organizer.call('GET', '/api/v1/rounds')).body;
    await organizer.call('POST', `/api/v1/rounds/${round.id}/release`);
    clock.set('2026-11-23T08:00:00.000Z');
    await house.app.get(DigestsService).tell();
    await carry();
  }

  async function gladly(giver: Browser, link: string): Promise<number> {
    const { body } = await giver.get(link);
    const action = /action="([^"]+\/gladly[^"]*)"/u.exec(body)![1]!.replaceAll('&amp;', '&');
    return (await giver.post(action, { step: 'coffee' })).status;
  }

  async function carry(): Promise<void> {
    await house.app.get(SignInService).settled();
    await house.mail.runOnce();
  }
});
