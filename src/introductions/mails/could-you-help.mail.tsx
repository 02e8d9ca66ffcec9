import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';

interface CouldYouHelpProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly askerFirstName: string;
  readonly ask: string;
  readonly offer: string;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly link: string;
}

export function couldYouHelpMail({ manner, communityName, url, askerFirstName, ask, offer, askPhrase, offerPhrase, link }: CouldYouHelpProps): MailContent {
  const text = [`${askerFirstName} looks for: ${ask}`, `You offer: ${offer}`, `What met: ${askPhrase} / ${offerPhrase}`, `${link}`, `${communityName}, ${url}`].join('\n');
  return { subject: `Could you help ${askerFirstName}?`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
