import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { StoppableCategory } from './mail.js';

export interface UnsubscribePageProps {
  readonly language: Language;
  readonly category: StoppableCategory;
  /** Path of the link; its presses go there. */
  readonly path: string;
  /** What was done by this press or before; `ask` where nothing was. */
  readonly step: 'ask' | 'stopped' | 'stopped-all' | 'resumed';
}

/** One press stops a kind of mail, one takes it back. Looking at the page does neither. */
export function UnsubscribePage({ language, category, path, step }: UnsubscribePageProps): VNode {
  const kind = message(language, `unsubscribe.kind.${category}`);
  const t = (key: Parameters<typeof message>[1]): string => message(language, key, { kind });
  return (
    <Layout language={language} title={t(`unsubscribe.${step}`)}>
      <main>
        <h1>{t(`unsubscribe.${step}`)}</h1>
        <p class="lead">{t(`unsubscribe.${step}.lead`)}</p>
        {step === 'ask' || step === 'resumed' ? (
          <form method="post" action={path}>
            <button type="submit">{t('unsubscribe.press')}</button>
            <button type="submit" name="scope" value="all">
              {t('unsubscribe.press.all')}
            </button>
          </form>
        ) : (
          <form method="post" action={`${path}/undo`}>
            {step === 'stopped-all' && <input type="hidden" name="scope" value="all" />}
            <button type="submit">{t('unsubscribe.undo')}</button>
          </form>
        )}
      </main>
    </Layout>
  );
}
