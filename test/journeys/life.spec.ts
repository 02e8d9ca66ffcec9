import { SignInService } from '../../src/accounts/sign-in.service.js';
import type { Language } from '../../src/engine/engine.js';
import { DigestsService } from '../../src/introductions/digest/digests.service.js';
import { RoundPlanning } from '../../src/introductions/digest/round-planning.service.js';
import { IntroductionTime } from '../../src/introductions/introduction-time.service.js';
import { Browser } from '../accounts/browser.js';
import { dump, keyIn } from '../accounts/mailbox.js';
import { empower } from '../accounts/second-factor.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { linksIn, PostOffice, type Received } from './post-office.js';

interface Words {
  readonly offer: string;
  readonly ask: string;
  /** What both texts say. */
  readonly phrase: string;
  readonly giveHeading: RegExp;
  readonly gladly: string;
  readonly yes: string;
}

const WORDS: Record<Language, Words> = {
  de: { offer: 'Produktfotos für kleine Läden', phrase: 'Produktfotos', ask: 'Ich suche jemanden für Produktfotos meiner Keramik', giveHeading: /helfen/u, gladly: 'Gern', yes: 'Ja, bitte' },
  en: {
    offer: 'Product photos for small shops',
    phrase: 'product photos',
    ask: 'Looking for someone to take product photos of my pottery',
    giveHeading: /help/u,
    gladly: 'Gladly',
    yes: 'Yes, please',
  },
  es: {
    offer: 'Fotos de producto para tiendas pequeñas',
    phrase: 'fotos de producto',
    ask: 'Busco a alguien que haga fotos de producto de mi cerámica',
    giveHeading: /ayudar/u,
    gladly: 'Con gusto',
    yes: 'Sí, por favor',
  },
};
const GIVER = { name: 'Nina Kanarienvogel', address: 'nina.canary@example.org' };
const ASKER = { name: 'Omar Papagei', address: 'omar.canary@example.org' };
const IDLE = { name: 'Vera Still', address: 'vera.canary@example.org' };

/** Monday at nine in the morning in Madrid. */
const ROUND_MORNING = '2026-11-23T08:00:00.000Z';

const isBulk = (bytes: Buffer): boolean => /^List-Unsubscribe: <https?:/mu.test(bytes.toString('latin1').replaceAll('\r\n ', ' '));

