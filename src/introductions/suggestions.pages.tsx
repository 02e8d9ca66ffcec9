import type { VNode } from 'preact';

import { LANGUAGES, type GivingFirst, type Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { MessageKey } from '../html/messages/en.js';
import { Empty, Voice } from '../html/parts.js';
import { firstName, type Member } from '../members/member.js';
import type { CoachHint } from './coach-hints.service.js';
import { IntroductionBrief } from './introduction-brief.js';
import type { IntroductionView } from './introduction-views.service.js';
import type { Reader } from './reader.js';
import { SuggestionCard } from './suggestion-card.js';
import type { SuggestedIntroduction } from './suggestions.service.js';

export interface SuggestionsPageProps {
  readonly language: Language;
  /** Undefined for who only looks around in the fictional network. */
  readonly reader: Reader | undefined;
  /** Through whose eyes one may look: everybody's in the fictional network, nobody else's in a real one. */
  readonly members: readonly Member[];
  readonly chosen: Member | undefined;
  readonly suggestions: GivingFirst<SuggestedIntroduction>;
  readonly hints: readonly CoachHint[];
  /** Introductions that are under way. */
  readonly open: readonly IntroductionView[];
}

/** Home: whom the member could help stands before who would help them; then what is under way. */
export function SuggestionsPage({ language, reader, members, chosen, suggestions, hints, open }: SuggestionsPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  const { give, receive, surprise } = suggestions;
  const card = { reader: { language }, answers: reader !== undefined };
  return (
    <Layout language={language} title={t('page.title')} audience={reader ? 'member' : 'visitor'} here="/" organizes={reader?.organizes ?? false} languageAt={reader ? undefined : '/'}>
      <main>
        <h1>{chosen === undefined ? 'Gern' : t('home.hello', { name: firstName(chosen) })}</h1>
        <p class="lead">{t(reader ? 'home.lead' : 'page.lead')}</p>
        {members.length > 0 && <Eyes language={language} members={members} chosen={chosen} isVisitor={reader === undefined} />}
        {chosen === undefined ? (
          <p>{t('page.empty')}</p>
        ) : (
          <>
            <h2>{t('page.give')}</h2>
            {give.length === 0 && <Empty>{t('page.silence.give')}</Empty>}
            {give.length === 0 && reader && <Way href="/statements/new?kind=offer" name={t('statements.add.offer')} />}
            {give.length === 0 && reader && <Way href="/board" name={t('board.all')} />}
            {give.map((one) => (
              <SuggestionCard {...card} side="give" suggestion={one} />
            ))}
            <h2>{t('page.receive')}</h2>
            {receive.length === 0 && hints.length === 0 && <Empty>{t('page.silence.receive')}</Empty>}
            {receive.length === 0 && hints.length === 0 && reader && <Way href="/statements/new?kind=ask" name={t('statements.add.ask')} />}
            {receive.map((one) => (
              <SuggestionCard {...card} side="receive" suggestion={one} />
            ))}
            {hints.map(({ ask, askFor }) => (
              <article>
                <p class="label">{t('page.you.ask')}</p>
                <Voice text={ask.text} language={ask.language} />
                <p class="silence">{t(`coach.${askFor}`)}</p>
                {reader && <Way href={`/statements/${ask.id}/edit`} name={t('statements.edit')} />}
              </article>
            ))}
            {surprise && (
              <>
                <h2>{t('page.surprise')}</h2>
                <p class="label">{t('page.surprise.lead')}</p>
                <SuggestionCard {...card} side={surprise.giverId === chosen.id ? 'give' : 'receive'} suggestion={surprise} />
              </>
            )}
            {reader && open.length > 0 && (
              <>
                <h2>{t('home.open')}</h2>
                {open.map((view) => (
                  <IntroductionBrief reader={reader} view={view} />
                ))}
                <Way href="/introductions" name={t('home.all')} />
              </>
            )}
          </>
        )}
      </main>
    </Layout>
  );
}

function Way({ href, name }: { readonly href: string; readonly name: string }): VNode {
  return (
    <p>
      <a class="press" href={href}>
        {name}
      </a>
    </p>
  );
}

interface EyesProps {
  readonly language: Language;
  readonly members: readonly Member[];
  readonly chosen: Member | undefined;
  readonly isVisitor: boolean;
}

/** In the fictional network: through whose eyes to look. */
function Eyes({ language, members, chosen, isVisitor }: EyesProps): VNode {
  return (
    <details open={isVisitor}>
      <summary>
        {message(language, 'page.choose')}
        {chosen && !isVisitor && ` · ${chosen.name}`}
      </summary>
      <form method="post" class="people">
        {members.map((member) => (
          <button type="submit" class="quiet" formaction={`/demo/as/${member.id}`}>
            {member.name}
          </button>
        ))}
      </form>
      <p class="label">
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <>
            <a class="press" href={`/?language=${other}`} lang={other} hreflang={other}>
              {message(other, `language.${other}`)}
            </a>{' '}
          </>
        ))}
      </p>
    </details>
  );
}
