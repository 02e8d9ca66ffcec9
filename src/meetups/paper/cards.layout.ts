import { message } from '../../html/messages.js';
import type { MeetupSheet, SheetGuest, SheetTie } from './meetup-sheet.js';
import { placeTexts } from './place-texts.js';
import { PAGE, type PageLayout, type Stroke } from './page-layout.js';
import { flowText, lineHeight, type Flow, type Frame, type Group, type Paragraph, type PlacedLine } from './text-flow.js';
import type { Typesetter } from './typesetter.js';

const ACROSS = 2;
const DOWN = 4;
export const CARDS_A_PAGE = ACROSS * DOWN;
const CARD = { width: PAGE.width / ACROSS, height: PAGE.height / DOWN };
/** Wide enough for a printer that leaves its margins white, and for scissors that slip. */
const SIDE = 20;
const TOP = 16;
const INNER = { width: CARD.width - 2 * SIDE, height: CARD.height - 2 * TOP };
const FOOT_SIZE = 7;
/** Sizes of reading text that are tried before a second card is taken, in points. */
const SIZES = [10.5, 9.5, 9, 8.5, 8, 7.5];
/** Where two cards are taken anyway, there is no need to squeeze. */
const SIZE_ON_CARDS = 8.5;
const NAME_SIZES = [14, 12, 10];
const MOST_NAME_LINES = 2;
const MARK = 9;

/**
 * A card for each guest, eight to an A4 page with cut marks. What does not fit in the smallest legible size goes on on a next card,
 * and both say so; nothing is cut.
 */
export function layoutCards(sheet: MeetupSheet, typesetter: Typesetter): PageLayout {
  const lines: PlacedLine[] = [];
  let card = 0;
  let paragraphs = 0;
  for (const guest of sheet.guests) {
    const { flow, cards } = guestCards(guest, sheet, card, typesetter);
    lines.push(...flow.map((line) => ({ ...line, paragraph: line.paragraph + paragraphs, language: guest.language })));
    paragraphs = 1 + Math.max(paragraphs, ...lines.slice(-flow.length).map(({ paragraph }) => paragraph));
    card += cards;
  }
  const pages = Math.max(1, Math.ceil(card / CARDS_A_PAGE));
  return { pages, lines, strokes: Array.from({ length: pages }, (_, page) => cutMarks(page)).flat() };
}

function guestCards(guest: SheetGuest, sheet: MeetupSheet, first: number, typesetter: Typesetter): { readonly flow: readonly PlacedLine[]; readonly cards: number } {
  for (const size of SIZES) {
    const flow = flowText(groupsOf(guest, sheet, size, typesetter), (n) => innerFrame(first + n), typesetter);
    if (flow.frames === 1) return { flow: [...flow.lines, ...footer(sheet.title, first, flow, typesetter)], cards: 1 };
  }
  return continued(guest, sheet, first, typesetter);
}

/** Over as many cards as it takes: each names the guest and its place among them. */
function continued(guest: SheetGuest, sheet: MeetupSheet, first: number, typesetter: Typesetter): { readonly flow: readonly PlacedLine[]; readonly cards: number } {
  const size = SIZE_ON_CARDS;
  const headOf = (part: number, parts: number): Flow =>
    flowText(
      [[nameParagraph(message(guest.language, 'paper.card.part', { name: typesetter.legible(guest.name), part, parts }), NAME_SIZES.at(-1)!)]],
      () => innerFrame(first + part - 1, Infinity),
      typesetter,
    );
  // The head of every part has the height of the longest, so that one reckoning serves all.
  const head = headOf(99, 99).used + 4;
  const foot = lineHeight(FOOT_SIZE) + 2;
  const frameAt = (n: number): Frame => {
    const { page, x, y, width, height } = innerFrame(first + n);
    return { page, x, y: y + head, width, height: height - head - foot };
  };
  const body = flowText(bodyGroups(guest, sheet, size), frameAt, typesetter);
  const lines: PlacedLine[] = [];
  let paragraphs = lastParagraph(body.lines) + 1;
  for (let part = 1; part <= body.frames; part++) {
    const place = frameAt(part - 1);
    const heads = headOf(part, body.frames).lines.map((line) => ({ ...line, paragraph: paragraphs }));
    const own = body.lines.filter(({ page, x, y }) => page === place.page && x >= place.x && x < place.x + CARD.width && y >= place.y && y < place.y + place.height);
    const more = part < body.frames ? [footLine(`${message(guest.language, 'paper.card.next')} ›`, first + part - 1, typesetter, paragraphs + 1)] : [];
    lines.push(...heads, ...own, ...more);
    paragraphs += 2;
  }
  return { flow: lines, cards: body.frames };
}

