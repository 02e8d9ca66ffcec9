import type { VNode } from 'preact';

import { LANGUAGES, type Language } from '../../engine/engine.js';
import { longDate } from '../../html/dates.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Empty, Voice } from '../../html/parts.js';
import type { Reader } from '../reader.js';
import type { BoardAsk, BoardSearch, BoardView } from './board.js';

interface BoardPageProps {
  readonly reader: Reader;
  readonly search: BoardSearch;
  readonly view: BoardView;
}

/** What members look for and chose to show to everybody here. */
export function BoardPage({ reader: { language, organizes }, search, view }: BoardPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, number> = {}): string => message(language, key, values);
  const isFiltered = Object.values(search).some((value) => value !== undefined && value !== false);
  return (
    <Layout language={language} title={t('board.title')} audience="member" here="/board" organizes={organizes}>
      <main>
        <h1>{t('board.title')}</h1>
        <p class="lead">{t('board.lead')}</p>
        <SearchForm language={language} search={search} />
        {!view.mayHelp && (
          <p class="label">
            {t('board.resting')} <a href="/preferences">{t('settings.change')}</a>
          </p>
        )}
        {isFiltered && (
          <p role="status">
            {t('board.found', { count: view.count })} <a href="/board">{t('board.all')}</a>
          </p>
        )}
        {view.count === 0 && <Empty>{t(isFiltered ? 'board.none.found' : 'board.none')}</Empty>}
        {view.asks.map((one) => (
          <AskCard language={language} shown={one} mayHelp={view.mayHelp} />
        ))}
        <Pages language={language} search={search} view={view} />
        <div class="answers">
          <a class="press" href="/statements/new?kind=offer">
            {t('statements.add.offer')}
          </a>
          <a class="press" href="/statements/new?kind=ask">
            {t('statements.add.ask')}
          </a>
        </div>
      </main>
    </Layout>
  );
}

function SearchForm({ language, search: { words, language: written, place, remote } }: { readonly language: Language; readonly search: BoardSearch }): VNode {
  const t = (key: MessageKey): string => message(language, key);
  const isNarrowed = written !== undefined || place !== undefined || remote === true;
  return (
    <form method="get" action="/board" role="search">
      <label class="field wide">
        {t('board.words')}
        <span class="hint">{t('board.words.hint')}</span>
        <input type="search" name="words" value={words} maxLength={300} />
      </label>
      <details class="wide" open={isNarrowed}>
        <summary>{t('board.narrow')}</summary>
        <div class="fields">
          <label>
            {t('board.written')}
            <select name="written">
              <option value="">{t('board.written.any')}</option>
              {LANGUAGES.map((one) => (
                <option value={one} lang={one} selected={one === written}>
                  {message(one, `language.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('board.place')}
            <input type="text" name="place" value={place} maxLength={80} />
          </label>
          <label>
            <input type="checkbox" name="remote" value="yes" checked={remote === true} /> {t('board.remote')}
          </label>
        </div>
      </details>
      <button type="submit">{t('board.find')}</button>
    </form>
  );
}

function AskCard({ language, shown: { ask, asker, isOwn }, mayHelp }: { readonly language: Language; readonly shown: BoardAsk; readonly mayHelp: boolean }): VNode {
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  const facts = [
    ask.place,
    ask.neededFrom !== null && t('board.from', { date: longDate(language, ask.neededFrom) }),
    ask.neededBy !== null && t('statements.needed', { date: longDate(language, ask.neededBy) }),
    isOwn && ask.board !== null && t(`board.as.${ask.board}`),
  ].filter((fact) => fact !== null && fact !== false);
  return (
    <article class={isOwn ? 'receive' : 'give'}>
      <h2 class="whom">{isOwn ? t('page.you.ask') : t('page.asks', { name: asker ?? t('board.somebody') })}</h2>
      <Voice text={ask.text} language={ask.language} loud />
      {facts.length > 0 && <p class="label">{facts.join(' · ')}</p>}
      {isOwn ? (
        <a class="press" href={ask.neededFrom === null ? `/statements/${ask.id}/edit` : `/visits/${ask.id}/edit`}>
          {t('statements.edit')}
        </a>
      ) : (
        mayHelp && (
          <p>
            <a class="button quiet" href={`/board/${ask.id}/help`}>
              {t('board.help')}
            </a>
          </p>
        )
      )}
    </article>
  );
}

function Pages({ language, search, view: { page, pages } }: { readonly language: Language } & Pick<BoardPageProps, 'search' | 'view'>): VNode | null {
  if (pages === 1) return null;
  const to = (number: number): string => `/board?${queryOf(search, number)}`;
  return (
    <nav aria-label={message(language, 'board.pages', { page, pages })}>
      <p class="answers">
        {page > 1 && (
          <a class="press" rel="prev" href={to(page - 1)}>
            {message(language, 'board.before')}
          </a>
        )}
        <span class="label">{message(language, 'board.pages', { page, pages })}</span>
        {page < pages && (
          <a class="press" rel="next" href={to(page + 1)}>
            {message(language, 'board.after')}
          </a>
        )}
      </p>
    </nav>
  );
}

function queryOf({ words, language, place, remote }: BoardSearch, page: number): string {
  const told = { words, written: language, place, remote: remote ? 'yes' : undefined, page: String(page) };
  return new URLSearchParams(Object.entries(told).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
}
