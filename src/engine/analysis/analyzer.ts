import { characterGrams, GramRarity } from './character-grams.js';
import { CompoundSplitter } from './compounds.js';
import { facetsOf, type Facets } from './facets.js';
import { familyCards } from './family-cards.js';
import { fold, foldGerman } from './folding.js';
import { LabelIndex } from './label-index.js';
import { LANGUAGES, type Language, type LanguageData } from './language.js';
import { LanguageGuesser } from './language-guess.js';
import { Lexicon } from './lexicon.js';
import { findMentions, type Mention, type Slot } from './mentions.js';
import { Places, type Region } from './places.js';
import { rolesOf, type Role, type StatementKind } from './roles.js';
import type { SparseVector } from './sparse-vector.js';
import { Stemmer } from './stemmer.js';
import { tokenize, type Word } from './tokenizer.js';
import { TopicSpace, type Pointer, type TopicCard } from './topics.js';
import { Vocabulary, type Concept } from './vocabulary.js';
import { WordFrequency } from './word-frequency.js';
import { wordingOf } from './wording.js';

/** A word of a statement with what it means for matching. */
export interface Token extends Word {
  readonly language: Language;
  readonly stem: string;
  /** Stems of the parts where the word is a compound. */
  readonly parts: readonly string[];
  readonly role: Role;
  /** How telling the word is, 0..1, before its role is weighed. */
  readonly rarity: number;
}

/** What the engine knows of a text. */
export interface Analysis {
  readonly text: string;
  readonly kind: StatementKind;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Character n-grams of the telling words. */
  readonly grams: SparseVector;
  /** All words as they stand, small ones included. */
  readonly wording: SparseVector;
  /** Where the text stands among the topics. */
  readonly topics: SparseVector;
  readonly facets: Facets;
}

/** Everything the analyzer must be given: plain data, read elsewhere. */
export interface AnalyzerResources {
  readonly languages: readonly LanguageData[];
  readonly vocabulary: readonly Concept[];
  readonly topics: readonly TopicCard[];
  readonly regions: readonly Region[];
}

/** Generic words ("good", "Projekt", "experiencia") count this share of their rarity. */
const WEAK = 0.3;
/** Sentences of at least this many words are guessed for themselves: members switch languages midway. */
const OWN_GUESS = 5;
const COMMON_PARTS = 6_000;
const GRAM_ROLES: Readonly<Record<Role, number>> = { need: 1, context: 0.5, background: 0.5, lacking: 0.3, excluded: 0.2, place: 0.2, frame: 0, negated: 0, opposite: 0, stop: 0 };

const TOPIC_ROLES: Readonly<Record<Role, number>> = { need: 1, context: 0.8, background: 0.8, lacking: 0.8, excluded: 0.5, frame: 0.4, place: 0, negated: 0, opposite: 0, stop: 0 };
const PART_WEIGHT = 0.7;

/** Turns texts into analyses. Pure: the same text gives the same analysis, whatever was analysed before. */
export class Analyzer {
  readonly vocabulary: Vocabulary;
  private readonly stemmer = new Stemmer();
  private readonly lexicons: Readonly<Record<Language, Lexicon>>;
  private readonly frequency: WordFrequency;
  private readonly labels: LabelIndex;
  private readonly compounds: CompoundSplitter;
  private readonly guesser: LanguageGuesser;
  private readonly gramRarity: GramRarity;
  readonly topics: TopicSpace;
  private readonly places: Places;

  constructor(resources: AnalyzerResources) {
    const of = (language: Language): LanguageData => {
      const data = resources.languages.find(({ code }) => code === language);
      if (!data) throw new Error(`The word lists of language "${language}" are missing.`);
      return data;
    };
    this.lexicons = { de: new Lexicon(of('de')), en: new Lexicon(of('en')), es: new Lexicon(of('es')) };
    const frequent = { de: of('de').frequentWords, en: of('en').frequentWords, es: of('es').frequentWords };
    this.frequency = new WordFrequency(frequent, this.stemmer);
    this.vocabulary = new Vocabulary(resources.vocabulary);
    this.labels = new LabelIndex(this.vocabulary, this.lexicons, this.stemmer);
    this.compounds = new CompoundSplitter(this.compoundParts(frequent.de));
    this.labels.addCompoundReadings(this.vocabulary, (word) => this.compounds.split(word));
    this.topics = new TopicSpace([...resources.topics, ...familyCards(resources.vocabulary)], (entry, language) => this.labels.stems(entry, language));
    this.places = new Places(resources.regions);
    this.guesser = new LanguageGuesser(this.lexicons, frequent, this.labels, this.stemmer);
    this.gramRarity = new GramRarity(LANGUAGES.map((language) => frequent[language].map(fold)));
  }

  /** How strongly a word of an analysis points to a topic card. */
  pointsTo(token: Token, card: number): number {
    const whole = this.topics.pointsTo(this.topicStems(token), card);
    return Math.max(whole, ...token.parts.map((part) => PART_WEIGHT * this.topics.pointsTo({ de: part }, card)));
  }

  /** The language a text is most likely written in. */
  guessLanguage(text: string): Language {
    return this.guesser.guess(tokenize(text));
  }

