import { VisitsService } from '../../src/introductions/visits/visits.service.js';
import { SuggestionsService } from '../../src/introductions/suggestions.service.js';
import { VisitorNews } from '../../src/meetups/visitors/visitor-news.service.js';
import { Browser } from '../accounts/browser.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

describe('a visit', () => {
  const clock = new TestClock('2026-04-20T08:00:00.000Z');
  let house: House;
  let village: Village;
  let visitor: Person;
  const VISIT = { text: 'I would like to meet people who sail and could take me along', place: 'Palma', from: '2026-05-03', to: '2026-05-06' };
  const announce = (change: object = {}) => house.as(visitor.id).call('POST', '/api/v1/visits', { ...VISIT, ...change });
  const told = async (): Promise<string[]> => {
    await house.app.get(VisitsService).tell(village.communityId);
    return (await village.mails()).filter(({ kind }) => kind === 'visit-notice').map(({ recipient }) => recipient);
  };

  beforeEach(async () => {
    clock.set('2026-04-20T08:00:00.000Z');
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    visitor = await village.person('Vera Lund', { place: 'Oslo' });
  });
  afterEach(() => house.close());

  test('is told once to the organizer and to the locals whom it fits, to nobody who lives elsewhere', async () => {
    const [local, away] = [await village.person('Nina Weber', { place: 'Palma de Mallorca' }), await village.person('Omar Sanz', { place: 'Hamburg' })];
    for (const { id } of [local, away]) await village.says({ id } as Person, 'offer', 'I sail every weekend and gladly take somebody along');
    expect((await announce()).status).toBe(201);
    const recipients = await told();
    expect(recipients).toContain(local.address);
    expect(recipients).not.toContain(away.address);
    expect(recipients).toHaveLength(2);
    expect(await told()).toHaveLength(2);
  });

  test('the visitor hears of a meetup there in these days, once, and of none elsewhere or later', async () => {
    await announce();
    const evening = { title: 'Harbour evening', startsAt: '2026-05-04T19:00', endsAt: '2026-05-04T22:00', timeZone: 'Europe/Madrid', language: 'en' };
    for (const place of ['Moll Vell, Palma', 'Hamburg']) await house.call('POST', '/api/v1/meetups', { ...evening, place });
    await house.call('POST', '/api/v1/meetups', { ...evening, place: 'Palma', startsAt: '2026-05-09T19:00', endsAt: '2026-05-09T22:00' });
    const news = house.app.get(VisitorNews);
    expect([await news.tell(village.communityId), await news.tell(village.communityId)]).toEqual([1, 0]);
    const [mail, ...more] = (await village.mails()).filter(({ kind }) => kind === 'meetup-in-visit');
    expect([mail!.recipient, more.length]).toEqual([visitor.address, 0]);
    expect(mail!.text).toContain('Moll Vell, Palma');
  });

  test('ends by itself with its last day', async () => {
    const local = await village.person('Nina Weber', { place: 'Palma' });
    await village.says(local, 'offer', 'I sail every weekend and gladly take somebody along');
    await announce();
    const gives = async (): Promise<number> => (await house.app.get(SuggestionsService).forMember(village.communityId, local.id, 5)).give.length;
    expect(await gives()).toBe(1);
    clock.set('2026-05-07T08:00:00.000Z');
    expect(await gives()).toBe(0);
    expect((await house.as(visitor.id).call('GET', '/api/v1/visits')).body).toEqual([]);
  });

  test('P9 by pages, without JavaScript: announced, changed, taken back with the mails that wait, and nothing by a look', async () => {
    const local = await village.person('Nina Weber', { place: 'Palma' });
    await village.says(local, 'offer', 'I sail every weekend and gladly take somebody along');
    const browser = new Browser(house);
    browser.cookies.set('gern_session', (await house.sessionOf(visitor.id)).split('=')[1]!);
    expect((await browser.get('/visits')).body).toContain('No visit announced.');

    const backwards = await browser.post('/visits', { ...VISIT, to: '2026-05-01', board: 'named' });
    expect(backwards.status).toBe(422);
    for (const words of ['The last day lies before the first.', 'value="Palma"', VISIT.text, 'value="2026-05-03"', 'value="named" checked']) expect(backwards.body).toContain(words);
    expect((await browser.post('/visits', { text: VISIT.text })).body).toContain('id="from-fault"');

    expect(await browser.post('/visits', { ...VISIT, board: 'named' })).toMatchObject({ status: 303, location: '/visits?done=announced' });
    const page = (await browser.get('/visits?done=announced')).body;
    for (const words of ['Announced.', '3 May 2026 to 6 May 2026', 'on the board, with your first name']) expect(page).toContain(words);
    const edit = /href="(\/visits\/[^"]+\/edit)"/u.exec(page)![1]!;
    expect((await browser.get('/statements')).body).toContain(`href="${edit}"`);
    expect((await browser.get(edit)).body).toContain('value="2026-05-06"');
    expect(await browser.post(edit, { ...VISIT, to: '2026-05-07' })).toMatchObject({ location: '/visits?done=changed' });
    expect((await browser.get('/visits')).body).toContain('7 May 2026');

    expect(await told()).toContain(local.address);
    const other = new Browser(house);
    other.cookies.set('gern_session', (await house.sessionOf(local.id)).split('=')[1]!);
    const takeBack = edit.replace('/edit', '/take-back');
    expect([(await other.get(edit)).status, (await other.post(takeBack, {})).status]).toEqual([404, 404]);
    await browser.get(takeBack);
    expect((await village.suggested(local)).give).toEqual(['Vera']);
    expect(await browser.post(takeBack, {})).toMatchObject({ status: 303, location: '/visits?done=taken-back' });
    expect((await village.mails()).filter(({ kind }) => kind === 'visit-notice').map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect((await village.suggested(local)).give).toEqual([]);
    expect((await browser.get('/visits')).body).toContain('No visit announced.');
  });

  test.each([
    ['ends before it begins', { to: '2026-05-02' }],
    ['is over', { from: '2026-04-01', to: '2026-04-05' }],
    ['lasts more than 60 days', { to: '2026-08-01' }],
    ['is more than a year away', { from: '2027-06-01', to: '2027-06-03' }],
  ])('that %s is refused with the reason', async (reason, change) => {
    const { status, body } = await announce(change);
    expect([status, body.code]).toEqual([422, 'invalid-time']);
    expect(body.detail).toContain(reason);
  });
});
