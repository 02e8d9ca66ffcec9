import { writeFileSync } from 'node:fs';

import { printPage } from './paper/print-page.js';
import { giveMapSvg } from './paper/give-map.js';
import type { MeetupSheet } from './paper/meetup-sheet.js';
import { cardsPdf, createTypesetter, hostSheetPdf } from './paper/pdf.js';

/** Paths of the files to write; what has none is not made. */
export interface PaperFiles {
  /** Host sheet, cards and map on one page, to print or to hold on a phone. */
  readonly html?: string;
  /** The host sheet as PDF. */
  readonly pdf?: string;
  readonly cards?: string;
  /** The give-map as SVG. */
  readonly map?: string;
}

/**
 * Writes a sheet in the wanted forms.
 * @param createdAt time of making that stands in the PDF files
 * @returns names of guests whose script the fonts of the PDF do not have, and which stand there as numbers of their signs
 */
export async function writePapers(files: PaperFiles, sheet: MeetupSheet, createdAt: Date): Promise<string[]> {
  const typesetter = createTypesetter();
  if (files.html !== undefined) writeFileSync(files.html, printPage(sheet, typesetter));
  if (files.map !== undefined) writeFileSync(files.map, giveMapSvg(sheet, typesetter));
  if (files.pdf !== undefined) writeFileSync(files.pdf, await hostSheetPdf(sheet, createdAt));
  if (files.cards !== undefined) writeFileSync(files.cards, await cardsPdf(sheet, createdAt));
  return sheet.guests.map(({ name }) => name).filter((name) => typesetter.legible(name).includes('[U+'));
}
