import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Notice, Voice } from '../html/parts.js';
import type { Statement, StatementState } from './statement.js';

export interface StatementPageProps {
  readonly language: Language;
  readonly statement: Statement;
  readonly state: StatementState;
  /** What a form's address ends with, so that the link of a mail stays good for the press that follows. */
  readonly query: string;
  /** What the last press did. */
  readonly done?: 'renewed' | 'fulfilled' | 'ended' | undefined;
}

/** One's own statement: still true, fulfilled with a story, or no longer wanted; each by one press. */
export function StatementPage({ language, statement: { id, kind, text, language: written }, state, query, done }: StatementPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  return (
    <Layout language={language} title={t(`statement.${kind}.title`)} audience="member" here="/statements">
      <main>
        <h1>{t(`statement.${kind}.title`)}</h1>
        {done && <Notice kind="success">{t(`statement.${done}`)}</Notice>}
        <article>
          <Voice text={text} language={written} loud />
        </article>
        {!done && state === 'fulfilled' && <p>{t('statement.closed')}</p>}
        {!done && state !== 'fulfilled' && (
          <>
            <form method="post" action={`/statements/${id}/renew${query}`}>
              <button type="submit">{t('statement.renew')}</button>
            </form>
            <form method="post" action={`/statements/${id}/fulfil${query}`}>
              <label>
                {t(`statement.${kind}.story`)}
                <textarea name="story" rows={3} maxLength={1_000}></textarea>
              </label>
              <button type="submit">{t(`statement.${kind}.fulfil`)}</button>
            </form>
            <form method="post" action={`/statements/${id}/end${query}`}>
              <button type="submit" class="quiet">
                {t('statement.end')}
              </button>
            </form>
          </>
        )}
      </main>
    </Layout>
  );
}
