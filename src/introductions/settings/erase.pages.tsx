import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import type { Reader } from '../reader.js';

interface ErasePageProps {
  readonly reader: Reader;
  /** Whether the press came without the confirmation. */
  readonly isUnsure?: boolean;
}

/** Asks once more before everything about a member goes. */
export function ErasePage({ reader: { language, organizes }, isUnsure = false }: ErasePageProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  return (
    <Layout language={language} title={t('settings.erase')} audience="member" here="/settings" organizes={organizes}>
      <main>
        <h1>{t('settings.erase')}</h1>
        <p>{t('settings.erase.lead')}</p>
        <p>
          {t('settings.erase.first')} <a href="/settings/export">{t('settings.export')}</a>
        </p>
        <form method="post" action="/settings/erase">
          <label>
            <input type="checkbox" name="sure" value="yes" required aria-invalid={isUnsure ? true : undefined} aria-describedby={isUnsure ? 'sure-fault' : undefined} /> {t('settings.erase.sure')}
            {isUnsure && (
              <span class="fault" id="sure-fault">
                {t('fault.required')}
              </span>
            )}
          </label>
          <button type="submit">{t('settings.erase.press')}</button>
          <a class="button quiet" href="/settings">
            {t('settings.erase.stay')}
          </a>
        </form>
      </main>
    </Layout>
  );
}

export function ErasedPage({ language }: { readonly language: Language }): VNode {
  return (
    <Layout language={language} title={message(language, 'settings.erased')}>
      <main>
        <h1>{message(language, 'settings.erased')}</h1>
        <p class="lead">{message(language, 'settings.erased.lead')}</p>
      </main>
    </Layout>
  );
}
