import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { Empty, Voice, Way } from '../html/parts.js';
import { Refusals, StepChoice } from './answer-parts.js';
import { IntroductionBrief, nameOf, saying, titleOf } from './introduction-brief.js';
import type { IntroductionList, IntroductionView } from './introduction-views.service.js';
import { OUTCOME_CHOICES } from './introductions.forms.dto.js';
import type { Reader } from './reader.js';
import { quotedIn } from './reason.js';

/** Somebody else to help, for whoever was helped: passing it on, never back. */
export interface ThirdPersonAsk {
  readonly firstName: string;
  readonly text: string;
  readonly language: Language;
}

interface PageProps {
  readonly reader: Reader;
  readonly view: IntroductionView;
  readonly third?: ThirdPersonAsk | undefined;
}

/** One introduction, as its reader may see it, with what the reader may do. */
export function IntroductionPage({ reader, view, third }: PageProps): VNode {
  const { language } = reader;
  const name = nameOf(view, language);
  const t = (key: Parameters<typeof message>[1], values: Record<string, string> = {}): string => message(language, key, { name, ...values });
  const title = titleOf(view, language);
  return (
    <Layout language={language} title={title} audience="member" here="/introductions" organizes={reader.organizes}>
      <main>
        <h1>{title}</h1>
        <p class="lead">{saying(view, reader)}</p>
        <Teaser language={language} view={view} />
        <Choices reader={reader} view={view} />
        {view.phase === 'introduced' && <Afterwards reader={reader} view={view} />}
        {third && (
          <article class="give">
            <p class="label">{message(language, 'introduction.third', { name: third.firstName })}</p>
            <Voice text={third.text} language={third.language} loud />
            <Way href="/" name={t('home.more')} />
          </article>
        )}
        <details id="never">
          <summary>{t('introduction.never')}</summary>
          <p class="label">{t('introduction.never.lead')}</p>
          <Press reader={reader} id={view.id} action="never" label={t('introduction.never')} />
        </details>
        <Way href="/introductions" name={t('home.all')} />
      </main>
    </Layout>
  );
}

/** Where the reader gives stands before where the reader is helped. */
export function IntroductionsPage({ reader, list }: { readonly reader: Reader; readonly list: IntroductionList }): VNode {
  const { language } = reader;
  const title = message(language, 'introductions.title');
  return (
    <Layout language={language} title={title} audience="member" here="/introductions" organizes={reader.organizes}>
      <main>
        <h1>{title}</h1>
        {(['give', 'receive'] as const).map((side) => (
          <section>
            <h2>{message(language, `introductions.${side}`)}</h2>
            <Side reader={reader} views={list[side]} none={message(language, `introductions.none.${side}`)} />
          </section>
        ))}
      </main>
    </Layout>
  );
}

/** What is under way stands open; what is past can be looked up, uncounted. */
function Side({ reader, views, none }: { readonly reader: Reader; readonly views: readonly IntroductionView[]; readonly none: string }): VNode {
  const past = views.filter(isPast);
  const open = views.filter((view) => !isPast(view));
  const briefs = (some: readonly IntroductionView[]): VNode[] => some.map((view) => <IntroductionBrief reader={reader} view={view} />);
  return (
    <>
      {open.length === 0 && <Empty>{none}</Empty>}
      {briefs(open)}
      {past.length > 0 && (
        <details>
          <summary>{message(reader.language, 'introductions.past')}</summary>
          {briefs(past)}
        </details>
      )}
    </>
  );
}

function isPast({ phase, outcome }: IntroductionView): boolean {
  return phase === 'declined' || phase === 'over' || (phase === 'introduced' && outcome !== null);
}

