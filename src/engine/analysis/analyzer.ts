import { GramVectors } from './character-grams.js';
import { CompoundSplitter } from './compounds.js';
import { facetsOf, type Facets } from './facets.js';
import { fold } from './folding.js';
import { LabelIndex } from './label-index.js';
import { LANGUAGES, type Language } from './language.js';
import { lexiconsOf, type Knowledge } from './knowledge.js';
import { LanguageGuesser } from './language-guess.js';
import { phraseAt, type Lexicon } from './lexicon.js';
import { findMentions, type Mention, type Slot } from './mentions.js';
import { needsOf } from './needs.js';
import { Places } from './places.js';
import { rolesOf, type Role, type StatementKind } from './roles.js';
import type { SparseVector } from './sparse-vector.js';
import { mended } from './spelling.js';
import { Stemmer } from './stemmer.js';
import { tokenize, type Word } from './tokenizer.js';
import { TopicFields } from './topic-fields.js';
import { TopicSpace, type LinkRange, type Pointer, type TopicStems } from './topics.js';
import { isVague } from './vagueness.js';
import { Vocabulary } from './vocabulary.js';
import { WordFrequency } from './word-frequency.js';
import { wordedStem, wordingOf, type WordedStem } from './wording.js';

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
  /** Of an ask that names wishes and no need. */
  readonly vague: boolean;
}

/** Generic words ("good", "Projekt", "experiencia") count this share of their rarity. */
const WEAK = 0.3;
/** Sentences of at least this many words are guessed for themselves: members switch languages midway. */
const OWN_GUESS = 5;
const GRAM_ROLES: Readonly<Record<Role, number>> = { need: 1, context: 0.5, background: 0.5, lacking: 0.3, excluded: 0.2, setting: 0.2, frame: 0, negated: 0, opposite: 0, stop: 0 };

/** What an ask is for tells little of what is asked; what an offer is for is part of the gift. */
const TOPIC_CONTEXT: Readonly<Record<StatementKind, number>> = { ask: 0.55, offer: 0.8 };
const TOPIC_ROLES: Readonly<Record<Role, number>> = { need: 1, context: 0.8, background: 0.8, lacking: 0.8, excluded: 0.5, frame: 0.4, setting: 0, negated: 0, opposite: 0, stop: 0 };
const PART_WEIGHT = 0.7;

const WORD_MEMO = 50_000;

/** What can be known of a word without its statement, so that it is worked out once. */
interface KnownWord extends Pick<Token, 'language' | 'stem' | 'parts' | 'rarity'> {
  readonly folded: string;
  readonly worded: WordedStem;
  /** The word as labels may know it, then each part that they know. */
  readonly slots: readonly Slot['stems'][];
  /** Where the word points among the topics, and its parts where it is not known itself. */
  readonly links: readonly LinkRange[];
  readonly partLinks: readonly (readonly LinkRange[])[];
}

/** Turns texts into analyses. Pure: the same text gives the same analysis, whatever was analysed before. */
export class Analyzer {
  readonly vocabulary: Vocabulary;
  readonly topics: TopicSpace;
  readonly fields: TopicFields;
  private readonly stemmer = new Stemmer();
  private readonly lexicons: Readonly<Record<Language, Lexicon>>;
  private readonly frequency: WordFrequency;
  private readonly labels: LabelIndex;
  private readonly compounds: CompoundSplitter;
  private readonly guesser: LanguageGuesser;
  private readonly places: Places;
  private readonly grams: GramVectors;
  /** What is known of a word in a sentence of a language; emptied when full. */
  private readonly words = new Map<string, KnownWord>();

  constructor(knowledge: Knowledge) {
    this.lexicons = lexiconsOf(knowledge.languages);
    this.frequency = new WordFrequency(knowledge.frequency);
    this.vocabulary = new Vocabulary(knowledge.concepts);
    this.labels = new LabelIndex(knowledge.labels);
    this.compounds = new CompoundSplitter(knowledge.compoundParts);
    this.guesser = new LanguageGuesser(this.lexicons, knowledge.ranks, this.labels, this.stemmer);
    this.topics = new TopicSpace(knowledge.topics);
    this.fields = new TopicFields(knowledge.fields);
    this.places = new Places(knowledge.regions);
    this.grams = new GramVectors(knowledge.gramShares);
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
    return this.analyzeWords(text, words, kind, language ?? this.guesser.guess(words));
  }

