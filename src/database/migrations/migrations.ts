import { FirstFloor1764000000000 } from './1764000000000-first-floor.js';
import { Embeddings1764000100000 } from './1764000100000-embeddings.js';

/** One chain, in order. A migration that has been released is never changed. */
export const migrations = [FirstFloor1764000000000, Embeddings1764000100000];
