import { message } from '../../html/messages.js';
import type { MeetupSheet, SheetIntroduction } from './meetup-sheet.js';
import { PAGE, type PageLayout, type Stroke } from './page-layout.js';
import { flowText, lineHeight, type Flow, type Frame, type Group, type Paragraph, type PlacedLine } from './text-flow.js';
import type { Typesetter } from './typesetter.js';

const MARGIN = 40;
const GUTTER = 22;
const FOOT = 16;
const COLUMNS = 2;
const COLUMN_WIDTH = (PAGE.width - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS;
/** Sizes of reading text that are tried for one page, in points, and the smallest that a host can read in a dim room. */
const LARGER = [10, 9.5, 9, 8.5, 8];
const SMALLEST = 7.5;
/** Where one page will not do, there is no need to squeeze. */
const SIZE_ON_PAGES = 9;

/** The host's sheet: one A4 page where it fits, more where it does not; nothing is ever cut. */
export function layoutHostSheet(sheet: MeetupSheet, typesetter: Typesetter): PageLayout {
  const smallest = laidOut(sheet, SMALLEST, typesetter);
  if (smallest.pages > 1) return laidOut(sheet, SIZE_ON_PAGES, typesetter);
  for (const size of LARGER) {
    const layout = laidOut(sheet, size, typesetter);
    if (layout.pages === 1) return layout;
  }
  return smallest;
}

function laidOut(sheet: MeetupSheet, size: number, typesetter: Typesetter): PageLayout {
  const head = flowText([headOf(sheet)], () => ({ page: 0, x: MARGIN, y: MARGIN, width: PAGE.width - 2 * MARGIN, height: Infinity }), typesetter);
  const rule = MARGIN + head.used + 8;
  const frameAt = (n: number): Frame => {
    const page = Math.floor(n / COLUMNS);
    const top = page === 0 ? rule + 10 : MARGIN;
    return { page, x: MARGIN + (n % COLUMNS) * (COLUMN_WIDTH + GUTTER), y: top, width: COLUMN_WIDTH, height: PAGE.height - MARGIN - FOOT - top };
  };
  const body = flowText(groupsOf(sheet, size, typesetter), frameAt, typesetter);
  const pages = Math.ceil(body.frames / COLUMNS);
  const first = head.lines.length === 0 ? 0 : head.lines.at(-1)!.paragraph + 1;
  return {
    pages,
    lines: [...head.lines, ...body.lines.map((line) => ({ ...line, paragraph: line.paragraph + first })), ...(pages > 1 ? pageNumbers(pages, first + 1 + lastParagraph(body), sheet, typesetter) : [])],
    strokes: [{ page: 0, from: [MARGIN, rule], to: [PAGE.width - MARGIN, rule], ink: 'accent' }, ...columnRules(pages, frameAt)],
  };
}

function headOf({ title, place, dateText, language }: MeetupSheet): Group {
  const where = [dateText, place].filter((text) => text !== '').join(' · ');
  return [
    { text: title, face: 'strong', size: 20, ink: 'accent', above: 0, tag: 'H1' },
    ...(where === '' ? [] : [{ text: where, face: 'text', size: 10.5, ink: 'ink', above: 3, tag: 'P' } as const]),
    { text: message(language, 'paper.host.lead'), face: 'slanted', size: 10.5, ink: 'soft', above: 3, tag: 'P' },
  ];
}

function groupsOf(sheet: MeetupSheet, size: number, typesetter: Typesetter): Group[] {
  const { language, introductions, unanswered, gaps } = sheet;
  const text = (words: string, more: Partial<Paragraph> = {}): Paragraph => ({ text: words, face: 'text', size, ink: 'ink', above: size * 0.35, tag: 'P', ...more });
  const section = (title: string, lead?: string): Paragraph[] => [
    { text: title, face: 'strong', size: size + 2.5, ink: 'accent', above: size * 1.5, tag: 'H2' },
    ...(lead === undefined ? [] : [text(lead, { face: 'slanted', ink: 'soft', above: 1 })]),
  ];
  const open = unanswered.map(({ guest, ask }) => text(`${guest}: ${ask}`));
  const missing = gaps.map(({ topic, askers }) => text(message(language, 'paper.host.gap', { count: askers, topic })));
  return [
    ...introductions.map((introduction, i) => introductionGroup(introduction, i + 1, size, sheet, typesetter)),
    ...(introductions.length === 0 ? [[text(message(language, 'paper.host.nobody'), { ink: 'soft' })]] : []),
    ...programmeGroups(sheet, section(message(language, 'paper.host.programme')), text, typesetter),
    // A heading never stands alone at the foot of a column.
    ...(open.length === 0 ? [] : [[...section(message(language, 'paper.host.open'), message(language, 'paper.host.open.lead')), open[0]!], ...open.slice(1).map((line) => [line])]),
    ...(missing.length === 0 ? [] : [[...section(message(language, 'paper.host.gaps')), missing[0]!], ...missing.slice(1).map((line) => [line])]),
  ];
}

/** Each round and each change of tables as a group of its own; the first holds the heading. */
function programmeGroups({ programme, language }: MeetupSheet, heading: Group, text: (words: string, more?: Partial<Paragraph>) => Paragraph, { legible }: Typesetter): Group[] {
  const { rounds = [], tables = [] } = programme ?? {};
  const names = (guests: readonly string[]): string => guests.map(legible).join(', ');
  const title = (words: string): Paragraph => text(words, { face: 'strong' });
  const groups = [
    // Who pauses is whoever is not called.
    ...rounds.map(({ number, starts, ends, pairs }): Group => [
      title(message(language, 'programme.round', { number, starts, ends })),
      text(pairs.map(([giver, asker]) => `${legible(giver)} → ${legible(asker)}`).join(' · '), { above: 0.5 }),
    ]),
    ...tables.map((round, i): Group => [
      title(message(language, 'programme.tables', { number: i + 1 })),
      ...round.map((seated, table) => text(message(language, 'programme.table', { number: table + 1, names: names(seated) }), { above: 0.5 })),
    ]),
  ];
  return groups.map((group, i) => (i === 0 ? [...heading, ...group] : group));
}

function introductionGroup({ giver, asker, sentence, connector }: SheetIntroduction, number: number, size: number, { language }: MeetupSheet, { legible }: Typesetter): Group {
  const indent = size * 1.6;
  return [
    { text: `☐ ${number}. ${legible(giver)} → ${legible(asker)}`, face: 'strong', size: size + 0.5, ink: 'ink', above: size * 0.9, tag: 'H2' },
    { text: sentence, face: 'text', size, ink: 'ink', above: 0.5, indent, tag: 'P' },
    ...(connector === undefined
      ? []
      : [{ text: message(language, 'paper.host.connector', { name: connector }), face: 'slanted', size: size - 0.5, ink: 'soft', above: 0.5, indent, tag: 'P' } as const]),
  ];
}

function lastParagraph({ lines }: Flow): number {
  return lines.at(-1)?.paragraph ?? 0;
}

function pageNumbers(pages: number, firstParagraph: number, { language }: MeetupSheet, { width }: Typesetter): PlacedLine[] {
  const size = 8;
  return Array.from({ length: pages }, (_, page) => {
    const text = message(language, 'paper.page', { page: page + 1, pages });
    const its = width(text, 'text', size);
    return {
      page,
      x: PAGE.width - MARGIN - its,
      y: PAGE.height - MARGIN - lineHeight(size),
      width: its,
      height: lineHeight(size),
      text,
      face: 'text',
      size,
      ink: 'soft',
      tag: 'P',
      paragraph: firstParagraph + page,
    };
  });
}

function columnRules(pages: number, frameAt: (n: number) => Frame): Stroke[] {
  return Array.from({ length: pages }, (_, page): Stroke => {
    const { x, y, height } = frameAt(page * COLUMNS + 1);
    return { page, from: [x - GUTTER / 2, y], to: [x - GUTTER / 2, y + height], ink: 'line' };
  });
}
