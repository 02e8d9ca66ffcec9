import type { VNode } from 'preact';

import type { Account } from '../accounts/account.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Notice } from '../html/parts.js';
import { CADENCES, MOST_CAPACITY, type Member } from './member.js';

export interface PreferencesPageProps {
  readonly account: Pick<Account, 'language' | 'formal'>;
  readonly member: Member;
  /** What the forms' address ends with, so that the link of a mail stays good. */
  readonly query: string;
  readonly saved?: boolean;
}

/** How often mail comes, how many people a month, and a pause with its end: by the link of any mail. */
export function PreferencesPage({ account: { language, formal }, member, query, saved = false }: PreferencesPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  return (
    <Layout language={language} title={t('preferences.title')} audience="member" here="/settings">
      <main>
        <h1>{t('preferences.title')}</h1>
        {saved && <Notice kind="success">{t('preferences.saved')}</Notice>}
        <form method="post" action={`/preferences${query}`}>
          <fieldset>
            <legend>{t('preferences.cadence')}</legend>
            {CADENCES.map((cadence) => (
              <label>
                <input type="radio" name="cadence" value={cadence} checked={member.cadence === cadence} /> {t(`preferences.cadence.${cadence}`)}
              </label>
            ))}
          </fieldset>
          <label>
            {t('preferences.capacity')}
            <input type="number" name="capacity" min={0} max={MOST_CAPACITY} value={member.capacity} required />
          </label>
          <label>
            {t('preferences.pause')}
            <input type="date" name="pausedUntil" value={member.pausedUntil ?? ''} />
          </label>
          {language === 'de' && (
            <label>
              <input type="checkbox" name="formal" value="yes" checked={formal} /> {t('join.formal')}
            </label>
          )}
          <button type="submit">{t('preferences.save')}</button>
        </form>
      </main>
    </Layout>
  );
}
