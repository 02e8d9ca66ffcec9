import { parse } from 'csv-parse/sync';
import { renderToString } from 'preact-render-to-string';

import { CARDS_A_PAGE, layoutCards } from '../../src/meetups/paper/cards.layout.js';
import { layoutGiveMap, type MapNode } from '../../src/meetups/paper/give-map.layout.js';
import { giveMapSvg, GiveMapText } from '../../src/meetups/paper/give-map.js';
import { layoutHostSheet } from '../../src/meetups/paper/host-sheet.layout.js';
import { harmlessCsv, introductionsCsv } from '../../src/meetups/paper/introductions.csv.js';
import { gapsOf } from '../../src/meetups/paper/meetup-sheet.js';
import { PAGE, type PageLayout } from '../../src/meetups/paper/page-layout.js';
import { cardsPdf, createTypesetter, hostSheetPdf } from '../../src/meetups/paper/pdf.js';
import { printPage } from '../../src/meetups/paper/print-page.js';
import { breakLines, type PlacedLine } from '../../src/meetups/paper/text-flow.js';
import { withoutContact } from '../../src/meetups/paper/without-contact.js';
import { crowdedSheet } from './paper-sheets.js';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const typesetter = createTypesetter();
const HAIR = 0.01;
const overlap = (a: Box, b: Box): boolean => a.x + HAIR < b.x + b.width && b.x + HAIR < a.x + a.width && a.y + HAIR < b.y + b.height && b.y + HAIR < a.y + a.height;
const letters = (text: string): string => typesetter.legible(text).replace(/\s/gu, '');

/** Pairs of boxes that cover each other, found from the top down. */
function overlaps<T extends Box>(boxes: readonly T[]): [T, T][] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  return sorted.flatMap((box, i): [T, T][] => {
    const found: [T, T][] = [];
    for (let j = i + 1; j < sorted.length && sorted[j]!.y < box.y + box.height; j++) if (overlap(box, sorted[j]!)) found.push([box, sorted[j]!]);
    return found;
  });
}

function expectNothingSpills({ pages, lines }: PageLayout, margin: number): void {
  for (let page = 0; page < pages; page++) {
    const its = lines.filter((line) => line.page === page);
    expect(its.filter(({ x, y, width, height }) => x < margin || y < margin || x + width > PAGE.width - margin + HAIR || y + height > PAGE.height - margin + HAIR)).toEqual([]);
    expect(overlaps(its)).toEqual([]);
  }
  expect(lines.every(({ page }) => page < pages)).toBe(true);
  // The boxes are those of the very fonts that are drawn.
  for (const { text, face, size, width } of lines) expect(width).toBeCloseTo(typesetter.width(text, face, size), 5);
}

const textOf = (lines: readonly PlacedLine[]): string =>
  lines
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, '');

describe.each([20, 60, 300])('paper for %i guests with the longest names, umlauts, emoji and ñ', (count) => {
  const sheet = crowdedSheet(count);

  test('host sheet: every line within the page, no two overlap, no word is cut', () => {
    const layout = layoutHostSheet(sheet, typesetter);
    expectNothingSpills(layout, 39);
    const text = textOf(layout.lines);
    for (const { sentence } of sheet.introductions) expect(text).toContain(letters(sentence));
    for (const { ask } of sheet.unanswered) expect(text).toContain(letters(ask));
    expect(text).toContain('Imkerei');
  });

  test('cards: every line within its own card, no two overlap, no word is cut', () => {
    const layout = layoutCards(sheet, typesetter);
    expectNothingSpills(layout, 15);
    const [width, height] = [PAGE.width / 2, PAGE.height / (CARDS_A_PAGE / 2)];
    expect(layout.lines.filter(({ x, y, width: w, height: h }) => Math.floor(x / width) !== Math.floor((x + w) / width) || Math.floor(y / height) !== Math.floor((y + h) / height))).toEqual([]);
    const text = textOf(layout.lines);
    for (const { name, give, receive } of sheet.guests) {
      expect(text).toContain(letters(name));
      for (const { reason } of [...give, ...receive]) expect(text).toContain(letters(reason));
    }
  });

  test('give-map: every name within the picture, no two overlap, all ties drawn', () => {
    const { width, height, givers, askers, ties } = layoutGiveMap(sheet, typesetter);
    const boxes = [...givers, ...askers].map(({ box }: MapNode) => box);
    expect(boxes.filter(({ x, y, width: w, height: h }) => x < 0 || y < 0 || x + w > width || y + h > height)).toEqual([]);
    expect(overlaps(boxes)).toEqual([]);
    expect(ties.every(({ giver, asker }) => giver !== undefined && asker !== undefined && giver.box.x + giver.box.width < asker.box.x)).toBe(true);
    expect(givers.every(({ lines, name }) => letters(lines.join('')) === letters(name))).toBe(true);
  });
});

