import type { Language } from './language.js';
import type { Lexicon } from './lexicon.js';
import type { Stemmer } from './stemmer.js';
import { tokenize } from './tokenizer.js';
import type { Concept } from './vocabulary.js';

/** The labels of one language as plain arrays; a label is a number, a stem is a number. */
interface LabelFile {
  /** Distinct stems, one a line. */
  readonly stems: string;
  /** Labels from..to of each stem they are filed under: the least common of their stems. */
  readonly filedFrom: Int32Array;
  readonly concepts: Int32Array;
  /** Below 1 for readings that the machine made, such as the parts of a compound. */
  readonly strengths: Float32Array;
  /** Stems from..to of each label, in `labelStems`. */
  readonly stemsFrom: Int32Array;
  readonly labelStems: Int32Array;
}

export type LabelFiles = Readonly<Record<Language, LabelFile>>;

type Split = (word: string) => readonly string[] | undefined;

interface Label {
  readonly concept: number;
  readonly stems: readonly string[];
  readonly strength: number;
}

const MACHINE_MADE = 0.85;

/** Finds labels by their stems. */
export class LabelIndex {
  private readonly ids: Readonly<Record<Language, ReadonlyMap<string, number>>>;

  constructor(private readonly files: LabelFiles) {
    const idsOf = (language: Language): Map<string, number> => new Map(files[language].stems.split('\n').map((stem, id) => [stem, id]));
    this.ids = { de: idsOf('de'), en: idsOf('en'), es: idsOf('es') };
  }

  /** Whether any label of the language holds this stem. */
  knows(stem: string, language: Language): boolean {
    return this.ids[language].has(stem);
  }

  /** The number of a stem, or undefined where no label of the language holds it. */
  id(stem: string, language: Language): number | undefined {
    return this.ids[language].get(stem);
  }

  /** Labels from..to are filed under this stem; of several words each still has to be found nearby. */
  filedAt(stem: number, language: Language): readonly [from: number, to: number] {
    const { filedFrom } = this.files[language];
    return [filedFrom[stem]!, filedFrom[stem + 1]!];
  }

  stemsOf(label: number, language: Language): Int32Array {
    const { stemsFrom, labelStems } = this.files[language];
    return labelStems.subarray(stemsFrom[label]!, stemsFrom[label + 1]!);
  }

  conceptOf(label: number, language: Language): number {
    return this.files[language].concepts[label]!;
  }

  strengthOf(label: number, language: Language): number {
    return this.files[language].strengths[label]!;
  }

  /** @param split gives the parts of a German compound: "Hundebetreuung" is read as Hund + Betreuung too */
  static compile(concepts: readonly Concept[], stemsOf: (label: string, language: Language) => readonly string[], stemmer: Stemmer, split: Split): LabelFiles {
    const labelsOf = (language: Language): Label[] => concepts.flatMap(({ labels }, concept) => labels[language].map((text) => ({ concept, stems: stemsOf(text, language), strength: 1 })));
    const readings = concepts.flatMap(({ labels }, concept) =>
      labels.de.flatMap((text) => {
        const words = tokenize(text);
        const parts = words.length === 1 ? (split(words[0]!.word) ?? []) : [];
        return parts.length > 1 ? [{ concept, stems: parts.map((part) => stemmer.stem(part, 'de')), strength: MACHINE_MADE }] : [];
      }),
    );
    return { de: filed([...labelsOf('de'), ...readings]), en: filed(labelsOf('en')), es: filed(labelsOf('es')) };
  }
}

function filed(labels: readonly Label[]): LabelFile {
  const counts = new Map<string, number>();
  for (const { stems } of labels) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const stems = [...counts.keys()];
  const ids = new Map(stems.map((stem, id) => [stem, id]));
  const anchored = labels
    .filter((label) => label.stems.length > 0)
    .map((label) => ({ ...label, anchor: ids.get(label.stems.reduce((rare, stem) => (counts.get(stem)! < counts.get(rare)! ? stem : rare)))! }))
    .sort((a, b) => a.anchor - b.anchor);
  const filedFrom = new Int32Array(stems.length + 1);
  for (const { anchor } of anchored) filedFrom[anchor + 1]!++;
  for (let id = 0; id < stems.length; id++) filedFrom[id + 1]! += filedFrom[id]!;
  const stemsFrom = new Int32Array(anchored.length + 1);
  anchored.forEach((label, i) => (stemsFrom[i + 1] = stemsFrom[i]! + label.stems.length));
  return {
    stems: stems.join('\n'),
    filedFrom,
    concepts: Int32Array.from(anchored, ({ concept }) => concept),
    strengths: Float32Array.from(anchored, ({ strength }) => strength),
    stemsFrom,
    labelStems: Int32Array.from(anchored.flatMap((label) => label.stems.map((stem) => ids.get(stem)!))),
  };
}

/** The telling stems of a label or entry: its stop words left out, unless it has nothing else. */
export function labelStems(lexicons: Readonly<Record<Language, Lexicon>>, stemmer: Stemmer): (text: string, language: Language) => readonly string[] {
  const memo = new Map<string, readonly string[]>();
  return (text, language) => {
    const key = language + text;
    let stems = memo.get(key);
    if (stems === undefined) memo.set(key, (stems = stemsOf(text, language)));
    return stems;
  };

  function stemsOf(text: string, language: Language): readonly string[] {
    const words = tokenize(text).map(({ word }) => word);
    const lexicon = lexicons[language];
    const telling = words.filter((word) => !lexicon.stopWords.has(lexicon.fold(word)));
    // "no code" must not become "code": a label that refuses something stands whole or not at all.
    const refuses = words.some((word) => lexicon.phrases.negation.some((phrase) => phrase.words.length === 1 && phrase.words[0] === lexicon.fold(word)));
    return (telling.length > 0 && !refuses ? telling : words).map((word) => stemmer.stem(word, language));
  }
}
