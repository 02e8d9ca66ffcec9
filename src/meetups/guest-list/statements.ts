/** What is told while a cell is parted into statements. */
export type StatementFinding = { readonly code: 'too-short'; readonly text: string } | { readonly code: 'text-cut'; readonly length: number; readonly most: number };

const LONGEST_STATEMENT = 1_000;
const SHORTEST_STATEMENT = 3;
const BULLET = /^\s*(?:[-–—*•·]|\d{1,2}[.)])\s+/u;
const INLINE_NUMBER = /\s+(?=\d{1,2}\)\s)/u;
const SEPARATOR = /\s+[/|]\s+|\s*[|•;]\s*/u;
const NOTHING = /^(?:[-–—./]+|n\/?a|none|keine?|nichts|nada)$/iu;

/** A cell may hold several statements: on lines, as bullets, numbered, or between slashes and bars. */
export function statementsOf(cell: string, tell: (finding: StatementFinding) => void): string[] {
  const pieces = cell
    // Runs of spaces first, so that no pattern below can be made to look at them again and again.
    .replace(/[^\S\n]+/gu, ' ')
    .split('\n')
    .flatMap((line) => line.split(INLINE_NUMBER))
    .flatMap((line) => line.replace(BULLET, '').split(SEPARATOR))
    .map((piece) => piece.replace(BULLET, '').replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '' && !NOTHING.test(piece));
  return pieces.flatMap((piece) => {
    if (piece.length < SHORTEST_STATEMENT || !/\p{L}/u.test(piece)) {
      tell({ code: 'too-short', text: piece });
      return [];
    }
    if (piece.length > LONGEST_STATEMENT) {
      tell({ code: 'text-cut', length: piece.length, most: LONGEST_STATEMENT });
      return [[...piece].slice(0, LONGEST_STATEMENT).join('')];
    }
    return [piece];
  });
}
