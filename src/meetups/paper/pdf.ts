import PDFDocument from 'pdfkit';

import type { Language } from '../../engine/engine.js';
import { layoutCards } from './cards.layout.js';
import { layoutHostSheet } from './host-sheet.layout.js';
import type { MeetupSheet } from './meetup-sheet.js';
import { PAGE, type PageLayout } from './page-layout.js';
import { INKS, type PlacedLine } from './text-flow.js';
import { typesetterOf, type Typesetter } from './typesetter.js';

/** The host's sheet as a tagged PDF. The same sheet and time give the same bytes. @param createdAt goes into the file as its time of making */
export function hostSheetPdf(sheet: MeetupSheet, createdAt: Date): Promise<Buffer> {
  return pagesPdf(sheet, createdAt, layoutHostSheet);
}

/** The guests' cards as a tagged PDF, eight to a page. The same sheet and time give the same bytes. @param createdAt goes into the file as its time of making */
export function cardsPdf(sheet: MeetupSheet, createdAt: Date): Promise<Buffer> {
  return pagesPdf(sheet, createdAt, layoutCards);
}

/** The same fonts and measures as in the PDF, for whoever lays out something else beside it. */
export function createTypesetter(): Typesetter {
  return typesetterOf(new PDFDocument({ autoFirstPage: false }));
}

/** Pages drawn as they were laid out. @param createdAt goes into the file as its time of making */
export async function pagesPdf(sheet: MeetupSheet, createdAt: Date, layout: (sheet: MeetupSheet, typesetter: Typesetter) => PageLayout): Promise<Buffer> {
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: sheet.title, Creator: 'Gern', Producer: 'Gern', CreationDate: createdAt, ModDate: createdAt },
  });
  const written = collect(document);
  const typesetter = typesetterOf(document);
  draw(document, layout(sheet, typesetter), sheet.language, typesetter);
  document.end();
  return written;
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

function draw(document: PDFKit.PDFDocument, { pages, lines, strokes }: PageLayout, language: Language, typesetter: Typesetter): void {
  const root = document.struct('Document', { lang: language });
  document.addStructure(root);
  for (let page = 0; page < pages; page++) {
    document.addPage();
    // Strokes say nothing: a screen reader passes them over.
    document.markContent('Artifact', { type: 'Layout' });
    for (const { from, to, ink } of strokes.filter((stroke) => stroke.page === page))
      document
        .lineWidth(0.6)
        .strokeColor(INKS[ink])
        .moveTo(...from)
        .lineTo(...to)
        .stroke();
    document.endMarkedContent();
    for (const paragraph of paragraphsOf(lines.filter((line) => line.page === page))) {
      const { tag, language: its = language } = paragraph[0];
      root.add(document.struct(tag, its === language ? {} : { lang: its }, () => paragraph.forEach((line) => drawLine(document, line, typesetter))));
    }
  }
  root.end();
}

function paragraphsOf(lines: readonly PlacedLine[]): [PlacedLine, ...PlacedLine[]][] {
  const paragraphs = new Map<number, [PlacedLine, ...PlacedLine[]]>();
  for (const line of lines) {
    const its = paragraphs.get(line.paragraph);
    if (its) its.push(line);
    else paragraphs.set(line.paragraph, [line]);
  }
  return [...paragraphs.values()];
}

function drawLine(document: PDFKit.PDFDocument, { text, face, size, ink, x, y, height }: PlacedLine, { runs, width }: Typesetter): void {
  document.fillColor(INKS[ink]);
  let at = x;
  for (const run of runs(text, face)) {
    // The baseline is given, not the top: fonts that share a line stand on it together.
    document.font(run.font, size).text(run.text, at, y + height * 0.77, { lineBreak: false, baseline: 'alphabetic' });
    at += width(run.text, face, size);
  }
  // A space between the lines of a paragraph, for those who hear or copy it.
  document.text(' ', at, y + height * 0.77, { lineBreak: false, baseline: 'alphabetic' });
}
