import type { VNode } from 'preact';

import type { Scope } from '../../accounts/permissions.js';
import type { ApiToken } from '../../accounts/tokens.service.js';
import { longDate } from '../../html/dates.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Empty } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import type { Reader } from '../reader.js';
import type { TokenForm } from './settings.forms.dto.js';

export interface TokensPageProps {
  readonly reader: Reader;
  readonly tokens: readonly ApiToken[];
  /** What a token of this member may be for. */
  readonly scopes: readonly Scope[];
  readonly form?: Partial<TokenForm>;
  readonly faults?: FormFaults;
  /** Of a token that was just made; shown this once. */
  readonly secret?: string;
}

/** Programs that act for the member. */
export function TokensPage({ reader: { language, organizes }, tokens, scopes, form = {}, faults = {}, secret }: TokensPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  return (
    <Layout language={language} title={t('settings.tokens')} audience="member" here="/settings" organizes={organizes}>
      <main>
        <h1>{t('settings.tokens')}</h1>
        <p class="lead">{t('settings.tokens.lead')}</p>
        {secret !== undefined && (
          <div class="notice" role="status">
            <span>
              {t('settings.tokens.once')} <code>{secret}</code>
            </span>
          </div>
        )}
        {tokens.length === 0 && <Empty>{t('settings.tokens.none')}</Empty>}
        {tokens.map(({ id, name, scopes: its, usedOn }) => (
          <article>
            <h2 class="whom">{name}</h2>
            <p>{its.map((scope) => t(`settings.tokens.scope.${scope}`)).join(', ')}</p>
            <p class="label">{usedOn === null ? t('settings.tokens.unused') : t('settings.tokens.used', { day: longDate(language, usedOn) })}</p>
            <form method="post" action={`/settings/tokens/${id}/revoke`}>
              <button type="submit" class="quiet">
                {t('settings.tokens.revoke')}
              </button>
            </form>
          </article>
        ))}
        <h2>{t('settings.tokens.make')}</h2>
        <form method="post" action="/settings/tokens">
          <Field language={language} name="name" label={t('settings.tokens.name')} value={form.name} fault={faults.name} required />
          <fieldset aria-describedby={faults.scopes && 'scopes-fault'}>
            <legend>{t('settings.tokens.scopes')}</legend>
            {scopes.map((scope) => (
              <label>
                <input type="checkbox" name="scopes" value={scope} checked={form.scopes?.includes(scope) ?? false} /> {t(`settings.tokens.scope.${scope}`)}
              </label>
            ))}
            {faults.scopes && (
              <span class="fault" id="scopes-fault">
                {t('fault.required')}
              </span>
            )}
          </fieldset>
          <button type="submit">{t('settings.tokens.make')}</button>
        </form>
      </main>
    </Layout>
  );
}
