import { fold } from './folding.js';
import { tokenize, type Word } from './tokenizer.js';

/** A region with the names people use for it and for places in it: those who name places of one region can meet. */
export interface Region {
  readonly id: string;
  readonly names: readonly string[];
}

/** Finds places named in a text, whatever its language. */
export class Places {
  private readonly names = new Map<string, { words: readonly string[]; region: number }[]>();

  constructor(readonly regions: readonly Region[]) {
    regions.forEach(({ names }, region) => {
      for (const name of names) {
        const words = tokenize(name).map(({ word }) => fold(word));
        const first = words[0];
        if (first !== undefined)
          this.names.set(
            first,
            [...(this.names.get(first) ?? []), { words, region }].sort((a, b) => b.words.length - a.words.length),
          );
      }
    });
  }

  /** The region of each word, or -1. A place is written with a capital, as "mitte" is none but "Mitte" is; text without any capital is taken at its word. */
  find(words: readonly Word[]): Int16Array {
    const regions = new Int16Array(words.length).fill(-1);
    const folded = words.map(({ word }) => fold(word));
    const careless = !words.some(({ word }) => /^\p{Lu}/u.test(word));
    for (let i = 0; i < words.length; i++) {
      if (!careless && !/^\p{Lu}/u.test(words[i]!.word)) continue;
      const name = this.names.get(folded[i]!)?.find((one) => one.words.every((word, k) => folded[i + k] === word));
      if (name === undefined) continue;
      regions.fill(name.region, i, i + name.words.length);
      i += name.words.length - 1;
    }
    return regions;
  }
}
