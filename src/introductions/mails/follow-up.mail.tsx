import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';
import type { Side } from '../introduction.js';

interface FollowUpProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly otherFirstName: string;
  readonly side: Side;
  readonly askPhrase: string;
  readonly metLink: string;
}

export function followUpMail({ manner, communityName, url, otherFirstName, side, askPhrase, metLink }: FollowUpProps): MailContent {
  const text = [`${side === 'giver' ? 'You wanted to help with' : 'You looked for'}: ${askPhrase}`, `${metLink}`, `${communityName}, ${url}`].join('\n');
  return { subject: `Did you and ${otherFirstName} meet?`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
