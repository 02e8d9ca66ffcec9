import type { Page } from 'playwright-core';

import { AccountsService } from '../../src/accounts/accounts.service.js';
import { CommunitiesService } from '../../src/communities/communities.service.js';
import { Database } from '../../src/database/database.js';
import type { Language } from '../../src/engine/engine.js';
import { message } from '../../src/html/messages.js';
import type { MessageKey } from '../../src/html/messages/en.js';
import { MembersService } from '../../src/members/members.service.js';
import { empower } from '../accounts/second-factor.js';
import { Street } from './chromium.js';
import { keyboard, pointer } from './hands.js';

interface Evening {
  readonly title: string;
  /** Two who offer the same, one who seeks it, two who can help each other, and one whom nobody needs yet. */
  readonly guests: string;
  readonly late: { readonly name: string; readonly ask: string; readonly offer: string };
}

const EVENINGS: Record<Language, Evening> = {
  de: {
    title: 'Abend am Hafen',
    guests: [
      'Name;E-Mail;Ich suche;Ich biete',
      'Ada Quist;ada@example.org;Ein Logo für meine Bäckerei;Fahrradreparatur',
      'Bea Roth;bea@example.org;;Logos und kleine Markenauftritte',
      'Cem Uslu;cem@example.org;Jemand soll mein Fahrrad reparieren;Logogestaltung für kleine Läden',
      'Dora Lenk;dora@example.org;Gitarrenunterricht für Anfänger;Steuererklärung für Selbständige',
      'Emil Voss;emil@example.org;Hilfe bei der Steuererklärung;Gitarrenunterricht, auch für Anfänger',
      'Gitte Holm;gitte@example.org;;Yogastunden am Morgen',
    ].join('\n'),
    late: { name: 'Fritzi Spät', ask: 'Ich suche Yogastunden am Morgen', offer: 'Ich repariere Fahrräder' },
  },
  en: {
    title: 'Evening at the harbour',
    guests: [
      'Name,E-Mail,Looking for,Offering',
      'Ada Quist,ada@example.org,A logo for my bakery,Bicycle repair',
      'Bea Roth,bea@example.org,,Logos and small brands',
      'Cem Uslu,cem@example.org,Somebody to repair my bicycle,Logo design for small shops',
      'Dora Lenk,dora@example.org,Guitar lessons for a beginner,Tax returns for freelancers',
      'Emil Voss,emil@example.org,Help with my tax return,Guitar lessons for beginners',
      'Gitte Holm,gitte@example.org,,Yoga classes in the morning',
    ].join('\n'),
    late: { name: 'Fritzi Late', ask: 'I look for yoga classes in the morning', offer: 'I repair bicycles' },
  },
  es: {
    title: 'Tarde en el puerto',
    guests: [
      'Nombre;Correo;Busco;Ofrezco',
      'Ada Quist;ada@example.org;Un logotipo para mi panadería;Reparación de bicicletas',
      'Bea Roth;bea@example.org;;Logotipos y marcas pequeñas',
      'Cem Uslu;cem@example.org;Alguien que repare mi bicicleta;Diseño de logotipos para tiendas',
      'Dora Lenk;dora@example.org;Clases de guitarra para principiantes;Declaración de la renta para autónomos',
      'Emil Voss;emil@example.org;Ayuda con la declaración de la renta;Clases de guitarra para principiantes',
      'Gitte Holm;gitte@example.org;;Clases de yoga por la mañana',
    ].join('\n'),
    late: { name: 'Fritzi Tarde', ask: 'Busco clases de yoga por la mañana', offer: 'Reparo bicicletas' },
  },
};
const CASES = (['de', 'en', 'es'] as const).flatMap((language) => [true, false].map((scripts) => ({ language, scripts })));

jest.setTimeout(240_000);

