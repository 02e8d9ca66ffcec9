import type { ComponentChildren, VNode } from 'preact';

import { LANGUAGES, type GivingFirst, type Language, type Range } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { firstName, type Member } from '../members/member.js';
import type { SuggestedIntroduction } from './suggestions.service.js';

export interface SuggestionsPageProps {
  readonly language: Language;
  readonly members: readonly Member[];
  readonly chosen: Member | undefined;
  readonly suggestions: GivingFirst<SuggestedIntroduction>;
}

const LANGUAGE_NAMES: Record<Language, string> = { de: 'Deutsch', en: 'English', es: 'Español' };

/** The suggestions of a chosen member: whom they could help stands before who would help them. */
export function SuggestionsPage({ language, members, chosen, suggestions }: SuggestionsPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  return (
    <Layout language={language} title={t('page.title')}>
      <header>
        <nav>
          {LANGUAGES.map((other) => (
            <a href={`/?language=${other}${chosen ? `&member=${chosen.id}` : ''}`} lang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          ))}
        </nav>
        <h1>Gern</h1>
        <p class="lead">{t('page.lead')}</p>
      </header>
      <main>
        {chosen === undefined ? (
          <p>{t('page.empty')}</p>
        ) : (
          <>
            <form method="get" action="/">
              <input type="hidden" name="language" value={language} />
              <label>
                {t('page.choose')}
                <select name="member">
                  {members.map((member) => (
                    <option value={member.id} selected={member.id === chosen.id}>
                      {member.name}
                    </option>
                  ))}
                </select>
              </label>
              <button type="submit">{t('page.show')}</button>
            </form>
            {chosen.line && <p>{chosen.line}</p>}
            <h2>{t('page.give')}</h2>
            {suggestions.give.length === 0 && <p class="silence">{t('page.silence.give')}</p>}
            {suggestions.give.map((one) => (
              <GiveCard language={language} suggestion={one} />
            ))}
            <h2>{t('page.receive')}</h2>
            {suggestions.receive.length === 0 && <p class="silence">{t('page.silence.receive')}</p>}
            {suggestions.receive.map((one) => (
              <ReceiveCard language={language} suggestion={one} />
            ))}
            {suggestions.surprise && (
              <>
                <h2>{t('page.surprise')}</h2>
                <p class="lead">{t('page.surprise.lead')}</p>
                <GiveCard language={language} suggestion={suggestions.surprise} />
              </>
            )}
          </>
        )}
      </main>
    </Layout>
  );
}

interface CardProps {
  readonly language: Language;
  readonly suggestion: SuggestedIntroduction;
}

function GiveCard({ language, suggestion: { counterpart, ask, offer, explanation } }: CardProps): VNode {
  return (
    <article>
      <p class="label">{message(language, 'page.asks', { name: firstName(counterpart) })}</p>
      <blockquote lang={ask.language}>{marked(ask.text, explanation.matched.ask)}</blockquote>
      <p class="label">{message(language, 'page.you.offer')}</p>
      <blockquote lang={offer.language}>{marked(offer.text, explanation.matched.offer)}</blockquote>
    </article>
  );
}

function ReceiveCard({ language, suggestion: { counterpart, ask, offer, explanation } }: CardProps): VNode {
  return (
    <article>
      <p class="label">{message(language, 'page.offers', { name: firstName(counterpart) })}</p>
      <blockquote lang={offer.language}>{marked(offer.text, explanation.matched.offer)}</blockquote>
      <p class="label">{message(language, 'page.you.ask')}</p>
      <blockquote lang={ask.language}>{marked(ask.text, explanation.matched.ask)}</blockquote>
    </article>
  );
}

/** The text with its matched phrases marked. */
function marked(text: string, ranges: readonly Range[]): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(end, from), <mark>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...parts, text.slice(end)];
}
