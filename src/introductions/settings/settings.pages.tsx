import type { VNode } from 'preact';

import type { Account } from '../../accounts/account.js';
import { LANGUAGES } from '../../engine/engine.js';
import { longDate } from '../../html/dates.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Notice } from '../../html/parts.js';
import type { ContactCard, Member } from '../../members/member.js';
import type { Reader } from '../reader.js';

export interface SettingsPageProps {
  readonly reader: Reader;
  readonly account: Account;
  readonly member: Member;
  readonly card: ContactCard;
  readonly saved: boolean;
}

/** Everything a member decides about oneself, on one page. */
export function SettingsPage({ reader: { language, organizes }, account, member, card, saved }: SettingsPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  return (
    <Layout language={language} title={t('settings.title')} audience="member" here="/settings" organizes={organizes}>
      <main>
        <h1>{t('settings.title')}</h1>
        {saved && <Notice kind="success">{t('settings.saved')}</Notice>}
        <LanguageSection account={account} />
        <h2>{t('settings.rhythm')}</h2>
        <p>{t('settings.rhythm.cadence', { cadence: t(`preferences.cadence.${member.cadence}`) })}</p>
        <p>{t('settings.rhythm.capacity', { count: member.capacity })}</p>
        {member.pausedUntil !== null && <p>{t('settings.rhythm.pause', { date: longDate(language, member.pausedUntil) })}</p>}
        <Way href="/preferences" name={t('settings.change')} about={t('settings.rhythm')} />
        <h2>{t('settings.card')}</h2>
        <p>{t('settings.card.now', { parts: partsOf(card, account).join(' · ') })}</p>
        <Way href="/settings/contact-card" name={t('settings.change')} about={t('settings.card')} />
        <h2>{t('settings.never')}</h2>
        <p>{t('settings.never.lead')}</p>
        <Way href="/settings/never" name={t('settings.never.way')} about={t('settings.never')} />
        <h2>{t('settings.access')}</h2>
        <Way href="/account" name={t('settings.access.sessions')} />
        <Way href="/settings/tokens" name={t('settings.tokens')} />
        <h2>{t('settings.privacy')}</h2>
        <p>{t('settings.privacy.lead')}</p>
        <Way href="/settings/export" name={t('settings.export')} />
        <Way href="/settings/erase" name={t('settings.erase')} />
      </main>
    </Layout>
  );
}

function LanguageSection({ account: { language, formal } }: { readonly account: Account }): VNode {
  return (
    <>
      <h2>{message(language, 'settings.language')}</h2>
      <p class="label">{message(language, 'settings.language.lead')}</p>
      <form method="post" action="/settings/language">
        <fieldset>
          <legend class="unseen">{message(language, 'settings.language')}</legend>
          {LANGUAGES.map((one) => (
            <label lang={one}>
              <input type="radio" name="language" value={one} checked={one === language} /> {message(one, `language.${one}`)}
            </label>
          ))}
        </fieldset>
        {language === 'de' && (
          <label>
            <input type="checkbox" name="formal" value="yes" checked={formal} /> {message(language, 'join.formal')}
          </label>
        )}
        <button type="submit">{message(language, 'preferences.save')}</button>
      </form>
    </>
  );
}

interface WayProps {
  readonly href: string;
  readonly name: string;
  /** Told to who hears the link alone. */
  readonly about?: string;
}

function Way({ href, name, about }: WayProps): VNode {
  return (
    <p>
      <a class="press" href={href}>
        {name}
        {about !== undefined && <span class="unseen">{`: ${about}`}</span>}
      </a>
    </p>
  );
}

function partsOf({ sharesAddress, phone, link, note }: ContactCard, { address }: Account): string[] {
  return [sharesAddress ? address : null, phone, link, note].filter((part) => part !== null);
}