describe('an organizer’s way through an evening, in a real browser', () => {
  let street: Street;

  beforeAll(async () => {
    street = await Street.open('2026-11-20T10:00:00.000Z');
  });
  afterAll(() => street.close());

  /** The cookie of somebody new who organizes and has shown a second factor. */
  async function organizer(language: Language, name: string): Promise<string> {
    const { app } = street.house;
    const { id: communityId } = await app.get(CommunitiesService).default();
    const { id: memberId } = await app.get(MembersService).create(communityId, { name, languages: [language], place: null, line: null, timeZone: 'Europe/Berlin' });
    await app.get(Database).write(async (transaction) => {
      const { id: accountId } = await app.get(AccountsService).create(transaction, { address: `${memberId}@example.org`, language, formal: false });
      await app.get(AccountsService).addMembership(transaction, { communityId, memberId, accountId, role: 'admin' });
    });
    return (await (await empower(street.house, memberId)).credentials())['cookie']!;
  }

  test.each(CASES)('imports guests, plans, swaps, prints, checks in and plans again: in $language, scripts $scripts', async ({ language, scripts }) => {
    const hands = scripts ? keyboard : pointer;
    const t = (key: MessageKey, values?: Record<string, string | number>): string => message(language, key, values);
    const { title, guests, late } = EVENINGS[language];
    const window = await street.window({ locale: language, javaScriptEnabled: scripts, cookie: await organizer(language, `Orga ${language} ${scripts}`) });
    const page: Page = await window.newPage();
    page.setDefaultTimeout(20_000);
    const press = (name: string): Promise<void> => hands.press(page, page.getByRole('button', { name, exact: true }).first());
    const write = (key: MessageKey, text: string): Promise<void> => hands.write(page, page.getByLabel(t(key), { exact: true }), text);

    // A new evening.
    await page.goto('/meetups');
    await write('meetups.field.title', title);
    await page.getByLabel(t('meetups.field.starts')).fill('2026-12-03T19:00');
    await page.getByLabel(t('meetups.field.ends')).fill('2026-12-03T22:00');
    await page.getByLabel(t('meetups.field.per-guest')).fill('1');
    await press(t('meetups.create'));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const path = /\/meetups\/[\w-]+/u.exec(page.url())![0];

    // The list is looked at, then taken over.
    await page.getByLabel(t('meetup.import.text')).fill(guests);
    await press(t('meetup.import.look'));
    await page.getByText('Emil Voss').waitFor();
    await press(t('meetup.preview.confirm'));

    // A plan, in which one gives in the place of another.
    await press(t('meetup.plan.make'));
    const named = (giver: string, asker: string): string => t('meetup.plan.line', { giver, asker });
    await page.waitForURL(/\/plan$/u);
    const before = await page.getByRole('article').getByRole('heading').allTextContents();
    expect(before.length).toBeGreaterThanOrEqual(4);
    const forAda = before.find((line) => ['Bea Roth', 'Cem Uslu'].some((giver) => line === named(giver, 'Ada Quist')))!;
    const card = page.getByRole('article').filter({ hasText: forAda });
    await hands.press(page, card.getByRole('link'));
    const other = forAda === named('Bea Roth', 'Ada Quist') ? 'Cem Uslu' : 'Bea Roth';
    await press(t('plan.entry.choose', { name: other }));
    await page.getByRole('heading', { name: named(other, 'Ada Quist') }).waitFor();

    // Paper: the host's page, the cards, and the map, a page each, without any address.
    await page.goto(path);
    await hands.press(page, page.getByRole('link', { name: t('meetup.paper.sheet') }));
    await page.getByText('Ada Quist').first().waitFor();
    expect(await page.content()).not.toContain('ada@example.org');
    if (scripts) expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(3);

    // The door: one comes, one stays away, one comes late; the plan follows.
    await page.goto(`${path}/door`);
    await press(`${t('door.arrived')}: Dora Lenk`);
    await page.getByText(t('door.noted', { name: 'Dora Lenk', state: 'arrived' })).waitFor();
    await press(`${t('door.away')}: ${other}`);
    await page.getByText(t('door.noted', { name: other, state: 'away' })).waitFor();
    await write('door.name', late.name);
    await write('door.asks', late.ask);
    await write('door.offers', late.offer);
    await press(t('door.add'));
    await page
      .getByRole('button', { name: `${t('door.arrived')}: ${late.name}` })
      .or(page.getByRole('button', { name: `${t('door.undo')}: ${late.name}` }))
      .waitFor();
    await page.goto(`${path}/plan`);
    const after = await page.getByRole('article').getByRole('heading').allTextContents();
    expect(after.join()).not.toContain(other);
    expect(after.join()).toContain(late.name);

    // The lists: nobody is written to without a stated ground, and the page says so.
    await page.goto(path);
    await press(t('meetup.send'));
    await page.getByRole('alert').first().waitFor();
    await street.house.mail.runOnce();
    expect(street.house.letters).toEqual([]);
    await window.close();
  });
});
