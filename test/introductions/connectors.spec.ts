import { ConnectorQuestions } from '../../src/introductions/connector-questions/connector-questions.service.js';
import { ConnectorsService } from '../../src/introductions/connectors.service.js';
import { forwardable } from '../../src/introductions/forwardable.js';
import { LikelyConnectors } from '../../src/introductions/likely-connectors.service.js';
import { Village, type Person } from './village.js';

const WORDS = 'Omar builds ovens out of clay.\nNina has baked for twenty years.';

describe('connectors', () => {
  let village: Village;
  let connector: Person;
  let giver: Person;
  let asker: Person;
  let ask: string;
  const connect = () => village.house.app.get(ConnectorsService).connect(village.communityId, connector.id, ask, { memberId: giver.id }, WORDS);
  const mailed = async () => (await village.mails()).map(({ kind, recipient }) => `${kind} to ${recipient}`);

  beforeEach(async () => {
    village = await Village.open();
    connector = await village.person('Carla Ruiz');
    giver = await village.person('Nina Weber', { place: 'Leipzig' });
    asker = await village.person('Omar Sanz', { place: 'Leipzig' });
    ask = await village.says(asker, 'ask', 'Who can help me to bake bread in a wood-fired oven?');
  });
  afterEach(() => village.close());

  test('P3 both are asked separately, the giver first; the connector hears what came of it when both agree', async () => {
    await connect();
    expect(await mailed()).toEqual([`connector-request to ${giver.address}`]);
    const [{ id } = { id: '' }] = (await village.views.list(village.communityId, giver.id)).give;
    expect((await village.views.list(village.communityId, asker.id)).receive).toEqual([]);
    await village.introductions.answer(village.communityId, giver.id, id, 'yes', 'coffee');
    expect((await mailed()).slice(1)).toEqual([`connector-request to ${asker.address}`]);
    expect((await village.views.get(village.communityId, asker.id, id)).connector).toEqual({ firstName: 'Carla', words: WORDS });
    await village.introductions.answer(village.communityId, asker.id, id, 'yes');
    await village.later(0, 15);
    await expect(village.views.get(village.communityId, connector.id, id)).rejects.toMatchObject({ code: 'not-found' });
    const told = { met: true, helped: true, tellConnector: true };
    await village.introductions.tellOutcome(village.communityId, giver.id, id, told);
    expect((await mailed()).filter((mail) => mail.includes(connector.address))).toEqual([]);
    await village.introductions.tellOutcome(village.communityId, asker.id, id, told);
    expect((await mailed()).filter((mail) => mail.includes(connector.address))).toEqual([`connector-news to ${connector.address}`]);
  });

  test('the connector hears nothing when one of the two does not agree', async () => {
    await connect();
    const [{ id } = { id: '' }] = (await village.views.list(village.communityId, giver.id)).give;
    await village.introductions.answer(village.communityId, giver.id, id, 'yes', 'coffee');
    await village.introductions.answer(village.communityId, asker.id, id, 'yes');
    await village.later(0, 15);
    await village.introductions.tellOutcome(village.communityId, giver.id, id, { met: true, helped: true, tellConnector: false });
    await village.introductions.tellOutcome(village.communityId, asker.id, id, { met: true, helped: true, tellConnector: true });
    expect((await mailed()).filter((mail) => mail.includes(connector.address))).toEqual([]);
  });

  test('P6, P12 who is kept apart, paused or at capacity is not asked, and the connector gets the same answer', async () => {
    await village.introductions.never(village.communityId, giver.id, connector.id);
    await expect(connect()).resolves.toBeUndefined();
    const unknown = { memberId: '0190a0a0-0000-7000-8000-000000000000' };
    await expect(village.house.app.get(ConnectorsService).connect(village.communityId, connector.id, ask, unknown, WORDS)).resolves.toBeUndefined();
    expect(await mailed()).toEqual([]);
  });

  test('of somebody outside nothing is stored but that there is a connection, once', async () => {
    const outside = () => village.house.app.get(ConnectorsService).connect(village.communityId, connector.id, ask, { outside: true }, WORDS);
    await outside();
    await outside();
    const rows = await village.reader.query('SELECT * FROM outside_connections');
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]).sort()).toEqual(['ask_id', 'community_id', 'connector_id', 'id', 'made_at']);
    expect(await village.dump()).not.toContain('twenty years');
  });

  test('one cannot connect to an ask of one’s own, or oneself', async () => {
    const connectors = village.house.app.get(ConnectorsService);
    await expect(connectors.connect(village.communityId, asker.id, ask, { memberId: giver.id }, WORDS)).rejects.toMatchObject({ code: 'not-possible' });
    await expect(connectors.connect(village.communityId, giver.id, ask, { memberId: giver.id }, WORDS)).rejects.toMatchObject({ code: 'not-possible' });
  });

  test('a forwardable text holds the first name and the words, and no surname, address, link or number', () => {
    const text = 'Omar Sanz here: who can teach me glazing at 1200 degrees? omar@example.org, +34 600 111 222, https://example.org/omar or www.example.org';
    for (const language of ['de', 'en', 'es'] as const) {
      const passedOn = forwardable({ text, board: null }, { name: 'Omar Sanz' }, language);
      expect(passedOn).toContain('Omar');
      expect(passedOn).toContain('who can teach me glazing at 1200 degrees?');
      expect(passedOn).not.toMatch(/Sanz|@|600|example/u);
    }
  });

  test('where nobody could help directly, neighbours are likely connectors; where somebody could, nobody is', async () => {
    const likely = () => village.house.app.get(LikelyConnectors).forAsk(village.communityId, ask);
    expect(await likely()).toEqual([{ memberId: giver.id, firstName: 'Nina', reason: { kind: 'place', place: 'Leipzig' } }]);
    await village.says(connector, 'offer', 'I help to bake bread in a wood-fired oven');
    expect(await likely()).toEqual([]);
  });
});

