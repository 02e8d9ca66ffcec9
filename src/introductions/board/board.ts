import { fold, type Language } from '../../engine/engine.js';
import type { Statement } from '../../members/statement.js';

/** What somebody looks for on the board. */
export interface BoardSearch {
  /** What one could help with, in one's own words. */
  readonly words?: string | undefined;
  readonly language?: Language | undefined;
  readonly place?: string | undefined;
  /** Only what can be done from anywhere. */
  readonly remote?: boolean;
}

/** An ask as everybody of the community sees it. */
export interface BoardAsk {
  readonly ask: Statement;
  /** First name, where the member shows it. */
  readonly asker: string | null;
  /** Whether it is the reader's own. */
  readonly isOwn: boolean;
}

export interface BoardView {
  readonly asks: readonly BoardAsk[];
  /** Of all pages. */
  readonly count: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Whether the reader may help somebody more at present: no pause, and capacity left. */
  readonly mayHelp: boolean;
}

const PAGE_SIZE = 20;

/** One page of what was found; a page beyond the last is the last. */
export function pageOfBoard(found: readonly BoardAsk[], wanted: number): Pick<BoardView, 'asks' | 'count' | 'page' | 'pages'> {
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  return { asks: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), count: found.length, page, pages };
}

/** Whether every one of these words stands in a text, whatever its case and accents. */
export function holdsWords(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}
