import { createServer } from 'node:http';

import type { EmbeddingsSettings } from '../../src/config.js';
import { embed } from '../../src/embeddings/embeddings.client.js';
import { DomainError } from '../../src/errors.js';
import { answering, hanging, inTurn, refusing, replying, StubEndpoint, trickling } from './stub-endpoint.js';

async function vectorsOf(settings: EmbeddingsSettings, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for await (const batch of embed(settings, texts)) vectors.push(...batch);
  return vectors;
}

describe('asking an embeddings endpoint', () => {
  let stub: StubEndpoint;
  beforeEach(async () => void (stub = await StubEndpoint.open()));
  afterEach(() => stub.close());

  const faultOf = async (change: Partial<EmbeddingsSettings> = {}, texts = ['a', 'b']): Promise<string> => {
    const error: unknown = await vectorsOf(stub.settings(change), texts).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DomainError);
    return (error as DomainError).message;
  };

  test('vectors are of length 1 and stand in the order of the texts, whatever the order of the answer', async () => {
    stub.conduct = replying({
      data: [
        { index: 1, embedding: [0, 0.5] },
        { index: 0, embedding: [3, 4] },
      ],
    });
    const [first, second] = await vectorsOf(stub.settings(), ['a', 'b']);
    expect([...first!].map((value) => value.toFixed(6))).toEqual(['0.600000', '0.800000']);
    expect([...second!]).toEqual([0, 1]);
  });

  test('at most 64 texts go into one request', async () => {
    const texts = Array.from({ length: 130 }, (_, i) => `text ${i}`);
    stub.conduct = answering((text) => [Number(text.slice(5)) + 1, 1]);
    const vectors = await vectorsOf(stub.settings(), texts);
    expect(stub.asked.map(({ length }) => length)).toEqual([64, 64, 2]);
    expect(vectors[129]![0]! / vectors[129]![1]!).toBeCloseTo(130, 3);
  });

  test('model and key are sent, and no key where none is set', async () => {
    const seen: (string | undefined)[] = [];
    const answer = answering(() => [1]);
    stub.conduct = (input, reply, request) => {
      seen.push(request.headers.authorization, request.url, request.method);
      answer(input, reply, request);
    };
    await vectorsOf(stub.settings({ key: 'secret' }), ['a']);
    await vectorsOf(stub.settings(), ['a']);
    expect(seen).toEqual(['Bearer secret', '/v1/embeddings', 'POST', undefined, '/v1/embeddings', 'POST']);
  });

  test.each([
    ['is silent', hanging],
    ['never ends its answer', trickling],
  ])('the time limit is kept when the endpoint %s', async (_, conduct) => {
    stub.conduct = conduct;
    const start = performance.now();
    expect(await faultOf({ timeout: 200 })).toContain('did not answer within 200 ms. Where it is only slow, raise GERN_EMBEDDINGS_TIMEOUT.');
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('a passing fault is tried once more', async () => {
    stub.conduct = inTurn(
      refusing(500),
      answering(() => [1]),
    );
    expect(await vectorsOf(stub.settings(), ['a'])).toHaveLength(1);
    expect(stub.asked).toHaveLength(2);
  });

  test('a lasting fault is tried twice and no more', async () => {
    stub.conduct = refusing(500);
    expect(await faultOf()).toMatch(/^The embeddings endpoint http:\/\/127\.0\.0\.1:\d+\/v1\/embeddings answered with status 500\.$/u);
    expect(stub.asked).toHaveLength(2);
  });

  test('a refusal is not tried again, tells which setting to look at, and does not repeat the texts', async () => {
    stub.conduct = refusing(401);
    const fault = await faultOf({}, ['Suche eine Hebamme']);
    expect(fault).toContain('status 401. Check GERN_EMBEDDINGS_KEY.');
    expect(fault).not.toContain('Hebamme');
    expect(stub.asked).toHaveLength(1);
    stub.conduct = refusing(404);
    expect(await faultOf()).toContain('GERN_EMBEDDINGS_MODEL');
  });

  test('texts are not carried on to another host', async () => {
    const carried: string[] = [];
    const other = createServer((request, reply) => void reply.end(carried.push(request.url!)));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    stub.conduct = (_, reply) => void reply.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
    expect(await faultOf()).toContain('cannot be reached');
    expect(carried).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });

  test('an endpoint that is not there is named with the reason', async () => {
    const settings = stub.settings();
    await stub.close();
    await expect(vectorsOf(settings, ['a'])).rejects.toThrow('cannot be reached (ECONNREFUSED).');
    stub = await StubEndpoint.open();
  });

  const entry = (index: unknown, embedding: unknown) => ({ index, embedding });
  test.each<[string, unknown, string]>([
    ['no JSON', '<html>', 'not JSON'],
    ['null', 'null', 'without a list "data"'],
    ['no data', { vectors: [] }, 'without a list "data"'],
    ['too few vectors', { data: [entry(0, [1])] }, '1 vectors for 2 texts'],
    ['too many vectors', { data: [entry(0, [1]), entry(1, [1]), entry(1, [1])] }, '3 vectors for 2 texts'],
    ['one text twice', { data: [entry(0, [1]), entry(0, [1])] }, 'two for the same text'],
    ['a strange index', { data: [entry(0, [1]), entry(2, [1])] }, 'not {"index", "embedding"}'],
    ['no index', { data: [{ embedding: [1] }, { embedding: [1] }] }, 'not {"index", "embedding"}'],
    ['words for numbers', { data: [entry(0, [1]), entry(1, ['1'])] }, 'not {"index", "embedding"}'],
    ['numbers that are too large', '{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}', 'not {"index", "embedding"}'],
    ['an empty vector', { data: [entry(0, []), entry(1, [])] }, 'not {"index", "embedding"}'],
    ['a vector of zeros', { data: [entry(0, [0, 0]), entry(1, [1, 0])] }, 'numbers that are not all 0'],
    ['an entry that is no object', { data: [null, 7] }, 'not {"index", "embedding"}'],
    ['different dimensions', { data: [entry(0, [1, 0]), entry(1, [1, 0, 0])] }, 'different dimensions, 2 and 3'],
  ])('an answer of another shape is a fault: %s', async (_, body, told) => {
    stub.conduct = replying(body);
    expect(await faultOf()).toContain(told);
    expect(stub.asked).toHaveLength(1);
  });

  test('different dimensions from one request to the next are a fault', async () => {
    stub.conduct = inTurn(
      answering(() => [1, 0]),
      answering(() => [1, 0, 0]),
    );
    const texts = Array.from({ length: 65 }, (_, i) => `text ${i}`);
    expect(await faultOf({}, texts)).toContain('different dimensions, 2 and 3');
  });
});
