import { renderToString } from 'preact-render-to-string';

import type { Language, StatementKind } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';

interface StillTrueProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly text: string;
  readonly kind: StatementKind;
  readonly liveUntil: string;
  readonly link: string;
}

export function stillTrueMail({ manner, communityName, url, text: statement, kind, liveUntil, link }: StillTrueProps): MailContent {
  const text = [`${kind}: ${statement}`, `Until ${liveUntil}`, `${link}`, `${communityName}, ${url}`].join('\n');
  return { subject: 'Is this still true?', text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
