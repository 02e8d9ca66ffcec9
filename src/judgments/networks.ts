import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'js-yaml';

import { DomainError } from '../errors.js';
import type { Language, Statement, StatementKind } from '../engine/engine.js';

const FOLDER = fileURLToPath(new URL('../../data/judgments/', import.meta.url));
const DEMO = 'demo';

/** What a person who knows both sides says of an offer for an ask: 3 exactly it, 2 helps, 1 may help a bit, 0 does not. */
export type Grade = 0 | 1 | 2 | 3;

export interface Judgment {
  readonly ask: string;
  readonly offer: string;
  readonly grade: Grade;
  /** Of a pair that looks like a match and is none: what misleads. */
  readonly trap: string;
}

export interface JudgedStatement extends Statement {
  readonly language: Language;
}

/** A fictional network. Every ask was held against all its offers by a person; a pair that is not listed does not help. */
export interface JudgedNetwork {
  readonly name: string;
  readonly asks: readonly JudgedStatement[];
  readonly offers: readonly JudgedStatement[];
  readonly judgments: readonly Judgment[];
}

export type Split = 'train' | 'test';

/** The fixed rule: by a hash of network and ask, three fifths train the weights, two fifths test them. */
export function splitOf(network: string, ask: string): Split {
  return createHash('sha256').update(`${network}/${ask}`).digest()[0]! % 5 < 3 ? 'train' : 'test';
}

/** All judged networks of data/judgments, by name. */
export function readNetworks(): JudgedNetwork[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readNetwork(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readNetwork(name: string): JudgedNetwork {
  const folder = join(FOLDER, name);
  const { asks, offers } = name === DEMO ? demoStatements() : { asks: readStatements(folder, 'ask'), offers: readStatements(folder, 'offer') };
  const judgments = readTable(join(folder, 'grades.tsv')).map(({ ask, offer, grade, trap }) => ({ ask: ask!, offer: offer!, grade: Number(grade) as Grade, trap: trap ?? '' }));
  const known = new Set([...asks, ...offers].map(({ id }) => id));
  for (const id of judgments.flatMap(({ ask, offer }) => [ask, offer])) {
    if (!known.has(id)) throw new DomainError('unreadable-file', `data/judgments/${name}/grades.tsv speaks of "${id}", which is neither an ask nor an offer of that network.`);
  }
  return { name, asks, offers, judgments };
}

function readStatements(folder: string, kind: StatementKind): JudgedStatement[] {
  return readTable(join(folder, `${kind}s.tsv`)).map(({ id, language, text }) => ({ id: id!, owner: `${kind}:${id}`, kind, text: text!, language: language as Language }));
}

/** The demo network is the one that `gern demo` loads; only its grades lie here. */
function demoStatements(): { asks: JudgedStatement[]; offers: JudgedStatement[] } {
  const { members } = load(readFileSync(join(FOLDER, '..', 'demo', 'network.yaml'), 'utf8')) as { members: DemoMember[] };
  const of = (kind: StatementKind): JudgedStatement[] =>
    members.flatMap((member) => (member[`${kind}s`] ?? []).map(({ id, text }) => ({ id: `${member.id}/${id}`, owner: member.id, kind, text, language: member.languages[0]! })));
  return { asks: of('ask'), offers: of('offer') };
}

interface DemoMember {
  readonly id: string;
  readonly languages: readonly Language[];
  readonly asks?: readonly { readonly id: string; readonly text: string }[];
  readonly offers?: readonly { readonly id: string; readonly text: string }[];
}

/** Tab-separated with a header line; no quoting. */
export function readTable(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/u);
  const names = header!.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
