import type { VNode } from 'preact';

import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Notice, Voice } from '../html/parts.js';
import type { Suggestion } from '../matching/matching.service.js';
import { Refusals } from './answer-parts.js';
import { STEPS } from './introduction.js';
import type { Side } from './facet-clause.js';
import type { Reader } from './reader.js';
import { reasonFor } from './reason.js';

export interface SuggestionPageProps {
  readonly reader: Reader;
  readonly suggestion: Suggestion;
  /** Whether the reader may give or may get. */
  readonly side: Side;
  /** First name of the other one. */
  readonly name: string;
  /** Whether the reader has just declined. */
  readonly declined?: boolean;
}

/** One possible introduction, where the digest and the visit notice lead: what the other one needs, why the reader, and the smallest step. */
export function SuggestionPage({ reader: { language, query, organizes }, suggestion, side, name, declined = false }: SuggestionPageProps): VNode {
  const { ask, offer, explanation } = suggestion;
  const t = (key: Parameters<typeof message>[1]): string => message(language, key, { name });
  const at = `/suggestions/${ask.id}/${offer.id}`;
  const title = t(side === 'receive' ? 'suggestion.receive' : ask.board === 'unnamed' ? 'board.help' : 'suggestion.give');
  const gives = side === 'give';
  const { matched } = explanation;
  const [first, second] = gives ? [ask, offer] : [offer, ask];
  return (
    <Layout language={language} title={title} audience="member" here="/" organizes={organizes}>
      <main>
        <h1>{title}</h1>
        <article class={side}>
          <p class="label">{t(side === 'give' ? 'page.asks' : 'page.offers')}</p>
          <Voice text={first.text} language={first.language} ranges={gives ? matched.ask : matched.offer} loud />
          <p class="label">{t(side === 'give' ? 'page.you.offer' : 'page.you.ask')}</p>
          <Voice text={second.text} language={second.language} ranges={gives ? matched.offer : matched.ask} />
          <p>{reasonFor(side, name, { ask: ask.text, offer: offer.text }, explanation, language)}</p>
        </article>
        {declined ? (
          <>
            <Notice kind="success">{t('suggestion.declined')}</Notice>
            <p>
              <a class="press" href="/">
                {t('home.more')}
              </a>
            </p>
          </>
        ) : (
          <>
            <form method="post" action={`${at}/${side === 'give' ? 'gladly' : 'would-like'}${query}`}>
              {side === 'give' && (
                <fieldset>
                  <legend>{t('introduction.step')}</legend>
                  {STEPS.map((step, i) => (
                    <label>
                      <input type="radio" name="step" value={step} checked={i === 0} /> {t(`introduction.step.${step}`)}
                    </label>
                  ))}
                </fieldset>
              )}
              <button type="submit">{t(side === 'give' ? 'introduction.gladly' : 'introduction.yes')}</button>
            </form>
            <Refusals t={t} action={`${at}/no${query}`} />
            {side === 'give' && (
              <p>
                <a href={`/asks/${ask.id}/connect`}>{t('connect.title')}</a>
              </p>
            )}
            <p class="label">{t('introduction.shared')}</p>
          </>
        )}
      </main>
    </Layout>
  );
}
