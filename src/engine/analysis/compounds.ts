import { foldGerman } from './folding.js';

/** Letters that German puts between the parts of a compound; longest first. */
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'];
const SHORTEST_PART = 3;
const SHORTEST_WORD = 7;
const MEMO_LIMIT = 50_000;

/**
 * Splits German compounds by known words: "Fördermittelberatung" -> foerder + mittel + beratung.
 * Of several splits the one with the fewest parts wins, then the one with the longest first part.
 */
export class CompoundSplitter {
  private readonly memo = new Map<string, readonly string[] | undefined>();

  /** @param words folded German words that may be parts */
  constructor(private readonly words: ReadonlySet<string>) {}

  /** The parts as folded words, or undefined where the word cannot be split by what is known. */
  split(word: string): readonly string[] | undefined {
    const folded = foldGerman(word);
    if (folded.length < SHORTEST_WORD) return undefined;
    if (!this.memo.has(folded)) {
      if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
      const parts = this.parts(folded, 3);
      this.memo.set(folded, parts !== undefined && parts.length > 1 ? parts : undefined);
    }
    return this.memo.get(folded);
  }

  private parts(word: string, most: number): readonly string[] | undefined {
    if (this.words.has(word)) return [word];
    if (most === 1) return undefined;
    let best: readonly string[] | undefined;
    for (let end = word.length - SHORTEST_PART; end >= SHORTEST_PART; end--) {
      const head = word.slice(0, end);
      if (!this.words.has(head)) continue;
      for (const link of LINKS) {
        if (!word.startsWith(link, end) || word.length - end - link.length < SHORTEST_PART) continue;
        const rest = this.parts(word.slice(end + link.length), most - 1);
        if (rest !== undefined && (best === undefined || rest.length + 1 < best.length)) best = [head, ...rest];
      }
    }
    return best;
  }
}
