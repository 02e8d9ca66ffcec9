import { renderToString } from 'preact-render-to-string';

import type { MailContent } from '../mail/mail.js';
import type { Account } from './account.js';

export interface SignInMailProps {
  readonly manner: Pick<Account, 'language' | 'formal'>;
  readonly communityName: string;
  readonly link: string;
  readonly code: string;
  /** How long link and code live. */
  readonly minutes: number;
  /** Address of this install. */
  readonly url: string;
}

export function signInMail(props: SignInMailProps): MailContent {
  const { manner, communityName, link, code, minutes } = props;
  const words = {
    de: {
      subject: `Anmelden bei ${communityName}`,
      lead: manner.formal ? 'Mit diesem Link melden Sie sich an:' : 'Mit diesem Link meldest du dich an:',
      code: `In einem anderen Browser hilft dieser Code: ${code}`,
      end: `Beides gilt ${minutes} Minuten und nur einmal. ${manner.formal ? 'Sie wollten sich nicht anmelden? Dann ist nichts zu tun.' : 'Du wolltest dich nicht anmelden? Dann ist nichts zu tun.'}`,
    },
    en: {
      subject: `Sign in to ${communityName}`,
      lead: 'This link signs you in:',
      code: `In another browser, this code does the same: ${code}`,
      end: `Both work once, within ${minutes} minutes. You did not want to sign in? Then there is nothing to do.`,
    },
    es: {
      subject: `Entrar en ${communityName}`,
      lead: manner.formal ? 'Con este enlace entra usted:' : 'Con este enlace entras:',
      code: `En otro navegador sirve este código: ${code}`,
      end: `Ambos valen una sola vez, durante ${minutes} minutos. ${manner.formal ? '¿No quería usted entrar?' : '¿No querías entrar?'} Entonces no hay nada que hacer.`,
    },
  }[manner.language];
  const html = renderToString(
    <html lang={manner.language}>
      <body>
        <p>{words.lead}</p>
        <p>
          <a href={link}>{words.subject}</a>
        </p>
        <p>{words.code}</p>
        <p>{words.end}</p>
      </body>
    </html>,
  );
  return { subject: words.subject, text: `${words.lead}\n${link}\n\n${words.code}\n\n${words.end}\n`, html: `<!doctype html>${html}` };
}
