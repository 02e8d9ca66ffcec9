import type { VNode } from 'preact';

import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Notice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import type { Reader } from '../reader.js';
import type { ContactCardForm } from './settings.forms.dto.js';

export interface ContactCardPageProps {
  readonly reader: Reader;
  /** Of the account. */
  readonly address: string;
  readonly form: ContactCardForm;
  readonly faults?: FormFaults;
  /** Whether the form would share no way at all. */
  readonly isUnreachable?: boolean;
}

/** What exactly is shared after two yes. */
export function ContactCardPage({ reader: { language, organizes }, address, form, faults = {}, isUnreachable = false }: ContactCardPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  const field = (name: 'phone' | 'link' | 'note') => ({ language, name, label: t(`settings.card.${name}`), value: form[name], fault: faults[name] });
  return (
    <Layout language={language} title={t('settings.card')} audience="member" here="/settings" organizes={organizes}>
      <main>
        <h1>{t('settings.card')}</h1>
        <p class="lead">{t('settings.card.lead')}</p>
        {isUnreachable && <Notice kind="error">{t('settings.card.none')}</Notice>}
        <form method="post" action="/settings/contact-card">
          <label>
            <input type="checkbox" name="sharesAddress" value="yes" checked={form.sharesAddress === 'yes'} /> {t('settings.card.address', { address })}
          </label>
          <Field {...field('phone')} autocomplete="tel" />
          <Field {...field('link')} autocomplete="url" />
          <Field {...field('note')} kind="lines" />
          <button type="submit">{t('preferences.save')}</button>
        </form>
      </main>
    </Layout>
  );
}
