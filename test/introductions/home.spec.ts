import { message } from '../../src/html/messages.js';
import { phrasesOf } from '../../src/introductions/visitor-example.js';
import { Browser } from '../accounts/browser.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

describe('home, without JavaScript', () => {
  let house: House;
  let village: Village;
  let nina: Person;
  let omar: Person;

  const browserOf = async (who: Person): Promise<Browser> => {
    const browser = new Browser(house);
    browser.cookies.set('gern_session', (await house.sessionOf(who.id)).split('=')[1]!);
    return browser;
  };

  beforeEach(async () => {
    const clock = new TestClock('2026-03-02T08:00:00.000Z');
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    nina = await village.person('Nina Weber', { language: 'de' });
    omar = await village.person('Omar Sanz', { language: 'es' });
    await village.says(nina, 'offer', 'Produktfotos für kleine Läden');
    await village.says(omar, 'ask', 'Ich suche jemanden für Produktfotos meiner Keramik');
  });
  afterEach(() => house.close());

  test('P1 P5 the card says whom, what they need with the phrase marked, why you, and the smallest step; then the way goes on', async () => {
    const browser = await browserOf(nina);
    const home = (await browser.get('/')).body;
    for (const words of ['Omar sucht', '<mark>Produktfotos</mark>', 'Warum du: Du bietest', 'Der kleinste Schritt', 'Gern</button>', 'Gerade nicht', 'Wir kennen uns', 'Ich kenne jemanden'])
      expect(home).toContain(words);
    expect(home).not.toContain('Sanz');
    expect(home.indexOf('Hier könntest du helfen')).toBeLessThan(home.indexOf('Diese Menschen helfen dir gern'));

    const gladly = /action="([^"]+\/gladly)"/u.exec(home)![1]!;
    const { status, location } = await browser.post(gladly, { step: 'call' });
    expect(status).toBe(303);
    const after = (await browser.get('/')).body;
    expect(after).toContain('Unterwegs');
    expect(after).toContain(`href="${location}"`);
    expect(after).not.toContain('/gladly"');
    expect((await (await browserOf(omar)).get('/')).body).toContain('Nina te ayudaría con gusto');
  });

  test('a "not now" on the card is noted and nobody is told', async () => {
    const browser = await browserOf(nina);
    const no = /action="([^"]+\/no)"/u.exec((await browser.get('/')).body)![1]!;
    const noted = await browser.post(no, { why: 'not-now' });
    expect(noted.body).toContain('Notiert. Niemand erfährt davon.');
    expect((await browser.get('/')).body).not.toContain('Omar sucht');
    expect(await village.mails()).toEqual([]);
  });

  test('P7 the door for visitors: what it is, three steps, one invented example; the language chosen is remembered by a cookie that holds nothing else', async () => {
    const visitor = new Browser(house, 'en');
    const door = (await visitor.get('/')).body;
    for (const words of ['Our network', 'You see whom you could help.', '<mark>tax return</mark>', 'Invented, so that', 'href="/join"', 'href="/sign-in"']) expect(door).toContain(words);
    expect(door).not.toMatch(/Nina|Omar|Keramik|<script/u);
    expect(await visitor.post('/language', { language: 'es', then: '/join' })).toMatchObject({ status: 303, location: '/join' });
    expect(visitor.cookies.get('gern_language')).toBe('es');
    for (const path of ['/', '/join', '/sign-in', '/nowhere']) expect((await visitor.get(path)).body).toContain('<html lang="es">');
    expect(await visitor.post('/language', { language: 'tlh', then: 'https://example.org/' })).toMatchObject({ status: 303, location: '/' });
    expect((await visitor.get('/')).body).toContain('Los dos decís que sí.');
    const member = await browserOf(nina);
    member.cookies.set('gern_language', 'es');
    expect((await member.get('/')).body).toContain('<html lang="de">');
  });

  test('P5 the example at the door is no invention of marks: the engine marks the same phrases in each language', async () => {
    for (const language of ['de', 'en', 'es'] as const) {
      const [asker, giver] = [await village.person('Mina Koch', { language }), await village.person('Jonas Frei', { language })];
      const [ask, offer] = [phrasesOf(message(language, 'visitor.ask')), phrasesOf(message(language, 'visitor.offer'))];
      await village.says(giver, 'offer', offer.text);
      await village.says(asker, 'ask', ask.text);
      const [found] = (await village.suggestions.forMember(village.communityId, asker.id, 9)).receive.filter(({ giverId }) => giverId === giver.id);
      expect(found!.explanation.matched).toEqual({ ask: ask.ranges, offer: offer.ranges });
    }
  });

  test('P4 where nobody fits the page says so, and leads to what would help', async () => {
    const vera = await village.person('Vera Lund');
    const home = (await (await browserOf(vera)).get('/')).body;
    expect(home).toContain('A second, concrete offer helps most');
    expect(home).toContain('href="/statements/new?kind=offer"');
    expect(home.indexOf('kind=offer')).toBeLessThan(home.indexOf('kind=ask'));
  });
});