  /** Whether a text opens like an ask ("I'm looking for ...") or an offer; undefined where it opens like neither. */
  opensLike(text: string, language: Language): StatementKind | undefined {
    const lexicon = this.lexicons[language];
    const folded = tokenize(text).map(({ word }) => lexicon.fold(word));
    if (phraseAt(lexicon.phrases.request, folded, 0, true)) return 'ask';
    return phraseAt(lexicon.phrases.offer, folded, 0, true) ? 'offer' : undefined;
  }

  /** The needs of an ask that names several, each as an analysis of its own over the same text; none for an ask of one need. */
  needs(text: string, language?: Language): Analysis[] {
    const words = tokenize(text);
    const main = language ?? this.guesser.guess(words);
    const languages = this.languagesOf(words, main);
    return needsOf(text, words, (i) => this.lexicons[languages[i]!]).map(([from, to]) => this.analyzeWords(text, words.slice(from, to), 'ask', main));
  }

  private analyzeWords(text: string, words: readonly Word[], kind: StatementKind, main: Language): Analysis {
    const languages = this.languagesOf(words, main);
    const lexiconOf = (i: number): Lexicon => this.lexicons[languages[i]!];
    const folded = words.map(({ word }, i) => lexiconOf(i).fold(word));
    const regions = this.places.find(words);
    const { facets, settings } = facetsOf(text, words, folded, regions, lexiconOf);
    const roles = rolesOf(words, folded, kind, lexiconOf, settings);
    const known = words.map(({ word }, i) => this.wordKnown(word, roles[i] === 'stop', languages[i]!));
    const tokens = words.map((word, i) => tokenOf(word, known[i]!, roles[i]!));
    const grams = this.grams.of(known.map((its, i) => ({ text: its.folded, weight: GRAM_ROLES[roles[i]!] * Math.sqrt(its.rarity) })));
    const wording = wordingOf(known.filter((_, i) => roles[i] !== 'negated' && roles[i] !== 'opposite').map(({ worded }) => worded));
    const mentions = findMentions(slotsOf(tokens, known), this.labels);
    const topics = this.topics.place(pointersOf(tokens, known, kind));
    return { text, kind, language: main, tokens, mentions, grams, wording, topics, facets, vague: kind === 'ask' && isVague(words, roles, lexiconOf) };
  }

  /** The language of each word's sentence: its own where it is long enough to tell, else that of the statement. */
  private languagesOf(words: readonly Word[], main: Language): Language[] {
    const languages: Language[] = [];
    for (let from = 0; from < words.length; from = languages.length) {
      let to = from + 1;
      while (to < words.length && words[to]!.sentence === words[from]!.sentence) to++;
      const isWhole = to - from === words.length;
      const own = to - from >= OWN_GUESS && !isWhole ? this.guesser.guess(words.slice(from, to)) : main;
      for (let i = from; i < to; i++) languages.push(own);
    }
    return languages;
  }

  private wordKnown(word: string, isStop: boolean, sentenceLanguage: Language): KnownWord {
    const key = `${sentenceLanguage}${isStop ? '.' : ':'}${word}`;
    let known = this.words.get(key);
    if (known === undefined) {
      if (this.words.size >= WORD_MEMO) this.words.clear();
      this.words.set(key, (known = this.known(word, isStop, sentenceLanguage)));
    }
    return known;
  }

