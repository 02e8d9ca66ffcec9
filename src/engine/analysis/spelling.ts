const SHORTEST = 6;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The known stem of a word one slip away from an unknown one (a letter doubled, swapped, left out or mistaken; Damerau 1964), or undefined.
 * The first letter is seldom mistyped and stays. All near words are tried, as Norvig (2007) does; the first known in a fixed order wins.
 * Swaps and doublings are mended before stemming, as they may hide an ending; the many others on the stem, which is quick.
 * @param word folded  @param stem of that word
 */
export function mended(word: string, stem: string, stemOf: (word: string) => string, isKnown: (stem: string) => boolean): string | undefined {
  if (word.length < SHORTEST || !/^[a-z]+$/u.test(word)) return undefined;
  for (let i = 1; i < word.length; i++) {
    const head = word.slice(0, i);
    const near = [head + (word[i + 1] ?? '') + word[i]! + word.slice(i + 2), head + word.slice(i + 1)].map(stemOf).find(isKnown);
    if (near !== undefined) return near;
  }
  for (let i = 1; i <= stem.length; i++) {
    const head = stem.slice(0, i);
    for (const letter of LETTERS) {
      const inserted = head + letter + stem.slice(i);
      if (isKnown(inserted)) return inserted;
      const replaced = head + letter + stem.slice(i + 1);
      if (i < stem.length && isKnown(replaced)) return replaced;
    }
  }
  return undefined;
}
