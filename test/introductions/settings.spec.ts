import { Browser } from '../accounts/browser.js';
import { NeverWishes } from '../../src/introductions/never/never-wishes.service.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

describe('settings, without JavaScript', () => {
  let house: House;
  let village: Village;
  let nina: Person;
  let browser: Browser;

  beforeEach(async () => {
    const clock = new TestClock('2026-03-02T08:00:00.000Z');
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    nina = await village.person('Nina Weber');
    browser = new Browser(house);
    browser.cookies.set('gern_session', (await house.sessionOf(nina.id)).split('=')[1]!);
  });
  afterEach(() => house.close());

  test('P7 language and form of address: the next page speaks it', async () => {
    expect((await browser.get('/settings')).body).toContain('<h1>Settings</h1>');
    expect(await browser.post('/settings/language', { language: 'de', formal: 'yes' })).toMatchObject({ status: 303, location: '/settings?done=saved' });
    const page = (await browser.get('/settings?done=saved')).body;
    for (const words of ['lang="de"', 'Gespeichert.', '<h1>Einstellungen</h1>', 'Vorschläge per Mail:']) expect(page).toContain(words);
    expect(page).toMatch(/name="formal"[^>]*checked/u);
  });

  test('P3 the contact card: exactly what is shared; one that shares no way is refused with what was typed', async () => {
    expect((await browser.get('/settings')).body).toContain(`Shared after two yes: ${nina.address}.`);
    const refused = await browser.post('/settings/contact-card', { note: 'Evenings' });
    expect(refused.status).toBe(422);
    for (const words of ['role="alert"', 'Evenings</textarea>']) expect(refused.body).toContain(words);
    expect((await browser.post('/settings/contact-card', { phone: '+34 600', link: 'nonsense' })).body).toContain('id="link-fault"');
    expect(await browser.post('/settings/contact-card', { phone: '+34 600 111 222', note: 'Evenings' })).toMatchObject({ status: 303 });
    expect((await browser.get('/settings')).body).toContain('Shared after two yes: +34 600 111 222 · Evenings.');
  });

  test('a token is shown once, lets a program in, and is revoked by one press', async () => {
    expect((await browser.post('/settings/tokens', { name: 'Calendar' })).body).toContain('id="scopes-fault"');
    const made = (await browser.post('/settings/tokens', { name: 'Calendar', scopes: 'read' })).body;
    const secret = /gern_pat_[\w-]+/u.exec(made)![0];
    const program = house.with({ authorization: `Bearer ${secret}` });
    expect((await program.call('GET', '/api/v1/statements')).status).toBe(200);
    const list = (await browser.get('/settings/tokens')).body;
    expect(list).toContain('Calendar');
    expect(list).not.toContain(secret);
    expect((await browser.post(/action="([^"]+\/revoke)"/u.exec(list)![1]!, {})).status).toBe(303);
    expect((await program.call('GET', '/api/v1/statements')).status).toBe(401);
  });

  test('everything about me as one file, without secrets and without what belongs to others', async () => {
    const omar = await village.person('Omar Sanz');
    const offer = await village.says(nina, 'offer', 'I take product photos of pottery');
    const ask = await village.says(omar, 'ask', 'I look for somebody who takes product photos of my pottery');
    await browser.post(`/suggestions/${ask}/${offer}/gladly`, { step: 'call' });
    const { headers, body } = await browser.get('/settings/export');
    expect(headers['content-disposition']).toBe('attachment; filename="gern-2026-03-02.json"');
    const data = JSON.parse(body);
    expect(data).toMatchObject({ member: { name: 'Nina Weber' }, account: { address: nina.address }, statements: [{ id: offer }], introductions: { give: [{ other: 'Omar', phase: 'waiting' }] } });
    expect(body).not.toMatch(/"hash"|Sanz|person2@/u);
  });

  test('whom I do not want to meet: silent, taken back by whose wish it is, and no directory of who is here', async () => {
    const omar = await village.person('Omar Sanz');
    const ask = await village.says(omar, 'ask', 'I look for somebody who takes product photos of my pottery');
    const offer = await village.says(nina, 'offer', 'I take product photos of pottery');
    const others = new Browser(house);
    others.cookies.set('gern_session', (await house.sessionOf(omar.id)).split('=')[1]!);
    expect((await browser.get('/settings/never')).body).toContain('Nobody. May it stay so.');

    const short = await browser.post('/settings/never', { who: 'Omar' });
    expect(short.status).toBe(422);
    for (const words of ['id="who-fault"', 'value="Omar"']) expect(short.body).toContain(words);
    const { location } = await browser.post(`/suggestions/${ask}/${offer}/gladly`, { step: 'call' });
    // The same answer for somebody who is here, in whatever spelling, and for somebody who is not.
    for (const who of ['sanz, ÓMAR', 'Vera Lund', 'nobody@example.org']) expect(await browser.post('/settings/never', { who })).toMatchObject({ status: 303, location: '/settings/never?done=added' });
    const page = (await browser.get('/settings/never')).body;
    for (const words of ['sanz, ÓMAR', 'Vera Lund', 'nobody@example.org']) expect(page).toContain(words);
    expect(page).not.toContain('Omar Sanz');
    expect(await village.phase(nina, location!.split('/').at(-1)!)).toBe('waiting');
    await village.later(8);
    expect([(await village.suggested(nina)).give, (await village.suggested(omar)).receive]).toEqual([[], []]);
    expect((await others.get('/settings/never')).body).toContain('Nobody. May it stay so.');
    expect((await others.get('/settings/export')).body).not.toContain('ÓMAR');

    // It counts for whoever joins later, too.
    const vera = await village.person('Vera Maria Lund');
    await village.says(vera, 'ask', 'I look for somebody who takes product photos of my soap');
    expect((await village.suggested(nina)).give).toEqual([]);
    const takeBack = /action="([^"]+\/take-back)"><button[^>]*>Take back<span class="unseen">: Vera Lund/u.exec((await browser.get('/settings/never')).body)![1]!;
    expect((await others.post(takeBack, {})).status).toBe(303);
    expect((await village.suggested(nina)).give).toEqual([]);
    await browser.post(takeBack, {});
    expect((await village.suggested(nina)).give).toEqual(['Vera']);

    // Both wish so: whoever takes theirs back learns nothing of the other's.
    for (const [one, other] of [
      [nina, vera],
      [vera, nina],
    ] as const)
      await village.introductions.never(village.communityId, one.id, other.id);
    const wish = (await browser.get('/settings/never')).body;
    expect(wish).toContain('<p>Vera</p>');
    expect(await browser.post('/settings/never/take-back', { other: vera.id, kind: 'never' })).toMatchObject({ status: 303, location: '/settings/never?done=taken-back' });
    expect((await browser.get('/settings/never')).body).not.toContain('<p>Vera</p>');
    expect((await village.suggested(nina)).give).toEqual([]);
    await village.house.app.get(NeverWishes).takeBack(village.communityId, vera.id, nina.id, 'never');
    expect((await village.suggested(nina)).give).toEqual(['Vera']);
  });

  test('people I know already stand apart, and may be suggested again when I take it back', async () => {
    const omar = await village.person('Omar Sanz');
    const ask = await village.says(omar, 'ask', 'I look for somebody who takes product photos of my pottery');
    const offer = await village.says(nina, 'offer', 'I take product photos of pottery');
    await browser.post(`/suggestions/${ask}/${offer}/no`, { why: 'known' });
    const page = (await browser.get('/settings/never')).body;
    expect(page.split('People you know already')[1]).toContain('<p>Omar</p>');
    expect(page.split('People you know already')[0]).not.toContain('Omar');
    await browser.post('/settings/never/take-back', { other: omar.id, kind: 'known' });
    expect((await village.suggested(nina)).give).toEqual(['Omar']);
    await village.members.remove(village.communityId, nina.id);
    await village.time.tick();
    expect(await village.reader.query('SELECT wished_by FROM pair_rules UNION SELECT member_id FROM never_names')).toEqual([]);
  });

  test('P12 erased: asked once more first, then gone, signed out, and never suggested again', async () => {
    const omar = await village.person('Omar Sanz');
    await village.says(nina, 'offer', 'I take product photos of pottery');
    await village.says(omar, 'ask', 'I look for somebody who takes product photos of my pottery');
    expect((await browser.get('/settings/erase')).body).toContain('href="/settings/export"');
    expect((await browser.post('/settings/erase', {})).status).toBe(422);
    expect((await village.suggested(omar)).receive).toEqual(['Nina']);
    const gone = await browser.post('/settings/erase', { sure: 'yes' });
    expect(gone.body).toContain('Everything is erased');
    expect(browser.cookies.has('gern_session')).toBe(false);
    expect((await village.suggested(omar)).receive).toEqual([]);
    expect((await village.mails()).map(({ kind }) => kind)).toEqual(['goodbye']);
    expect((await browser.get('/settings')).location).toContain('/sign-in');
  });
});
