import { LANGUAGES, type Concept, type KnowledgeSources, type Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { conceptsOf, readVocabularyFile, type VocabularyFile } from './sources.js';

const KNOWN_KEYS = [...LANGUAGES, 'broader', 'related'];
const FAULTS_TOLD = 10;

/** The files of the setting GERN_VOCABULARY, separated by commas; none when it is not set. */
export function communityVocabularyPaths(environment: Readonly<Record<string, string | undefined>> = process.env): string[] {
  const paths = (environment.GERN_VOCABULARY ?? '').split(',').map((path) => path.trim());
  return [...new Set(paths.filter(Boolean))];
}

/**
 * Adds a community's own vocabularies to the sources. A concept whose id is known already adds its labels and links to that one.
 * @throws unreadable-file, with the path and all that is wrong in it
 */
export function withCommunityVocabulary(sources: KnowledgeSources, paths: readonly string[]): KnowledgeSources {
  const files = paths.map((path) => ({ path, file: readChecked(path) }));
  const vocabulary = [...sources.vocabulary];
  const places = new Map(vocabulary.map(({ id }, place) => [id, place]));
  for (const concept of files.flatMap(({ file }) => conceptsOf(file))) {
    const place = places.get(concept.id) ?? vocabulary.length;
    places.set(concept.id, place);
    vocabulary[place] = joined(vocabulary[place], concept);
  }
  for (const { path, file } of files) {
    const lost = conceptsOf(file).flatMap(({ id, broader, related }) => [...broader, ...Object.keys(related)].filter((target) => !places.has(target)).map((target) => ({ id, target })));
    refuse(
      path,
      lost.map(({ id, target }) => `concept "${id}" leads to "${target}", which no vocabulary has: mend the id, or take the link out`),
    );
  }
  return { ...sources, vocabulary };
}

/** The earlier concept's preferred labels stay first, its kind stays. */
function joined(before: Concept | undefined, added: Concept): Concept {
  if (before === undefined) return added;
  const union = (language: Language): string[] => [...new Set([...before.labels[language], ...added.labels[language]])];
  return {
    ...before,
    labels: { de: union('de'), en: union('en'), es: union('es') },
    broader: [...new Set([...before.broader, ...added.broader])],
    related: { ...before.related, ...added.related },
  };
}

function readChecked(path: string): VocabularyFile {
  let file: unknown;
  try {
    file = readVocabularyFile(path);
  } catch (error) {
    throw new DomainError('unreadable-file', `${path}, named in GERN_VOCABULARY, cannot be read: ${(error as Error).message}\nMend the path or the file, or take it out of the setting.`);
  }
  refuse(path, faultsOf(file));
  return file as VocabularyFile;
}

function refuse(path: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > FAULTS_TOLD ? [`and ${faults.length - FAULTS_TOLD} more`] : [];
  const list = [...faults.slice(0, FAULTS_TOLD), ...more].map((fault) => `  ${fault}`).join('\n');
  throw new DomainError('unreadable-file', `${path}, named in GERN_VOCABULARY, is no vocabulary as docs/vocabulary.md describes it:\n${list}`);
}

function faultsOf(file: unknown): string[] {
  if (!isMap(file)) return ['the file must hold field, kind and concepts'];
  const faults: string[] = [];
  if (typeof file.field !== 'string') faults.push('"field" is missing: write what the vocabulary is about');
  if (file.kind !== 'topic' && file.kind !== 'everyday') faults.push('"kind" must be topic or everyday');
  if (!isMap(file.concepts)) return [...faults, '"concepts" is missing: it holds the ids, and under each its labels'];
  return [...faults, ...Object.entries(file.concepts).flatMap(([id, entry]) => faultsOfEntry(entry).map((fault) => `concept "${id}": ${fault}`))];
}

function faultsOfEntry(entry: unknown): string[] {
  if (!isMap(entry)) return [`write its labels under it, by language (${LANGUAGES.join(', ')})`];
  const unknown = Object.keys(entry).filter((key) => !KNOWN_KEYS.includes(key));
  const lists = [...LANGUAGES, 'broader'].filter((key) => entry[key] !== undefined && !isTexts(entry[key]));
  const { related = {} } = entry;
  return [
    ...unknown.map((key) => `"${key}" is not known; known are ${KNOWN_KEYS.join(', ')}`),
    ...lists.map((key) => `"${key}" must be a list of texts as [one, two]; put a number, true or null into quotes`),
    ...(isMap(related) && Object.values(related).every(isShare) ? [] : ['"related" must give each id a strength above 0 and up to 1, as {sailing: 0.5}']),
    ...(LANGUAGES.some((language) => isTexts(entry[language]) && entry[language].length > 0) || lists.length > 0 ? [] : ['it has no label in any language']),
  ];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '');
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= 1;
}
