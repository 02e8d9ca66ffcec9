import type { EmbeddingsSettings } from '../config.js';
import { DomainError } from '../errors.js';

/** Texts in one request at the most. */
const BATCH = 64;

type Attempt = { readonly answer: unknown } | { readonly fault: string; readonly again: boolean };

/**
 * Asks an OpenAI-compatible endpoint for the vectors of texts. Gives them batch by batch, so that each can be kept before the next is asked for,
 * in the order of the texts, scaled to length 1, all of one dimension.
 * @throws try-later when the endpoint is silent beyond the time limit, fails, or answers in another shape; a second attempt shares the time limit of its batch
 */
export async function* embed(settings: EmbeddingsSettings, texts: readonly string[]): AsyncGenerator<Float32Array[]> {
  let dimension: number | undefined;
  for (let from = 0; from < texts.length; from += BATCH) {
    const input = texts.slice(from, from + BATCH);
    const vectors = readVectors(settings, await request(settings, input), input.length);
    for (const { length } of vectors) {
      dimension ??= length;
      if (length !== dimension) throw faultOf(settings, `gave vectors of different dimensions, ${dimension} and ${length}. One model must answer all requests`);
    }
    yield vectors;
  }
}

async function request(settings: EmbeddingsSettings, input: readonly string[]): Promise<unknown> {
  const limit = AbortSignal.timeout(settings.timeout);
  let attempt = await attemptOnce(settings, input, limit);
  if ('fault' in attempt && attempt.again && !limit.aborted) attempt = await attemptOnce(settings, input, limit);
  if ('answer' in attempt) return attempt.answer;
  throw faultOf(settings, limit.aborted ? `did not answer within ${settings.timeout} ms. Where it is only slow, raise GERN_EMBEDDINGS_TIMEOUT` : attempt.fault);
}

async function attemptOnce({ url, model, key }: EmbeddingsSettings, input: readonly string[], signal: AbortSignal): Promise<Attempt> {
  try {
    const response = await fetch(`${url}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input }),
      // Members' words go to the host that the operator named and to no other.
      redirect: 'error',
      signal,
    });
    if (response.ok) return parsed(await response.text());
    await response.body?.cancel();
    return { fault: `answered with status ${response.status}${HINTS[response.status] ?? ''}`, again: response.status >= 500 || response.status === 429 };
  } catch (error) {
    return { fault: `cannot be reached (${causeOf(error)})`, again: true };
  }
}

/** The body of a refusal is not told, as it may repeat members' words. */
const HINTS: Readonly<Record<number, string>> = {
  401: '. Check GERN_EMBEDDINGS_KEY',
  403: '. Check GERN_EMBEDDINGS_KEY',
  404: '. Check the path in GERN_EMBEDDINGS_URL, and that the model of GERN_EMBEDDINGS_MODEL is there',
};

function parsed(body: string): Attempt {
  try {
    return { answer: JSON.parse(body) as unknown };
  } catch {
    return { fault: 'answered with something that is not JSON', again: false };
  }
}

/** What stands in the way of a connection is told by the cause of fetch's own error. */
function causeOf(error: unknown): string {
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return code ?? message;
}

function readVectors(settings: EmbeddingsSettings, answer: unknown, count: number): Float32Array[] {
  const data = isRecord(answer) ? answer.data : undefined;
  if (!Array.isArray(data)) throw faultOf(settings, 'answered without a list "data" of vectors; is it OpenAI-compatible?');
  const vectors = new Map<number, Float32Array>();
  for (const entry of data as unknown[]) {
    const { index, embedding } = isRecord(entry) ? entry : {};
    if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index >= count || !isVector(embedding)) {
      throw faultOf(settings, 'gave an entry that is not {"index", "embedding"} with the place of a text and a list of numbers that are not all 0');
    }
    vectors.set(index, scaled(embedding));
  }
  if (vectors.size !== count || data.length !== count) throw faultOf(settings, `gave ${data.length} vectors for ${count} texts, or two for the same text`);
  return Array.from({ length: count }, (_, index) => vectors.get(index)!);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => Number.isFinite(one)) && Number.isFinite(lengthOf(value as number[])) && lengthOf(value as number[]) > 0;
}

function scaled(vector: readonly number[]): Float32Array {
  const length = lengthOf(vector);
  return Float32Array.from(vector, (value) => value / length);
}

function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function faultOf({ url }: EmbeddingsSettings, what: string): DomainError {
  return new DomainError('try-later', `The embeddings endpoint ${url}/embeddings ${what}.`.replace(/\?\.$/u, '?'));
}
