import { Clock } from '../../src/clock.js';
import type { EmbeddingsSettings } from '../../src/config.js';
import { Database } from '../../src/database/database.js';
import { EmbeddingEntity } from '../../src/embeddings/embedding.entity.js';
import { Analyzer, Engine } from '../../src/engine/engine.js';
import { ENGINE_RESOURCES, type EngineResources } from '../../src/knowledge/resources.js';
import { House } from '../support/house.js';
import { TestClock } from '../support/clock.js';
import { houseWith } from './embeddings-house.js';
import { answering, hanging, refusing, replying, StubEndpoint } from './stub-endpoint.js';

const ASK = 'Ich suche jemanden für Produktfotos meiner Keramik';
const NEAR = 'Produktfotos für kleine Läden';
const FAR = 'Produktfotos und Porträts';

describe('embeddings in the ranking', () => {
  let stub: StubEndpoint;
  let houses: House[] = [];
  beforeEach(async () => void (stub = await StubEndpoint.open()));
  afterEach(async () => {
    for (const house of houses) await house.close();
    houses = [];
    await stub.close();
  });

  const open = async (settings?: EmbeddingsSettings): Promise<House> => {
    const house = await (settings ? houseWith(settings) : House.open());
    houses.push(house);
    return house;
  };
  /** Two photographers and somebody who looks for one; gives the asker. */
  const settle = async (house: House): Promise<string> => {
    await house.says(await house.member('Nina Weber'), 'offer', NEAR);
    await house.says(await house.member('Jon Ibarra'), 'offer', FAR);
    const asker = await house.member('Omar Sanz');
    await house.says(asker, 'ask', ASK);
    return asker;
  };
  const received = async (house: House, asker: string): Promise<{ offer: string; affinity: number }[]> => {
    const { body } = await house.as(asker).call('GET', `/api/v1/members/${asker}/suggestions?language=de`);
    return body.receive.map(({ offer, affinity }: { offer: { text: string }; affinity: number }) => ({ offer: offer.text, affinity }));
  };
  const withoutEmbeddings = async () => {
    const house = await open();
    return received(house, await settle(house));
  };

  test('switched on, likeness of the vectors moves the affinities and their order', async () => {
    const before = await withoutEmbeddings();
    expect(before).toHaveLength(2);
    const last = before[1]!.offer;
    stub.conduct = answering((text) => (text === ASK || text === last ? [1, 0] : [0, 1]));
    const house = await open(stub.settings());
    const after = await received(house, await settle(house));
    expect(after.map(({ offer }) => offer)).toEqual([last, before[0]!.offer]);
    expect(after[0]!.affinity).toBeGreaterThan(before[1]!.affinity);
    expect(after[1]!.affinity).toBe(before[0]!.affinity);
  });

  test.each([
    ['hangs', hanging],
    ['fails', refusing(500)],
    ['answers in another shape', replying({ data: 'none' })],
  ])('when the endpoint %s, suggestions are the same to the last bit as without', async (_, conduct) => {
    const before = await withoutEmbeddings();
    stub.conduct = conduct;
    const house = await open(stub.settings({ timeout: 150 }));
    expect(await received(house, await settle(house))).toEqual(before);
  });

  test('vectors that could not be had are fetched once the endpoint is well again', async () => {
    const before = await withoutEmbeddings();
    stub.conduct = refusing(500);
    const house = await open(stub.settings());
    const clock = new TestClock();
    Object.assign(house.app.get(Clock), { now: () => clock.now() });
    const asker = await settle(house);
    await received(house, asker);
    stub.conduct = answering(() => [1, 0]);
    expect(await received(house, asker)).toEqual(before);
    clock.passSeconds(30);
    const after = await received(house, asker);
    expect(Math.min(...after.map(({ affinity }) => affinity))).toBeGreaterThan(Math.min(...before.map(({ affinity }) => affinity)));
    const requests = stub.asked.length;
    await received(house, asker);
    expect(stub.asked).toHaveLength(requests);
  });

  test('only changed statements are asked for, and a changed text gets a vector of its own', async () => {
    stub.conduct = answering(() => [1, 0]);
    const house = await open(stub.settings());
    const asker = await settle(house);
    await received(house, asker);
    const ask = await house.says(asker, 'ask', 'Suche einen Imker');
    await received(house, asker);
    await house.call('PATCH', `/api/v1/statements/${ask}`, { text: 'Suche eine Imkerin' });
    await received(house, asker);
    expect(stub.asked.map((texts) => [...texts].sort())).toEqual([[ASK, NEAR, FAR].sort(), ['Suche einen Imker'], ['Suche eine Imkerin']]);
  });

  test('a vector goes when no statement holds its text any more, and stays as long as one does', async () => {
    const stored = async () => house.app.get(Database).read.count(EmbeddingEntity);
    const house = await open(stub.settings());
    const asker = await settle(house);
    const other = await house.member('Vera Lund');
    await house.says(other, 'offer', NEAR);
    await received(house, asker);
    expect(await stored()).toBe(3);
    await house.call('DELETE', `/api/v1/members/${other}`);
    await received(house, asker);
    expect(await stored()).toBe(3);
    const ask = await house.says(asker, 'ask', 'Suche einen Imker');
    await received(house, asker);
    expect(await stored()).toBe(4);
    await house.call('PATCH', `/api/v1/statements/${ask}`, { text: 'Suche eine Imkerin' });
    await received(house, asker);
    expect(await stored()).toBe(4);
  });

  test('the part called dense is the cosine from .4 on, stretched to 0 to 1, and 0 where a vector is missing or of another dimension', async () => {
    const house = await open();
    const engine = new Engine(house.app.get(Analyzer), house.app.get<EngineResources>(ENGINE_RESOURCES).weights);
    const statement = (kind: 'ask' | 'offer', vector?: number[]) => ({ id: kind, owner: kind, kind, text: kind === 'ask' ? ASK : FAR, ...(vector && { vector: Float32Array.from(vector) }) });
    const dense = (ask?: number[], offer?: number[]) => engine.explain(statement('ask', ask), statement('offer', offer)).parts.find(({ feature }) => feature === 'dense')!;
    expect(dense([1, 0], [0.6, 0.8])).toMatchObject({ value: expect.closeTo(1 / 3), weight: 4 });
    expect(dense([1, 0], [0.39, Math.sqrt(1 - 0.39 ** 2)]).value).toBe(0);
    expect([dense([1, 0], [-1, 0]), dense([1, 0]), dense(undefined, [1, 0]), dense([1, 0], [1, 0, 0])].map(({ value }) => value)).toEqual([0, 0, 0, 0]);
  });

  test('a setting of the weights from before there was this part does not count it', async () => {
    const house = await open();
    const { weights } = house.app.get<EngineResources>(ENGINE_RESOURCES);
    const features = Object.fromEntries(Object.entries(weights.features).filter(([feature]) => feature !== 'dense')) as typeof weights.features;
    const affinity = (vector?: Float32Array) => {
      const engine = new Engine(house.app.get(Analyzer), { ...weights, features });
      engine.put({ id: 'o', owner: 'o', kind: 'offer', text: FAR, ...(vector && { vector }) });
      return engine.rank({ id: 'a', owner: 'a', kind: 'ask', text: ASK, ...(vector && { vector }) }, { top: 1, threshold: 0 })[0]!.affinity;
    };
    expect(affinity()).toBeGreaterThan(0);
    expect(affinity(Float32Array.of(1))).toBe(affinity());
  });
});
