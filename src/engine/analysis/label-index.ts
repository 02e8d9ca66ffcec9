import { LANGUAGES, type Language } from './language.js';
import type { Lexicon } from './lexicon.js';
import type { Stemmer } from './stemmer.js';
import { tokenize } from './tokenizer.js';
import type { Vocabulary } from './vocabulary.js';

/** One label of a concept as stems, its stop words left out. */
export interface Label {
  readonly concept: number;
  readonly language: Language;
  readonly stems: readonly string[];
  /** Below 1 for readings that the machine made, such as the parts of a compound. */
  readonly strength: number;
}

type Split = (word: string) => readonly string[] | undefined;

const MACHINE_MADE = 0.85;

/** Finds labels by their stems. A label of several words is filed under its least common stem. */
export class LabelIndex {
  private readonly filed: Record<Language, Map<string, Label[]>> = { de: new Map(), en: new Map(), es: new Map() };
  private readonly words: Record<Language, Map<string, number>> = { de: new Map(), en: new Map(), es: new Map() };

  constructor(
    vocabulary: Vocabulary,
    private readonly lexicons: Readonly<Record<Language, Lexicon>>,
    private readonly stemmer: Stemmer,
  ) {
    const labels: Label[] = [];
    vocabulary.concepts.forEach((concept, index) => {
      for (const language of LANGUAGES) {
        for (const text of concept.labels[language]) labels.push({ concept: index, language, stems: this.stems(text, language), strength: 1 });
      }
    });
    this.file(labels);
  }

  /** Adds, for each German label that is one compound word, the reading by its parts: "Hundebetreuung" as Hund + Betreuung. */
  addCompoundReadings(vocabulary: Vocabulary, split: Split): void {
    const labels: Label[] = [];
    vocabulary.concepts.forEach((concept, index) => {
      for (const text of concept.labels.de) {
        const words = tokenize(text);
        if (words.length !== 1) continue;
        const parts = split(words[0]!.word);
        if (parts === undefined || parts.length < 2) continue;
        const stems = parts.map((part) => this.stemmer.stem(part, 'de'));
        labels.push({ concept: index, language: 'de', stems, strength: MACHINE_MADE });
      }
    });
    this.file(labels);
  }

  /** Labels filed under this stem; of several words each still has to be found nearby. */
  at(stem: string, language: Language): readonly Label[] {
    return this.filed[language].get(stem) ?? [];
  }

  /** Whether any label of the language holds this stem. */
  knows(stem: string, language: Language): boolean {
    return this.words[language].has(stem);
  }

  /** The telling stems of a label. */
  stems(text: string, language: Language): string[] {
    const words = tokenize(text).map(({ word }) => word);
    const lexicon = this.lexicons[language];
    const telling = words.filter((word) => !lexicon.stopWords.has(lexicon.fold(word)));
    // "no code" must not become "code": a label that refuses something stands whole or not at all.
    const refuses = words.some((word) => lexicon.phrases.negation.some((phrase) => phrase.words.length === 1 && phrase.words[0] === lexicon.fold(word)));
    return (telling.length > 0 && !refuses ? telling : words).map((word) => this.stemmer.stem(word, language));
  }

  private file(labels: readonly Label[]): void {
    for (const { language, stems } of labels) {
      const counts = this.words[language];
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    for (const label of labels) {
      const counts = this.words[label.language];
      const anchor = label.stems.reduce((rare, stem) => (counts.get(stem)! < counts.get(rare)! ? stem : rare), label.stems[0]!);
      if (anchor === undefined) continue;
      const filed = this.filed[label.language];
      const list = filed.get(anchor);
      if (list) list.push(label);
      else filed.set(anchor, [label]);
    }
  }
}
