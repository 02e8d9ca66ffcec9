import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Command } from 'commander';

import { readConfig, type Config, type EmbeddingsSettings } from './config.js';
import { embed } from './embeddings/embeddings.client.js';
import { FEATURES } from './engine/engine.js';
import { communityVocabularyPaths, withCommunityVocabulary } from './knowledge/community-vocabulary.js';
import { COMPILED_FILE, isCompiledFresh, WEIGHTS_FILE } from './knowledge/resources.js';
import { readKnowledgeSources } from './knowledge/sources.js';

/** What one look found: `warn` works but wants a look, `fail` does not work. */
export interface Finding {
  readonly state: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PACKAGE_FILE = fileURLToPath(new URL('../package.json', import.meta.url));

const ok = (text: string): Finding => ({ state: 'ok', text });
const warn = (text: string): Finding => ({ state: 'warn', text });
const fail = (text: string): Finding => ({ state: 'fail', text });

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Look at what Gern stands on and tell line by line what is well and what is not; exit code 1 when something fails.')
    .action(async () => {
      let failed = false;
      for await (const { state, text } of examine(process.env)) {
        process.stdout.write(`${state}: ${text}\n`);
        failed ||= state === 'fail';
      }
      if (failed) process.exitCode = 1;
    });
}

/** Looks without changing anything: no file is made, no migration applied. */
export async function* examine(environment: Environment): AsyncGenerator<Finding> {
  yield nodeVersion(process.versions.node);
  const config = settings(environment);
  if ('state' in config) yield config;
  else yield await database(config.database);
  yield compiledKnowledge();
  const paths = communityVocabularyPaths(environment);
  if (paths.length > 0) yield communityVocabulary(paths);
  yield weights(WEIGHTS_FILE);
  yield timeZones();
  if (!('state' in config)) yield await embeddings(config.embeddings);
}

/** @param version such as "20.19.0" */
export function nodeVersion(version: string): Finding {
  const { engines } = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as { engines: { node: string } };
  const numbers = (text: string): number[] => [...text.matchAll(/\d+/gu)].map(Number);
  const [wanted, found] = [numbers(engines.node), numbers(version)];
  const first = wanted.findIndex((number, i) => number !== found[i]);
  return first < 0 || found[first]! > wanted[first]! ? ok(`Node ${version}`) : fail(`Node ${version} is too old: Gern needs ${engines.node}. Install a newer one from your system or nodejs.org.`);
}

function settings(environment: Environment): Config | Finding {
  try {
    return readConfig(environment);
  } catch (error) {
    return fail((error as Error).message.replace(/\n\s*/gu, ' '));
  }
}

async function database(file: string): Promise<Finding> {
  if (file === ':memory:') return warn('the database is kept in memory: everything is lost when Gern stops. GERN_DATABASE takes the path of a file.');
  if (!existsSync(file)) {
    const folder = nearestFolder(file);
    return isWritable(folder) ? warn(`there is no database at ${file} yet; "gern serve" and "gern migrate" make it.`) : fail(`there is no database at ${file}, and ${folder} cannot be written.`);
  }
  if (!isWritable(file) || !isWritable(dirname(file))) return fail(`the database ${file} or its folder cannot be written. Give them to the user that runs Gern.`);
  try {
    const { migrationsOf } = await import('./database/migrate.js');
    const { applied, known } = await migrationsOf(file);
    const pending = known.filter((name) => !applied.includes(name));
    const foreign = applied.filter((name) => !known.includes(name));
    if (foreign.length > 0) return fail(`the database ${file} was written by a newer Gern (${foreign.join(', ')}). Install that one, or name another file in GERN_DATABASE.`);
    if (pending.length > 0) return warn(`the database ${file} waits for ${pending.join(', ')}: "gern migrate" or the next "gern serve" applies that.`);
    return ok(`database ${file}, ${applied.length} migrations applied`);
  } catch (error) {
    return fail(`the database ${file} cannot be read: ${(error as Error).message}.`);
  }
}

function nearestFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(folder) ? folder : nearestFolder(folder);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function compiledKnowledge(): Finding {
  if (!existsSync(COMPILED_FILE)) return fromSources('there is no compiled knowledge');
  try {
    return isCompiledFresh() ? ok(`compiled knowledge is fresh (${Math.round(statSync(COMPILED_FILE).size / 1e6)} MB)`) : fromSources('the compiled knowledge is older than data/');
  } catch (error) {
    return fail(`the compiled knowledge cannot be read: ${(error as Error).message}. "npm run build" writes it anew.`);
  }
}

/** Without fresh compiled knowledge a start reads `data/` itself, which is slow, and impossible where a file is broken. */
function fromSources(why: string): Finding {
  try {
    readKnowledgeSources();
    return warn(`${why}: each start takes some ten seconds longer until "npm run build" makes it anew.`);
  } catch (error) {
    return fail(`${why}, and data/ cannot be read: ${(error as Error).message.split('\n')[0]}. "npm run build" tells more.`);
  }
}

function communityVocabulary(paths: readonly string[]): Finding {
  try {
    withCommunityVocabulary(readKnowledgeSources(), paths);
    return ok(`vocabulary of your own: ${paths.join(', ')}`);
  } catch (error) {
    return fail((error as Error).message.replace(/\n\s*/gu, ' '));
  }
}

/** @param file path of a file of weights */
export function weights(file: string): Finding {
  try {
    const { bias, threshold, features = {} } = JSON.parse(readFileSync(file, 'utf8')) as { bias?: unknown; threshold?: unknown; features?: Record<string, unknown> };
    const bad = Object.entries({ bias, threshold, ...features }).filter(([, value]) => !Number.isFinite(value));
    if (bad.length > 0) return fail(`${file}: ${bad.map(([name]) => name).join(', ')} must be a number. "npm run fit" writes the file anew.`);
    const strange = Object.keys(features).filter((name) => !(FEATURES as readonly string[]).includes(name));
    const absent = FEATURES.filter((feature) => !(feature in features));
    if (strange.length > 0 || absent.length > 0) {
      const told = [strange.length > 0 && `unknown and not counted: ${strange.join(', ')}`, absent.length > 0 && `missing and counted as 0: ${absent.join(', ')}`].filter(Boolean);
      return warn(`the weights in ${file} belong to another version; ${told.join('; ')}.`);
    }
    return ok(`weights of ${FEATURES.length} features, threshold ${String(threshold)}`);
  } catch (error) {
    return fail(`the weights in ${file} cannot be read: ${(error as Error).message}.`);
  }
}

/** A Node built without its full data knows the names of zones at best, but not when the clocks change. */
function timeZones(): Finding {
  const hourIn = (month: number): string => new Intl.DateTimeFormat('en', { timeZone: 'Europe/Madrid', hour: '2-digit', hourCycle: 'h23' }).format(Date.UTC(2026, month, 15, 12));
  try {
    if (hourIn(0) === '13' && hourIn(6) === '14') return ok(`time zone data ${process.versions.tz ?? 'of the system'}, ${Intl.supportedValuesOf('timeZone').length} zones`);
  } catch {
    // Told below: an unknown zone throws.
  }
  return fail('this Node has no full time zone data. Install the official build, or the full ICU data of your system.');
}

async function embeddings(settings: EmbeddingsSettings | undefined): Promise<Finding> {
  if (settings === undefined) return ok('embeddings are off (docs/embeddings.md tells how to switch them on)');
  const start = performance.now();
  try {
    const { value } = await embed(settings, ['Gern']).next();
    const dimension = (value as Float32Array[])[0]!.length;
    return ok(`embeddings by ${settings.model} at ${settings.url}, dimension ${dimension}, ${Math.round(performance.now() - start)} ms`);
  } catch (error) {
    return warn(`${(error as Error).message} Gern goes on without embeddings.`);
  }
}
