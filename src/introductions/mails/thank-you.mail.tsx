import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';

interface ThankYouProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly askerFirstName: string;
  readonly note: string;
  readonly askPhrase: string;
  readonly thirdAsk?: { readonly firstName: string; readonly text: string; readonly link: string };
}

export function thankYouMail({ manner, communityName, url, askerFirstName, note, askPhrase, thirdAsk }: ThankYouProps): MailContent {
  const text = [`For: ${askPhrase}`, `${note}`, `${thirdAsk ? thirdAsk.firstName + ' looks for: ' + thirdAsk.text + ' ' + thirdAsk.link : ''}`, `${communityName}, ${url}`].join('\n');
  return { subject: `${askerFirstName} says thank you`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
