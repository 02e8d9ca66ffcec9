import { renderMail, voiceOf, type MailProps, type Voice } from '../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph } from '../html/mail-parts.js';
import { inEachVoice } from '../html/mail-samples.js';
import type { MailContent } from '../mail/mail.js';

interface ConfirmMailProps extends MailProps {
  readonly name: string;
  readonly link: string;
}

const WORDS = {
  du: ({ name }: ConfirmMailProps) => ({
    subject: 'Noch ein Handgriff, dann bist du dabei',
    preheader: 'Bitte bestätige deine Adresse.',
    opening: `Hallo ${name}, schön, dass du dabei sein willst.`,
    body: 'Bitte bestätige noch, dass diese Adresse deine ist. Bis dahin sieht dich niemand, und es kommt auch keine weitere Mail.',
    action: 'Adresse bestätigen',
    aside: 'Der Link gilt eine Woche. Du warst das nicht? Dann tu einfach nichts: Was eingetragen wurde, verschwindet von selbst.',
    reason: 'Du bekommst diese Mail, weil jemand mit dieser Adresse Mitglied werden möchte.',
  }),
  sie: ({ name }: ConfirmMailProps) => ({
    subject: 'Noch ein Handgriff, dann sind Sie dabei',
    preheader: 'Bitte bestätigen Sie Ihre Adresse.',
    opening: `Guten Tag ${name}, schön, dass Sie dabei sein möchten.`,
    body: 'Bitte bestätigen Sie noch, dass diese Adresse Ihre ist. Bis dahin sieht Sie niemand, und es kommt auch keine weitere Mail.',
    action: 'Adresse bestätigen',
    aside: 'Der Link gilt eine Woche. Sie waren das nicht? Dann tun Sie einfach nichts: Was eingetragen wurde, verschwindet von selbst.',
    reason: 'Sie bekommen diese Mail, weil jemand mit dieser Adresse Mitglied werden möchte.',
  }),
  en: ({ name }: ConfirmMailProps) => ({
    subject: 'One more step and you are in',
    preheader: 'One press and you are in.',
    opening: `Hello ${name}, how good that you want to join.`,
    body: 'Please confirm that this address is yours. Until then nobody sees you, and no other mail will come.',
    action: 'Confirm my address',
    aside: 'The link works for a week. It was not you? Then do nothing: what was filled in will vanish by itself.',
    reason: 'You receive this mail because somebody would like to join with this address.',
  }),
  es: ({ name }: ConfirmMailProps) => ({
    subject: 'Solo falta un paso para que formes parte',
    preheader: 'Confirma tu dirección, por favor.',
    opening: `Hola, ${name}: qué alegría que quieras formar parte.`,
    body: 'Confirma, por favor, que esta dirección es tuya. Hasta entonces nadie te ve y no llegará ningún otro correo.',
    action: 'Confirmar mi dirección',
    aside: 'El enlace vale una semana. ¿No has sido tú? Entonces no hagas nada: lo que se escribió desaparece solo.',
    reason: 'Recibes este correo porque alguien quiere apuntarse con esta dirección.',
  }),
} satisfies Record<Voice, (props: ConfirmMailProps) => Record<string, string>>;

/** Asks a newcomer whether the address is theirs; before the yes nothing else is mailed. */
export function confirmMail(props: ConfirmMailProps): MailContent {
  const { link } = props;
  const words = WORDS[voiceOf(props.manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, words.body, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason },
  });
}

const NAMES: Record<Voice, string> = { du: 'Lena', sie: 'Lena Brandt', en: 'Maya', es: 'Inés' };
export const samples = inEachVoice<ConfirmMailProps>((common, voice) => ({ ...common, name: NAMES[voice], link: `${common.url}/join/confirm?token=Zk3vQe7hXw2mYt9cRb5nLp` }));
