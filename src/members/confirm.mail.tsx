import { renderToString } from 'preact-render-to-string';

import type { Account } from '../accounts/account.js';
import type { MailContent } from '../mail/mail.js';

export interface ConfirmMailProps {
  readonly manner: Pick<Account, 'language' | 'formal'>;
  readonly communityName: string;
  readonly name: string;
  readonly link: string;
  /** Address of this install. */
  readonly url: string;
}

export function confirmMail({ manner, communityName, name, link }: ConfirmMailProps): MailContent {
  const words = {
    de: {
      subject: `${communityName}: bitte die Adresse bestätigen`,
      lead: manner.formal ? `Guten Tag ${name}, mit diesem Link bestätigen Sie Ihre Adresse:` : `Hallo ${name}, mit diesem Link bestätigst du deine Adresse:`,
      end: manner.formal ? 'Er gilt sieben Tage. Sie haben sich nicht angemeldet? Dann ist nichts zu tun.' : 'Er gilt sieben Tage. Du hast dich nicht angemeldet? Dann ist nichts zu tun.',
    },
    en: {
      subject: `${communityName}: please confirm your address`,
      lead: `Hello ${name}, this link confirms your address:`,
      end: 'It works for seven days. You did not sign up? Then there is nothing to do.',
    },
    es: {
      subject: `${communityName}: confirma tu dirección`,
      lead: manner.formal ? `Buenos días, ${name}: con este enlace confirma usted su dirección:` : `Hola, ${name}: con este enlace confirmas tu dirección:`,
      end: manner.formal ? 'Vale siete días. ¿No se ha apuntado usted? Entonces no hay nada que hacer.' : 'Vale siete días. ¿No te has apuntado? Entonces no hay nada que hacer.',
    },
  }[manner.language];
  const html = renderToString(
    <html lang={manner.language}>
      <body>
        <p>{words.lead}</p>
        <p>
          <a href={link}>{words.subject}</a>
        </p>
        <p>{words.end}</p>
      </body>
    </html>,
  );
  return { subject: words.subject, text: `${words.lead}\n${link}\n\n${words.end}\n`, html: `<!doctype html>${html}` };
}
