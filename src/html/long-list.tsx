import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { message } from './messages.js';

/** A part of a long list, as the address of the page names it. */
export interface Wanted {
  /** Words that each entry must hold; undefined for all entries. */
  readonly q?: string | undefined;
  /** From 1; beyond the end the last one is shown. */
  readonly page: number;
}

/** One page of the entries that were asked for. */
export interface ListPage<T> {
  readonly entries: readonly T[];
  readonly q: string;
  readonly page: number;
  readonly pages: number;
  /** Entries on all pages. */
  readonly count: number;
}

/**
 * The wanted page of those entries whose text holds every word that is looked for.
 * @param textOf everything that an entry may be found by
 * @param plain takes case and accents out of a text, the same for what is typed and what is found
 */
export function pageOf<T>(all: readonly T[], { q = '', page }: Wanted, size: number, textOf: (entry: T) => string, plain: (text: string) => string): ListPage<T> {
  const words = plain(q).split(/\s+/u).filter(Boolean);
  const found = words.length === 0 ? all : all.filter((entry) => words.every((word) => plain(textOf(entry)).includes(word)));
  const pages = Math.max(1, Math.ceil(found.length / size));
  const shown = Math.min(page, pages);
  return { entries: found.slice((shown - 1) * size, shown * size), q: q.trim(), page: shown, pages, count: found.length };
}

/** What an address ends with to come back to this page of the list: `?q=…&page=…`, or nothing for the beginning. */
export function queryOf({ q, page }: Pick<ListPage<unknown>, 'q' | 'page'>): string {
  const query = new URLSearchParams([...(q === '' ? [] : [['q', q]]), ...(page === 1 ? [] : [['page', String(page)]])]).toString();
  return query === '' ? '' : `?${query}`;
}

interface LongListProps {
  readonly language: Language;
  /** Path of the page. */
  readonly path: string;
  readonly list: ListPage<unknown>;
}

/** A field to search by; works without a script. Nothing where the whole list fits on one page anyway. */
export function SearchForm({ language, path, list: { q, pages, count }, label }: LongListProps & { readonly label: string }): VNode | null {
  if (q === '' && pages === 1) return null;
  return (
    <search>
      <form method="get" action={path} class="search">
        <label>
          {label}
          <input type="search" name="q" value={q} maxLength={100} />
        </label>
        <button type="submit" class="quiet">
          {message(language, 'list.search.do')}
        </button>
      </form>
      {q !== '' && (
        <p class="label" role="status">
          {message(language, 'list.found', { count })} <a href={path}>{message(language, 'list.all')}</a>
        </p>
      )}
    </search>
  );
}

export function PageLinks({ language, path, list: { q, page, pages } }: LongListProps): VNode | null {
  if (pages === 1) return null;
  const t = (key: 'list.pages' | 'list.before' | 'list.after'): string => message(language, key);
  return (
    <nav class="pages" aria-label={t('list.pages')}>
      {page > 1 && (
        <a rel="prev" href={`${path}${queryOf({ q, page: page - 1 })}`}>
          {t('list.before')}
        </a>
      )}
      <span class="label">{message(language, 'list.page', { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={`${path}${queryOf({ q, page: page + 1 })}`}>
          {t('list.after')}
        </a>
      )}
    </nav>
  );
}
