import type { VNode } from 'preact';

import type { AskPart, Language, StatementKind } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import { Voice } from '../../html/parts.js';
import type { Statement } from '../../members/statement.js';

/** What can be said about a text while it is being written. */
export type Coached =
  | { readonly kind: 'short' }
  | { readonly kind: 'ask'; readonly concreteness: number; readonly askFor: AskPart | undefined; readonly helpers: number; readonly readsLike: StatementKind | null }
  | { readonly kind: 'offer'; readonly serves: readonly Statement[]; readonly readsLike: StatementKind | null };

/** The place where the coach speaks; empty until it is asked, or until something is typed. */
export const COACH_PLACE = 'coach';

export function CoachPanel({ language, coached }: { readonly language: Language; readonly coached: Coached }): VNode {
  if (coached.kind === 'short') return <p>{message(language, 'statements.short')}</p>;
  const { readsLike } = coached;
  return (
    <>
      {coached.kind === 'ask' ? <AskCoached language={language} {...coached} /> : <OfferCoached language={language} serves={coached.serves} />}
      {readsLike && <p class="label">{message(language, `statements.like.${readsLike}`)}</p>}
    </>
  );
}

function AskCoached({ language, concreteness, askFor, helpers }: Extract<Coached, { kind: 'ask' }> & { readonly language: Language }): VNode {
  const told = message(language, 'coach.concreteness', { value: concreteness });
  return (
    <>
      <p>{message(language, askFor === undefined ? 'coach.concrete' : `coach.${askFor}`)}</p>
      <p class="label">
        <meter min={0} max={5} value={concreteness} aria-label={told} />
        {told}
      </p>
      <p class="label">{message(language, 'coach.helpers', { count: helpers })}</p>
    </>
  );
}

/** The words alone: who asks is shown when the offer is there. */
function OfferCoached({ language, serves }: { readonly language: Language; readonly serves: readonly Statement[] }): VNode {
  return (
    <>
      <p>{message(language, 'statements.asked', { count: serves.length })}</p>
      {serves.map(({ text, language: written }) => (
        <Voice text={text} language={written} />
      ))}
    </>
  );
}
