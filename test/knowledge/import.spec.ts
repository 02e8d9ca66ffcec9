import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Command } from 'commander';
import { load } from 'js-yaml';

import { Analyzer, Engine } from '../../src/engine/engine.js';
import { DomainError } from '../../src/errors.js';
import { withCommunityVocabulary } from '../../src/knowledge/community-vocabulary.js';
import { recognizeFormat, type ImportFile } from '../../src/knowledge/import-formats.js';
import { labelForms } from '../../src/knowledge/label-forms.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';
import { readKnowledgeSources } from '../../src/knowledge/sources.js';
import { addVocabularyCommands } from '../../src/knowledge/vocabulary.commands.js';
import { importReport, importVocabulary } from '../../src/knowledge/vocabulary-import.js';

/** Lies beside the project, as Gern ships nothing of ESCO. */
const ESCO_SAMPLE = '../shared/evaluation/import/esco-occupations-sample.tsv';
const URI = 'http://data.europa.eu/esco/occupation/';

const importOf = (files: readonly ImportFile[], ownIds: readonly string[] = []) => importVocabulary(files, { format: recognizeFormat(files[0]!), field: 'Test', ownIds: new Set(ownIds) });
const lines = (...rows: string[][]): string => rows.map((cells) => cells.join('\t')).join('\n');

