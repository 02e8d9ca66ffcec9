import { existsSync } from 'node:fs';

import { chromium, type Browser, type Page } from 'playwright-core';

import { CARDS_A_PAGE, layoutCards } from '../../src/meetups/paper/cards.layout.js';
import { giveMapSvg } from '../../src/meetups/paper/give-map.js';
import { layoutHostSheet } from '../../src/meetups/paper/host-sheet.layout.js';
import type { MeetupSheet } from '../../src/meetups/paper/meetup-sheet.js';
import { PAGE, type PageLayout } from '../../src/meetups/paper/page-layout.js';
import { createTypesetter, pagesPdf } from '../../src/meetups/paper/pdf.js';
import type { PlacedLine } from '../../src/meetups/paper/text-flow.js';
import { boxesOutside, emptyBoxes, HAS_POPPLER, inkOutside, letters, overlaps, picturesOf, said, wordsOf, wordsWithoutInk, type Box, type Word } from './paper-pictures.js';
import { crowdedSheet, seatedSheet } from './paper-sheets.js';

const CHROMIUM = '/usr/bin/chromium';
const AT = new Date('2025-05-15T17:00:00Z');
/** Slanted letters lean out of their boxes by so much. */
const LEAN = 2;
const typesetter = createTypesetter();
const printed = (text: string): string => letters(typesetter.legible(text));
const texts = (words: readonly Word[]): string[] => words.map(({ text }) => text);

/** With rounds and tables but for the largest rooms, which take long enough without. */
const evening = (sheet: MeetupSheet): MeetupSheet => (sheet.guests.length < 300 ? seatedSheet(sheet) : sheet);

const [CELL_WIDTH, CELL_HEIGHT] = [PAGE.width / 2, PAGE.height / (CARDS_A_PAGE / 2)];
const CELLS = Array.from({ length: CARDS_A_PAGE }, (_, i): Box => ({ x: (i % 2) * CELL_WIDTH, y: Math.floor(i / 2) * CELL_HEIGHT, width: CELL_WIDTH, height: CELL_HEIGHT }));
const grown = ({ x, y, width, height }: Box, across: number, down: number): Box => ({ x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down });
/** Scissors and printers may slip: text stays this far from the edges of a card. */
const INSIDE_CARDS = CELLS.map((cell) => grown(cell, LEAN - 20, LEAN - 16));
const CUT_MARKS = CELLS.flatMap(({ x, y }) => [grown({ x, y, width: 0, height: 0 }, 10, 1.5), grown({ x, y, width: 0, height: 0 }, 1.5, 10)]).concat(
  CELLS.flatMap(({ x, y, width, height }) => [grown({ x: x + width, y: y + height, width: 0, height: 0 }, 10, 1.5), grown({ x: x + width, y: y + height, width: 0, height: 0 }, 1.5, 10)]),
);
const INSIDE_SHEET = grown({ x: 0, y: 0, width: PAGE.width, height: PAGE.height }, LEAN - 40, LEAN - 40);

/** What is wrong with pages as they are printed; nothing where they can be handed out. */
function faults(pdf: Buffer, allowed: readonly Box[]): string[] {
  const words = wordsOf(pdf);
  const pictures = picturesOf(pdf);
  return [
    ...(emptyBoxes(pdf) > 0 ? ['empty boxes for letters'] : []),
    ...pictures.flatMap((picture, page) => [
      ...inkOutside(picture, allowed).map((place) => `page ${page}: ${place}`),
      ...wordsWithoutInk(picture, words[page]!).map((text) => `page ${page}: nothing to be seen of "${text}"`),
      ...overlaps(words[page]!).map(([one, other]) => `page ${page}: "${one.text}" over "${other.text}"`),
    ]),
    ...(pictures.length === words.length ? [] : ['a page without words']),
  ];
}

