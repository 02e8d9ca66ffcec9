import type { ComponentChildren, VNode } from 'preact';

import { oneLine } from './mail-words.js';

/** The pieces of which the mails are made. Styles stand inline, since many mail programs read no others. */

interface Wrapping {
  readonly children: ComponentChildren;
}

/** The one sentence that a mail is about. */
export function Opening({ children }: Wrapping): VNode {
  return <h1 style="margin: 0 0 16px; font-size: 24px; line-height: 1.3; font-weight: normal;">{children}</h1>;
}

/** Opens a part of a longer mail. */
export function Heading({ children }: Wrapping): VNode {
  return (
    <h2 class="accent" style="margin: 32px 0 8px; font-size: 20px; line-height: 1.35; font-weight: normal; color: #a8431f;">
      {children}
    </h2>
  );
}

export function Paragraph({ children }: Wrapping): VNode {
  return <p style="margin: 0 0 16px;">{children}</p>;
}

/** Said quietly. */
export function Aside({ children }: Wrapping): VNode {
  return (
    <p class="soft" style="margin: 0 0 16px; font-size: 16px; color: #6b615a;">
      {children}
    </p>
  );
}

interface WordsProps {
  /** Whose words these are. */
  readonly label?: string;
  readonly words: string;
  /** What met the other side's words, as told by `quote`: phrases of the text, parted by " … ". */
  readonly phrase?: string;
}

/** Somebody's own words; the phrases that met are marked. */
export function Words({ label, words, phrase }: WordsProps): VNode {
  return (
    <>
      {label !== undefined && (
        <p class="soft" style="margin: 0 0 4px; font-size: 15px; color: #6b615a;">
          {label}
        </p>
      )}
      <blockquote class="accent" style="margin: 0 0 18px; padding: 2px 0 2px 14px; border-left: 3px solid #a8431f;">
        <span class="ink" style="color: #2b2622;">
          {marked(oneLine(words), phrase)}
        </span>
      </blockquote>
    </>
  );
}

/** Phrases that do not stand in the text, in this order, stay unmarked. */
function marked(words: string, phrase: string | undefined): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const one of (phrase ?? '').split(' … ').map(oneLine)) {
    const from = one === '' || one === words ? -1 : words.indexOf(one, end);
    if (from < 0) continue;
    parts.push(
      words.slice(end, from),
      <mark class="mark" style="padding: 0 2px; background-color: #fbe3c8; color: #2b2622; border-radius: 3px;">
        {one}
      </mark>,
    );
    end = from + one.length;
  }
  return [...parts, words.slice(end)];
}

interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** The one thing to do: a link as large as a thumb. */
export function Action({ href, children }: LinkProps): VNode {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin: 8px 0 28px;">
      <tr>
        <td>
          <a
            href={href}
            class="press"
            style="display: inline-block; padding: 13px 24px; background-color: #a8431f; border-radius: 8px; font-size: 17px; line-height: 1.3; color: #ffffff; text-decoration: none;"
          >
            {children}
          </a>
        </td>
      </tr>
    </table>
  );
}

export function Link({ href, children }: LinkProps): VNode {
  return (
    <a href={href} class="accent" style="color: #a8431f;">
      {children}
    </a>
  );
}

/** A code to be read and typed. */
export function Code({ children }: Wrapping): VNode {
  return <p style="margin: 0 0 18px; font-family: Consolas, Menlo, 'DejaVu Sans Mono', monospace; font-size: 24px; line-height: 1.4; letter-spacing: 3px;">{children}</p>;
}
