import { renderToString } from 'preact-render-to-string';

import type { SignInMailProps } from '../accounts/sign-in.mail.js';
import type { MailContent } from '../mail/mail.js';

/** To a member whose address was entered in the form for joining. */
export function memberAlreadyMail({ manner, communityName, link, code, minutes }: SignInMailProps): MailContent {
  const words = {
    de: {
      subject: `Schon Mitglied bei ${communityName}`,
      lead: manner.formal ? 'Sie sind schon Mitglied. Mit diesem Link melden Sie sich an:' : 'Du bist schon Mitglied. Mit diesem Link meldest du dich an:',
      end: `In einem anderen Browser hilft der Code ${code}. Beides gilt ${minutes} Minuten.`,
    },
    en: {
      subject: `A member of ${communityName} already`,
      lead: 'You are a member already. This link signs you in:',
      end: `In another browser, the code ${code} does the same. Both work for ${minutes} minutes.`,
    },
    es: {
      subject: `Ya formas parte de ${communityName}`,
      lead: manner.formal ? 'Ya es usted miembro. Con este enlace entra:' : 'Ya eres miembro. Con este enlace entras:',
      end: `En otro navegador sirve el código ${code}. Ambos valen ${minutes} minutos.`,
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