  /** @param language where the writer named it; guessed otherwise */
  analyze(text: string, kind: StatementKind, language?: Language): Analysis {
    const words = tokenize(text);
    const main = language ?? this.guesser.guess(words);
    const languages = this.languagesOf(words, main);
    const lexiconOf = (i: number): Lexicon => this.lexicons[languages[i]!];
    const regions = this.places.find(words);
    const roles = rolesOf(words, kind, lexiconOf, regions);
    const tokens = words.map((word, i) => this.token(word, roles[i]!, languages[i]!));
    const mentions = findMentions(this.slots(tokens), this.labels);
    const grams = characterGrams(
      tokens.map((token) => ({ text: fold(token.word), weight: GRAM_ROLES[token.role] * Math.sqrt(token.rarity) })),
      this.gramRarity.of,
    );
    const wording = wordingOf(tokens.filter(({ role }) => role !== 'negated' && role !== 'opposite').map(({ stem, language: its }) => ({ stem, rarity: this.frequency.rarity(stem, its) })));
    return { text, kind, language: main, tokens, mentions, grams, wording, topics: this.topics.place(this.pointers(tokens)), facets: facetsOf(words, regions, lexiconOf) };
  }

  /** The language of each word's sentence: its own where it is long enough to tell, else that of the statement. */
  private languagesOf(words: readonly Word[], main: Language): Language[] {
    const bySentence = new Map<number, Word[]>();
    for (const word of words) bySentence.set(word.sentence, [...(bySentence.get(word.sentence) ?? []), word]);
    const own = new Map([...bySentence].map(([sentence, its]) => [sentence, its.length >= OWN_GUESS ? this.guesser.guess(its) : main]));
    return words.map(({ sentence }) => own.get(sentence)!);
  }

  private token(word: Word, role: Role, sentenceLanguage: Language): Token {
    const language = this.languageOf(word.word, sentenceLanguage);
    const stem = this.stemmer.stem(word.word, language);
    const isWhole = this.labels.knows(stem, language) || role === 'stop';
    const split = language === 'de' && !isWhole ? this.compounds.split(word.word) : undefined;
    const parts = (split ?? []).map((part) => this.stemmer.stem(part, 'de'));
    const lexicon = this.lexicons[language];
    const weak = lexicon.weakWords.has(lexicon.fold(word.word)) ? WEAK : 1;
    return { ...word, language, stem, parts, role, rarity: weak * this.frequency.rarity(stem, language) };
  }

  /** A word unknown in the language of its sentence may be known in another: "mi Steuerberater", "der gestor". */
  private languageOf(word: string, sentenceLanguage: Language): Language {
    if (this.guesser.evidence(word, sentenceLanguage) > 0.5) return sentenceLanguage;
    let best = sentenceLanguage;
    let most = this.guesser.evidence(word, sentenceLanguage) + 0.3;
    for (const language of LANGUAGES) {
      const evidence = this.guesser.evidence(word, language);
      if (evidence > most) {
        best = language;
        most = evidence;
      }
    }
    return best;
  }

  private slots(tokens: readonly Token[]): Slot[] {
    const slots: Slot[] = [];
    tokens.forEach((token, index) => {
      if (token.role === 'stop') return;
      const own = { token: index, sentence: token.sentence };
      slots.push({ ...own, stems: this.stemsOf(token) });
      for (const part of token.parts) slots.push({ ...own, stems: { de: part } });
    });
    return slots;
  }

  private pointers(tokens: readonly Token[]): Pointer[] {
    return tokens.flatMap((token) => {
      const weight = TOPIC_ROLES[token.role] * token.rarity;
      if (weight === 0) return [];
      const own = { stems: this.topicStems(token), weight };
      return this.topics.knows(token.stem, token.language) ? [own] : [own, ...token.parts.map((part) => ({ stems: { de: part }, weight: PART_WEIGHT * weight }))];
    });
  }

  private topicStems(token: Token): Partial<Record<Language, string>> {
    if (this.topics.knows(token.stem, token.language)) return { [token.language]: token.stem };
    const stems: Partial<Record<Language, string>> = {};
    for (const language of LANGUAGES) {
      const stem = this.stemmer.stem(token.word, language);
      if (this.topics.knows(stem, language)) stems[language] = stem;
    }
    return stems;
  }

  /** The stem in the word's language, or in every other language that has it in a label where its own has not. */
  private stemsOf(token: Token): Partial<Record<Language, string>> {
    if (this.labels.knows(token.stem, token.language)) return { [token.language]: token.stem };
    const stems: Partial<Record<Language, string>> = { [token.language]: token.stem };
    for (const language of LANGUAGES) {
      const stem = this.stemmer.stem(token.word, language);
      if (language !== token.language && this.labels.knows(stem, language)) stems[language] = stem;
    }
    return stems;
  }

  /** German words that may be part of a compound: those of the labels and the common words of four letters and more. */
  private compoundParts(frequent: readonly string[]): Set<string> {
    const parts = new Set<string>();
    const add = (word: string, shortest: number): void => {
      const folded = foldGerman(word);
      if (folded.length >= shortest && !this.lexicons.de.stopWords.has(folded) && /^\p{L}+$/u.test(folded)) parts.add(folded);
    };
    for (const concept of this.vocabulary.concepts) for (const label of concept.labels.de) for (const { word } of tokenize(label)) add(word, 3);
    for (const word of frequent.slice(0, COMMON_PARTS)) if (/^\p{Lu}\p{Ll}+$/u.test(word)) add(word, 4);
    return parts;
  }
}
