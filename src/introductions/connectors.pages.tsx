import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Notice, Voice } from '../html/parts.js';

interface ConnectPageProps {
  readonly language: Language;
  readonly askId: string;
  /** What the asker is called. */
  readonly asker: string;
  readonly ask: { readonly text: string; readonly language: Language };
  readonly forwardable: string;
  readonly done: boolean;
}

/** "I know someone": a member by their address, or somebody outside by a text to pass on. */
export function ConnectPage({ language, askId, asker, ask, forwardable, done }: ConnectPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  return (
    <Layout language={language} title={t('connect.title')} audience="member" here="/">
      <main>
        <h1>{t('connect.title')}</h1>
        <article>
          <p class="label">{message(language, 'connect.lead', { name: asker })}</p>
          <Voice text={ask.text} language={ask.language} loud />
        </article>
        {done && <Notice kind="success">{t('connect.done')}</Notice>}
        <form method="post" action={`/asks/${askId}/connect`}>
          <input type="hidden" name="third" value="member" />
          <label>
            {t('connect.address')}
            <input type="email" name="address" autocomplete="off" required />
          </label>
          <label>
            {t('connect.words')}
            <textarea name="words" rows={2} maxLength={280} required />
          </label>
          <button type="submit">{t('connect.member')}</button>
        </form>
        <h2>{t('connect.outside')}</h2>
        <p class="label">{t('connect.forward.lead')}</p>
        <article>
          <blockquote>{forwardable}</blockquote>
        </article>
        <form method="post" action={`/asks/${askId}/connect`}>
          <input type="hidden" name="third" value="outside" />
          <button type="submit" class="quiet">
            {t('connect.outside')}
          </button>
        </form>
      </main>
    </Layout>
  );
}
