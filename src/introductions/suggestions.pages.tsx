import type { VNode } from 'preact';

import type { GivingFirst } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { MessageKey } from '../html/messages/en.js';
import { Empty, Voice, Way } from '../html/parts.js';
import { firstName, type Member } from '../members/member.js';
import type { CoachHint } from './coach-hints.service.js';
import { IntroductionBrief } from './introduction-brief.js';
import type { IntroductionView } from './introduction-views.service.js';
import type { Reader } from './reader.js';
import { SuggestionCard } from './suggestion-card.js';
import type { SuggestedIntroduction } from './suggestions.service.js';

export interface SuggestionsPageProps {
  readonly reader: Reader;
  readonly member: Member;
  /** Whether one may look through other eyes, as in the fictional network. */
  readonly isDemo: boolean;
  readonly suggestions: GivingFirst<SuggestedIntroduction>;
  readonly hints: readonly CoachHint[];
  /** Introductions that are under way. */
  readonly open: readonly IntroductionView[];
}

/** Home: whom the member could help stands before who would help them; then what is under way. */
export function SuggestionsPage({ reader, member, isDemo, suggestions, hints, open }: SuggestionsPageProps): VNode {
  const { language } = reader;
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  const { give, receive, surprise } = suggestions;
  const isAlone = receive.length === 0 && hints.length === 0;
  return (
    <Layout language={language} title={t('page.title')} audience="member" here="/" organizes={reader.organizes}>
      <main>
        <h1>{t('home.hello', { name: firstName(member) })}</h1>
        <p class="lead">{t('home.lead')}</p>
        {isDemo && <Way href="/demo" name={t('home.demo', { name: member.name })} />}
        <h2>{t('page.give')}</h2>
        {give.length === 0 && <Empty>{t('page.silence.give')}</Empty>}
        {give.length === 0 && <Way href="/statements/new?kind=offer" name={t('statements.add.offer')} />}
        {give.length === 0 && <Way href="/board" name={t('board.all')} />}
        {give.map((one) => (
          <SuggestionCard reader={reader} side="give" suggestion={one} />
        ))}
        <h2>{t('page.receive')}</h2>
        {isAlone && <Empty>{t('page.silence.receive')}</Empty>}
        {isAlone && <Way href="/statements/new?kind=ask" name={t('statements.add.ask')} />}
        {receive.map((one) => (
          <SuggestionCard reader={reader} side="receive" suggestion={one} />
        ))}
        {hints.map(({ ask, askFor }) => (
          <article>
            <p class="label">{t('page.you.ask')}</p>
            <Voice text={ask.text} language={ask.language} />
            <p class="silence">{t(`coach.${askFor}`)}</p>
            <Way href={`/statements/${ask.id}/edit`} name={t('statements.edit')} />
          </article>
        ))}
        {surprise && (
          <>
            <h2>{t('page.surprise')}</h2>
            <p class="label">{t('page.surprise.lead')}</p>
            <SuggestionCard reader={reader} side={surprise.giverId === member.id ? 'give' : 'receive'} suggestion={surprise} />
          </>
        )}
        {open.length > 0 && (
          <>
            <h2>{t('home.open')}</h2>
            {open.map((view) => (
              <IntroductionBrief reader={reader} view={view} />
            ))}
            <Way href="/introductions" name={t('home.all')} />
          </>
        )}
      </main>
    </Layout>
  );
}