function thrownBy(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('labels as lists of occupations write them', () => {
  test.each([
    ['de', 'Schweißer/Schweißerin', ['Schweißer', 'Schweißerin']],
    ['de', 'Leiter eines Hafens /Leiterin eines Hafens', ['Leiter eines Hafens', 'Leiterin eines Hafens']],
    ['de', 'Koch/Köchin', ['Koch', 'Köchin']],
    ['de', 'Kaufmann/-frau im Einzelhandel', ['Kaufmann im Einzelhandel', 'Kauffrau im Einzelhandel']],
    ['de', 'Ausbilder/in für Elektronik', ['Ausbilder für Elektronik', 'Ausbilderin für Elektronik']],
    ['de', 'Lehrer(in)', ['Lehrer', 'Lehrerin']],
    ['de', 'Kaufmännische/r Assistent/in', ['Kaufmännischer Assistent', 'Kaufmännische Assistentin']],
    ['de', 'Import-/Exportkaufmann für Obst/Import-/Exportkauffrau für Obst', ['Import-/Exportkaufmann für Obst', 'Import-/Exportkauffrau für Obst']],
    ['es', 'técnico/técnica de sonido', ['técnico de sonido', 'técnica de sonido']],
    ['es', 'profesor/a de vela', ['profesor de vela', 'profesora de vela']],
    ['en', 'waiter/waitress', ['waiter', 'waitress']],
    ['en', 'UI/UX designer', ['UI/UX designer']],
    ['en', 'leaf sorter (tobacco)', ['leaf sorter']],
    ['en', '(tobacco)', []],
    ['es', '/vendedora de suelos', ['vendedora de suelos']],
  ] as const)('%s: %s', (language, label, forms) => {
    expect(labelForms(label, language).forms).toEqual(forms);
  });
});

describe('importing word lists', () => {
  (existsSync(ESCO_SAMPLE) ? test : test.skip)('the sample of ESCO occupations gives its 200 concepts, ids unique, both forms of a word, nothing lost', () => {
    const result = importOf([{ path: ESCO_SAMPLE, text: readFileSync(ESCO_SAMPLE, 'utf8') }]);
    const { concepts, kind } = result.vocabulary;
    expect(kind).toBe('topic');
    expect(result).toMatchObject({ read: 200, skipped: [], lacking: { de: 0, en: 0, es: 0 } });
    expect(Object.keys(concepts)).toHaveLength(200);
    expect(Object.keys(concepts).filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))).toEqual([]);
    expect(concepts['clothing-product-grader']?.en).toContain('fabric pattern grader');
    expect(
      Object.values(concepts)
        .find(({ de }) => de?.includes('Tierosteopathin'))
        ?.de?.slice(0, 2),
    ).toEqual(['Tierosteopath', 'Tierosteopathin']);
    expect(Object.values(concepts).flatMap(({ de = [], en = [], es = [] }) => [...de, ...en, ...es].filter((label) => /[()|]/u.test(label)))).toEqual([]);
  });

  test('a table of labels: alternatives between bars, languages may be missing, a URI counts once', () => {
    const text = lines(
      ['uri', 'en_preferred', 'en_alternative', 'de_preferred'],
      ['u:1', 'diver', 'frogman|diver', 'Taucher/in'],
      ['u:2', '', '', 'Boje'],
      ['u:1', 'other'],
      ['u:3'],
      ['', 'nameless'],
    );
    const result = importOf([{ path: 'labels.tsv', text }]);
    expect(result.vocabulary.concepts).toEqual({ diver: { en: ['diver', 'frogman'], de: ['Taucher', 'Taucherin'], es: [] }, boje: { en: [], de: ['Boje'], es: [] } });
    expect(result).toMatchObject({ read: 5, lacking: { de: 0, en: 1, es: 2 }, repeated: 1 });
    expect(result.skipped.map(({ row }) => row)).toEqual([4, 5, 6]);
  });

  test("ESCO's CSV files, one a language, are joined by URI; the labels of a cell stand on lines of their own", () => {
    const header = 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\n';
    const result = importOf([
      { path: 'occupations_en.csv', text: `${header}Occupation,${URI}1,1,harbour pilot,"marine pilot\nship's pilot","Guides, safely"\nOccupation,${URI}2,1,diver,,\n` },
      { path: 'occupations_de.csv', text: `${header}Occupation,${URI}1,1,Hafenlotse/Hafenlotsin,"Lotse\r\nLotsin\nHafenlotse",\n` },
      { path: 'occupations_es.csv', text: `${header}Occupation,${URI}1,1,"práctico (puerto)",,\nOccupation,${URI}2,1,,,\nOccupation,${URI}2\n` },
    ]);
    expect(result.vocabulary.concepts).toEqual({
      'harbour-pilot': { en: ['harbour pilot', 'marine pilot', "ship's pilot"], de: ['Hafenlotse', 'Hafenlotsin', 'Lotse', 'Lotsin'], es: ['práctico'] },
      diver: { en: ['diver'], de: [], es: [] },
    });
    expect(result).toMatchObject({ read: 6, lacking: { de: 1, en: 0, es: 1 }, notes: 1, repeated: 1 });
    expect(importReport(result)).toEqual([
      'occupations_es.csv, row 3, skipped: there is no label.',
      'occupations_es.csv, row 4, skipped: the row has 2 cells, the header 6; look for a stray quote or separator.',
      'Read 6 rows; wrote 2 concepts, of which 1 lack de, 1 lack es; skipped 2 rows.',
      'Left out of labels: 1 notes in parentheses, 1 repetitions.',
    ]);
  });

  test('SKOS lines give labels and links; what cannot be read is told by its row', () => {
    const text = lines(
      ['concept', 'property', 'value', 'language'],
      ['pilot', 'altLabel', 'marine pilot', 'en'],
      ['pilot', 'skos:prefLabel', 'harbour pilot', 'en-GB'],
      ['pilot', 'prefLabel', 'Lotse/Lotsin', 'de'],
      ['pilot', 'broader', 'seafaring'],
      ['pilot', 'related', 'port'],
      ['pilot', 'related', 'nowhere'],
      ['pilot', 'prefLabel', 'pilote', 'fr'],
      ['pilot', 'definition', 'guides ships', 'en'],
      ['port', 'prefLabel', 'Hafen', 'de'],
      ['port', 'broader', 'port'],
      ['ghost', 'broader', 'pilot'],
    );
    const result = importOf([{ path: 'own.tsv', text }], ['seafaring', 'hafen']);
    expect(result.vocabulary.concepts).toEqual({
      'harbour-pilot': { en: ['harbour pilot', 'marine pilot'], de: ['Lotse', 'Lotsin'], es: [], broader: ['seafaring'], related: { 'hafen-2': 0.5 } },
      'hafen-2': { en: [], de: ['Hafen'], es: [] },
    });
    expect(result.skipped.map(({ row }) => row).sort((a, b) => a - b)).toEqual([7, 8, 9, 11, 12]);
  });

  test.each([
    ['no format', 'list.tsv', 'name\tphone\nAda\t1\n', undefined, /first line/],
    ['a CSV without a language in its name', 'occupations.csv', 'conceptUri,preferredLabel\n', undefined, /_de\.csv/],
    ['a CSV without the columns', 'occupations_de.csv', 'uri,label\n', 'esco', /conceptUri and preferredLabel/],
    ['an open quote', 'occupations_de.csv', 'conceptUri,preferredLabel\nx,"y\n', undefined, /never closed/],
    ['a table without labels', 'x.tsv', 'uri\tfr_preferred\n', undefined, /en_preferred/],
    ['SKOS without properties', 'x.tsv', 'a\tb\tc\td\n', 'skos', /prefLabel/],
  ] as const)('%s is refused with path and advice', (_, path, text, format, detail) => {
    const error = thrownBy(() => importVocabulary([{ path, text }], { format: format ?? recognizeFormat({ path, text }), field: 'Test', ownIds: new Set() }));
    expect(error).toMatchObject({ code: 'unreadable-file', message: expect.stringMatching(detail) });
    expect(error.message).toContain(path);
  });
});