describe.each(['de', 'en', 'es'] as const)('a life by mail, in %s', (language) => {
  const clock = new TestClock('2026-11-20T10:00:00.000Z');
  const words = WORDS[language];
  let office: PostOffice;
  let house: House;
  const browsers = new Map<string, Browser>();
  const seen: { digest?: Received; offered?: Received; afterSecondYes: Received[]; introduced: Received[]; repeated: string[] } = { afterSecondYes: [], introduced: [], repeated: [] };

  const carry = async (): Promise<void> => {
    await house.app.get(SignInService).settled();
    expect(await house.mail.runOnce()).toBe(true);
  };
  const join = async ({ name, address }: typeof GIVER, said: { offer?: string; ask?: string }): Promise<void> => {
    const browser = new Browser(house, language);
    browsers.set(address, browser);
    expect((await browser.post('/join', { name, address, languages: language, adult: 'yes', ...said })).status).toBeLessThan(400);
    await carry();
    const [link] = linksIn(office.last(address));
    expect(await browser.post('/join/confirm', { key: keyIn(link!) })).toMatchObject({ status: 303 });
  };
  /** Opens the last letter's links in every way that must not decide anything. */
  const onlyLook = async (letter: Received): Promise<void> => {
    const before = await dump(house);
    for (const link of linksIn(letter)) for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await house.visitor().call(method, link);
    expect(await dump(house)).toBe(before);
  };

  beforeAll(async () => {
    office = await PostOffice.open();
    house = await House.open({ clock, settings: { mail: { transport: 'smtp', smtp: `smtp://127.0.0.1:${office.port}`, from: 'gern@example.org' } } });
    await join(GIVER, { offer: words.offer });
    await join(ASKER, { ask: words.ask });
    await join(IDLE, { offer: language === 'de' ? 'Repariere alte Akkordeons' : language === 'en' ? 'I mend old accordions' : 'Arreglo acordeones antiguos' });

    // The round waits for the organizer, who releases it; then it is morning.
    clock.set('2026-11-23T04:30:00.000Z');
    await house.app.get(RoundPlanning).planDue();
    clock.set(ROUND_MORNING);
    await house.app.get(DigestsService).tell();
    await carry();
    expect(office.to(GIVER.address).filter(({ bytes }) => isBulk(bytes))).toEqual([]);
    const organizer = await empower(house, house.organizerId);
    const [round] = (await organizer.call('GET', '/api/v1/rounds')).body;
    expect((await organizer.call('POST', `/api/v1/rounds/${round.id}/release`)).status).toBe(204);
    await house.app.get(DigestsService).tell();
    await house.app.get(DigestsService).tell();
    await carry();
    seen.digest = office.last(GIVER.address);
    await onlyLook(seen.digest);

    // Gladly; the asker hears, and says yes, takes it back, and says yes again.
    const give = linksIn(seen.digest).find((link) => link.startsWith('/suggestions/'))!;
    const giver = browsers.get(GIVER.address)!;
    const page = await giver.get(give);
    expect(page.body).toContain(words.gladly);
    const gladly = /action="([^"]+\/gladly[^"]*)"/u.exec(page.body)![1]!.replaceAll('&amp;', '&');
    expect(await giver.post(gladly, { step: 'coffee' })).toMatchObject({ status: 303 });
    await carry();
    seen.offered = office.last(ASKER.address);
    await onlyLook(seen.offered);
    const [place] = linksIn(seen.offered);
    const asker = browsers.get(ASKER.address)!;
    expect((await asker.get(place!)).body).toContain(words.yes);
    const at = place!.split('?')[0]!;
    const beforeYes = office.received.length;
    for (const press of ['yes', 'undo', 'yes']) expect(await asker.post(`${at}/${press}`, {})).toMatchObject({ status: 303 });
    clock.passSeconds(14 * 60 + 59);
    await house.app.get(IntroductionTime).tick();
    await carry();
    seen.afterSecondYes = office.received.slice(beforeYes);
    clock.passSeconds(2);
    await house.app.get(IntroductionTime).tick();
    await house.app.get(IntroductionTime).tick();
    await carry();
    seen.introduced = office.received.slice(beforeYes);

    // Two weeks later.
    clock.passDays(14);
    await house.app.get(IntroductionTime).tick();
    await carry();
    await asker.post(`${at}/outcome`, { came: 'helped' });
    await asker.post(`${at}/thanks`, { note: 'Danke, gracias, thank you!' });
    await carry();
  });
  afterAll(async () => {
    await house.close();
    await office.close();
  });

  test('P1 giving first: the digest opens with whom the reader could help', () => {
    const { text } = seen.digest!.mail;
    expect(text).toMatch(words.giveHeading);
    expect(text!.indexOf(words.ask)).toBeGreaterThan(0);
    expect(seen.digest!.mail.subject).toContain('Omar');
  });

  test('P2 no ledger: no mail counts what anybody gave or got; whoever was helped is shown a third person, and the thank-you travels to the giver', async () => {
    expect(office.received.map(({ mail }) => mail.text ?? '').filter((text) => /\d+ (?:times|Mal|veces|Punkte|points|puntos)/u.test(text))).toEqual([]);
    expect(office.last(GIVER.address).mail.text).toContain('Danke, gracias, thank you!');
  });

  test('P3 the giver is asked first, and both must say yes: before the hold is over no contact data leaves', () => {
    const before = office.received.filter(({ mail }) => !seen.introduced.some((one) => one.mail === mail) || seen.afterSecondYes.some((one) => one.mail === mail));
    const leaked = before.filter(({ to, bytes, mail }) => {
      const others = [GIVER, ASKER].filter(({ address }) => address !== to);
      return others.some(({ name, address }) => `${mail.text}${bytes.toString('latin1')}`.includes(address) || `${mail.text}`.includes(name.split(' ')[1]!));
    });
    expect(leaked.map(({ to, mail }) => `${to}: ${mail.subject}`)).toEqual([]);
    expect(seen.afterSecondYes.map(({ mail }) => mail.subject)).toEqual([]);
  });

  test('P3 after two yes and the hold each gets one mail of their own with the other’s card, never both in one To line', () => {
    const letters = seen.introduced.filter(({ mail }) => /Kanarienvogel|Papagei/u.test(mail.text ?? ''));
    expect(letters.map(({ to }) => to).sort()).toEqual([GIVER.address, ASKER.address]);
    for (const { to, mail } of letters) {
      expect(mail.to).toMatchObject({ value: [{ address: to }] });
      expect(mail.text).toContain(to === GIVER.address ? ASKER.address : GIVER.address);
    }
  });

  test('P4 honest silence: whom nothing concerns gets no digest', () => {
    expect(office.to(IDLE.address).map(({ bytes }) => isBulk(bytes))).toEqual([false]);
  });

  test('P5 reasons are the members’ own words: digest and question quote both texts', () => {
    const read = ({ mail }: Received): string => mail.text!.replace(/\s+/gu, ' ');
    expect(read(seen.digest!)).toContain(words.ask);
    expect(read(seen.offered!)).toContain(words.offer);
    for (const letter of [seen.digest!, seen.offered!]) expect(read(letter).toLowerCase().split(words.phrase.toLowerCase()).length).toBeGreaterThan(2);
  });

  test('P7 in your language: every mail to a member says so, and pages open in it', async () => {
    const languages = [GIVER, ASKER].flatMap(({ address }) => office.to(address).map(({ mail }) => /<html lang="(\w+)"/u.exec(String(mail.html))?.[1]));
    expect(new Set(languages)).toEqual(new Set([language]));
  });

  test('P8 mail is enough, and every bulk mail can be stopped by one press', async () => {
    const bulk = office.received.filter(({ bytes }) => isBulk(bytes));
    expect(bulk.length).toBeGreaterThan(2);
    for (const { bytes } of bulk) expect(bytes.toString('latin1')).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/mu);
    expect(bulk.filter(({ bytes }) => !/^List-Id: /imu.test(bytes.toString('latin1')))).toEqual([]);
  });

  test('P9 opening a link never decides: GET, HEAD and OPTIONS of every link of every mail change no table', async () => {
    for (const letter of office.received) await onlyLook(letter);
  });

  test('P10 local by default: no mail names a foreign address, no picture, no script', () => {
    for (const { mail } of office.received) {
      expect(String(mail.html).match(/https?:\/\/(?!localhost:3000)[^"'\s<]+/gu) ?? []).toEqual([]);
      expect(String(mail.html)).not.toMatch(/<img|<script|url\(/iu);
    }
  });

  test('P12 nobody gets the same mail twice: every Message-ID came once, and one digest a member and local date', () => {
    const ids = office.received.map(({ mail }) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(office.to(GIVER.address).filter(({ mail }) => mail.messageId === seen.digest!.mail.messageId)).toHaveLength(1);
  });
});
