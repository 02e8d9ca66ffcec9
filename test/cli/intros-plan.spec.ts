import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const gern = (...words: string[]) => spawnSync('node', ['bin/gern.mjs', 'intros', 'data/demo/meetup.csv', ...words], { encoding: 'utf8' });

describe('gern intros makes one plan', () => {
  const known = join(mkdtempSync(join(tmpdir(), 'gern-')), 'known.csv');

  test('--known keeps apart who know each other, tells unclear rows, and --rounds gives the plan its times, giving first', () => {
    writeFileSync(known, 'who;whom;rule\nLena Vogt;Rosa Pellegrini;\nlena.vogt@example.org;Emre Acar;must\nNobody Here;Emre Acar;never\n');
    const { status, stdout, stderr } = gern('--known', known, '--rounds', '6', '--tables', '6', '--ring', '--format', 'json');
    expect(status).toBe(0);
    expect(stderr).toMatch(/known\.csv: row 4: Nobody on the list is called “Nobody Here”/u);
    const { guests, summary, rounds, tables, ring } = JSON.parse(stdout);
    const lena = guests.find(({ name }: { name: string }) => name === 'Lena Vogt');
    const met = [...lena.give, ...lena.receive].map(({ name }: { name: string }) => name);
    expect(met).toContain('Emre Acar');
    expect(met).not.toContain('Rosa Pellegrini');
    const talks = guests.flatMap(({ name, give }: { name: string; give: { name: string }[] }) => give.map((one) => [name, one.name].sort().join(' ')));
    const timed = rounds.flatMap(({ pairs }: { pairs: { name: string }[][] }) =>
      pairs.map((pair) =>
        pair
          .map(({ name }) => name)
          .sort()
          .join(' '),
      ),
    );
    expect(timed.sort()).toEqual([...new Set(talks)].sort());
    expect(talks).toHaveLength(summary.introductions);
    expect(rounds[1]).toMatchObject({ number: 2, starts: 8, ends: 14 });
    expect(tables).toHaveLength(3);
    expect(ring).toHaveLength(summary.askers);
  });

  test('--rounds stands after the list in the language told', () => {
    const { stdout } = gern('--rounds', '--language', 'es');
    expect(stdout).toMatch(/A quién puedes ayudar[^]*Aún no hay nadie para[^]*Ronda 1, del minuto 0 al 8\n {2}.+ → .+\n/u);
  });

  test('as CSV the round stands beside each introduction, and each guest has a row for each change of tables', () => {
    const lines = gern('--rounds', '--tables', '6', '--format', 'csv').stdout.split('\n');
    expect(lines[0]).toBe('guest,guest email,side,name,email,ask,offer,affinity,reason,round,table');
    expect(lines.filter((line) => line.includes(',give,')).every((line) => /,\d+,$/u.test(line))).toBe(true);
    expect(lines.filter((line) => /^Lena Vogt,lena\.vogt@example\.org,table,,,,,,,[123],[1-6]$/u.test(line))).toHaveLength(3);
  });

  test('--why answers for both directions instead of the list', () => {
    expect(gern('--why', 'Lena Vogt', 'Rosa Pellegrini')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Lena Vogt → Rosa Pellegrini: They are on the list\.\nRosa Pellegrini → Lena Vogt: .+\n$/u),
    });
  });

  test('none possible ends with 1 and tells what clashes and what to relax; wrong use ends with 2', () => {
    writeFileSync(known, 'Lena Vogt,Emre Acar,must\nEmre Acar,Lena Vogt,never\n');
    expect(gern('--known', known, '--language', 'de')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('diese Regel aufgeben: Emre Acar und Lena Vogt bleiben getrennt') });
    expect(gern('--tables', '2')).toMatchObject({ status: 2, stdout: '' });
    expect(gern('--ring', '--format', 'csv')).toMatchObject({ status: 2, stdout: '' });
    expect(gern('--why', 'Lena Vogt')).toMatchObject({ status: 2, stdout: '' });
  });
});
