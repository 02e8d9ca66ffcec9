import { createHash } from 'node:crypto';

import { Injectable, Logger } from '@nestjs/common';
import { In } from 'typeorm';

import type { Clock } from '../clock.js';
import type { EmbeddingsSettings } from '../config.js';
import type { Database } from '../database/database.js';
import { EmbeddingEntity } from './embedding.entity.js';
import { embed } from './embeddings.client.js';

export interface EmbeddingsFault {
  readonly detail: string;
  readonly at: Date;
}

/** After a fault the endpoint is left alone this long, in milliseconds, so that not every page waits for it. */
const REST = 30_000;
const CHUNK = 500;

/** Vectors of texts, each asked for once; Gern goes on without those it cannot get. */
@Injectable()
export class EmbeddingsService {
  private readonly logger = new Logger('embeddings');
  private fault: EmbeddingsFault | undefined;

  /** @param settings undefined where the operator has not switched embeddings on */
  constructor(
    private readonly settings: EmbeddingsSettings | undefined,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get isOn(): boolean {
    return this.settings !== undefined;
  }

  /** Whether it is worth asking again for vectors that could not be had before. */
  get isReady(): boolean {
    return this.isOn && (this.fault === undefined || this.clock.now().getTime() - this.fault.at.getTime() >= REST);
  }

  get lastFault(): EmbeddingsFault | undefined {
    return this.fault;
  }

  /** The vector of each text, scaled to length 1; undefined where it is not to be had at the moment. Must not be called inside a write. */
  async vectorsOf(texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
    if (this.settings === undefined) return texts.map(() => undefined);
    const { model } = this.settings;
    const hashes = texts.map((text) => hashOf(model, text));
    const vectors = new Map<string, Float32Array>();
    try {
      await this.readStored(hashes, vectors);
      const missing = new Map(hashes.map((hash, i) => [hash, texts[i]!] as const).filter(([hash]) => !vectors.has(hash)));
      if (this.isReady) await this.askFor(this.settings, missing, vectors);
    } catch (error) {
      this.fault = { detail: (error as Error).message, at: this.clock.now() };
      this.logger.warn(`${this.fault.detail} Gern goes on without and asks again in ${REST / 1_000} seconds at the earliest.`);
    }
    return hashes.map((hash) => vectors.get(hash));
  }

  /** Forgets the vectors of all other texts: what a member takes back leaves no trace here. Also of a model that is no longer asked. */
  async keepOnly(textsHeld: () => Promise<readonly string[]>): Promise<void> {
    // Stored vectors are read before the texts, so that a text that comes meanwhile keeps its vector.
    const stored = await this.database.read.find(EmbeddingEntity, { select: { hash: true, model: true } });
    if (stored.length === 0) return;
    const texts = await textsHeld();
    const held = new Set([...new Set(stored.map(({ model }) => model))].flatMap((model) => texts.map((text) => hashOf(model, text))));
    const gone = stored.map(({ hash }) => hash).filter((hash) => !held.has(hash));
    for (let from = 0; from < gone.length; from += CHUNK) {
      const hashes = gone.slice(from, from + CHUNK);
      await this.database.write((transaction) => transaction.delete(EmbeddingEntity, { hash: In(hashes) }));
    }
  }

  private async readStored(hashes: readonly string[], vectors: Map<string, Float32Array>): Promise<void> {
    for (let from = 0; from < hashes.length; from += CHUNK) {
      const rows = await this.database.read.findBy(EmbeddingEntity, { hash: In(hashes.slice(from, from + CHUNK)) });
      for (const { hash, vector } of rows) vectors.set(hash, new Float32Array(new Uint8Array(vector).buffer));
    }
  }

  /** Keeps each batch before the next is asked for: what was got is not lost to a later fault. */
  private async askFor(settings: EmbeddingsSettings, missing: ReadonlyMap<string, string>, vectors: Map<string, Float32Array>): Promise<void> {
    const hashes = [...missing.keys()];
    let done = 0;
    for await (const batch of embed(settings, [...missing.values()])) {
      const createdAt = this.clock.now().toISOString();
      const rows = batch.map((vector, i) => ({ hash: hashes[done + i]!, model: settings.model, vector: Buffer.from(vector.buffer), createdAt }));
      done += batch.length;
      rows.forEach(({ hash }, i) => vectors.set(hash, batch[i]!));
      // Another process may have asked for the same text meanwhile.
      await this.database.write((transaction) => transaction.upsert(EmbeddingEntity, rows, ['hash']));
    }
  }
}

function hashOf(model: string, text: string): string {
  return createHash('sha256').update(`${model}\0${text}`).digest('hex');
}
