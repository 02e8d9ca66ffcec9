import type { ComponentChildren, VNode } from 'preact';

import type { Language, Range } from '../engine/engine.js';
import { Icon } from './icon.js';

interface NoticeProps {
  /** `success`: it is done; `error`: it is not, and what to do. */
  readonly kind: 'success' | 'error';
  readonly children: ComponentChildren;
}

/** What the last press did; read out at once by a screen reader. */
export function Notice({ kind, children }: NoticeProps): VNode {
  return (
    <p class="notice" role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={kind === 'error' ? 'alert' : 'check'} />
      <span>{children}</span>
    </p>
  );
}

/** Nothing here, said honestly, with what would help. */
export function Empty({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <div class="empty">
      <p class="silence">{children}</p>
    </div>
  );
}

/** Where one can go from here. */
export function Way({ href, name }: { readonly href: string; readonly name: string }): VNode {
  return (
    <p>
      <a class="press" href={href}>
        {name}
      </a>
    </p>
  );
}

interface VoiceProps {
  readonly text: string;
  /** Null where it is not known. */
  readonly language: Language | null;
  /** Phrases to mark, in the order of the text and apart. */
  readonly ranges?: readonly Range[];
  /** Whether it is what the card is about. */
  readonly loud?: boolean;
}

/** Somebody's own words. */
export function Voice({ text, language, ranges = [], loud = false }: VoiceProps): VNode {
  return (
    <blockquote class={loud ? 'voice' : undefined} lang={language ?? undefined}>
      {marked(text, ranges)}
    </blockquote>
  );
}

function marked(text: string, ranges: readonly Range[]): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(end, from), <mark>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...parts, text.slice(end)];
}
