import { LANGUAGES, labelStems, lexiconsOf, Stemmer, type KnowledgeSources, type Language } from '../engine/engine.js';
import { entriesOf, type TopicFile, type VocabularyFile, type VoiceLine } from './sources.js';

/** Something to mend in a file of `data/`. */
export interface Fault {
  readonly path: string;
  /** Id of the concept or card. */
  readonly concept: string;
  readonly language?: Language;
  readonly label?: string;
  /** What is wrong and what to do. */
  readonly sentence: string;
}

interface Read<File> {
  readonly path: string;
  readonly file: File;
}

/** How the engine reads labels, and which words are too common to be one. */
export interface LabelWords {
  readonly stemsOf: (label: string, language: Language) => readonly string[];
  readonly isStopWord: (word: string, language: Language) => boolean;
  readonly isFrequent: (word: string, language: Language) => boolean;
}

interface Label {
  readonly path: string;
  readonly concept: string;
  readonly everyday: boolean;
  readonly language: Language;
  readonly label: string;
  /** Alike for labels that the engine cannot tell apart: it finds the words of a label in any order. */
  readonly key: string;
}

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const ONE_WORD = /^[\p{L}\p{M}\p{N}]+$/u;
/** A word among this many most frequent ones of its language means too much to name one topic. */
const FREQUENT = 300;
const FEWEST_ENTRIES = 20;

export function labelWords(languages: KnowledgeSources['languages']): LabelWords {
  const lexicons = lexiconsOf(languages);
  const frequent = new Map(languages.map(({ code, frequentWords }) => [code, new Set(frequentWords.slice(0, FREQUENT).map((word) => word.toLowerCase()))]));
  return {
    stemsOf: labelStems(lexicons, new Stemmer()),
    isStopWord: (word, language) => lexicons[language].stopWords.has(lexicons[language].fold(word)),
    isFrequent: (word, language) => frequent.get(language)!.has(word.toLowerCase()),
  };
}

/** All that is wrong in the vocabulary as a whole, in the order of the files. */
export function checkVocabulary(files: readonly Read<VocabularyFile>[], words: LabelWords): Fault[] {
  const labels = files.flatMap((read) => labelsOf(read, words));
  const faults = [...idFaults(files), ...files.flatMap(linkFaults(files)), ...circleFaults(files), ...labels.flatMap((label) => wordFaults(label, words)), ...sharedFaults(labels)];
  const order = new Map(files.map(({ path }, index) => [path, index]));
  return faults.sort((a, b) => order.get(a.path)! - order.get(b.path)!);
}

/** All that is wrong in the topic cards and in the voices that speak of them. */
export function checkTopics(files: readonly Read<TopicFile>[], voices: readonly Read<readonly VoiceLine[]>[]): Fault[] {
  const home = new Map<string, string>();
  const faults = files.flatMap(({ path, file }) => Object.entries(file.cards).flatMap(([id, card]) => [...homeFaults(home, path, id, 'card'), ...cardFaults(path, id, card)]));
  return [...faults, ...voices.flatMap(({ path, file }) => file.flatMap((line) => voiceFaults(path, line, home)))];
}

/** One line for people: where, and what to do. */
export function faultLine({ path, concept, language, label, sentence }: Fault): string {
  const place = [concept, language, label && `"${label}"`].filter(Boolean).join(' ');
  return `${path}: ${place}: ${sentence}`;
}

function idFaults(files: readonly Read<VocabularyFile>[]): Fault[] {
  const home = new Map<string, string>();
  return files.flatMap(({ path, file }) =>
    Object.entries(file.concepts).flatMap(([id, entry]) => [
      ...homeFaults(home, path, id, 'concept'),
      ...LANGUAGES.flatMap((language) => {
        const labels: readonly unknown[] = entry[language] ?? [];
        const fault = (sentence: string): Fault => ({ path, concept: id, language, sentence });
        if (labels.length === 0) return [fault('there is no label in this language: write at least two')];
        return labels.filter((label) => typeof label !== 'string').map((label) => fault(`the label ${String(label)} is no text for YAML: put it into quotes`));
      }),
    ]),
  );
}

function homeFaults(home: Map<string, string>, path: string, id: string, kind: 'concept' | 'card'): Fault[] {
  const earlier = home.get(id);
  home.set(id, earlier ?? path);
  return [
    ...(KEBAB_CASE.test(id) ? [] : [{ path, concept: id, sentence: 'an id is lower-case English words joined by hyphens, as in tax-return: rename it' }]),
    ...(earlier === undefined ? [] : [{ path, concept: id, sentence: `this ${kind} stands in ${earlier} too: join both in one file` }]),
  ];
}

