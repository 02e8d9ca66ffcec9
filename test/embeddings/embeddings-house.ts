import type { EmbeddingsSettings } from '../../src/config.js';
import { House } from '../support/house.js';

/** A house whose operator has switched embeddings on. */
export function houseWith(embeddings: EmbeddingsSettings): Promise<House> {
  return House.open({ settings: { embeddings } });
}
