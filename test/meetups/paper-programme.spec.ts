import { parse } from 'csv-parse/sync';

import { layoutCards } from '../../src/meetups/paper/cards.layout.js';
import { layoutHostSheet } from '../../src/meetups/paper/host-sheet.layout.js';
import { introductionsCsv } from '../../src/meetups/paper/introductions.csv.js';
import type { MeetupSheet } from '../../src/meetups/paper/meetup-sheet.js';
import type { PageLayout } from '../../src/meetups/paper/page-layout.js';
import { createTypesetter } from '../../src/meetups/paper/pdf.js';
import { placeTexts } from '../../src/meetups/paper/place-texts.js';
import { printPage } from '../../src/meetups/paper/print-page.js';
import { crowdedSheet, seatedSheet } from './paper-sheets.js';

const typesetter = createTypesetter();
const textOf = ({ lines }: PageLayout): string => lines.map(({ text }) => text).join(' ');

/** Four who talk in two rounds and sit at two tables. */
const sheet: MeetupSheet = {
  ...crowdedSheet(3),
  language: 'en',
  introductions: [
    { giver: 'Bo', asker: 'Zoë', ask: 'x', offer: 'y', sentence: 'z' },
    { giver: 'Ida', asker: 'Bo', ask: 'x', offer: 'y', sentence: 'z' },
  ],
  guests: ['Bo', 'Zoë', 'Ida', 'Max'].map((name) => ({ name, language: 'en' as const, give: [], receive: [] })),
  programme: {
    rounds: [
      { number: 1, starts: 0, ends: 8, pairs: [['Bo', 'Zoë']], pausing: ['Ida'] },
      { number: 2, starts: 10, ends: 18, pairs: [['Ida', 'Bo']], pausing: ['Zoë'] },
    ],
    tables: [
      [
        ['Bo', 'Max'],
        ['Zoë', 'Ida'],
      ],
      [
        ['Zoë', 'Max'],
        ['Ida', 'Bo'],
      ],
    ],
  },
};

describe('rounds and tables on paper', () => {
  test('each guest reads whom they talk to and when, and where they sit; who talks to nobody reads tables alone', () => {
    expect(placeTexts(sheet, 'Bo', 'en')).toEqual(['Round 1, minutes 0–8: Zoë', 'Round 2, minutes 10–18: Ida', 'Your tables, round by round: 1, 2']);
    expect(placeTexts(sheet, 'Max', 'de')).toEqual(['Deine Tische, Runde für Runde: 1, 1']);
    expect(placeTexts(crowdedSheet(3), 'Bo', 'es')).toEqual([]);
    const cards = textOf(layoutCards(sheet, typesetter));
    expect(cards.match(/Your evening/gu)).toHaveLength(4);
    expect(cards).toContain('Round 2, minutes 10–18: Ida');
  });

  test('the host reads every round and table, on the sheet and on the page', () => {
    const text = textOf(layoutHostSheet(sheet, typesetter));
    expect(text).toMatch(/Who with whom, and when Round 1, minutes 0 to 8 Bo → Zoë Round 2, .+ Ida → Bo Tables, round 1 Table 1: Bo, Max Table 2: Zoë, Ida Tables, round 2/u);
    const html = printPage(sheet, typesetter);
    for (const words of ['Round 2, minutes 10 to 18', 'Pausing: Zoë', 'Table 2: Ida, Bo', 'Your tables, round by round: 2, 2']) expect(html).toContain(words);
    expect(printPage(crowdedSheet(3), typesetter)).not.toContain('class="programme"');
  });

  test('the table for programs tells round and tables, and has no such columns where there are none', () => {
    const rows: Record<string, string>[] = parse(introductionsCsv(sheet), { columns: true });
    expect(rows.map(({ round, 'giver tables': giver, 'asker tables': asker }) => [round, giver, asker])).toEqual([
      ['1', '1 2', '2 1'],
      ['2', '2 2', '1 2'],
    ]);
    expect(introductionsCsv(crowdedSheet(3)).split('\n', 1)[0]).toBe('order,giver,asker,ask,offer,sentence,connector');
  });

  test('one page for a usual evening with rounds or tables, more for a large one, each with its number', () => {
    expect(layoutHostSheet(seatedSheet(crowdedSheet(8, 2, 2)), typesetter).pages).toBe(1);
    const many = layoutHostSheet(seatedSheet(crowdedSheet(120)), typesetter);
    expect(many.pages).toBeGreaterThan(2);
    expect(many.lines.filter(({ text }) => /^(?:Seite|Page|Página) \d+ /u.test(text))).toHaveLength(many.pages);
  });
});
