import { Browser } from '../accounts/browser.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

describe('my asks and offers, without JavaScript', () => {
  let house: House;
  let village: Village;
  let nina: Person;
  let omar: Person;
  let browser: Browser;

  const browserOf = async (who: Person): Promise<Browser> => {
    const one = new Browser(house);
    one.cookies.set('gern_session', (await house.sessionOf(who.id)).split('=')[1]!);
    return one;
  };

  beforeEach(async () => {
    const clock = new TestClock('2026-03-02T08:00:00.000Z');
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    nina = await village.person('Nina Weber');
    omar = await village.person('Omar Sanz');
    browser = await browserOf(nina);
  });
  afterEach(() => house.close());

  test('a vague ask becomes concrete with the coach, is stored, changed, fulfilled, and kept', async () => {
    await village.says(omar, 'offer', 'I take product photos of pottery for small shops');
    expect((await browser.get('/statements')).body).toContain('No ask yet.');
    const vague = await browser.post('/statements/coach', { kind: 'ask', text: 'I need help' });
    expect(vague.body).toContain('What exactly would help you');
    expect(vague.body).toContain('I need help</textarea>');
    expect(vague.body).toContain('Nobody here could help with it today.');

    const text = 'I look for somebody who takes product photos of my pottery in Bremen by May';
    const clear = await browser.post('/statements/coach', { kind: 'ask', text });
    expect(clear.body).toContain('1 person here could help with it today.');
    expect(clear.body).not.toContain('Omar');

    expect(await browser.post('/statements', { kind: 'ask', text, neededBy: '2026-05-01', place: 'Bremen' })).toMatchObject({ status: 303, location: '/statements?done=added' });
    const list = (await browser.get('/statements?done=added')).body;
    for (const words of ['Saved. From now on', text, 'needed by 1 May 2026', 'Bremen']) expect(list).toContain(words);
    expect(list.indexOf('You offer')).toBeLessThan(list.indexOf('You look for'));

    const edit = /href="(\/statements\/[^"]+\/edit)"/u.exec(list)![1]!;
    expect((await browser.get(edit)).body).toContain(`${text}</textarea>`);
    expect(await browser.post(edit, { kind: 'ask', text: `${text}, please`, place: '' })).toMatchObject({ status: 303, location: '/statements?done=changed' });
    expect((await browser.get('/statements')).body).toContain(`${text}, please`);
    await browser.post(edit.replace('/edit', '/fulfil'), { story: 'Omar came by' });
    expect((await browser.get('/statements')).body).toContain('Fulfilled (1)');
  });

  test('what was typed stays on a fault, beside what is wrong', async () => {
    const { status, body } = await browser.post('/statements', { kind: 'ask', text: 'ab', place: 'Bremen', neededBy: '2026-02-30' });
    expect(status).toBe(422);
    for (const words of ['ab</textarea>', 'This is still too short.', 'value="Bremen"', 'id="neededBy-fault"']) expect(body).toContain(words);
    expect((await browser.get('/statements')).body).toContain('No ask yet.');
  });

  test('while an offer is written, the open asks that it would serve are shown, without their people', async () => {
    await village.says(omar, 'ask', 'I look for somebody who takes product photos of my pottery');
    const { body } = await browser.post('/statements/coach', { kind: 'offer', text: 'I take product photos of pottery' });
    expect(body).toContain('One open ask it would serve:');
    expect(body).toContain('takes product photos of my pottery');
    expect(body).not.toContain('Omar');
  });

  test('a script gets the words of the coach alone, and nothing is stored', async () => {
    const before = await village.dump();
    const { body } = await browser.post('/statements/coach', { kind: 'ask', text: 'I need help' }, { 'hx-request': 'true' });
    expect(body).not.toContain('<html');
    expect(body).toContain('<meter');
    expect(await village.dump()).toBe(before);
  });

  test('statements of somebody else look as if there were none', async () => {
    const foreign = await village.says(omar, 'ask', 'I look for a beekeeper');
    expect((await browser.get(`/statements/${foreign}/edit`)).status).toBe(404);
    expect((await browser.post(`/statements/${foreign}/edit`, { kind: 'ask', text: 'Something else' })).status).toBe(404);
  });
});
