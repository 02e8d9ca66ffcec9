import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { localeOf } from '../html/dates.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { Account } from './account.js';
import { deviceName } from './device-name.js';
import type { SecondFactorState } from './second-factor.service.js';
import type { Session } from './sessions.service.js';

interface AccountPageProps {
  readonly language: Language;
  readonly account: Account;
  readonly sessions: readonly Session[];
  /** Id of the session that reads this page. */
  readonly current: string | undefined;
  /** Undefined for a plain member, who needs none. */
  readonly secondFactor: SecondFactorState | undefined;
}

/** One's own account: address, browsers that are signed in, second factor. */
export function AccountPage({ language, account, sessions, current, secondFactor }: AccountPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Layout language={language} title={t('account.title')} audience="member" here="/settings">
      <main>
        <h1>{t('account.title')}</h1>
        <p>{account.address}</p>
        {secondFactor && (
          <p>
            <a href="/account/second-factor?then=/account">{t(secondFactor === 'confirmed' ? 'second-factor.show' : 'second-factor.begin')}</a>
          </p>
        )}
        <h2>{t('account.sessions')}</h2>
        {sessions.map(({ id, device, usedAt }) => (
          <article>
            <p>{deviceName(device) ?? t('account.device')}</p>
            <p class="label">{message(language, id === current ? 'account.current' : 'account.used', { day: day.format(new Date(usedAt)) })}</p>
            <form method="post" action={id === current ? '/sign-out' : `/account/sessions/${id}/end`}>
              <button type="submit" class="quiet">
                {t(id === current ? 'account.leave' : 'account.end')}
              </button>
            </form>
          </article>
        ))}
      </main>
    </Layout>
  );
}
