import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../engine/engine.js';
import type { MailContent } from '../../mail/mail.js';
import type { Side } from '../introduction.js';

interface ReminderProps {
  readonly manner: { readonly language: Language; readonly formal: boolean };
  readonly communityName: string;
  readonly url: string;
  readonly otherFirstName: string;
  readonly side: Side;
  readonly askPhrase: string;
  readonly link: string;
}

export function reminderMail({ manner, communityName, url, otherFirstName, side, askPhrase, link }: ReminderProps): MailContent {
  const text = [`${side === 'giver' ? otherFirstName + ' looks for' : 'You look for'}: ${askPhrase}`, `${link}`, `${communityName}, ${url}`].join('\n');
  return { subject: `A question about ${otherFirstName} is waiting for you`, text, html: renderToString(<pre lang={manner.language}>{text}</pre>) };
}
