import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { localeOf } from '../html/dates.js';
import { message } from '../html/messages.js';
import { Voice } from '../html/parts.js';
import type { IntroductionView } from './introduction-views.service.js';
import type { Reader } from './reader.js';

interface BriefProps {
  readonly reader: Reader;
  readonly view: IntroductionView;
}

/** An introduction in a list: with whom, about what, and where it stands. */
export function IntroductionBrief({ reader, view }: BriefProps): VNode {
  const { language } = reader;
  return (
    <article class={view.side === 'giver' ? 'give' : 'receive'}>
      <h3 class="whom">
        <a href={`/introductions/${view.id}`}>{titleOf(view, language)}</a>
      </h3>
      <Voice text={view.askPhrase} language={view.ask.language} />
      <p class="label">{saying(view, reader)}</p>
    </article>
  );
}

/** Where an introduction stands, in a sentence or two. */
export function saying(view: IntroductionView, { language, timeZone }: Reader): string {
  const name = nameOf(view, language);
  const at = (moment: string | null, options: Intl.DateTimeFormatOptions): string =>
    moment === null ? '' : new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options }).format(new Date(moment));
  const date = at(view.answerUntil ?? view.introducedAt, { dateStyle: 'long' });
  if (view.phase === 'asked') return `${message(language, `introduction.asked.${view.side}`, { name })} ${message(language, 'introduction.until', { date })}`;
  if (view.phase === 'held') return message(language, 'introduction.held', { name, time: at(view.undoUntil, { timeStyle: 'short' }) });
  return message(language, view.phase === 'hidden' ? 'introduction.over' : `introduction.${view.phase}`, { name, date });
}

/** First name of the other side, as far as there still is one and it is shown. */
export function nameOf({ other, isUnnamed }: Pick<IntroductionView, 'other' | 'isUnnamed'>, language: Language): string {
  return other ?? message(language, isUnnamed ? 'board.other' : 'introduction.former');
}

/** "a fellow member and you", with a capital. */
export function titleOf(view: IntroductionView, language: Language): string {
  const title = message(language, 'introduction.title', { name: nameOf(view, language) });
  return title.charAt(0).toLocaleUpperCase(language) + title.slice(1);
}
