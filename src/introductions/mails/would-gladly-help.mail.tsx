import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';
import type { Step } from '../introduction.js';

interface WouldGladlyHelpProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly giverFirstName: string;
  readonly ask: string;
  readonly offer: string;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly step: Step;
  readonly link: string;
}

export function wouldGladlyHelpMail({ manner, communityName, url, giverFirstName, ask, offer, askPhrase, offerPhrase, step, link }: WouldGladlyHelpProps): MailContent {
  const text = [`You look for: ${ask}`, `${giverFirstName} offers: ${offer}`, `What met: ${askPhrase} / ${offerPhrase}`, `Smallest step: ${step}`, `${link}`, `${communityName}, ${url}`].join('\n');
  return { subject: `${giverFirstName} would gladly help you`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
