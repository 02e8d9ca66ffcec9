import { renderMail, voiceOf, type MailProps, type Voice } from '../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph } from '../html/mail-parts.js';
import { inEachVoice } from '../html/mail-samples.js';
import type { MailContent } from '../mail/mail.js';

interface MemberAlreadyMailProps extends MailProps {
  readonly link: string;
}

const WORDS: Record<Voice, Record<'subject' | 'preheader' | 'body' | 'action' | 'aside' | 'reason', string>> = {
  du: {
    subject: 'Du bist schon dabei',
    preheader: 'Melde dich einfach an.',
    body: 'Eben wollte jemand mit dieser Adresse Mitglied werden. Das bist du längst: Melde dich einfach an, alles ist noch da.',
    action: 'Zur Anmeldung',
    aside: 'Du warst das nicht? Dann musst du nichts tun. Wer es versucht hat, erfährt nicht, dass du hier bist.',
    reason: 'Du bekommst diese Mail, weil jemand mit deiner Adresse Mitglied werden wollte.',
  },
  sie: {
    subject: 'Sie sind schon dabei',
    preheader: 'Melden Sie sich einfach an.',
    body: 'Eben wollte jemand mit dieser Adresse Mitglied werden. Das sind Sie längst: Melden Sie sich einfach an, alles ist noch da.',
    action: 'Zur Anmeldung',
    aside: 'Sie waren das nicht? Dann müssen Sie nichts tun. Wer es versucht hat, erfährt nicht, dass Sie hier sind.',
    reason: 'Sie bekommen diese Mail, weil jemand mit Ihrer Adresse Mitglied werden wollte.',
  },
  en: {
    subject: 'You are already in',
    preheader: 'Simply sign in.',
    body: 'Somebody just tried to join with this address. You are a member already: simply sign in, everything is where you left it.',
    action: 'Go to sign-in',
    aside: 'It was not you? Then there is nothing to do. Whoever tried does not learn that you are here.',
    reason: 'You receive this mail because somebody tried to join with your address.',
  },
  es: {
    subject: 'Ya formas parte',
    preheader: 'Entra cuando quieras.',
    body: 'Alguien acaba de intentar apuntarse con esta dirección. Tú ya formas parte: entra cuando quieras, todo sigue en su sitio.',
    action: 'Ir a la entrada',
    aside: '¿No has sido tú? Entonces no tienes que hacer nada. Quien lo intentó no sabrá que estás aquí.',
    reason: 'Recibes este correo porque alguien quiso apuntarse con tu dirección.',
  },
};

/** Goes out in place of the confirmation to an address that is known, so that the page answers everybody alike. */
export function memberAlreadyMail(props: MemberAlreadyMailProps): MailContent {
  const { link } = props;
  const words = WORDS[voiceOf(props.manner)];
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [`${words.subject}.`, words.body, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.subject}.</Opening>
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason },
  });
}

export const samples = inEachVoice<MemberAlreadyMailProps>((common) => ({ ...common, link: `${common.url}/sign-in` }));
