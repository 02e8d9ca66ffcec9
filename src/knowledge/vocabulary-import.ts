import { fold, LANGUAGES, type Language } from '../engine/engine.js';
import { readImport, type ConceptDraft, type ImportFile, type ImportFormat, type Skipped } from './import-formats.js';
import { labelForms } from './label-forms.js';
import type { VocabularyFile } from './sources.js';

export interface VocabularyImport {
  readonly vocabulary: VocabularyFile;
  /** Rows read, and those of them that gave nothing. */
  readonly read: number;
  readonly skipped: readonly Skipped[];
  /** Concepts without a label, by language. */
  readonly lacking: Readonly<Record<Language, number>>;
  /** Notes in parentheses that were left out of labels, and labels that a concept had already. */
  readonly notes: number;
  readonly repeated: number;
}

export interface ImportOptions {
  readonly format: ImportFormat;
  /** The field that the vocabulary is of, as "Seafaring". */
  readonly field: string;
  /** Ids of Gern's own concepts: no new concept takes one of them, links may lead to them. */
  readonly ownIds: ReadonlySet<string>;
}

const RELATED = 0.5;

/**
 * Makes a vocabulary of word lists that others wrote, after SKOS.
 * @throws unreadable-file when a file is not of the format, or no file has a concept
 */
export function importVocabulary(files: readonly ImportFile[], { format, field, ownIds }: ImportOptions): VocabularyImport {
  const { drafts, read, skipped: skippedRows } = readImport(files, format);
  const skipped = [...skippedRows];
  const count = { notes: 0, repeated: 0 };
  const labels = new Map<string, Readonly<Record<Language, readonly string[]>>>();
  for (const [name, draft] of drafts) {
    const its = labelsOf(draft, count);
    if (LANGUAGES.some((language) => its[language].length > 0)) labels.set(name, its);
    else skipped.push({ ...draft.place, reason: `"${name}" has no label in ${LANGUAGES.join(', ')}, so its ${draft.links.length} links are left out too` });
  }

  const ids = idsFor(labels, ownIds);
  const concepts = [...labels].map(([name, its]) => [ids.get(name)!, { en: its.en, de: its.de, es: its.es, ...linksOf(name, drafts.get(name)!) }] as const);
  const lackingOf = (language: Language): number => [...labels.values()].filter((its) => its[language].length === 0).length;
  return {
    vocabulary: { field, kind: 'topic', concepts: Object.fromEntries(concepts) },
    read,
    skipped,
    lacking: { de: lackingOf('de'), en: lackingOf('en'), es: lackingOf('es') },
    ...count,
  };

  function linksOf(name: string, { links }: ConceptDraft): { broader?: string[]; related?: Record<string, number> } {
    const targets = { broader: new Set<string>(), related: new Set<string>() };
    for (const { property, target, path, row } of links) {
      const id = ids.get(target) ?? (ownIds.has(target) ? target : undefined);
      if (id === undefined) skipped.push({ path, row, reason: `${property}: neither these files nor Gern have a labelled concept "${target}"` });
      else if (target === name) skipped.push({ path, row, reason: `${property}: the concept names itself` });
      else targets[property].add(id);
    }
    return {
      ...(targets.broader.size > 0 && { broader: [...targets.broader] }),
      ...(targets.related.size > 0 && { related: Object.fromEntries([...targets.related].map((id) => [id, RELATED])) }),
    };
  }
}

/** What an organizer should know of an import, one sentence a line. */
export function importReport({ vocabulary, read, skipped, lacking, notes, repeated }: VocabularyImport): string[] {
  const concepts = Object.keys(vocabulary.concepts).length;
  const without = LANGUAGES.filter((language) => lacking[language] > 0).map((language) => `${lacking[language]} lack ${language}`);
  return [
    ...skipped.map(({ path, row, reason }) => `${path}, row ${row}, skipped: ${reason}.`),
    `Read ${read} rows; wrote ${concepts} concepts${without.length > 0 ? `, of which ${without.join(', ')}` : ''}; skipped ${skipped.length} rows.`,
    `Left out of labels: ${notes} notes in parentheses, ${repeated} repetitions.`,
  ];
}

function labelsOf({ labels }: ConceptDraft, count: { notes: number; repeated: number }): Record<Language, string[]> {
  const of = (language: Language): string[] => {
    const kept = new Map<string, string>();
    for (const label of labels[language]) {
      const { forms, notes } = labelForms(label, language);
      count.notes += notes.length;
      for (const form of forms) {
        if (kept.has(form.toLowerCase())) count.repeated++;
        else kept.set(form.toLowerCase(), form);
      }
    }
    return [...kept.values()];
  };
  return { de: of('de'), en: of('en'), es: of('es') };
}

/** Ids from the English preferred label, else the first there is; numbered from 2 where one is taken. */
function idsFor(labels: ReadonlyMap<string, Readonly<Record<Language, readonly string[]>>>, taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set(taken);
  const ids = new Map<string, string>();
  for (const [name, { en, de, es }] of labels) {
    const base = kebabCase((en[0] ?? de[0] ?? es[0])!) || 'concept';
    let id = base;
    for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
    used.add(id);
    ids.set(name, id);
  }
  return ids;
}

function kebabCase(label: string): string {
  return fold(label)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
