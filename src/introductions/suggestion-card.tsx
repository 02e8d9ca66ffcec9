import type { VNode } from 'preact';

import { message } from '../html/messages.js';
import type { MessageKey } from '../html/messages/en.js';
import { Voice } from '../html/parts.js';
import { firstName } from '../members/member.js';
import { Refusals, StepChoice } from './answer-parts.js';
import { askerName } from './asker-name.js';
import type { Side } from './facet-clause.js';
import type { Reader } from './reader.js';
import type { SuggestedIntroduction } from './suggestions.service.js';

interface CardProps {
  readonly reader: Pick<Reader, 'language'>;
  readonly side: Side;
  readonly suggestion: SuggestedIntroduction;
}

/** A possible introduction: whom, what is needed in their own words, why the reader, and the smallest step that would help. */
export function SuggestionCard({ reader: { language }, side, suggestion: { counterpart, ask, offer, explanation } }: CardProps): VNode {
  const gives = side === 'give';
  const name = gives ? askerName(ask, counterpart, language) : firstName(counterpart);
  const t = (key: MessageKey): string => message(language, key, { name });
  const asked = { ...ask, ranges: explanation.matched.ask };
  const offered = { ...offer, ranges: explanation.matched.offer };
  const [theirs, ours] = gives ? [asked, offered] : [offered, asked];
  return (
    <article class={side}>
      <h3 class="whom">
        <a href={`/suggestions/${ask.id}/${offer.id}`}>{t(gives ? 'page.asks' : 'page.offers')}</a>
      </h3>
      <Voice text={theirs.text} language={theirs.language} ranges={theirs.ranges} loud />
      <p class="label">{t(gives ? 'home.why.give' : 'home.why.receive')}</p>
      <div class="why">
        <Voice text={ours.text} language={ours.language} ranges={ours.ranges} />
      </div>
      <Answers at={`/suggestions/${ask.id}/${offer.id}`} askId={ask.id} gives={gives} t={t} />
    </article>
  );
}

interface AnswersProps {
  readonly at: string;
  readonly askId: string;
  readonly gives: boolean;
  readonly t: (key: MessageKey) => string;
}

function Answers({ at, askId, gives, t }: AnswersProps): VNode {
  return (
    <>
      <form class="gladly" method="post" action={`${at}/${gives ? 'gladly' : 'would-like'}`}>
        {gives && <StepChoice t={t} />}
        <button type="submit">{t(gives ? 'introduction.gladly' : 'introduction.yes')}</button>
      </form>
      <div class="answers">
        <Refusals t={t} action={`${at}/no`} />
        {gives && (
          <a class="press" href={`/asks/${askId}/connect`}>
            {t('connect.title')}
          </a>
        )}
      </div>
    </>
  );
}
