export type DateOrder = 'day-first' | 'month-first';

export type ReadDay =
  | { readonly kind: 'day'; readonly day: string }
  /** Two numbers up to twelve: which is the month only people know. */
  | { readonly kind: 'either'; readonly readings: Readonly<Record<DateOrder, string>> }
  /** A spreadsheet's own number of a day. */
  | { readonly kind: 'serial' }
  | { readonly kind: 'none' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/u;
const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:$|[ ,])/u;
const SERIAL = /^[2-6]\d{4}(?:[.,]\d+)?$/u;

/** Reads a cell as a day (YYYY-MM-DD). Dots mean that the day stands first, as in German; other separators say nothing. */
export function readDay(cell: string): ReadDay {
  const iso = ISO.exec(cell);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = PARTS.exec(cell);
  if (parts) {
    const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
    if (parts[2] === '.' || first > 12 || first === second) return checked(year, second, first);
    if (second > 12) return checked(year, first, second);
    return { kind: 'either', readings: { 'day-first': written(year, second, first), 'month-first': written(year, first, second) } };
  }
  return { kind: SERIAL.test(cell) ? 'serial' : 'none' };
}

/** The order that the clear days of a column betray: 13/04 says that the day stands first. */
export function orderOf(cells: readonly string[]): DateOrder | undefined {
  const parts = cells.map((cell) => PARTS.exec(cell)).filter((found) => found !== null && found[2] !== '.');
  if (parts.some((found) => Number(found![1]) > 12)) return 'day-first';
  return parts.some((found) => Number(found![3]) > 12) ? 'month-first' : undefined;
}

function checked(year: number, month: number, day: number): ReadDay {
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isReal ? { kind: 'day', day: written(year, month, day) } : { kind: 'none' };
}

function written(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