describe('an ask that nobody here can serve', () => {
  let village: Village;
  let asker: Person;
  let neighbour: Person;
  const askAround = () => village.house.app.get(ConnectorQuestions).askAround(village.communityId);
  const questions = async () => (await village.mails()).filter(({ kind }) => kind === 'do-you-know');

  beforeEach(async () => {
    village = await Village.open();
    neighbour = await village.person('Nina Weber', { place: 'Leipzig' });
    asker = await village.person('Omar Sanz', { place: 'Leipzig' });
    await village.says(asker, 'ask', 'Who can help me to bake bread in a wood-fired oven?');
  });
  afterEach(() => village.close());

  test('P8 is carried around after a week: the neighbour is asked once by mail whether they know somebody', async () => {
    expect(await askAround()).toBe(0);
    village.clock.passDays(7);
    expect([await askAround(), await askAround()]).toEqual([1, 0]);
    const [question, ...more] = await questions();
    expect([question!.recipient, more.length]).toEqual([neighbour.address, 0]);
    expect(question!.text).toContain('Do you know somebody for Omar?');
  });

  test('P6 nobody is asked twice for it, nor for another ask within four weeks', async () => {
    await village.says(asker, 'ask', 'Looking for someone who tunes harpsichords');
    village.clock.passDays(7);
    expect(await askAround()).toBe(1);
    for (let fortnight = 0; fortnight < 4; fortnight++) {
      village.clock.passDays(14);
      await askAround();
    }
    const keys = (await questions()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeLessThanOrEqual(2);
  });

  test('P4, P12 not where somebody could help directly, and not of whom wants no such mails or is away', async () => {
    village.clock.passDays(7);
    await village.members.change(village.communityId, neighbour.id, { cadence: 'never' });
    expect(await askAround()).toBe(0);
    await village.members.change(village.communityId, neighbour.id, { cadence: 'weekly', pausedUntil: '2027-01-01' });
    village.clock.passDays(14);
    expect(await askAround()).toBe(0);
    await village.members.change(village.communityId, neighbour.id, { pausedUntil: null });
    await village.says(await village.person('Carla Ruiz'), 'offer', 'I help to bake bread in a wood-fired oven');
    village.clock.passDays(14);
    expect(await askAround()).toBe(0);
  });
});
