import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';

interface ConnectorNewsProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly askerFirstName: string;
  readonly giverFirstName: string;
  readonly helped: boolean;
}

export function connectorNewsMail({ manner, communityName, url, askerFirstName, giverFirstName, helped }: ConnectorNewsProps): MailContent {
  const text = [`${giverFirstName} and ${askerFirstName} met${helped ? ', and it helped' : ''}.`, `${communityName}, ${url}`].join('\n');
  return { subject: 'What came of it', text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
