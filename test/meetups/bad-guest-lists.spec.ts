import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES } from '../../src/engine/engine.js';
import { DomainError } from '../../src/errors.js';
import { questionText } from '../../src/meetups/guest-list/open-questions.js';
import { previewGuestList, type PreviewOptions } from '../../src/meetups/guest-list/preview.js';
import { noteText, ROW_NOTES, type RowNoteCode } from '../../src/meetups/guest-list/row-notes.js';

const FOLDER = 'data/import/not-ok';
const bytesOf = (file: string): Buffer => readFileSync(join(FOLDER, file));
const preview = (file: string, options: PreviewOptions = {}) => previewGuestList(bytesOf(file), options);
const told = (file: string, options: PreviewOptions = {}) => preview(file, options).notes.map(({ code, row, column }) => [code, row, column].filter((part) => part !== undefined).join(' '));
const asked = (file: string) => preview(file).questions.map((question) => questionText(question, 'en'));

function refusal(bytes: Buffer): DomainError {
  try {
    previewGuestList(bytes);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the list was read');
}

describe('the bad guest lists: each gets its own message', () => {
  test('1. empty, header only, or no table at all', () => {
    expect(refusal(bytesOf('empty.csv'))).toMatchObject({ code: 'unreadable-file', faults: [{ code: 'empty-file' }] });
    expect(refusal(bytesOf('header-only.csv'))).toMatchObject({ message: expect.stringMatching(/header and no rows/), faults: [{ code: 'empty-file' }] });
    expect(refusal(bytesOf('renamed-spreadsheet.csv'))).toMatchObject({ message: expect.stringMatching(/spreadsheet.*save it as "CSV UTF-8"/), faults: [{ code: 'not-a-table' }] });
  });

  test('2. too large: the limit and the first place', () => {
    expect(refusal(Buffer.alloc(11 * 1024 * 1024, 97)).message).toMatch(/11 MB; 10 MB is the most/);
    expect(refusal(Buffer.from(`Name,I look for\n${'Ada,SEO\n'.repeat(20_001)}`))).toMatchObject({ code: 'too-large', faults: [{ row: 20_002 }] });
    expect(refusal(bytesOf('too-many-columns.csv'))).toMatchObject({ code: 'too-large', message: expect.stringMatching(/Row 1 has 72 columns; 60 are the most/), faults: [{ row: 1 }] });
    expect(refusal(bytesOf('long-cell.csv'))).toMatchObject({ code: 'too-large', message: expect.stringMatching(/10 kB is the most/), faults: [{ row: 2, column: 'I look for' }] });
    expect(refusal(Buffer.from(`${'c,'.repeat(10_000)}\n`)).code).toBe('too-large');
  });

  test('3. a writing that is not sure is asked with three real names in each reading', () => {
    expect(preview('encoding-unsure.csv').questions[0]).toMatchObject({
      code: 'choose-encoding',
      readings: [
        { encoding: 'windows-1252', names: ['Jürgen', 'Mónica', 'ZoÃ«'] },
        { encoding: 'utf-8', names: ['J\uFFFDrgen', 'M\uFFFDnica', 'Zoë'] },
      ],
    });
    expect(preview('encoding-mac.csv').questions[0]).toMatchObject({ readings: [{ encoding: 'macintosh', names: ['Jürgen', 'Björn', 'René'] }, { encoding: 'windows-1252' }] });
    expect(preview('encoding-mac.csv', { encoding: 'macintosh' }).questions).toEqual([]);
  });

  test('4. separators: bar and lines by CR are seen; mixed ones are asked with the first rows', () => {
    expect(preview('pipe.csv')).toMatchObject({ delimiter: '|', questions: [], guests: [{ name: 'Ada', asks: ['SEO help'], offers: ['cake'] }] });
    expect(preview('cr-only.csv').guests.map(({ name }) => name)).toEqual(['Ada', 'Bea']);
    const [question] = preview('mixed-delimiters.csv').questions;
    expect(question).toMatchObject({ code: 'unclear-delimiter', readings: [{ delimiter: ';' }, { delimiter: ',' }] });
    expect(asked('mixed-delimiters.csv')).toEqual([expect.stringMatching(/separates the columns/)]);
    expect(preview('mixed-delimiters.csv', { delimiter: ';' }).questions).toEqual([]);
    expect(told('mixed-delimiters.csv', { delimiter: ';' })).toContain('cell-count 3');
  });

  test('5. a quote that is never closed: the row where it opens', () => {
    expect(refusal(bytesOf('open-quote.csv'))).toMatchObject({ message: expect.stringMatching(/opened in row 3 is never closed/), faults: [{ code: 'open-quote', row: 3 }] });
    expect(refusal(Buffer.from('Name,I look for\nAda,"SEO" help\n')).message).toMatch(/opened in row 2 is not closed where its cell ends/);
  });

  test('6. header missing, doubled, or a formula', () => {
    expect(asked('missing-column.csv')).toEqual([expect.stringMatching(/No column holds names.*Ticket \| Betrag/), expect.stringMatching(/look for or offer/)]);
    expect(preview('double-column.csv').questions).toEqual([{ code: 'double-column', field: 'email', header: 'Correo', columns: [2, 3] }]);
    expect(preview('double-column.csv', { columns: { email: 3 } })).toMatchObject({ questions: [], guests: [{ email: 'ada.privat@example.org' }] });
    expect(told('formula-header.csv')).toEqual(['column-formula 1 =HYPERLINK("https://example.org") looking for']);
  });

  test('7. a row with more or fewer cells: expected and found', () => {
    expect(told('ragged.csv')).toEqual(['cell-count 2', 'cell-count 3']);
    expect(noteText(preview('ragged.csv').notes[1]!, 'en')).toBe('The row has 6 cells, the header 4. Check it for a stray separator.');
  });

  test('8. addresses: bad, of a role, several in a cell', () => {
    expect(told('addresses.csv')).toEqual(['invalid-address 2 Email', 'role-address 3 Email', 'several-addresses 4 Email', 'invalid-address 5 Email', 'invalid-address 6 Email']);
    expect(preview('addresses.csv').guests.map(({ isMailable }) => isMailable)).toEqual([false, true, false, false, false]);
  });

  test('9. the same person twice: by case, decomposed letters, punycode, +tag; the first stays and gets the rest', () => {
    expect(told('same-person.csv')).toEqual(['double-row 3 Email', 'double-row 4 Email', 'double-row 6']);
    expect(preview('same-person.csv').guests).toMatchObject([
      { name: 'Zoë', asks: ['SEO help', 'a choir', 'photos'], offers: ['cake'], rows: [2, 3, 4] },
      { name: 'No Address Twice', rows: [5, 6] },
    ]);
  });

  test('10. members and people who asked not to be contacted: the preview knows neither, so it cannot hint', () => {
    expect(Object.keys(preview('pipe.csv').counts)).toEqual(['read', 'merged', 'leftOut']);
  });

  test('11. consent: only clear words count; unclear is no', () => {
    expect(preview('consent.csv').guests.map(({ name, consents }) => [name, consents])).toEqual([
      ['Ada', true],
      ['Bea', false],
      ['Cleo', false],
      ['Dora', false],
      ['Eve', false],
      ['Fay', false],
      ['Gus', true],
    ]);
    expect(preview('consent.csv').notes.map(({ code, row }) => `${code} ${row}`)).toEqual(['consent-unclear 3', 'consent-unclear 4', 'consent-unclear 5', 'consent-unclear 6', 'consent-refused 7']);
  });

  test('12. cells like formulas are kept as text and told; a bullet is none', () => {
    expect(told('formulas.csv')).toEqual(['formula-like 2 I look for', 'too-short 2 I look for', 'formula-like 3 I look for', 'formula-like 4 I look for', 'formula-like 4 I offer']);
    expect(preview('formulas.csv').guests[1]!.asks).toEqual(['+cmd', 'calc']);
  });

  test('13. characters: bidi, NUL, towers of marks are told by row; zero width is taken out; a name of emoji is a name', () => {
    expect(told('characters.csv')).toEqual(['forbidden-character 2 Name', 'invisible-removed 3 Name', 'forbidden-character 4 Name', 'unreadable-text 6 Name']);
    expect(preview('characters.csv').guests.map(({ name }) => name)).toEqual(['Bea', '🦊🌻']);
    expect(noteText(preview('characters.csv').notes[0]!, 'en')).toContain('U+202E');
    expect(told('lone-surrogate.csv')).toEqual(['forbidden-character 2 Name']);
  });

  test('14. a name that holds a link, phone or address', () => {
    expect(told('contact-in-name.csv')).toEqual(['name-not-allowed 2 Name', 'name-not-allowed 3 Name', 'name-not-allowed 4 Name']);
    expect(preview('contact-in-name.csv').notes.map(({ values }) => values.what)).toEqual(['link', 'phone', 'address']);
  });

  test('15. dates that can be read in two ways are asked once, and only where a day matters', () => {
    expect(preview('dates.csv').questions).toEqual([{ code: 'unclear-date', row: 2, text: '03/04/2026', readings: { 'day-first': '2026-04-03', 'month-first': '2026-03-04' } }]);
    expect(told('dates.csv', { dateOrder: 'day-first' })).toEqual(['unclear-date 3 Arrival']);
    expect(preview('dates.csv', { dateOrder: 'day-first' }).guests.map(({ day }) => day)).toEqual(['2026-04-03', undefined, '2026-05-03']);
    expect(previewGuestList(Buffer.from('Timestamp,Name,I look for\n03/04/2026 10:00:00,Ada,tea\n')).questions).toEqual([]);
  });

  test('16. birth year, health, diet and faith are dropped with a word', () => {
    expect(told('refused-columns.csv')).toEqual(['column-refused 1 Birth year', 'column-refused 1 Gesundheit', 'column-refused 1 Dieta', 'column-refused 1 Religion']);
    expect(JSON.stringify(preview('refused-columns.csv').guests)).not.toMatch(/2010|Asthma|vegan/);
    expect(preview('refused-columns.csv', { columns: { offer: 'Gesundheit' } }).guests[0]!.offers).toEqual([]);
  });

  // Told whole, over HTTP, in evening.spec.ts.
  test('17. and 18. basis and imports at once are the service’s to ask; the preview keeps nothing and gives the same hash for the same list', () => {
    const [one, again] = [preview('pipe.csv').hash, preview('pipe.csv').hash];
    expect(one).toBe(again);
    expect(preview('pipe.csv', { columns: { ask: 3, offer: 2 } }).hash).not.toBe(one);
  });

  test('every message exists in every language, and every bad file is read or refused within a second', () => {
    const files = readdirSync(FOLDER);
    const seen = new Set<string>();
    const started = process.hrtime.bigint();
    for (const file of files) {
      try {
        const { notes, questions } = preview(file);
        for (const language of LANGUAGES) {
          for (const note of notes) expect(noteText(note, language)).not.toMatch(/[{}]/);
          for (const question of questions) expect(questionText(question, language)).not.toBe('');
        }
        notes.forEach(({ code }) => seen.add(code));
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    }
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1_000 * files.length);
    const elsewhere: RowNoteCode[] = ['missing-name', 'address-only', 'too-long', 'not-coming', 'status-unclear', 'too-short', 'text-cut', 'nothing-said'];
    expect(new Set([...seen, ...elsewhere])).toEqual(new Set(Object.keys(ROW_NOTES)));
  });
});