describe("a community's own vocabulary", () => {
  const folder = mkdtempSync(join(tmpdir(), 'gern-'));
  const path = (name: string, text?: string): string => {
    const whole = join(folder, name);
    if (text !== undefined) writeFileSync(whole, text);
    return whole;
  };
  const withSetting = <T>(setting: string, work: () => T): T => {
    process.env.GERN_VOCABULARY = setting;
    try {
      return work();
    } finally {
      delete process.env.GERN_VOCABULARY;
    }
  };
  const gern = (...words: string[]): void => {
    const program = new Command('gern').exitOverride();
    addVocabularyCommands(program);
    program.parse(words, { from: 'user' });
  };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a community's own word is understood once its vocabulary is named", () => {
    const list = path('own.tsv', lines(['fluppen', 'prefLabel', 'quayside palaver', 'en'], ['fluppen', 'prefLabel', 'Fluppenrunde', 'de']));
    const out = path('own.yaml');
    gern('vocabulary', 'import', list, '--field', 'Harbour: talk', '--out', out);
    expect(load(readFileSync(out, 'utf8'))).toEqual({ field: 'Harbour: talk', kind: 'topic', concepts: { 'quayside-palaver': { en: ['quayside palaver'], de: ['Fluppenrunde'], es: [] } } });

    const hits = () => {
      const { knowledge, weights } = loadEngineResources();
      const engine = new Engine(new Analyzer(knowledge), weights);
      engine.put({ id: 'offer', owner: 'b', kind: 'offer', text: 'I host a quayside palaver' });
      return engine.rank({ id: 'ask', owner: 'a', kind: 'ask', text: 'Ich suche eine Fluppenrunde' }, { top: 1 }).map(({ offerId }) => offerId);
    };
    expect(hits()).toEqual([]);
    expect(withSetting(` ${out},`, hits)).toEqual(['offer']);
  });

  test('a concept that Gern has gains the new words and keeps its own', () => {
    const more = path('more.yaml', 'field: Law\nkind: topic\nconcepts:\n  legal-advice:\n    de: [Rechtsklönschnack]\n');
    const own = readKnowledgeSources();
    const { vocabulary } = withCommunityVocabulary(own, [more]);
    expect(vocabulary).toHaveLength(own.vocabulary.length);
    const changed = vocabulary.filter((concept) => !own.vocabulary.includes(concept));
    expect(changed.map(({ id }) => id)).toEqual(['legal-advice']);
    const before = own.vocabulary.find(({ id }) => id === 'legal-advice')!;
    expect(changed[0]).toEqual({ ...before, labels: { ...before.labels, de: [...before.labels.de, 'Rechtsklönschnack'] } });
  });

  test.each([
    ['a missing file', undefined, /no such file/],
    ['broken YAML', 'field: [', /cannot be read/],
    ['another kind of file', '- one\n- two\n', /field, kind and concepts/],
    ['a wrong kind', 'field: x\nkind: theme\nconcepts: {}\n', /topic or everyday/],
    ['a number among labels', 'field: x\nkind: topic\nconcepts:\n  year: {en: [2024]}\n', /concept "year": "en" must be a list of texts/],
    ['a misspelt key', 'field: x\nkind: topic\nconcepts:\n  year: {en: [year], brooder: [time]}\n', /"brooder" is not known/],
    ['a strength out of range', 'field: x\nkind: topic\nconcepts:\n  year: {en: [year], related: {legal-advice: 2}}\n', /up to 1/],
    ['an empty concept', 'field: x\nkind: topic\nconcepts:\n  year:\n', /write its labels/],
    ['a link to nowhere', 'field: x\nkind: topic\nconcepts:\n  year: {en: [year], broader: [no-such-id]}\n', /"no-such-id", which no vocabulary has/],
  ])('%s is refused with its path', (name, text, detail) => {
    const file = path(`${name}.yaml`, text);
    const error = withSetting(file, () => thrownBy(loadEngineResources));
    expect(error).toMatchObject({ code: 'unreadable-file', message: expect.stringMatching(detail) });
    expect(error.message).toContain(file);
  });

  test('the import writes over no file, and refuses what it cannot read', () => {
    const list = path('list.tsv', lines(['a', 'prefLabel', 'sailing', 'en']));
    const kept = path('kept.yaml', 'mine');
    expect(thrownBy(() => gern('vocabulary', 'import', list, '--out', kept))).toMatchObject({ code: 'wrong-use', message: expect.stringContaining('exists already') });
    expect(readFileSync(kept, 'utf8')).toBe('mine');
    expect(thrownBy(() => gern('vocabulary', 'import', list, '--format', 'rdf'))).toMatchObject({ code: 'wrong-use' });
    expect(thrownBy(() => gern('vocabulary', 'import', path('nowhere.tsv')))).toMatchObject({ code: 'unreadable-file' });
    writeFileSync(path('zip.csv'), Buffer.from([80, 75, 3, 4, 0, 0, 255]));
    expect(thrownBy(() => gern('vocabulary', 'import', path('zip.csv')))).toMatchObject({ code: 'unreadable-file', message: expect.stringContaining('UTF-8') });
    const empty = path('empty.tsv', 'uri\ten_preferred\n');
    expect(thrownBy(() => gern('vocabulary', 'import', empty, '--out', path('empty.yaml')))).toMatchObject({ code: 'unreadable-file' });
    expect(existsSync(path('empty.yaml'))).toBe(false);
  });
});
