// One by one: together with those of fifteen other languages they take as long to load as a whole evening to plan.
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import PorterStemmerDe from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import PorterStemmerEs from 'natural/lib/natural/stemmers/porter_stemmer_es.js';

import { fold, foldGerman } from './folding.js';
import type { Language } from './language.js';

const GENDERED = /[*:_/](?:innen|in)$/iu;
const FEMININE = /(?<=[a-zäöü]{3}er)(?:innen|in)$/u;
/** "passt", "vermisst": Snowball takes the ending off only after other letters. */
const PERSONAL = /(?<=[a-z]{2}ss)t$/u;
const UNACCENTED_ION = /(?<=[cstx])ion$/;
const MEMO_LIMIT = 200_000;

/**
 * Stems of words by language, folded, so that spelling without umlauts or accents meets the full spelling.
 * Porter's English stemmer and the German and Spanish ones of the Snowball family, by `natural`.
 */
export class Stemmer {
  private readonly memo: Record<Language, Map<string, string>> = { de: new Map(), en: new Map(), es: new Map() };

  stem(word: string, language: Language): string {
    const memo = this.memo[language];
    let stem = memo.get(word);
    if (stem === undefined) {
      stem = STEM[language](word.normalize('NFC').toLowerCase());
      if (memo.size >= MEMO_LIMIT) memo.clear();
      memo.set(word, stem);
    }
    return stem;
  }
}

const STEM: Record<Language, (word: string) => string> = {
  // Gendered and feminine forms meet the masculine: Gründer*innen, Gründerinnen, Gründerin -> Gründer.
  de: (word) => {
    const plain = foldGerman(word.replace(GENDERED, '')).replace(FEMININE, '').replace(PERSONAL, '');
    return fold(PorterStemmerDe.stem(plain));
  },
  en: (word) => fold(PorterStemmer.stem(fold(word))),
  es: (word) => fold(PorterStemmerEs.stem(word.replace(UNACCENTED_ION, 'ión'))),
};
