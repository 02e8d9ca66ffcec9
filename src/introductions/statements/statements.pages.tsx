import type { VNode } from 'preact';

import { longDate } from '../../html/dates.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Empty, Notice, Voice } from '../../html/parts.js';
import type { Statement, StatementState } from '../../members/statement.js';
import type { Reader } from '../reader.js';

/** A statement as its owner sees it today. */
export interface OwnStatement extends Statement {
  readonly today: StatementState;
}

export interface StatementsPageProps {
  readonly reader: Reader;
  readonly statements: readonly OwnStatement[];
  readonly done?: 'added' | 'changed' | undefined;
}

/** One's own statements: what one offers stands before what one looks for. */
export function StatementsPage({ reader, statements, done }: StatementsPageProps): VNode {
  const { language, organizes } = reader;
  const t = (key: MessageKey): string => message(language, key);
  const closed = statements.filter(({ state }) => state === 'fulfilled');
  return (
    <Layout language={language} title={t('statements.title')} audience="member" here="/statements" organizes={organizes}>
      <main>
        <h1>{t('statements.title')}</h1>
        {done && <Notice kind="success">{t(`statements.${done}`)}</Notice>}
        {(['offer', 'ask'] as const).map((kind) => {
          const own = statements.filter((one) => one.kind === kind && one.state === 'open');
          return (
            <section>
              <h2>{t(`statements.${kind}s`)}</h2>
              {own.length === 0 && <Empty>{t(`statements.none.${kind}`)}</Empty>}
              {own.map((one) => (
                <OwnCard reader={reader} statement={one} />
              ))}
              <p>
                <a class="button quiet" href={`/statements/new?kind=${kind}`}>
                  {t(`statements.add.${kind}`)}
                </a>
              </p>
            </section>
          );
        })}
        <p>
          <a class="press" href="/visits">
            {t('visits.title')}
          </a>
        </p>
        {closed.length > 0 && (
          <details>
            <summary>{`${t('statements.closed')} (${closed.length})`}</summary>
            {closed.map(({ text, language: written, story }) => (
              <article>
                <Voice text={text} language={written} />
                {story !== null && <p class="why">{story}</p>}
              </article>
            ))}
          </details>
        )}
      </main>
    </Layout>
  );
}

function OwnCard({
  reader: { language },
  statement: { id, text, language: written, today, liveUntil, neededFrom, neededBy, place, board },
}: {
  readonly reader: Reader;
  readonly statement: OwnStatement;
}): VNode {
  const t = (key: MessageKey, date = ''): string => message(language, key, { date });
  const facts = [
    place,
    neededBy !== null && t('statements.needed', longDate(language, neededBy)),
    liveUntil !== null && t(today === 'expired' ? 'statements.over' : 'statements.until', longDate(language, liveUntil)),
    board !== null && t(`board.as.${board}`),
  ].filter((fact) => fact !== null && fact !== false);
  return (
    <article>
      <Voice text={text} language={written} />
      {facts.length > 0 && <p class="label">{facts.join(' · ')}</p>}
      <div class="answers">
        {today === 'expired' && (
          <form method="post" action={`/statements/${id}/renew`}>
            <button type="submit">{t('statement.renew')}</button>
          </form>
        )}
        <a class="press" href={neededFrom === null ? `/statements/${id}/edit` : `/visits/${id}/edit`}>
          {t('statements.edit')}
        </a>
        <a class="press" href={`/statements/${id}`}>
          {t('statements.answer')}
        </a>
      </div>
    </article>
  );
}
