import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';
import type { Side } from '../introduction.js';

interface ConnectorRequestProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly connectorFirstName: string;
  readonly otherFirstName: string;
  readonly side: Side;
  readonly words: string;
  readonly ask: string;
  readonly link: string;
}

export function connectorRequestMail({ manner, communityName, url, connectorFirstName, otherFirstName, side, words, ask, link }: ConnectorRequestProps): MailContent {
  const text = [`${words}`, `${side === 'giver' ? otherFirstName + ' looks for' : 'You look for'}: ${ask}`, `${link}`, `${communityName}, ${url}`].join('\n');
  return { subject: `${connectorFirstName} thought of you and ${otherFirstName}`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
