import { House } from '../support/house.js';

describe('the ask coach over HTTP', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(async () => {
    await house.close();
  });

  const advise = async (body: object) => (await house.call('POST', '/api/v1/coach', body)).body;

  test('a vague ask gets one friendly question in its own language', async () => {
    const advice = await advise({ text: 'Neue Impulse und nette Leute' });
    expect(advice.concreteness).toBeLessThan(2.5);
    expect(advice.question).toBe('Was genau würde dir helfen: ein Ding, ein Können, eine Stunde von jemandem?');
  });

  test('an ask that says what, who, where and when is called concrete, and nothing more is asked', async () => {
    const advice = await advise({ text: 'Necesito furgoneta con conductor el sábado 8 por la mañana para una mudanza de Inca a Alcúdia' });
    expect(advice.concreteness).toBeGreaterThan(4);
    expect(advice).not.toHaveProperty('askFor');
  });

  test('it counts who could help today, names nobody and leaves out the asker', async () => {
    const [ada, ben] = [await house.member('Ada Muster'), await house.member('Ben Muster')];
    await house.says(ada, 'offer', 'Hundesitting bei mir zu Hause, gern auch über das Wochenende');
    await house.says(ben, 'offer', 'Steuerberatung für Selbständige');
    const text = 'Suche Hundesitting für unseren Hund am Wochenende';
    expect((await advise({ text })).helpers).toBe(1);
    expect((await advise({ text, memberId: ada })).helpers).toBe(0);
    expect(JSON.stringify(await advise({ text }))).not.toMatch(/Ada|Ben/u);
  });

  test('an ask entered as an offer is noticed', async () => {
    const ada = await house.member('Cleo Muster');
    const { body } = await house.call('POST', '/api/v1/statements', { memberId: ada, kind: 'offer', text: 'Ich suche jemanden für meine Website' });
    expect(body.readsLike).toBe('ask');
  });

  test('bad input is told by field', async () => {
    const reply = await house.call('POST', '/api/v1/coach', { text: '', colour: 'red' });
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.body)).toMatch(/colour/u);
  });
});
