import { renderMail, voiceOf, type MailProps, type Voice } from '../html/mail-layout.js';
import { Action, Aside, Code, Opening, Paragraph } from '../html/mail-parts.js';
import { inEachVoice } from '../html/mail-samples.js';
import type { MailContent } from '../mail/mail.js';

interface SignInMailProps extends MailProps {
  readonly link: string;
  /** To be typed where the link cannot be opened. */
  readonly code: string;
  /** How long link and code work. */
  readonly minutes: number;
}

const WORDS = {
  du: ({ communityName, minutes }: SignInMailProps) => ({
    subject: `Dein Link zum Anmelden – ${communityName}`,
    preheader: 'Ein Druck, und du bist da.',
    opening: 'Schön, dass du da bist.',
    link: `Mit diesem Link meldest du dich an. Er gilt ${minutes} Minuten lang, ein einziges Mal, in dem Browser, in dem du ihn bestellt hast.`,
    action: 'Anmelden',
    code: 'Du möchtest auf einem anderen Gerät weitermachen? Dann gib dort diesen Code ein:',
    aside: 'Du wolltest dich gar nicht anmelden? Dann lass diese Mail einfach liegen. Ohne sie kommt niemand hinein.',
    reason: 'Du bekommst diese Mail, weil sich jemand mit dieser Adresse anmelden möchte.',
  }),
  sie: ({ communityName, minutes }: SignInMailProps) => ({
    subject: `Ihr Link zum Anmelden – ${communityName}`,
    preheader: 'Ein Druck, und Sie sind da.',
    opening: 'Schön, dass Sie da sind.',
    link: `Mit diesem Link melden Sie sich an. Er gilt ${minutes} Minuten lang, ein einziges Mal, in dem Browser, in dem Sie ihn bestellt haben.`,
    action: 'Anmelden',
    code: 'Sie möchten auf einem anderen Gerät weitermachen? Dann geben Sie dort diesen Code ein:',
    aside: 'Sie wollten sich gar nicht anmelden? Dann lassen Sie diese Mail einfach liegen. Ohne sie kommt niemand hinein.',
    reason: 'Sie bekommen diese Mail, weil sich jemand mit dieser Adresse anmelden möchte.',
  }),
  en: ({ communityName, minutes }: SignInMailProps) => ({
    subject: `Your sign-in link – ${communityName}`,
    preheader: 'One press and you are in.',
    opening: 'Good to see you.',
    link: `This link signs you in. It works for ${minutes} minutes, once, in the browser you asked from.`,
    action: 'Sign in',
    code: 'On another device? Type this code there instead:',
    aside: 'You did not ask to sign in? Then simply leave this mail alone. Nobody gets in without it.',
    reason: 'You receive this mail because somebody would like to sign in with this address.',
  }),
  es: ({ communityName, minutes }: SignInMailProps) => ({
    subject: `Tu enlace para entrar – ${communityName}`,
    preheader: 'Un toque y ya estás dentro.',
    opening: 'Qué bien verte por aquí.',
    link: `Con este enlace entras. Vale durante ${minutes} minutos, una sola vez y en el navegador desde el que lo pediste.`,
    action: 'Entrar',
    code: '¿Prefieres otro dispositivo? Escribe allí este código:',
    aside: '¿No querías entrar? Entonces deja este correo donde está. Sin él no entra nadie.',
    reason: 'Recibes este correo porque alguien quiere entrar con esta dirección.',
  }),
} satisfies Record<Voice, (props: SignInMailProps) => Record<string, string>>;

/** The way in: a link for this browser, a code for any other. */
export function signInMail(props: SignInMailProps): MailContent {
  const { link, code } = props;
  const words = WORDS[voiceOf(props.manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, words.link, `${words.action}:\n${link}`, `${words.code}\n${code}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{words.link}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Paragraph>{words.code}</Paragraph>
        <Code>{code}</Code>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason },
  });
}

export const samples = inEachVoice<SignInMailProps>((common) => ({
  ...common,
  link: `${common.url}/sign-in/link?token=Zk3vQe7hXw2mYt9cRb5nLp`,
  code: 'HW4KT9QX',
  minutes: 10,
}));
