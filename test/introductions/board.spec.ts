import { Browser } from '../accounts/browser.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

describe('the board of open asks, without JavaScript', () => {
  let house: House;
  let village: Village;
  let nina: Person;
  let omar: Person;
  const browsers = new Map<string, Browser>();
  const browserOf = async (who: Person): Promise<Browser> => {
    const known = browsers.get(who.id) ?? new Browser(house);
    if (!browsers.has(who.id)) known.cookies.set('gern_session', (await house.sessionOf(who.id)).split('=')[1]!);
    browsers.set(who.id, known);
    return known;
  };
  const board = async (who: Person, query = ''): Promise<string> => (await (await browserOf(who)).get(`/board${query}`)).body;
  const asks = async (who: Person, text: string, more: Record<string, string> = {}) => (await browserOf(who)).post('/statements', { kind: 'ask', text, ...more });

  beforeAll(async () => {
    const clock = new TestClock('2026-03-02T08:00:00.000Z');
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    nina = await village.person('Nina Weber');
    omar = await village.person('Omar Sanz');
    for (const text of ['I look for somebody who takes product photos of my pottery', 'Busco a alguien que me enseñe a cuidar abejas', 'Who goes through my English website texts with me online?'])
      await asks(omar, text, { board: text.startsWith('Busco') ? 'named' : 'unnamed' });
    await asks(omar, 'I look for a lawyer who knows about divorce');
  });
  afterAll(() => house.close());

  test('an ask is there only when its member chose so, and with the name only as chosen; a change of mind counts at once', async () => {
    const page = await board(nina);
    for (const words of ['Omar looks for', 'Somebody here looks for', 'product photos', 'abejas']) expect(page).toContain(words);
    expect(page).not.toMatch(/divorce|Sanz/u);
    expect(page.match(/Omar/gu)).toHaveLength(1);
    const own = await board(omar);
    for (const words of ['You look for', 'on the board, without your name', 'on the board, with your first name']) expect(own).toContain(words);
    expect(own).not.toContain('I could help');

    const browser = await browserOf(omar);
    const form = await browser.get('/statements/new?kind=ask');
    expect(form.body).toMatch(/name="board" value checked/u);
    const divorce = (await village.statements.list(village.communityId, { memberId: omar.id, limit: 9 })).items.find(({ text }) => text.includes('divorce'))!;
    await browser.post(`/statements/${divorce.id}/edit`, { text: divorce.text, board: 'unnamed' });
    expect((await browser.get(`/statements/${divorce.id}/edit`)).body).toMatch(/value="unnamed" checked/u);
    expect(await board(nina)).toContain('divorce');
    await browser.post(`/statements/${divorce.id}/edit`, { text: divorce.text, board: '' });
    expect(await board(nina)).not.toContain('divorce');
  });

  test('P7 what one could help with finds asks in other words and other languages; language, place and online narrow it', async () => {
    const bees = await board(nina, `?words=${encodeURIComponent('Imkerin')}`);
    expect(bees).toContain('abejas');
    expect(bees).not.toContain('pottery');
    expect(await board(nina, '?words=photographer')).toContain('pottery');
    expect(await board(nina, '?words=WEBSITE')).toContain('website');
    const spanish = await board(nina, '?written=es');
    expect(spanish).toContain('One open ask.');
    expect(spanish).toContain('abejas');
    const online = await board(nina, '?remote=yes');
    expect(online).toContain('website');
    expect(online).not.toContain('pottery');
    const nowhere = await board(nina, '?words=&place=Leipzig');
    for (const words of ['Nothing fits this.', 'value="Leipzig"', 'Perhaps other words']) expect(nowhere).toContain(words);
  });

  test('P3 P9 whoever could help writes what they would give, says gladly, and learns the name of an unnamed ask only after two yes', async () => {
    const browser = await browserOf(nina);
    const before = await village.dump();
    const way = /href="(\/board\/[^"]+\/help)"/u.exec((await board(nina, '?words=photographer')).split('pottery')[1]!)![1]!;
    const { status, location } = await browser.get(way);
    expect(status).toBe(303);
    expect(location).toMatch(/^\/statements\/new\?kind=offer&for=/u);
    const form = (await browser.get(location!)).body;
    for (const words of ['Somebody here looks for', 'pottery', 'type="hidden" name="for"']) expect(form).toContain(words);
    expect(await village.dump()).toBe(before);

    const wanted = location!.split('for=')[1]!;
    const short = await browser.post('/statements', { kind: 'offer', text: 'ab', for: wanted });
    for (const words of ['ab</textarea>', 'pottery', wanted]) expect(short.body).toContain(words);
    const { location: step } = await browser.post('/statements', { kind: 'offer', text: 'An hour on Saturdays, whatever it takes', for: wanted });
    const page = (await browser.get(step!)).body;
    expect(page).toContain('<h1>I could help</h1>');
    expect(page).not.toContain('Omar');
    const { location: introduction } = await browser.post(`${step}/gladly`, { step: 'call' });
    const waiting = (await browser.get(introduction!)).body;
    expect(waiting).toContain('A fellow member and you');
    expect(waiting).not.toContain('Omar');
    expect((await (await browserOf(omar)).get(introduction!)).body).toContain('Nina would gladly help you');
    // Somebody takes care of it now: the others need not.
    expect(await board(nina)).not.toContain('pottery');
    expect(await board(omar)).toContain('pottery');
    await (await browserOf(omar)).post(`${introduction}/yes`, {});
    await village.later(0, 15);
    expect((await browser.get(introduction!)).body).toContain('Omar and you');
  });

  test('P12 a pause, a "never" and a full measure: nobody appears who should not, and nobody is led where they cannot go', async () => {
    const vera = await village.person('Vera Lund');
    expect(await board(vera)).toContain('abejas');
    await village.introductions.never(village.communityId, vera.id, omar.id);
    expect(await board(vera)).not.toContain('abejas');
    const [full, paused] = [await village.person('Pia Roth', { capacity: 0 }), await village.person('Otto Mai')];
    const page = await board(full);
    expect(page).toContain('abejas');
    expect(page).toContain('href="/preferences"');
    expect(page).not.toContain('I could help');
    await asks(paused, 'I look for a tandem partner for Basque', { board: 'named' });
    expect(await board(full)).toContain('Basque');
    await village.members.change(village.communityId, paused.id, { pausedUntil: '2026-04-01' });
    expect(await board(full)).not.toContain('Basque');
    expect((await (await browserOf(full)).get('/board/01890000-0000-7000-8000-000000000000/help')).status).toBe(404);
  });

  test('twenty a page, the newest first', async () => {
    const crowd = await village.person('Ute Ross');
    for (let i = 1; i <= 21; i++)
      await village.statements.create(village.communityId, { memberId: crowd.id, kind: 'ask', text: `I look for book number ${i}`, neededBy: null, place: null, board: 'named' });
    const first = await board(nina);
    expect(first.indexOf('number 21')).toBeLessThan(first.indexOf('number 20'));
    expect(first).toContain('Page 1 of 2');
    const older = /href="(\/board\?[^"]+)"[^>]*>Older/u.exec(first)![1]!;
    expect(await board(nina, older.slice('/board'.length))).toContain('number 1<');
    expect(await board(nina, '?page=99')).toContain('Page 2 of 2');
  });
});
