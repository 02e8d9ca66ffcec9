import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';

import { compileKnowledge, type Knowledge, type Weights } from '../engine/engine.js';
import { communityVocabularyPaths, withCommunityVocabulary } from './community-vocabulary.js';
import { knowledgeFiles, readKnowledgeSources } from './sources.js';

/** Written by `npm run fit`. */
export const WEIGHTS_FILE = fileURLToPath(new URL('../../data/weights.json', import.meta.url));
/** Written by `npm run build`, so that a start need not read and stem a hundred thousand labels. */
export const COMPILED_FILE = fileURLToPath(new URL('../../dist/knowledge.bin', import.meta.url));

export interface EngineResources {
  readonly knowledge: Knowledge;
  readonly weights: Weights;
}

interface CompiledFile {
  /** Hash of the sources it was made from. */
  readonly sources: string;
  /** Their names, sizes and times of change: while these stay, nothing need be read to know that they are the same. */
  readonly stamp: string;
  readonly knowledge: Knowledge;
}

export const ENGINE_RESOURCES = Symbol('engine resources');

/**
 * What the engine must be given. From the compiled file where that is fresh (a fraction of a second), else from the sources (seconds).
 * @throws unreadable-file when a community's own vocabulary is named and cannot be used
 */
export function loadEngineResources(): EngineResources {
  return { knowledge: loadKnowledge(communityVocabularyPaths()), weights: JSON.parse(readFileSync(WEIGHTS_FILE, 'utf8')) as Weights };
}

/** Compiles the sources of `data/` into the file that starts read. */
export function writeCompiledKnowledge(): void {
  const compiled: CompiledFile = { sources: hashOfSources(), stamp: stampOfSources(), knowledge: compileKnowledge(readKnowledgeSources()) };
  writeFileSync(COMPILED_FILE, serialize(compiled));
}

function loadKnowledge(communityPaths: readonly string[]): Knowledge {
  // The compiled file holds the words of the project alone, not those of a community.
  if (communityPaths.length > 0) return compileKnowledge(withCommunityVocabulary(readKnowledgeSources(), communityPaths));
  return readCompiled() ?? compileKnowledge(readKnowledgeSources());
}

function readCompiled(): Knowledge | undefined {
  if (!existsSync(COMPILED_FILE)) return undefined;
  const compiled = deserialize(readFileSync(COMPILED_FILE)) as CompiledFile;
  return isFresh(compiled) ? compiled.knowledge : undefined;
}

/** Whether the compiled file was made from the sources as they are. @throws where it cannot be read */
export function isCompiledFresh(): boolean {
  return isFresh(deserialize(readFileSync(COMPILED_FILE)) as CompiledFile);
}

function isFresh({ stamp, sources }: CompiledFile): boolean {
  return stamp === stampOfSources() || sources === hashOfSources();
}

function stampOfSources(): string {
  return knowledgeFiles()
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of knowledgeFiles()) hash.update(readFileSync(file));
  return hash.digest('hex');
}