/** Each guest's cards hold what was meant for that guest, and nothing else lies in between. */
function strayCards(pdf: Buffer, { guests }: MeetupSheet): string[] {
  const cells = wordsOf(pdf).flatMap((words) => CELLS.map((cell) => said(words.filter((word) => boxesOutside([word], cell).length === 0))));
  const wrong: string[] = [];
  for (const { name, give, receive } of guests) {
    const own = [cells.shift() ?? ''];
    while (own.at(-1)!.includes('›')) own.push(cells.shift() ?? '');
    wrong.push(...own.filter((cell) => !cell.includes(printed(name))).map(() => name));
    // Where a text goes on on a next card, its head and foot stand between.
    for (const tie of [...give, ...receive]) if (!own.join('').includes(printed(tie.name)) || (own.length === 1 && !own[0]!.includes(printed(tie.reason)))) wrong.push(`${name}: ${tie.name}`);
  }
  return [...wrong, ...cells.filter((cell) => cell !== '')];
}

const layoutWith =
  (layout: typeof layoutCards, change: (line: PlacedLine) => PlacedLine) =>
  (sheet: MeetupSheet): PageLayout => {
    const made = layout(sheet, typesetter);
    return { ...made, lines: made.lines.map(change) };
  };

// Without poppler-utils nothing is looked at: .ci/run installs it.
const lookedAt = HAS_POPPLER ? describe : describe.skip;
lookedAt(`paper as pictures (${HAS_POPPLER ? 'pdftoppm' : 'SKIPPED, nothing was looked at: apt-get install poppler-utils'})`, () => {
  test.each([8, 40, 300])('host sheet for %i guests: no ink beyond the margins, no two words overlap, every letter is there', async (count) => {
    const sheet = evening(crowdedSheet(count));
    const pdf = await pagesPdf(sheet, AT, layoutHostSheet);
    expect(faults(pdf, [INSIDE_SHEET])).toEqual([]);
    const text = wordsOf(pdf).map(said).join('');
    const meant = layoutHostSheet(sheet, typesetter).lines.map((line) => letters(line.text));
    expect(meant.filter((line) => !text.includes(line))).toEqual([]);
    for (const word of ['Steuerberatung', 'pingüino', 'Öl', '✦', 'Íñigo']) expect(text).toContain(word);
  });

  test.each([
    [8, 3, 5],
    [40, 3, 5],
    [16, 6, 14],
    [300, 3, 5],
  ])('cards for %i guests with %i ties of %i words: ink within its own card alone, no overlap, every letter is there', async (count, ties, words) => {
    const sheet = evening(crowdedSheet(count, ties, words));
    const pdf = await pagesPdf(sheet, AT, layoutCards);
    expect(faults(pdf, [...INSIDE_CARDS, ...CUT_MARKS])).toEqual([]);
    expect(strayCards(pdf, sheet)).toEqual([]);
  });

  test('each check sees its fault: a shifted card, a name that was not broken, two lines on one another, a letter that the font lacks', async () => {
    const sheet = crowdedSheet(8);
    const cards = async (change: (line: PlacedLine) => PlacedLine): Promise<{ pdf: Buffer; found: string }> => {
      const pdf = await pagesPdf(sheet, AT, layoutWith(layoutCards, change));
      return { pdf, found: faults(pdf, [...INSIDE_CARDS, ...CUT_MARKS]).join('\n') };
    };
    const inFirstCell = ({ page, x, y }: PlacedLine): boolean => page === 0 && x < CELL_WIDTH && y < CELL_HEIGHT;
    const name = sheet.guests[0]!.name;

    const shifted = await cards((line) => (inFirstCell(line) ? { ...line, x: line.x - 12 } : line));
    expect(shifted.found).toMatch(/ink at \d/u);
    const inNeighbour = await cards((line) => (inFirstCell(line) ? { ...line, x: line.x + CELL_WIDTH } : line));
    expect(inNeighbour.found).toMatch(/ over "/u);
    expect(strayCards(inNeighbour.pdf, sheet)).not.toEqual([]);
    const unbroken = await cards((line) => (inFirstCell(line) && line.tag === 'H2' ? { ...line, text: name.replaceAll(' ', '-') } : line));
    expect(unbroken.found).toMatch(/ink at \d/u);
    const lacking = await cards((line) => (inFirstCell(line) && line.tag === 'H2' ? { ...line, text: 'Li 王' } : line));
    expect(lacking.found).toContain('empty boxes');

    const close = await pagesPdf(
      sheet,
      AT,
      layoutWith(layoutHostSheet, (line) => (line.tag === 'H2' ? { ...line, y: line.y + 8 } : line)),
    );
    expect(faults(close, [INSIDE_SHEET]).join()).toMatch(/ over "/u);
    const [picture, words] = [picturesOf(close)[0]!, wordsOf(close)[0]!];
    expect(wordsWithoutInk({ ...picture, pixels: new Uint8Array(picture.pixels.length).fill(255) }, words)).toEqual(texts(words));
  });
});

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;
inBrowser(`the give-map in a browser (${existsSync(CHROMIUM) ? 'Chromium' : 'SKIPPED, nothing was looked at: apt-get install chromium'})`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  /** The labels of a map with the boxes that the browser gives them, and the picture's own box. */
  async function labelsOf(svg: string): Promise<{ labels: Word[]; dots: Box[]; room: Box }> {
    await page.setContent(`<body style="margin:0">${svg.replace(/^<\?xml[^>]*>/u, '')}</body>`);
    return page.evaluate(() => {
      const boxOf = (element: SVGGraphicsElement) => {
        const { x, y, width, height } = element.getBBox();
        return { x, y, width, height };
      };
      const { x, y, width, height } = document.querySelector('svg')!.viewBox.baseVal;
      return {
        labels: [...document.querySelectorAll('text')].map((label) => ({ ...boxOf(label), text: label.textContent })),
        dots: [...document.querySelectorAll('circle')].map(boxOf),
        room: { x, y, width, height },
      };
    });
  }

  const mapFaults = ({ labels, dots, room }: Awaited<ReturnType<typeof labelsOf>>): string[] => [
    ...boxesOutside([...labels, ...dots.map((dot) => ({ ...dot, text: 'a dot' }))], room).map(({ text }) => `${text} leaves the picture`),
    ...overlaps(labels.filter(({ text }) => text !== '')).map(([one, other]) => `"${one.text}" over "${other.text}"`),
    ...labels.filter(({ x, y, width, height }) => dots.some((dot) => overlaps([dot, { x, y, width, height }]).length > 0)).map(({ text }) => `a dot over "${text}"`),
  ];

  test.each([8, 40, 300])('for %i guests no label overlaps another or a dot, or leaves the picture, and all names are there', async (count) => {
    const sheet = crowdedSheet(count);
    const map = await labelsOf(giveMapSvg(sheet, typesetter));
    expect(mapFaults(map)).toEqual([]);
    const text = letters(map.labels.map((label) => label.text).join(''));
    for (const { name, give } of sheet.guests) if (give.length > 0) expect(text).toContain(letters(name));
  });

  test('each check sees its fault: a name that was not broken, a label that slipped', async () => {
    const svg = giveMapSvg(crowdedSheet(8), typesetter);
    expect(mapFaults(await labelsOf(svg.replace(/(text-anchor="end">)([^<]+)(<\/text><\/g>)/u, (_, open, name, end) => open + 'Oberbrunnthal'.repeat(12) + name + end))).join()).toContain(
      'leaves the picture',
    );
    const [first, second] = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)" text-anchor="end">[^<]+<\/text><\/g>/gu)];
    expect(mapFaults(await labelsOf(svg.replace(second![0], second![0].replace(`y="${second![1]}"`, `y="${Number(first![1]) + 4}"`)))).join()).toContain(' over ');
  });
});