/** The other's words first, then one's own: the same before and after the other's yes. */
function Teaser({ language, view: { side, ask, offer, askPhrase, offerPhrase, connector, other, isUnnamed, step } }: { readonly language: Language; readonly view: IntroductionView }): VNode {
  const name = isUnnamed ? message(language, 'board.somebody') : (other ?? message(language, 'introduction.former'));
  const asked = { ...ask, phrase: askPhrase, label: side === 'giver' ? message(language, 'introduction.asks', { name }) : message(language, 'page.you.ask') };
  const offered = offer && { ...offer, phrase: offerPhrase, label: side === 'giver' ? message(language, 'page.you.offer') : message(language, 'introduction.offers', { name }) };
  const texts = (side === 'giver' ? [asked, offered] : [offered, asked]).filter((text) => text !== null);
  return (
    <article class={side === 'giver' ? 'give' : 'receive'}>
      {connector && (
        <>
          <p class="label">{message(language, 'introduction.connector', { name: connector.firstName ?? message(language, 'introduction.former') })}</p>
          <blockquote>{connector.words}</blockquote>
        </>
      )}
      {texts.map(({ label, text, language: written, phrase }, i) => (
        <>
          <p class="label">{label}</p>
          <Voice text={text} language={written} ranges={quotedIn(text, phrase)} loud={i === 0} />
        </>
      ))}
      {step !== null && (
        <p>
          <span class="label">{`${message(language, 'introduction.step')}: `}</span>
          {message(language, `introduction.step.${step}`)}
        </p>
      )}
    </article>
  );
}

function Choices({ reader, view: { id, side, phase, undoUntil } }: PageProps): VNode | null {
  const { language } = reader;
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  if (phase === 'waiting') return <Press reader={reader} id={id} action="withdraw" label={t('introduction.withdraw')} />;
  if (undoUntil !== null) return <Press reader={reader} id={id} action="undo" label={t('introduction.undo')} />;
  if (phase !== 'asked') return null;
  return (
    <>
      <p class="label">{t('introduction.shared')}</p>
      <form method="post" action={`/introductions/${id}/yes${reader.query}`}>
        {side === 'giver' && <StepChoice t={t} />}
        <button type="submit">{t(side === 'giver' ? 'introduction.gladly' : 'introduction.yes')}</button>
      </form>
      <Refusals t={t} action={`/introductions/${id}/no${reader.query}`} />
    </>
  );
}

/** What came of it, and thanks; each is told once. */
function Afterwards({ reader, view: { id, side, other, outcome, thanks, connector } }: PageProps): VNode {
  const { language } = reader;
  const name = other ?? message(language, 'introduction.former');
  const t = (key: Parameters<typeof message>[1]): string => message(language, key, { name });
  return (
    <>
      {outcome === null ? (
        <form method="post" action={`/introductions/${id}/outcome${reader.query}`}>
          <h2>{t('introduction.outcome')}</h2>
          {connector?.firstName && (
            <label>
              <input type="checkbox" name="tell" value="yes" /> {message(language, 'introduction.outcome.tell', { name: connector.firstName })}
            </label>
          )}
          {OUTCOME_CHOICES.map((came) => (
            <button type="submit" name="came" value={came} class="quiet">
              {t(`introduction.outcome.${came}`)}
            </button>
          ))}
        </form>
      ) : (
        <p>{t('introduction.outcome.thanks')}</p>
      )}
      {thanks !== null && (
        <article>
          <p class="label">{t(side === 'giver' ? 'introduction.thanks.got' : 'introduction.thanks.said')}</p>
          <blockquote>{thanks}</blockquote>
        </article>
      )}
      {side === 'asker' && thanks === null && (
        <form method="post" action={`/introductions/${id}/thanks${reader.query}`}>
          <label>
            {t('introduction.thanks')}
            <textarea name="note" rows={3} maxLength={600} required />
          </label>
          <button type="submit">{t('introduction.thanks.send')}</button>
        </form>
      )}
    </>
  );
}

interface PressProps {
  readonly reader: Reader;
  readonly id: string;
  readonly action: 'undo' | 'withdraw' | 'never';
  readonly label: string;
}

/** An explicit press: opening a link never decides. */
function Press({ reader, id, action, label }: PressProps): VNode {
  return (
    <form method="post" action={`/introductions/${id}/${action}${reader.query}`}>
      <button type="submit" class="quiet">
        {label}
      </button>
    </form>
  );
}
