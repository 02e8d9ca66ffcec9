import { Database } from '../../src/database/database.js';
import { EmbeddingEntity } from '../../src/embeddings/embedding.entity.js';
import { EmbeddingsService } from '../../src/embeddings/embeddings.service.js';
import { House } from '../support/house.js';
import { TestClock } from '../support/clock.js';
import { answering, hanging, inTurn, refusing, StubEndpoint } from './stub-endpoint.js';

describe('vectors of texts', () => {
  let house: House;
  let stub: StubEndpoint;
  let clock: TestClock;
  const service = (model = 'stub', timeout = 2_000) => new EmbeddingsService(stub.settings({ model, timeout }), house.app.get(Database), clock);
  const stored = () => house.app.get(Database).read.find(EmbeddingEntity);

  beforeEach(async () => {
    [house, stub, clock] = [await House.open(), await StubEndpoint.open(), new TestClock()];
  });
  afterEach(async () => {
    await house.close();
    await stub.close();
  });

  test('each text is asked for once; a later process finds the vectors where they were kept', async () => {
    stub.conduct = answering((text) => [text.length, 1]);
    const first = await service().vectorsOf(['one', 'three', 'one']);
    expect(stub.asked).toEqual([['one', 'three']]);
    expect(first[2]).toEqual(first[0]);
    expect(await service().vectorsOf(['three', 'one'])).toEqual([first[1], first[0]]);
    expect(stub.asked).toHaveLength(1);
  });

  test('another model has vectors of its own', async () => {
    await service('small').vectorsOf(['one']);
    await service('large').vectorsOf(['one']);
    expect(stub.asked).toHaveLength(2);
    expect((await stored()).map(({ model }) => model).sort()).toEqual(['large', 'small']);
  });

  test('what is kept does not hold the text', async () => {
    await service().vectorsOf(['Suche eine Hebamme']);
    const [{ hash, model, vector, createdAt }] = (await stored()) as [EmbeddingEntity];
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect({ model, bytes: vector.length, createdAt }).toEqual({ model: 'stub', bytes: 12, createdAt: '2026-01-01T00:00:00.000Z' });
  });

  test('on a fault the texts have no vectors, and the fault is remembered with its time', async () => {
    stub.conduct = refusing(500);
    const embeddings = service();
    expect(await embeddings.vectorsOf(['one', 'two'])).toEqual([undefined, undefined]);
    expect(embeddings.lastFault).toEqual({ detail: expect.stringContaining('answered with status 500.'), at: clock.now() });
  });

  test('after a fault the endpoint is left alone for 30 seconds, then asked again', async () => {
    stub.conduct = inTurn(
      hanging,
      answering(() => [1]),
    );
    const embeddings = service('stub', 100);
    await embeddings.vectorsOf(['one']);
    clock.passSeconds(29);
    expect([embeddings.isReady, ...(await embeddings.vectorsOf(['one']))]).toEqual([false, undefined]);
    expect(stub.asked).toHaveLength(1);
    clock.passSeconds(1);
    expect([embeddings.isReady, ...(await embeddings.vectorsOf(['one']))]).toEqual([true, Float32Array.of(1)]);
  });

  test('while the endpoint is left alone, vectors that are kept are still given', async () => {
    stub.conduct = inTurn(
      answering(() => [1]),
      refusing(404),
    );
    const embeddings = service();
    await embeddings.vectorsOf(['one']);
    expect(await embeddings.vectorsOf(['two', 'one'])).toEqual([undefined, Float32Array.of(1)]);
    expect(await embeddings.vectorsOf(['two', 'one'])).toEqual([undefined, Float32Array.of(1)]);
  });

  test('what was got before a fault is kept', async () => {
    stub.conduct = inTurn(
      answering(() => [1]),
      refusing(404),
    );
    const texts = Array.from({ length: 70 }, (_, i) => `text ${i}`);
    const vectors = await service().vectorsOf(texts);
    expect(vectors.filter((vector) => vector !== undefined)).toHaveLength(64);
    expect(await stored()).toHaveLength(64);
  });

  test('several at once may ask for the same text', async () => {
    const several = await Promise.all(Array.from({ length: 4 }, () => service().vectorsOf(['one'])));
    expect(several).toEqual(Array.from({ length: 4 }, () => [Float32Array.of(1, 0, 0)]));
    expect(await stored()).toHaveLength(1);
  });

  test('switched off it asks nobody and has no vectors', async () => {
    const embeddings = house.app.get(EmbeddingsService);
    expect([embeddings.isOn, embeddings.isReady, ...(await embeddings.vectorsOf(['one']))]).toEqual([false, false, undefined]);
    expect(await stored()).toEqual([]);
  });
});
