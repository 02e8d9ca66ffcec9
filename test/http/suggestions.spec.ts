import { House } from '../support/house.js';

describe('suggestions over HTTP', () => {
  let house: House;
  let giver: string;
  let asker: string;
  const suggestions = async (id: string, language = 'en') => (await house.as(id).call('GET', `/api/v1/members/${id}/suggestions?language=${language}`)).body;

  beforeEach(async () => {
    house = await House.open();
    giver = await house.member('Nina Weber');
    asker = await house.member('Omar Sanz');
    await house.says(giver, 'offer', 'Produktfotos für kleine Läden');
    await house.says(asker, 'ask', 'Ich suche jemanden für Produktfotos meiner Keramik');
  });
  afterEach(() => house.close());

  test('P1 giving first: `give` stands before `receive` in the very bytes of the reply', async () => {
    const reply = await house.app.inject({ method: 'GET', url: `/api/v1/members/${giver}/suggestions`, headers: { cookie: await house.sessionOf(giver) } });
    expect(reply.body.startsWith('{"give":[{')).toBe(true);
    expect(reply.body.indexOf('"give"')).toBeLessThan(reply.body.indexOf('"receive"'));
  });

  test("P1 giving first: adding, changing or removing the asker's own offers changes no `give` affinity by a bit", async () => {
    const affinity = async () => (await suggestions(giver)).give.map((one: { affinity: number }) => one.affinity);
    const before = await affinity();
    expect(before).toHaveLength(1);
    const offer = await house.says(asker, 'offer', 'Biete Produktfotos und Keramikkurse');
    expect(await affinity()).toEqual(before);
    await house.call('PATCH', `/api/v1/statements/${offer}`, { text: 'Hundesitting am Wochenende' });
    expect(await affinity()).toEqual(before);
    await house.call('DELETE', `/api/v1/statements/${offer}`);
    expect(await affinity()).toEqual(before);
  });

  test("P5 reasons are the members' own words: the ranges cut phrases out of both texts, and the reason quotes them", async () => {
    const [one] = (await suggestions(giver, 'de')).give;
    const cut = (text: string, ranges: [number, number][]) => ranges.map(([from, to]) => text.slice(from, to));
    expect(cut(one.ask.text, one.matched.ask)).toContain('Produktfotos');
    expect(cut(one.offer.text, one.matched.offer)).toContain('Produktfotos');
    expect(one.reason).toBe('Omar sucht „Produktfotos“ – du bietest „Produktfotos“.');
  });

  test('P4 honest silence: who fits nobody gets two empty lists', async () => {
    const stranger = await house.member('Vera Lund');
    await house.says(stranger, 'ask', 'Suche einen Imker für den Schulgarten');
    await house.says(stranger, 'offer', 'Repariere alte Akkordeons');
    expect(await suggestions(stranger)).toEqual({ give: [], receive: [] });
  });

  test('a closed ask is not suggested any more, and nor is a paused member', async () => {
    const [one] = (await suggestions(giver)).give;
    await house.call('POST', `/api/v1/statements/${one.ask.id}/close`);
    expect((await suggestions(giver)).give).toEqual([]);
    await house.says(asker, 'ask', 'Ich brauche Produktfotos');
    expect((await suggestions(giver)).give).toHaveLength(1);
    await house.call('PATCH', `/api/v1/members/${asker}`, { pausedUntil: '2999-01-01' });
    expect((await suggestions(giver)).give).toEqual([]);
  });

  test('only the first name is shown', async () => {
    expect((await suggestions(giver)).give[0].person).toEqual({ id: asker, firstName: 'Omar' });
  });

  test('a vague ask that found nobody gets one question in the language asked for, and no people', async () => {
    const seeker = await house.member('Vera Lund');
    const ask = await house.says(seeker, 'ask', 'Ich suche nette Leute und neue Impulse');
    await house.says(giver, 'offer', 'Impulse und nette Leute, ich vernetze euch gern');
    expect(await suggestions(seeker, 'de')).toEqual({ give: [], receive: [], coach: [{ askId: ask, question: 'Was genau würde dir helfen: ein Ding, ein Können, eine Stunde von jemandem?' }] });
    expect((await suggestions(seeker, 'en')).coach[0].question).toBe('What exactly would help you: a thing, a skill, an hour of someone’s time?');
    expect((await suggestions(giver)).give.map((one: { ask: { id: string } }) => one.ask.id)).not.toContain(ask);
    const { body } = await house.as(seeker).call('GET', '/?language=es');
    expect(body.indexOf('¿Qué te ayudaría exactamente')).toBeGreaterThan(body.indexOf('Te ayudarían con gusto'));
  });

  test('a concrete ask that found nobody gets no question', async () => {
    const stranger = await house.member('Vera Lund');
    await house.says(stranger, 'ask', 'Suche bis Mai eine Imkerin in Palma, die mir für meinen Garten zwei Bienenvölker einrichtet');
    expect(await suggestions(stranger)).toEqual({ give: [], receive: [] });
  });

  test('the page shows what one could give before what one may get', async () => {
    const { status, body } = await house.as(giver).call('GET', '/?language=de');
    expect(status).toBe(200);
    expect(body.indexOf('Hier könntest du helfen')).toBeGreaterThan(0);
    expect(body.indexOf('Hier könntest du helfen')).toBeLessThan(body.indexOf('Diese Menschen helfen dir gern'));
    expect(body).toContain('<mark>Produktfotos</mark>');
  });
});
