import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { Command } from 'commander';
import { dump } from 'js-yaml';

import { DomainError } from '../errors.js';
import { IMPORT_FORMATS, recognizeFormat, type ImportFile, type ImportFormat } from './import-formats.js';
import { readVocabularyFile, vocabularyFiles, type VocabularyFile } from './sources.js';
import { importReport, importVocabulary } from './vocabulary-import.js';

interface ImportFlags {
  readonly format?: string;
  readonly field?: string;
  readonly out?: string;
}

/** Labels of one language stand on one line. */
const FLOW_FROM_LEVEL = 3;
const ESCO = 'This uses the ESCO classification of the European Commission (https://esco.ec.europa.eu), © European Union, adapted; keep this acknowledgement.';

export function addVocabularyCommands(program: Command): void {
  program
    .command('vocabulary')
    .description("A community's own words; the setting GERN_VOCABULARY names the files that Gern is to use.")
    .command('import')
    .description("Turn word lists into a vocabulary in Gern's own format: ESCO's CSV (one file a language), a table of labels, or SKOS as lines.")
    .argument('<file...>', 'files of one format; what they say of the same concept is joined')
    .option('--format <format>', `${IMPORT_FORMATS.join(', ')}; recognised when not told`)
    .option('--field <name>', 'what the vocabulary is about; the name of the first file when not told')
    .option('--out <file>', 'file to write, which must not exist yet; standard output when not told')
    .action((paths: string[], flags: ImportFlags) => {
      runImport(paths, flags);
    });
}

function runImport(paths: readonly string[], flags: ImportFlags): void {
  const told = IMPORT_FORMATS.find((format) => format === flags.format);
  if (flags.format !== undefined && told === undefined) throw new DomainError('wrong-use', `--format knows ${IMPORT_FORMATS.join(', ')}, not "${flags.format}".`);
  const files = paths.map(readImportFile);
  const format: ImportFormat = told ?? recognizeFormat(files[0]!);
  const field = flags.field ?? basename(paths[0]!).replace(/(?:[_-](?:de|en|es))?\.\w+$/iu, '');
  const ownIds = new Set(vocabularyFiles().flatMap((path) => Object.keys(readVocabularyFile(path).concepts)));
  const result = importVocabulary(files, { format, field, ownIds });
  if (Object.keys(result.vocabulary.concepts).length === 0) throw new DomainError('unreadable-file', `Nothing was written, as no row gave a concept.\n${importReport(result).join('\n')}`);
  const isEsco = files.some(({ text }) => text.includes('data.europa.eu/esco'));
  write(flags.out, yamlOf(result.vocabulary, paths, isEsco));
  for (const line of importReport(result)) process.stderr.write(`${line}\n`);
  if (flags.out !== undefined) process.stderr.write(`Gern uses it once it is named: GERN_VOCABULARY=${flags.out}\n`);
}

function yamlOf(vocabulary: VocabularyFile, paths: readonly string[], isEsco: boolean): string {
  const comments = [`Imported from ${paths.map((path) => basename(path).replace(/\s+/gu, ' ')).join(', ')}.`, ...(isEsco ? [ESCO] : [])];
  return comments.map((comment) => `# ${comment}\n`).join('') + dump(vocabulary, { flowLevel: FLOW_FROM_LEVEL, lineWidth: -1, noRefs: true });
}

function readImportFile(path: string): ImportFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new DomainError('unreadable-file', `${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return { path, text };
  } catch {
    // Told below, as with zero bytes.
  }
  throw new DomainError('unreadable-file', `${path}: this is no text in UTF-8. Unpack it if it is an archive, or save it as UTF-8.`);
}

/** A file that people may have mended since is never written over. */
function write(path: string | undefined, text: string): void {
  if (path === undefined) return void process.stdout.write(text);
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new DomainError('wrong-use', exists ? `--out: ${path} exists already. Name another file, or move it away.` : `--out: ${path} cannot be written: ${(error as Error).message}`);
  }
}
