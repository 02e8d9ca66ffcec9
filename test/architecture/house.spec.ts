import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** From the roof down; a room imports rooms below it only. */
const FLOORS = [
  ['main.ts', 'cli.ts', 'demo', 'doctor.commands.ts'],
  ['serve.ts'],
  ['clockwork.ts'],
  ['app.module.ts'],
  ['organizers'],
  ['meetups'],
  ['introductions'],
  ['matching', 'judgments'],
  ['members'],
  ['communities'],
  ['accounts'],
  ['mail'],
  ['knowledge', 'embeddings'],
  ['database', 'http', 'ground.module.ts'],
  ['html'],
  ['engine', 'config.ts', 'plain-text.ts', 'clock.ts'],
  ['errors.ts'],
];
const floorOf = (path: string): number => FLOORS.findIndex((floor) => floor.includes(path.split('/')[0]!));

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file));
const importsOf = (file: string): string[] =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/gu)].map(([, target]) => normalize(join(dirname(file), target!)).replace(/\.js$/u, ''));
const resolved = (target: string): string => files.find((file) => file.replace(/\.tsx?$/u, '') === target) ?? target;

describe('the house', () => {
  test('every file stands in a known room', () => {
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  test('arrows point down: a room imports only rooms below it', () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .map(resolved)
        .filter((target) => target.split('/')[0] !== file.split('/')[0] && floorOf(target) <= floorOf(file) && file !== 'cli.ts')
        .map((target) => `src/${file} imports src/${target}, which stands beside or above it: move what both need further down`),
    );
    expect(upward).toEqual([]);
  });

  test('engine/ imports nothing of ours and no framework', () => {
    const foreign = files
      .filter((file) => file.startsWith('engine/'))
      .flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(/from '([^']+)'/gu)].map(([, target]) => ({ file, target: target! })))
      .filter(({ file, target }) => (target.startsWith('.') ? !normalize(join(dirname(file), target)).startsWith('engine/') : !target.startsWith('natural/lib/')));
    expect(foreign).toEqual([]);
  });

  test('the engine is entered by engine.ts only', () => {
    const sideDoors = files
      .filter((file) => !file.startsWith('engine/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('engine/') && target !== 'engine/engine')
          .map((target) => `src/${file} -> ${target}`),
      );
    expect(sideDoors).toEqual([]);
  });

  test('a list from a CSV does not wait for the server: what the command line loads at once brings no frame along', () => {
    const atOnce = (file: string): string[] => [...readFileSync(join('src', file), 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gmu)].map(([, target]) => target!);
    const reached = new Map<string, string>([['cli.ts', '']]);
    for (const [file] of reached) {
      for (const target of atOnce(file)) if (target.startsWith('.')) reached.set(resolved(normalize(join(dirname(file), target)).replace(/\.js$/u, '')), file);
    }
    const heavy = [...reached.keys()].flatMap((file) =>
      atOnce(file)
        .filter((target) => /^(?:@nestjs\/|typeorm$|sqlite3$)/u.test(target))
        .map((target) => `src/${file} loads ${target}: import it where it is used`),
    );
    expect(heavy).toEqual([]);
  });

  test('no circle of imports', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') return void circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      state.set(file, 'open');
      for (const target of importsOf(file).map(resolved)) if (files.includes(target)) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    files.forEach((file) => visit(file, []));
    expect(circles).toEqual([]);
  });

  test('no file over 300 lines', () => {
    expect(files.filter((file) => readFileSync(join('src', file), 'utf8').split('\n').length > 301)).toEqual([]);
  });

  test('tables belong to their room: entities are used, and SQL is written, only where they live', () => {
    const roomOf = (file: string): string => file.split('/')[0]!;
    const strangers = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.endsWith('.entity') && roomOf(target) !== roomOf(file))
        .map((target) => `src/${file} uses src/${target}.ts: ask the service of that room`),
    );
    const sql = files.filter((file) => roomOf(file) !== 'database' && /\.query\(\s*[`'"]/u.test(readFileSync(join('src', file), 'utf8'))).map((file) => `src/${file} writes raw SQL`);
    expect([...strangers, ...sql]).toEqual([]);
  });

  test('writing goes through the unit of work: no repository or manager writes outside a transaction', () => {
    const direct = files.filter((file) => /\.read\.(?:save|insert|update|delete|remove|upsert)\(|InjectRepository/u.test(readFileSync(join('src', file), 'utf8')));
    expect(direct).toEqual([]);
  });
});
