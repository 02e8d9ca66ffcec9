import { renderMail, voiceOf, type MailProps, type Voice } from '../html/mail-layout.js';
import { Aside, Opening, Paragraph } from '../html/mail-parts.js';
import { inEachVoice } from '../html/mail-samples.js';
import type { MailContent } from '../mail/mail.js';

interface GoodbyeMailProps extends MailProps {
  readonly name: string;
}

const WORDS = {
  du: ({ name, communityName }: GoodbyeMailProps) => ({
    subject: 'Alles Gute, und danke',
    preheader: 'Deine Daten sind gelöscht.',
    opening: `Alles Gute, ${name}.`,
    body: 'Dein Profil ist gelöscht, und mit ihm alles, was du gesucht und geboten hast. Ältere Sicherungen laufen von selbst ab.',
    aside: `Dies ist die letzte Mail von ${communityName} an dich. Danke, dass du da warst. Wenn du eines Tages wiederkommst, freuen wir uns.`,
    reason: 'Du bekommst diese Mail, damit du weißt, dass dein Löschen angekommen ist.',
  }),
  sie: ({ name, communityName }: GoodbyeMailProps) => ({
    subject: 'Alles Gute, und danke',
    preheader: 'Ihre Daten sind gelöscht.',
    opening: `Alles Gute, ${name}.`,
    body: 'Ihr Profil ist gelöscht, und mit ihm alles, was Sie gesucht und geboten haben. Ältere Sicherungen laufen von selbst ab.',
    aside: `Dies ist die letzte Mail von ${communityName} an Sie. Danke, dass Sie da waren. Wenn Sie eines Tages wiederkommen, freuen wir uns.`,
    reason: 'Sie bekommen diese Mail, damit Sie wissen, dass Ihr Löschen angekommen ist.',
  }),
  en: ({ name, communityName }: GoodbyeMailProps) => ({
    subject: 'All the best, and thank you',
    preheader: 'Your data is deleted.',
    opening: `All the best, ${name}.`,
    body: 'Your profile is deleted, and with it everything you asked for and offered. Older backups run out by themselves.',
    aside: `This is the last mail from ${communityName} to you. Thank you for having been here. Should you come back one day, we will be glad.`,
    reason: 'You receive this mail so that you know your deletion is done.',
  }),
  es: ({ name, communityName }: GoodbyeMailProps) => ({
    subject: 'Que te vaya muy bien, y gracias',
    preheader: 'Tus datos están borrados.',
    opening: `Que te vaya muy bien, ${name}.`,
    body: 'Tu perfil está borrado y, con él, todo lo que buscabas y ofrecías. Las copias de seguridad antiguas caducan solas.',
    aside: `Este es el último correo que te llega de ${communityName}. Gracias por haber estado. Si un día vuelves, nos darás una alegría.`,
    reason: 'Recibes este correo para que sepas que el borrado se ha hecho.',
  }),
} satisfies Record<Voice, (props: GoodbyeMailProps) => Record<string, string>>;

/** The last mail. Whoever leaves is thanked, not held. */
export function goodbyeMail(props: GoodbyeMailProps): MailContent {
  const words = WORDS[voiceOf(props.manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, words.body, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{words.body}</Paragraph>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason },
  });
}

const NAMES: Record<Voice, string> = { du: 'Lena', sie: 'Lena Brandt', en: 'Maya', es: 'Inés' };
export const samples = inEachVoice<GoodbyeMailProps>((common, voice) => ({ ...common, name: NAMES[voice] }));
