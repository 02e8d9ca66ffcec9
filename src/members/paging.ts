import { notFound } from '../errors.js';

/** One page of a list in the order of ids, and the cursor of the next. */
export interface Page<T> {
  readonly items: T[];
  /** To be given back as `cursor`; null on the last page. */
  readonly next: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Cursors are opaque: the last id of the page before. */
export function afterId(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[0-9a-f-]{36}$/u.test(id)) throw notFound('This page of the list');
  return id;
}

/** @param rows one more than the limit where there is a next page */
export function pageOf<T extends { readonly id: string }>(rows: T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? Buffer.from(last.id, 'utf8').toString('base64url') : null };
}