function lastParagraph(lines: readonly PlacedLine[]): number {
  return lines.reduce((most, { paragraph }) => Math.max(most, paragraph), 0);
}

function groupsOf(guest: SheetGuest, sheet: MeetupSheet, size: number, { legible, width }: Typesetter): Group[] {
  const fitting = NAME_SIZES.find((its) => width(legible(guest.name), 'strong', its) <= INNER.width * MOST_NAME_LINES * 0.85) ?? NAME_SIZES.at(-1)!;
  const [first, ...others] = bodyGroups(guest, sheet, size);
  return [[nameParagraph(guest.name, fitting), ...(first ?? [])], ...others];
}

function nameParagraph(name: string, size: number): Paragraph {
  return { text: name, face: 'strong', size, ink: 'ink', above: 0, tag: 'H2' };
}

function bodyGroups({ name, language, give, receive }: SheetGuest, sheet: MeetupSheet, size: number): Group[] {
  const nobody: Group = [{ text: message(language, 'paper.card.nobody'), face: 'slanted', size, ink: 'soft', above: 6, tag: 'P' }];
  const places = placeTexts(sheet, name, language).map((text, i): Paragraph => ({ text, face: 'text', size, ink: 'ink', above: i === 0 ? 2.5 : 0, tag: 'P' }));
  return [
    ...(give.length + receive.length === 0 ? [nobody] : []),
    ...section(message(language, 'intros.guest.give'), give, size),
    ...section(message(language, 'intros.guest.receive'), receive, size),
    ...(places.length === 0 ? [] : [[titleParagraph(message(language, 'paper.card.programme'), size), ...places]]),
  ];
}

function section(title: string, ties: readonly SheetTie[], size: number): Group[] {
  if (ties.length === 0) return [];
  const [first, ...others] = ties.map(({ name, reason }): Paragraph[] => [
    { text: name, face: 'strong', size, ink: 'ink', above: 2.5, tag: 'P' },
    { text: reason, face: 'text', size, ink: 'ink', above: 0, tag: 'P' },
  ]);
  return [[titleParagraph(title, size), ...first!], ...others];
}

function titleParagraph(text: string, size: number): Paragraph {
  return { text, face: 'slanted', size: size + 0.5, ink: 'accent', above: 5, tag: 'H3' };
}

function innerFrame(card: number, height: number = INNER.height): Frame {
  const place = card % CARDS_A_PAGE;
  return {
    page: Math.floor(card / CARDS_A_PAGE),
    x: (place % ACROSS) * CARD.width + SIDE,
    y: Math.floor(place / ACROSS) * CARD.height + TOP,
    width: INNER.width,
    height,
  };
}

/** The meetup's title at the foot of a card that has room for it. */
function footer(title: string, card: number, flow: Flow, typesetter: Typesetter): PlacedLine[] {
  const line = footLine(typesetter.legible(title), card, typesetter, lastParagraph(flow.lines) + 1);
  const hasRoom = flow.used + lineHeight(FOOT_SIZE) + 4 <= INNER.height && line.width <= INNER.width;
  return hasRoom ? [line] : [];
}

function footLine(text: string, card: number, { width }: Typesetter, paragraph: number): PlacedLine {
  const { page, x, y } = innerFrame(card);
  const height = lineHeight(FOOT_SIZE);
  return { page, x, y: y + INNER.height - height, width: width(text, 'slanted', FOOT_SIZE), height, text, face: 'slanted', size: FOOT_SIZE, ink: 'soft', tag: 'P', paragraph };
}

/** A small cross where cards meet and a tick at each edge of the page. */
function cutMarks(page: number): Stroke[] {
  const strokes: Stroke[] = [];
  for (let column = 0; column <= ACROSS; column++)
    for (let row = 0; row <= DOWN; row++) {
      const [x, y] = [column * CARD.width, row * CARD.height];
      if (row > 0 && row < DOWN) strokes.push({ page, from: [Math.max(0, x - MARK), y], to: [Math.min(PAGE.width, x + MARK), y], ink: 'soft' });
      if (column > 0 && column < ACROSS) strokes.push({ page, from: [x, Math.max(0, y - MARK)], to: [x, Math.min(PAGE.height, y + MARK)], ink: 'soft' });
    }
  return strokes;
}
