import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

describe('introductions over HTTP', () => {
  let village: Village;
  let nina: Person;
  let omar: Person;
  let ask: string;
  let offer: string;

  let house: House;
  const sessions = new Map<string, string>();
  const sessionOf = async (who: Person | undefined): Promise<Record<string, string>> => {
    if (!who) return { accept: 'text/html' };
    if (!sessions.has(who.id)) sessions.set(who.id, await house.sessionOf(who.id));
    return { cookie: sessions.get(who.id)!, 'sec-fetch-site': 'same-origin', accept: 'text/html, application/json' };
  };

  const send = async (who: Person | undefined, method: 'GET' | 'POST' | 'PUT' | 'HEAD', url: string, body?: object) => {
    const headers = await sessionOf(who);
    const reply = await village.house.app.inject({ method, url, headers, ...(body && { payload: body }) });
    return {
      status: reply.statusCode,
      location: reply.headers.location,
      text: reply.body,
      json: String(reply.headers['content-type']).includes('json') && reply.body !== '' ? JSON.parse(reply.body) : undefined,
    };
  };
  const press = async (who: Person, url: string, fields: Record<string, string> = {}) => {
    const headers = { ...(await sessionOf(who)), 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await village.house.app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() });
    return { status: reply.statusCode, location: reply.headers.location, text: reply.body };
  };

  beforeEach(async () => {
    const clock = new TestClock('2026-03-02T08:00:00.000Z');
    house = await House.open({ clock });
    sessions.clear();
    village = await Village.open(clock, house);
    nina = await village.person('Nina Weber', { language: 'de' });
    omar = await village.person('Omar Sanz', { language: 'es' });
    offer = await village.says(nina, 'offer', 'Produktfotos für kleine Läden');
    ask = await village.says(omar, 'ask', 'Ich suche jemanden für Produktfotos meiner Keramik');
  });
  afterEach(() => village.close());

  test('a life by pages alone, in two languages, without JavaScript', async () => {
    const { status, location } = await press(nina, '/introductions/gladly', { askId: ask, offerId: offer, step: 'coffee' });
    expect(status).toBe(303);
    const page = String(location);
    expect((await send(nina, 'GET', page)).text).toContain('Mein Ja zurücknehmen');
    const asked = (await send(omar, 'GET', page)).text;
    for (const word of ['Nina te ayudaría con gusto', 'Sí, por favor', 'Ahora no', 'Ya nos conocemos', 'un café', '<mark>Produktfotos</mark> für kleine Läden']) expect(asked).toContain(word);
    expect(asked).not.toMatch(/Weber|person1@/u);
    expect((await press(omar, `${page}/yes?key=abc`)).location).toBe(`${page}?key=abc`);
    expect((await send(omar, 'GET', `${page}?key=abc`)).text).toContain(`action="${page}/undo?key=abc"`);
    await village.later(0, 15);
    expect((await send(omar, 'GET', page)).text).toContain('¿En qué ha quedado?');
    await press(omar, `${page}/outcome`, { came: 'helped' });
    await press(omar, `${page}/thanks`, { note: 'Las tazas brillan' });
    expect((await send(nina, 'GET', page)).text).toContain('Omar sagt danke');
    expect((await send(omar, 'GET', `${page}?language=en`)).text).toContain('Your thanks');
  });

  test('P2 whoever was helped is shown a third person to help, never the one who helped', async () => {
    const vera = await village.person('Vera Lund');
    await village.says(vera, 'ask', 'Who can teach me to throw cups on a potter’s wheel?');
    await village.says(omar, 'offer', 'I teach throwing cups and bowls on a potter’s wheel');
    const page = String((await press(nina, '/introductions/gladly', { askId: ask, offerId: offer, step: 'note' })).location);
    await press(omar, `${page}/yes`);
    await village.later(0, 15);
    expect((await send(omar, 'GET', page)).text).not.toContain('Vera');
    await press(omar, `${page}/outcome`, { came: 'helped' });
    expect((await send(omar, 'GET', page)).text).toContain('Vera busca');
  });

  test('P9 opening changes nothing: every address by GET and HEAD, the whole database before and after', async () => {
    const { id } = (await send(omar, 'POST', '/api/v1/introductions/would-like', { askId: ask, offerId: offer })).json;
    await sessionOf(nina);
    const before = await village.dump();
    for (const url of [
      ...['', '/yes', '/no', '/undo', '/withdraw', '/outcome', '/thanks', '/never'].map((rest) => `/introductions/${id}${rest}`),
      ...['/introductions', `/asks/${ask}/connect`, '/introductions/gladly', '/api/v1/introductions', `/api/v1/introductions/${id}`, `/api/v1/asks/${ask}/forwardable`, '/api/v1/contact-card'],
    ])
      for (const who of [nina, omar]) for (const method of ['GET', 'HEAD'] as const) expect((await send(who, method, url)).status).toBeLessThan(500);
    expect(await village.dump()).toBe(before);
  });

  test('P9 a robot that presses every button at once gets no contact data within the hold', async () => {
    await village.house.app.inject({
      method: 'PUT',
      url: '/api/v1/contact-card',
      headers: await sessionOf(nina),
      payload: { sharesAddress: false, phone: '+34600111222' },
    });
    const page = String((await press(omar, '/introductions/would-like', { askId: ask, offerId: offer })).location);
    const html = (await send(nina, 'GET', page)).text;
    const forms = [...html.matchAll(/action="([^"]+)"/gu)].map(([, action]) => action!);
    expect(forms.map((form) => form.split('/').at(-1))).toEqual(['yes', 'no', 'never']);
    await press(nina, forms[0]!, { step: 'note' });
    await press(nina, forms[1]!, { why: 'not-now' });
    await village.later(0, 14);
    expect(JSON.stringify(await village.mails())).not.toContain('+34600111222');
    expect((await send(omar, 'GET', page)).text).not.toContain('+34600111222');
  });

  test('P3 the API shows a decline as silence, byte for byte', async () => {
    const { id } = (await send(omar, 'POST', '/api/v1/introductions/would-like', { askId: ask, offerId: offer })).json;
    const silence = (await send(omar, 'GET', `/api/v1/introductions/${id}`)).text;
    expect((await send(nina, 'POST', `/api/v1/introductions/${id}/no`, { why: 'known' })).json.phase).toBe('declined');
    expect((await send(omar, 'GET', `/api/v1/introductions/${id}`)).text).toBe(silence);
    expect((await send(omar, 'POST', `/api/v1/introductions/${id}/undo`)).json.code).toBe('not-possible');
  });

  test('P1 giving first: `give` stands before `receive` in the very bytes of the list', async () => {
    expect((await send(nina, 'GET', '/api/v1/introductions')).text).toBe('{"give":[],"receive":[]}');
    const page = (await send(nina, 'GET', '/introductions')).text;
    expect(page.indexOf('Wo du hilfst')).toBeLessThan(page.indexOf('Wo dir geholfen wird'));
  });

  test('a giver says which step, a stranger sees nothing, a visitor is asked to sign in', async () => {
    const { id } = (await send(omar, 'POST', '/api/v1/introductions/would-like', { askId: ask, offerId: offer })).json;
    expect((await send(nina, 'POST', `/api/v1/introductions/${id}/yes`, {})).json.code).toBe('required');
    const vera = await village.person('Vera Lund');
    expect((await send(vera, 'POST', `/api/v1/introductions/${id}/yes`, {})).status).toBe(404);
    expect(await send(undefined, 'GET', `/introductions/${id}`)).toMatchObject({ status: 303, location: `/sign-in?then=${encodeURIComponent(`/introductions/${id}`)}` });
  });

  test('a contact card that shares no way to be reached is refused; one’s own is read back', async () => {
    expect((await send(nina, 'GET', '/api/v1/contact-card')).json).toEqual({ sharesAddress: true, phone: null, link: null, note: null });
    expect((await send(nina, 'PUT', '/api/v1/contact-card', { sharesAddress: false })).json.code).toBe('required');
    expect((await send(nina, 'PUT', '/api/v1/contact-card', { sharesAddress: false, link: 'https://example.org/nina' })).json.link).toBe('https://example.org/nina');
  });

  test('"I know someone": the page asks a member by address, and says the same about an address nobody has', async () => {
    const vera = await village.person('Vera Lund');
    const replies = [];
    for (const address of [nina.address, 'nobody@example.org', omar.address]) replies.push(await press(vera, `/asks/${ask}/connect`, { third: 'member', address, words: 'Both love clay.' }));
    expect(replies.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, `/asks/${ask}/connect?done=yes`]));
    expect((await village.mails()).map(({ kind, recipient }) => [kind, recipient])).toEqual([['connector-request', nina.address]]);
    const page = (await send(vera, 'GET', `/asks/${ask}/connect?done=yes`)).text;
    expect(page).toContain('Omar asks: “Ich suche jemanden für Produktfotos meiner Keramik”');
    expect(page).not.toContain('Sanz');
    expect((await send(vera, 'GET', `/api/v1/asks/${ask}/likely-connectors`)).status).toBe(200);
  });
});