describe('paper', () => {
  test('one page where it fits, more where it does not, and each page says which it is', () => {
    expect(layoutHostSheet(crowdedSheet(12, 3, 2), typesetter).pages).toBe(1);
    const many = layoutHostSheet(crowdedSheet(300), typesetter);
    expect(many.pages).toBeGreaterThan(5);
    expect(many.lines.filter(({ text }) => text.includes(`${many.pages}`) && /^(?:Seite|Page|Página)/u.test(text))).toHaveLength(many.pages);
  });

  test('a card that overflows goes on on the next, and both say so', () => {
    const sheet = crowdedSheet(20, 6, 14);
    const layout = layoutCards(sheet, typesetter);
    expectNothingSpills(layout, 15);
    expect(layout.lines.some(({ text }) => /\(1 (?:von|of|de) [2-9]\)/u.test(text))).toBe(true);
    expect(layout.lines.some(({ text }) => /(?:nächsten Karte|next card|tarjeta siguiente) ›/u.test(text))).toBe(true);
  });

  test('P1 giving first: on every card whom the guest can help stands above who can help them', () => {
    const sheet = crowdedSheet(20, 2, 3);
    const html = printPage(sheet, typesetter);
    const cards = html.split('<article').slice(1);
    expect(cards).toHaveLength(20);
    for (const card of cards) {
      const [give, receive] = [card.search(/Wem du helfen|Whom you can|A quién puedes/u), card.search(/Wer dir helfen|Who can help|Quién puede ayudarte/u)];
      if (give >= 0 && receive >= 0) expect(give).toBeLessThan(receive);
    }
  });

  test('P11 the same sheet and time give the same bytes; tagged, in its language, fonts embedded', async () => {
    const sheet = crowdedSheet(8);
    const at = new Date('2025-05-15T17:00:00Z');
    for (const make of [hostSheetPdf, cardsPdf]) {
      const [one, two] = [await make(sheet, at), await make(sheet, at)];
      expect(one.equals(two)).toBe(true);
      expect((await make(sheet, new Date('2025-05-16T17:00:00Z'))).equals(one)).toBe(false);
      const raw = one.toString('latin1');
      expect(raw).toMatch(/\/StructTreeRoot/);
      expect(raw).toMatch(/\/Lang \(es\)/);
      expect(raw).toMatch(/\/FontFile2/);
      expect(raw).toMatch(/\/Marked true/);
    }
  });

  test('never an empty box: what no font has is written otherwise', () => {
    for (const text of ['🦊🌻', 'Li 王小明', '𝓕𝓪𝓷𝓬𝔂', 'Ada ❤️ 👩🏽‍💻', 'שלום', '🇪🇸', 'é'.normalize('NFD')]) {
      const printed = typesetter.legible(text);
      for (const face of ['text', 'strong', 'slanted'] as const) for (const run of typesetter.runs(printed, face)) expect(typesetter.legible(run.text)).toBe(run.text.replace(/\s+/gu, ' ').trim());
      expect(printed).not.toBe('');
    }
    expect(typesetter.legible('Li 王小明')).toBe('Li [U+738B][U+5C0F][U+660E]');
    expect(typesetter.legible('𝓕𝓪𝓷𝓬𝔂 Müller')).toBe('Fancy Müller');
    expect(typesetter.legible('Ada ❤️')).toBe('Ada ❤');
    expect(typesetter.legible('🦊🌻')).toBe('✦✦ U+1F98A');
  });

  test('breaking loses no sign, and no line is wider than asked', () => {
    const measure = (text: string): number => [...text].length;
    for (const text of ['ein Satz mit Donaudampfschifffahrt-Gesellschaft/Verein und mehr', 'x'.repeat(50), ' a  b ', '']) {
      const lines = breakLines(text, 9, measure);
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      expect(lines.every((line) => measure(line) <= 9)).toBe(true);
    }
  });

  test('I4 no formula from 200 payloads: prefixed, wide forms too, and quotes kept', () => {
    const starts = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', ' =', '\n=', '\u0000=', '\u200B='];
    const payloads = Array.from({ length: 210 }, (_, i) => `${starts[i % starts.length]}cmd|' /C calc'!A${i}`);
    const cells: string[][] = parse(harmlessCsv(payloads.map((payload) => [payload, 'end'])), { record_delimiter: '\n' });
    expect(cells).toEqual(payloads.map((payload) => [`'${payload}`, 'end']));
    expect(harmlessCsv([['say "hi", she said', 'plain', 3]])).toBe('"say ""hi"", she said",plain,3\n');
    expect(introductionsCsv({ ...crowdedSheet(3), introductions: [{ giver: '=A1', asker: 'Bo', ask: 'x', offer: 'y', sentence: '-z' }] })).toContain("1,'=A1,Bo,x,y,'-z,\n");
  });

  test('no contact data on paper', () => {
    expect(withoutContact('call +34 600 123 456 or ada@example.org, www.example.org/x by 2026-04-03 or 15.05.2025', '…')).toBe('call … or …, … by 2026-04-03 or 15.05.2025');
  });

  test('gaps: several who look for the same, largest first; one alone is none', () => {
    const ask = (guest: string, topic?: string) => ({ guest, topic });
    expect(gapsOf([ask('a', 'tax'), ask('b', 'tax'), ask('b', 'tax'), ask('c', 'bees'), ask('d', 'bees'), ask('e', 'bees'), ask('f', 'chess'), ask('g')])).toEqual([
      { topic: 'bees', askers: 3 },
      { topic: 'tax', askers: 2 },
    ]);
  });

  test('the map has a title, a description and the same in words', () => {
    const sheet = crowdedSheet(20);
    const svg = giveMapSvg(sheet, typesetter);
    expect(svg).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="give-map-title give-map-description"/);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toBe(giveMapSvg(sheet, createTypesetter()));
    const text = renderToString(GiveMapText({ sheet }));
    for (const { name, give } of sheet.guests) if (give.length > 0) expect(text).toContain(name);
    expect(text).toMatch(/20 (?:de|of|von) 40/u);
  });
});
