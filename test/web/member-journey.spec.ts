import type { BrowserContext, Page } from 'playwright-core';

import type { Language } from '../../src/engine/engine.js';
import { message } from '../../src/html/messages.js';
import type { MessageKey } from '../../src/html/messages/en.js';
import { IntroductionTime } from '../../src/introductions/introduction-time.service.js';
import type { OpenedLetter } from '../../src/mail/mailbox.js';
import { Street } from './chromium.js';
import { keyboard, pointer } from './hands.js';

interface Story {
  readonly language: Language;
  readonly scripts: boolean;
  readonly giver: string;
  readonly asker: string;
  readonly offer: string;
  readonly vague: string;
  readonly concrete: string;
}

/** Each speaks of something else, so that nobody of one story turns up in another. */
const STORIES: readonly Story[] = [
  {
    language: 'de',
    scripts: true,
    giver: 'Nele',
    asker: 'Onno',
    offer: 'Produktfotos für kleine Läden',
    vague: 'Ich suche Unterstützung und Impulse',
    concrete: 'Ich suche jemanden für Produktfotos meiner Keramik, bis Ende Mai in Leipzig',
  },
  {
    language: 'de',
    scripts: false,
    giver: 'Paula',
    asker: 'Quirin',
    offer: 'Ich stimme Klaviere und Flügel',
    vague: 'Ich suche Hilfe bei meinem Projekt',
    concrete: 'Suche einen Klavierstimmer für mein altes Klavier, gern noch vor Ostern in Potsdam',
  },
  {
    language: 'en',
    scripts: true,
    giver: 'Rosie',
    asker: 'Stan',
    offer: 'I repair bicycles and build wheels',
    vague: 'Looking for exciting opportunities to connect',
    concrete: 'Looking for someone to repair my bicycle in Leeds before the weekend',
  },
  {
    language: 'en',
    scripts: false,
    giver: 'Tess',
    asker: 'Umar',
    offer: 'Bookkeeping for charities',
    vague: 'I need some help and inspiration',
    concrete: 'I need a bookkeeper for our small charity in Bristol, a few hours monthly',
  },
  {
    language: 'es',
    scripts: true,
    giver: 'Vega',
    asker: 'Walter',
    offer: 'Clases de guitarra para principiantes',
    vague: 'Busco oportunidades e ideas',
    concrete: 'Busco clases de guitarra para mi hija principiante, los jueves por la tarde en Palma',
  },
  {
    language: 'es',
    scripts: false,
    giver: 'Ximena',
    asker: 'Yago',
    offer: 'Hago podas de olivos y frutales',
    vague: 'Busco sinergias con gente bonita',
    concrete: 'Busco quien me haga la poda de dos olivos en Sóller antes de marzo',
  },
];

jest.setTimeout(240_000);

describe('a member’s way through the pages, in a real browser', () => {
  let street: Street;

  beforeAll(async () => {
    street = await Street.open('2026-11-20T10:00:00.000Z');
  });
  afterAll(() => street.close());

  const addressOf = (name: string): string => `${name.toLowerCase()}.walks@example.org`;
  const lettersTo = (name: string): OpenedLetter[] => street.house.letters.filter(({ to }) => to === addressOf(name));
  const carry = (): Promise<boolean> => street.house.mail.runOnce();
  /** Where the first link of the last letter leads. */
  const linkTo = (name: string): string => new RegExp(`${street.url}(/\\S+)`, 'u').exec(lettersTo(name).at(-1)!.text)![1]!;

  test.each(STORIES)('P1 P2 P5 joins, makes a vague ask concrete, is gladly helped, undoes and says yes again: in $language, scripts $scripts', async (story) => {
    const { language, scripts, giver, asker, offer, vague, concrete } = story;
    const hands = scripts ? keyboard : pointer;
    const t = (key: MessageKey, values?: Record<string, string>): string => message(language, key, values);
    const windows: BrowserContext[] = [];
    const pageOf = async (): Promise<Page> => {
      const window = await street.window({ locale: language, javaScriptEnabled: scripts });
      windows.push(window);
      const page = await window.newPage();
      page.setDefaultTimeout(20_000);
      return page;
    };
    const press = (page: Page, name: string): Promise<void> => hands.press(page, page.getByRole('button', { name, exact: true }).first());
    const join = async (page: Page, name: string, offered?: string): Promise<void> => {
      await page.goto('/join');
      await hands.write(page, page.getByLabel(t('field.name')), name);
      await hands.write(page, page.getByLabel(t('field.address')), addressOf(name));
      if (offered !== undefined) await hands.write(page, page.getByLabel(t('field.offer')), offered);
      await hands.press(page, page.getByLabel(t('join.adult')));
      await press(page, t('join.send'));
      await page.getByRole('heading', { name: t('join.sent') }).waitFor();
      await carry();
      await page.goto(linkTo(name));
      await press(page, t('join.confirm'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
    };

    const [giving, asking] = [await pageOf(), await pageOf()];
    await join(giving, giver, offer);
    await join(asking, asker);

    // A vague ask: the coach asks back, by itself where there are scripts, at a press where there are none; nothing typed is lost.
    await hands.press(asking, asking.getByRole('main').getByRole('link', { name: t('statements.add.ask') }));
    const text = asking.getByLabel(t('statements.text.ask'));
    const coached = async (said: string, meter = '#coach meter'): Promise<number> => {
      await hands.write(asking, text, said);
      if (!scripts) await press(asking, t('statements.clearer'));
      await asking.locator(meter).waitFor();
      expect(await text.inputValue()).toBe(said);
      return Number(await asking.locator(meter).getAttribute('value'));
    };
    const before = await coached(vague);
    expect(before).toBeLessThanOrEqual(2);
    expect(await coached(concrete, `#coach meter:not([value="${before}"])`)).toBeGreaterThan(before + 1);
    await press(asking, t('statements.save'));
    await asking.getByText(concrete).waitFor();

    // The giver finds the ask first thing, and says gladly.
    await giving.goto('/');
    const card = giving.locator('article.give', { hasText: asker });
    expect(await card.locator('mark').count()).toBeGreaterThan(0);
    await hands.press(giving, card.getByRole('button', { name: t('introduction.gladly'), exact: true }));
    await giving.waitForURL(/\/introductions\//u);
    await carry();

    // The asker opens the link of the mail: yes, undo, and yes again.
    const known = lettersTo(asker).length;
    await asking.goto(linkTo(asker));
    await press(asking, t('introduction.yes'));
    await press(asking, t('introduction.undo'));
    await press(asking, t('introduction.yes'));
    await asking.getByRole('button', { name: t('introduction.undo') }).waitFor();
    await carry();
    expect(lettersTo(asker)).toHaveLength(known);

    // A quarter of an hour later each is presented to the other.
    street.clock.passSeconds(15 * 60 + 1);
    await street.house.app.get(IntroductionTime).tick();
    await carry();
    expect(lettersTo(asker).at(-1)!.text).toContain(addressOf(giver));
    expect(lettersTo(giver).at(-1)!.text).toContain(addressOf(asker));
    await Promise.all(windows.map((window) => window.close()));
  });
});
