import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import type { Command } from 'commander';

import { Analyzer, Engine, type Statement, type StatementKind } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { loadEngineResources } from '../knowledge/resources.js';

interface RankFlags {
  readonly asks: string;
  readonly offers: string;
  readonly top: string;
  readonly format: string;
  readonly all?: true;
}

export function addRankCommand(program: Command): void {
  program
    .command('rank')
    .description('Rank offers for each ask: JSON lines {"id","text"} in, {"ask","offer","score"} out, best first.')
    .requiredOption('--asks <file>', 'asks, one JSON object a line')
    .requiredOption('--offers <file>', 'offers, one JSON object a line')
    .option('--top <n>', 'how many offers for each ask at the most', '10')
    .option('--format <format>', 'jsonl', 'jsonl')
    .option('--all', 'print the best offers whatever their affinity')
    .action(async (flags: RankFlags) => {
      await rank(flags);
    });
}

async function rank(flags: RankFlags): Promise<void> {
  const top = Number(flags.top);
  if (!Number.isInteger(top) || top < 1) throw new DomainError('wrong-use', `--top takes a whole number from 1 on, not "${flags.top}".`);
  if (flags.format !== 'jsonl') throw new DomainError('wrong-use', `--format knows only jsonl, not "${flags.format}".`);
  const [asks, offers] = [await readStatements(flags.asks, 'ask'), await readStatements(flags.offers, 'offer')];

  const resources = loadEngineResources();
  const engine = new Engine(new Analyzer(resources.knowledge), resources.weights);
  for (const offer of offers) engine.put(offer);
  const tellProgress = progress(asks.length);
  for (const [done, ask] of asks.entries()) {
    const hits = engine.rank(ask, { top, ...(flags.all && { threshold: 0 }) });
    const lines = hits.map(({ affinity, askId, offerId }) => JSON.stringify({ ask: askId, offer: offerId, score: affinity }) + '\n');
    if (!process.stdout.write(lines.join(''))) await new Promise((resolve) => process.stdout.once('drain', resolve));
    tellProgress(done + 1);
  }
}

async function readStatements(path: string, kind: StatementKind): Promise<Statement[]> {
  const statements: Statement[] = [];
  const ids = new Set<string>();
  const input = createReadStream(path, 'utf8');
  let row = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      row++;
      if (line.trim() === '') continue;
      const { id, text } = parse(line, path, row);
      if (ids.has(id)) throw new DomainError('unreadable-file', `${path}, line ${row}: the id "${id}" was there before. Give each statement an id of its own.`);
      ids.add(id);
      statements.push({ id, text, kind, owner: `${kind}:${id}` });
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('unreadable-file', `${path} cannot be read: ${(error as Error).message}`);
  }
  return statements;
}

function parse(line: string, path: string, row: number): { id: string; text: string } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    throw new DomainError('unreadable-file', `${path}, line ${row}: this is not JSON. Each line holds {"id": "...", "text": "..."}.`);
  }
  const { id, text } = (value ?? {}) as Record<string, unknown>;
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') {
    throw new DomainError('unreadable-file', `${path}, line ${row}: "id" and "text" are needed, both as text.`);
  }
  return { id: String(id), text };
}

/** Tells on stderr how far the work is, once it has taken longer than a second. */
function progress(total: number): (done: number) => void {
  const start = performance.now();
  let last = start;
  return (done) => {
    const now = performance.now();
    if (!process.stderr.isTTY || now - last < 1_000) return;
    last = now;
    process.stderr.write(`\r${done} of ${total} asks ranked`);
    if (done === total) process.stderr.write('\n');
  };
}
