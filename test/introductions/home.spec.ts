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

  test('P4 where nobody fits the page says so, and leads to what would help', async () => {
    const vera = await village.person('Vera Lund');
    const home = (await (await browserOf(vera)).get('/')).body;
    expect(home).toContain('A second, concrete offer helps most');
    expect(home).toContain('href="/statements/new?kind=offer"');
    expect(home.indexOf('kind=offer')).toBeLessThan(home.indexOf('kind=ask'));
  });
});