function linkFaults(files: readonly Read<VocabularyFile>[]): (read: Read<VocabularyFile>) => Fault[] {
  const known = new Set(files.flatMap(({ file }) => Object.keys(file.concepts)));
  return ({ path, file }) =>
    Object.entries(file.concepts).flatMap(([concept, { broader = [], related = {} }]) => [
      ...[...broader, ...Object.keys(related)]
        .filter((target) => !known.has(target))
        .map((target) => ({ path, concept, sentence: `it leads to "${target}", which no file has: mend the id, or take the link out` })),
      ...Object.entries(related)
        .filter(([, strength]) => !(strength > 0 && strength <= 1))
        .map(([target, strength]) => ({ path, concept, sentence: `it is related to "${target}" by ${strength}: a strength is above 0 and at most 1` })),
    ]);
}

function circleFaults(files: readonly Read<VocabularyFile>[]): Fault[] {
  const concepts = new Map(files.flatMap(({ path, file }) => Object.entries(file.concepts).map(([id, { broader = [] }]) => [id, { path, broader }] as const)));
  const done = new Set<string>();
  const faults: Fault[] = [];
  const climb = (id: string, below: readonly string[]): void => {
    if (below.includes(id)) {
      const circle = [...below.slice(below.indexOf(id)), id].join(' > ');
      faults.push({ path: concepts.get(id)!.path, concept: id, sentence: `its broader concepts lead back to it (${circle}): take one of these links out` });
    }
    if (done.has(id)) return;
    done.add(id);
    for (const parent of concepts.get(id)?.broader ?? []) climb(parent, [...below, id]);
  };
  for (const id of concepts.keys()) climb(id, []);
  return faults;
}

function labelsOf({ path, file }: Read<VocabularyFile>, { stemsOf }: LabelWords): Label[] {
  const everyday = file.kind === 'everyday';
  return Object.entries(file.concepts).flatMap(([concept, entry]) =>
    LANGUAGES.flatMap((language) =>
      (entry[language] ?? [])
        .filter((label) => typeof label === 'string')
        .map((label) => ({ path, concept, everyday, language, label, key: `${language} ${[...stemsOf(label, language)].sort().join(' ')}` })),
    ),
  );
}

function wordFaults({ path, concept, everyday, language, label }: Label, { isStopWord, isFrequent }: LabelWords): Fault[] {
  const fault = (sentence: string): Fault[] => [{ path, concept, language, label, sentence }];
  if ([...label].length < 2) return fault('one letter is no label: write the word');
  if (!ONE_WORD.test(label)) return [];
  if (isStopWord(label, language)) return fault('a stop word names nothing: take it out');
  if (!everyday && isFrequent(label, language)) return fault(`it is among the ${FREQUENT} most frequent words and would be found everywhere: say it in two words, or in an everyday concept`);
  return [];
}

function sharedFaults(labels: readonly Label[]): Fault[] {
  const written = new Map<string, Set<string>>();
  const topicOf = new Map<string, Label>();
  for (const label of labels) if (!label.everyday && !topicOf.has(label.key)) topicOf.set(label.key, label);
  return labels.flatMap((one): Fault[] => {
    const { path, concept, everyday, language, label, key } = one;
    const fault = (sentence: string): Fault[] => [{ path, concept, language, label, sentence }];
    const text = `${language} ${label.normalize('NFC').toLowerCase()}`;
    const its = written.get(concept) ?? new Set();
    written.set(concept, its);
    if (its.has(text)) return fault('the label stands here twice: take one out');
    its.add(text);
    // Everyday concepts may share: "Hund" is a word of daily life and the topic of dogs at once, and both may be meant.
    const topic = everyday ? undefined : topicOf.get(key);
    if (topic === undefined || topic.concept === concept) return [];
    return fault(`the topic concept "${topic.concept}" (${topic.path}) has "${topic.label}", and the engine cannot tell the two apart: keep it in the one it names best`);
  });
}

function cardFaults(path: string, concept: string, card: TopicFile['cards'][string]): Fault[] {
  return LANGUAGES.flatMap((language): Fault[] => {
    const count = new Set(entriesOf(card[language])).size;
    return [
      ...(card.title?.[language] ? [] : [{ path, concept, language, sentence: 'the title is missing in this language: write it' }]),
      ...(count >= FEWEST_ENTRIES ? [] : [{ path, concept, language, sentence: `the card has ${count} entries in this language: write at least ${FEWEST_ENTRIES}` }]),
    ];
  });
}

function voiceFaults(path: string, { line, card, kind, language, text }: VoiceLine, cards: ReadonlyMap<string, string>): Fault[] {
  const fault = (sentence: string): Fault[] => [{ path, concept: card, sentence: `line ${line}: ${sentence}` }];
  return [
    ...(cards.has(card) ? [] : fault(`no file of cards has "${card}": mend the id`)),
    ...(kind === 'ask' || kind === 'offer' ? [] : fault(`the second column is "${kind}": write ask or offer`)),
    ...((LANGUAGES as readonly string[]).includes(language) ? [] : fault(`the third column is "${language}": write ${LANGUAGES.join(', ')}`)),
    ...(text.trim() ? [] : fault('the fourth column is empty: write what somebody says')),
  ];
}
