import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { MessageKey } from '../html/messages/en.js';
import { Voice } from '../html/parts.js';
import { phrasesOf } from './visitor-example.js';

interface VisitorPageProps {
  readonly language: Language;
  /** Of the community. */
  readonly name: string;
  readonly place: string | null;
  /** What the community is. */
  readonly about: string;
  /** Whether one may look through other eyes, as in the fictional network. */
  readonly isDemo: boolean;
}

/** The door of the community, for who is not signed in: what it is, how it goes, one example, and the way in. */
export function VisitorPage({ language, name, place, about, isDemo }: VisitorPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  return (
    <Layout language={language} title={name} languageAt="/">
      <main>
        <div class="hero">
          <h1>{name}</h1>
          {place !== null && <p class="label">{t('visitor.place', { place })}</p>}
          <p class="lead">{about}</p>
          {isDemo && (
            <p>
              <a class="button" href="/demo">
                {t('demo.look')}
              </a>
            </p>
          )}
          <Ways language={language} />
        </div>
        <h2>{t('visitor.how')}</h2>
        <ol class="steps">
          {(['write', 'give', 'meet'] as const).map((step) => (
            <li>
              <strong>{t(`visitor.${step}`)}</strong> {t(`visitor.${step}.more`)}
            </li>
          ))}
        </ol>
        <Example language={language} />
        <h2>{t('visitor.promise')}</h2>
        <p>{t('visitor.promise.more')}</p>
        <Ways language={language} />
      </main>
    </Layout>
  );
}

function Ways({ language }: { readonly language: Language }): VNode {
  return (
    <p class="answers">
      <a class="button" href="/join">
        {message(language, 'join.send')}
      </a>
      <a class="press" href="/sign-in">
        {message(language, 'join.member')}
      </a>
    </p>
  );
}

/** Two invented people, said to be so; the phrases are marked as the engine marks them. */
function Example({ language }: { readonly language: Language }): VNode {
  const t = (key: MessageKey, name = ''): string => message(language, key, { name });
  const [ask, offer] = [phrasesOf(t('visitor.ask')), phrasesOf(t('visitor.offer'))];
  return (
    <>
      <h2>{t('visitor.example')}</h2>
      <p class="label">{t('visitor.example.lead')}</p>
      <article class="give">
        <h3 class="whom">{t('page.asks', t('visitor.asker'))}</h3>
        <Voice text={ask.text} language={language} ranges={ask.ranges} loud />
        <p class="label">{t('page.offers', t('visitor.giver'))}</p>
        <div class="why">
          <Voice text={offer.text} language={language} ranges={offer.ranges} />
        </div>
        <p>{t('visitor.example.then')}</p>
      </article>
    </>
  );
}
