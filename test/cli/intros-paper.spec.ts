import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const gern = (...words: string[]) => spawnSync('node', ['bin/gern.mjs', ...words], { encoding: 'utf8' });

describe('gern intros on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gern-'));
  const files = { html: join(folder, 'sheet.html'), pdf: join(folder, 'host.pdf'), cards: join(folder, 'cards.pdf'), map: join(folder, 'map.svg') };
  const flags = Object.entries(files).flatMap(([paper, file]) => [`--${paper}`, file]);

  test('writes host sheet, cards, map and page in the language told, the same bytes each time, and no contact data', () => {
    const run = () => gern('intros', 'data/demo/meetup.csv', '--language', 'es', '--title', 'Encuentro de primavera', '--place', 'Palma', ...flags);
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('A quién puedes ayudar'), stderr: expect.stringContaining('fila 34') });
    const made = Object.values(files).map((file) => readFileSync(file));
    run();
    expect(Object.values(files).map((file) => readFileSync(file).equals(made.shift()!))).toEqual([true, true, true, true]);
    for (const paper of ['pdf', 'cards'] as const) expect(readFileSync(files[paper], 'latin1').slice(0, 8)).toBe('%PDF-1.7');
    const html = readFileSync(files.html, 'utf8');
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('Encuentro de primavera');
    expect(html.replace(/<style[^]*?<\/style>/gu, '')).not.toMatch(/@/u);
    expect(readFileSync(files.map, 'utf8')).toContain('Quién puede ayudar a quién');
  });

  test('an unknown language, encoding or separator is wrong use; a list that cannot be read is a failed job, with the row', () => {
    expect(gern('intros', 'data/demo/meetup.csv', '--language', 'fr')).toMatchObject({ status: 2, stdout: '' });
    expect(gern('intros', 'data/demo/meetup.csv', '--encoding', 'ebcdic')).toMatchObject({ status: 2, stderr: expect.stringContaining('windows-1252') });
    expect(gern('intros', 'data/import/not-ok/open-quote.csv')).toMatchObject({ status: 1, stderr: expect.stringContaining('row 3') });
  });

  test('a name in a script that the PDF fonts lack is told', () => {
    const file = join(folder, 'guests.csv');
    writeFileSync(file, 'Name,I look for,I offer\n王小明,bike repair,cake\nAda,cake,bike repair\n');
    expect(gern('intros', file, '--cards', files.cards).stderr).toContain('王小明');
  });

  test('an encoding that is not sure is told with names, and can be told back', () => {
    const file = 'data/import/not-ok/encoding-mac.csv';
    expect(gern('intros', file).stderr).toContain('macintosh: Jürgen, Björn, René');
    expect(gern('intros', file, '--encoding', 'macintosh').stderr).not.toContain('Jürgen, Björn');
  });
});