  private known(word: string, isStop: boolean, sentenceLanguage: Language): KnownWord {
    const language = this.languageOf(word, sentenceLanguage);
    const written = this.stemmer.stem(word, language);
    const isWhole = isStop || this.labels.knows(written, language);
    const split = language === 'de' && !isWhole ? this.compounds.split(word) : undefined;
    const parts = (split ?? []).map((part) => this.stemmer.stem(part, 'de'));
    const stem = isWhole || parts.length > 0 ? written : this.mended(word, written, language);
    const lexicon = this.lexicons[language];
    const weak = lexicon.weakWords.has(lexicon.fold(word)) ? WEAK : 1;
    const everyday = this.frequency.rarity(stem, language);
    const isTopic = this.topics.knows(stem, language);
    const partIds = parts.map((part) => this.labels.id(part, 'de')).filter((id) => id !== undefined);
    return {
      language,
      stem,
      parts,
      rarity: weak * everyday,
      folded: fold(word),
      worded: wordedStem(fold(word), stem, everyday),
      slots: [this.labelStemsOf({ stem, language, word }), ...partIds.map((id) => ({ de: id }))],
      links: this.topics.linksOf(this.topicStems({ stem, language, word })),
      partLinks: isTopic ? [] : parts.map((part) => this.topics.linksOf({ de: part })),
    };
  }

  /** A word that no list of any language knows is taken for a slip of one that the vocabulary has; names (capitals outside German) are left alone. */
  private mended(word: string, stem: string, language: Language): string {
    const isKnown = (known: string, its: Language): boolean => this.labels.knows(known, its) || this.topics.knows(known, its);
    const isName = language !== 'de' && /^\p{Lu}/u.test(word);
    if (isName || LANGUAGES.some((its) => isKnown(this.stemmer.stem(word, its), its) || this.guesser.evidence(word)[its] > 0.5)) return stem;
    return (
      mended(
        fold(word),
        stem,
        (near) => this.stemmer.stem(near, language),
        (near) => isKnown(near, language),
      ) ?? stem
    );
  }

  /** A word unknown in the language of its sentence may be known in another: "mi Steuerberater", "der gestor". */
  private languageOf(word: string, sentenceLanguage: Language): Language {
    const evidence = this.guesser.evidence(word);
    if (evidence[sentenceLanguage] > 0.5) return sentenceLanguage;
    let best = sentenceLanguage;
    let most = evidence[sentenceLanguage] + 0.3;
    for (const language of LANGUAGES) {
      if (evidence[language] > most) {
        best = language;
        most = evidence[language];
      }
    }
    return best;
  }

  private topicStems(token: Pick<Token, 'stem' | 'language' | 'word'>): TopicStems {
    if (this.topics.knows(token.stem, token.language)) return { [token.language]: token.stem };
    const stems: Partial<Record<Language, string>> = {};
    for (const language of LANGUAGES) {
      const stem = this.stemmer.stem(token.word, language);
      if (this.topics.knows(stem, language)) stems[language] = stem;
    }
    return stems;
  }

  /** The stem in the word's language, or in every other language that has it in a label where its own has not. */
  private labelStemsOf({ stem, language, word }: Pick<Token, 'stem' | 'language' | 'word'>): Slot['stems'] {
    const own = this.labels.id(stem, language);
    if (own !== undefined) return { [language]: own };
    const stems: Partial<Record<Language, number>> = {};
    for (const other of LANGUAGES) {
      const id = other === language ? undefined : this.labels.id(this.stemmer.stem(word, other), other);
      if (id !== undefined) stems[other] = id;
    }
    return stems;
  }
}

function tokenOf({ word, from, to, clause, sentence }: Word, { language, stem, parts, rarity }: KnownWord, role: Role): Token {
  return { word, from, to, clause, sentence, language, stem, parts, role, rarity };
}

function slotsOf(tokens: readonly Token[], known: readonly KnownWord[]): Slot[] {
  const slots: Slot[] = [];
  tokens.forEach(({ role, sentence }, token) => {
    if (role !== 'stop') for (const stems of known[token]!.slots) slots.push({ token, sentence, stems });
  });
  return slots;
}

function pointersOf(tokens: readonly Token[], known: readonly KnownWord[], kind: StatementKind): Pointer[] {
  const pointers: Pointer[] = [];
  tokens.forEach(({ role, rarity }, token) => {
    const weight = (role === 'context' ? TOPIC_CONTEXT[kind] : TOPIC_ROLES[role]) * rarity;
    if (weight === 0) return;
    const { links, partLinks } = known[token]!;
    pointers.push({ links, weight });
    for (const its of partLinks) pointers.push({ links: its, weight: PART_WEIGHT * weight });
  });
  return pointers;
}
