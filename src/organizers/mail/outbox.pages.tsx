import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import type { ProblemCode } from '../../errors.js';
import { momentText } from '../../html/dates.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import type { MessageKey } from '../../html/messages/en.js';
import { message } from '../../html/messages.js';
import { Empty, Notice } from '../../html/parts.js';
import { VERDICTS, type FailedMail, type OutboxStatus } from '../../mail/operator.service.js';

export interface OutboxPageProps {
  readonly language: Language;
  /** IANA name; times are told on the reader's clock. */
  readonly timeZone: string;
  readonly status: OutboxStatus;
  readonly failed: readonly FailedMail[];
  readonly done?: 'resumed' | 'settled' | 'allowed' | undefined;
  /** The form for an address, when it could not be done. */
  readonly allow?: { readonly typed: string; readonly fault: ProblemCode | undefined; readonly isUnknown: boolean };
}

/** How the outbox stands, without addresses, and what only a person can decide. */
export function OutboxPage({ language, timeZone, status, failed, done, allow }: OutboxPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  const moment = (iso: string): string => momentText(language, iso, timeZone);
  const { counts, oldestPending, uncertain, heartbeat, pausedSince, alarm, alarmSince } = status;
  const number = new Intl.NumberFormat(language);
  return (
    <Layout language={language} title={t('post.title')} audience="organizer" here="/today">
      <main>
        <h1>{t('post.title')}</h1>
        {done && <Notice kind="success">{t(`post.done.${done}`)}</Notice>}
        {alarm !== null && <Notice kind="error">{t('post.alarm', { since: moment(alarmSince!), alarm })}</Notice>}
        {pausedSince !== null && (
          <section>
            <Notice kind="error">{t('post.paused', { since: moment(pausedSince) })}</Notice>
            <p>{t('post.paused.lead')}</p>
            <form method="post" action="/mail/resume">
              <button type="submit">{t('post.resume')}</button>
            </form>
          </section>
        )}
        <ul class="figures">
          {(
            [
              ['waiting', counts.pending + counts.claimed],
              ['submitted', counts.submitted],
              ['uncertain', counts.uncertain],
              ['failed', counts.failed],
            ] as const
          ).map(([state, count]) => (
            <li>
              <strong>{number.format(count)}</strong>
              {t(`post.state.${state}`)}
            </li>
          ))}
        </ul>
        <p class="hint">
          {oldestPending === null ? t('post.oldest.none') : t('post.oldest', { since: moment(oldestPending) })}{' '}
          {heartbeat === null ? t('post.worker.never') : t('post.worker', { since: moment(heartbeat) })}
        </p>
        <h2>{t('post.uncertain')}</h2>
        {uncertain.length === 0 ? (
          <Empty>{t('post.uncertain.none')}</Empty>
        ) : (
          <>
            <p>{t('post.uncertain.lead')}</p>
            {uncertain.map(({ id, kind, messageId, since }) => (
              <article>
                <h3>{t('post.mail', { kind, since: moment(since) })}</h3>
                <p class="label">
                  <code>{messageId}</code>
                </p>
                <form method="post" action={`/mail/uncertain/${id}`}>
                  {VERDICTS.map((verdict) => (
                    <button type="submit" class="quiet" name="verdict" value={verdict}>
                      {t(`post.verdict.${verdict}`)}
                    </button>
                  ))}
                </form>
              </article>
            ))}
          </>
        )}
        <h2>{t('post.failed')}</h2>
        {failed.length === 0 ? (
          <Empty>{t('post.failed.none')}</Empty>
        ) : (
          <>
            <p>{t('post.failed.lead')}</p>
            <ul>
              {failed.map(({ kind, since, answer }) => (
                <li>
                  {t('post.mail', { kind, since: moment(since) })}
                  {answer !== null && <span class="label"> {answer}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{t('post.allow')}</h2>
        <p class="hint">{t('post.allow.lead')}</p>
        {allow?.isUnknown && <Notice kind="error">{t('post.allow.unknown')}</Notice>}
        <form method="post" action="/mail/allow">
          <Field language={language} name="address" label={t('post.allow.address')} kind="email" required value={allow?.typed} fault={allow?.fault} />
          <button type="submit" class="quiet">
            {t('post.allow.press')}
          </button>
        </form>
      </main>
    </Layout>
  );
}
