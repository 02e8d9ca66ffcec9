import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';
import type { Side, Step } from '../introduction.js';

interface IntroductionProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly readerName: string;
  readonly otherName: string;
  readonly side: Side;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly ask: string;
  readonly offer: string;
  readonly step: Step;
  readonly contact: { readonly address?: string; readonly phone?: string; readonly link?: string; readonly note?: string };
  readonly reportLink: string;
}

export function introductionMail({ manner, communityName, url, readerName, otherName, side, askPhrase, offerPhrase, ask, offer, step, contact, reportLink }: IntroductionProps): MailContent {
  const text = [
    `${side === 'giver' ? otherName + ' looks for' : 'You look for'}: ${ask} (${askPhrase})`,
    `${side === 'giver' ? 'You offer' : otherName + ' offers'}: ${offer} (${offerPhrase})`,
    `Smallest step: ${step}`,
    `${[contact.address, contact.phone, contact.link, contact.note].filter((part) => part !== undefined).join(', ')}`,
    `${reportLink}`,
    `${communityName}, ${url}`,
  ].join('\n');
  return { subject: `${readerName}, meet ${otherName}`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
