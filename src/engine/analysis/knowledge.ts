import { gramShares } from './character-grams.js';
import { CompoundSplitter } from './compounds.js';
import { familyCards } from './family-cards.js';
import { fold, foldGerman } from './folding.js';
import { LabelIndex, labelStems, type LabelFiles } from './label-index.js';
import { LANGUAGES, type Language, type LanguageData } from './language.js';
import { LanguageGuesser, type WordRanks } from './language-guess.js';
import { Lexicon } from './lexicon.js';
import type { Region } from './places.js';
import { Stemmer } from './stemmer.js';
import { tokenize } from './tokenizer.js';
import { TopicFields, type TopicField, type TopicFieldMap } from './topic-fields.js';
import { TopicSpace, type TopicCard, type TopicMap, type Voice } from './topics.js';
import type { Concept } from './vocabulary.js';
import { WordFrequency, type StemProbability } from './word-frequency.js';

/** What people wrote: word lists, vocabulary, topic cards, places. */
export interface KnowledgeSources {
  readonly languages: readonly (LanguageData & { readonly frequentWords: readonly string[] })[];
  readonly vocabulary: readonly Concept[];
  readonly topics: readonly TopicCard[];
  readonly voices: readonly Voice[];
  /** A card that two fields claim belongs to the first. */
  readonly fields: readonly TopicField[];
  readonly regions: readonly Region[];
}

/** The same made ready for use: plain data of maps, sets and typed arrays, so that it can be stored and read back fast. */
export interface Knowledge {
  readonly languages: readonly LanguageData[];
  /** Preferred labels only. */
  readonly concepts: readonly Concept[];
  readonly regions: readonly Region[];
  readonly frequency: StemProbability;
  readonly ranks: WordRanks;
  readonly gramShares: Float32Array;
  readonly compoundParts: ReadonlySet<string>;
  readonly labels: LabelFiles;
  readonly topics: TopicMap;
  readonly fields: TopicFieldMap;
}

const COMMON_PARTS = 6_000;
const COMPOUND_PART = 0.6;

/** Takes some seconds for a large vocabulary; the result depends on the sources alone. */
export function compileKnowledge({ languages, vocabulary, topics, voices, fields, regions }: KnowledgeSources): Knowledge {
  const cards = [...topics, ...familyCards(vocabulary)];
  const stemmer = new Stemmer();
  const lexicons = lexiconsOf(languages);
  const frequent = Object.fromEntries(languages.map(({ code, frequentWords }) => [code, frequentWords])) as Record<Language, readonly string[]>;
  const stemsOf = labelStems(lexicons, stemmer);
  const compoundParts = partsOf(vocabulary, frequent.de, lexicons.de);
  const compounds = new CompoundSplitter(compoundParts);
  const voiceStems = ({ text, language }: Voice): (readonly [string, number])[] =>
    tokenize(text)
      .filter(({ word }) => !lexicons[language].stopWords.has(lexicons[language].fold(word)))
      .flatMap(({ word }) => {
        const parts = language === 'de' ? (compounds.split(word) ?? []) : [];
        return [[stemmer.stem(word, language), 1] as const, ...parts.map((part) => [stemmer.stem(part, 'de'), COMPOUND_PART] as const)];
      });
  return {
    languages: languages.map(({ frequentWords: _, ...data }) => data),
    concepts: vocabulary.map(({ labels, ...concept }) => ({ ...concept, labels: { de: labels.de.slice(0, 1), en: labels.en.slice(0, 1), es: labels.es.slice(0, 1) } })),
    regions,
    frequency: WordFrequency.compile(frequent, stemmer),
    ranks: LanguageGuesser.compile(lexicons, frequent),
    gramShares: gramShares(LANGUAGES.map((language) => frequent[language].map(fold))),
    compoundParts,
    labels: LabelIndex.compile(vocabulary, stemsOf, stemmer, (word) => compounds.split(word)),
    topics: TopicSpace.compile(cards, voices, stemsOf, voiceStems),
    fields: TopicFields.compile(
      cards.map(({ id }) => id),
      fields,
    ),
  };
}

/** @throws when the lists of a language are missing */
export function lexiconsOf(languages: readonly LanguageData[]): Record<Language, Lexicon> {
  const of = (language: Language): Lexicon => {
    const data = languages.find(({ code }) => code === language);
    if (!data) throw new Error(`The word lists of language "${language}" are missing.`);
    return new Lexicon(data);
  };
  return { de: of('de'), en: of('en'), es: of('es') };
}

/** German words that may be part of a compound: those of the labels and the common words of four letters and more. */
function partsOf(vocabulary: readonly Concept[], frequent: readonly string[], lexicon: Lexicon): Set<string> {
  const parts = new Set<string>();
  const add = (word: string, shortest: number): void => {
    const folded = foldGerman(word);
    if (folded.length >= shortest && !lexicon.stopWords.has(folded) && /^\p{L}+$/u.test(folded)) parts.add(folded);
  };
  for (const concept of vocabulary) for (const label of concept.labels.de) for (const { word } of tokenize(label)) add(word, 3);
  for (const word of frequent.slice(0, COMMON_PARTS)) if (/^\p{Lu}\p{Ll}+$/u.test(word)) add(word, 4);
  return parts;
}
