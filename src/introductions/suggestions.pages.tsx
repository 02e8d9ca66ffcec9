import type { VNode } from 'preact';

import { LANGUAGES, type GivingFirst, type Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Empty, Voice } from '../html/parts.js';
import { firstName, type Member } from '../members/member.js';
import type { CoachHint } from './coach-hints.service.js';
import type { Side } from './facet-clause.js';
import type { SuggestedIntroduction } from './suggestions.service.js';

export interface SuggestionsPageProps {
  readonly language: Language;
  /** Through whose eyes one may look: everybody's in the fictional network, nobody else's in a real one. */
  readonly members: readonly Member[];
  readonly chosen: Member | undefined;
  readonly suggestions: GivingFirst<SuggestedIntroduction>;
  readonly hints: readonly CoachHint[];
}

/** The suggestions of a chosen member: whom they could help stands before who would help them. */
export function SuggestionsPage({ language, members, chosen, suggestions, hints }: SuggestionsPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  return (
    <Layout language={language} title={t('page.title')} audience={chosen ? 'member' : 'visitor'} here="/">
      <header>
        <nav>
          {LANGUAGES.map((other) => (
            <a href={`/?language=${other}`} lang={other}>
              {message(other, `language.${other}`)}
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
            {members.length > 0 && (
              <details>
                <summary>
                  {t('page.choose')} · {chosen.name}
                </summary>
                <form method="post">
                  {members.map((member) => (
                    <button type="submit" formaction={`/demo/as/${member.id}`}>
                      {member.name}
                    </button>
                  ))}
                </form>
              </details>
            )}
            {chosen.line && <p>{chosen.line}</p>}
            <h2>{t('page.give')}</h2>
            {suggestions.give.length === 0 && <Empty>{t('page.silence.give')}</Empty>}
            {suggestions.give.map((one) => (
              <Card language={language} side="give" suggestion={one} />
            ))}
            <h2>{t('page.receive')}</h2>
            {suggestions.receive.length === 0 && hints.length === 0 && <Empty>{t('page.silence.receive')}</Empty>}
            {suggestions.receive.map((one) => (
              <Card language={language} side="receive" suggestion={one} />
            ))}
            {hints.map(({ ask, askFor }) => (
              <article>
                <Voice text={ask.text} language={ask.language} />
                <p class="silence">{t(`coach.${askFor}`)}</p>
              </article>
            ))}
            {suggestions.surprise && (
              <>
                <h2>{t('page.surprise')}</h2>
                <p class="lead">{t('page.surprise.lead')}</p>
                <Card language={language} side={suggestions.surprise.giverId === chosen.id ? 'give' : 'receive'} suggestion={suggestions.surprise} />
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
  readonly side: Side;
  readonly suggestion: SuggestedIntroduction;
}

/** The other person's words first, then one's own. */
function Card({ language, side, suggestion: { counterpart, ask, offer, explanation } }: CardProps): VNode {
  const name = firstName(counterpart);
  const asked = { ...ask, ranges: explanation.matched.ask, label: side === 'give' ? message(language, 'page.asks', { name }) : message(language, 'page.you.ask') };
  const offered = { ...offer, ranges: explanation.matched.offer, label: side === 'give' ? message(language, 'page.you.offer') : message(language, 'page.offers', { name }) };
  return (
    <article class={side}>
      {(side === 'give' ? [asked, offered] : [offered, asked]).map(({ label, text, language: written, ranges }) => (
        <>
          <p class="label">{label}</p>
          <Voice text={text} language={written} ranges={ranges} />
        </>
      ))}
      <p>
        <a class="press" href={`/suggestions/${ask.id}/${offer.id}`}>
          {message(language, side === 'give' ? 'suggestion.answer.give' : 'suggestion.answer.receive')}
        </a>
      </p>
    </article>
  );
}
