import { renderMail, voiceOf, type MailProps, type Voice } from '../html/mail-layout.js';
import { Action, Aside, Link, Opening, Paragraph } from '../html/mail-parts.js';
import { inEachVoice } from '../html/mail-samples.js';
import type { MailContent } from '../mail/mail.js';

interface InvitationMailProps extends MailProps {
  /** Name of the organizer who invites. */
  readonly from: string;
  readonly link: string;
  readonly stopLink: string;
}

const WORDS = {
  du: ({ from, communityName }: InvitationMailProps) => ({
    subject: `${from} lädt dich ein: ${communityName}`,
    preheader: 'Ein Netzwerk, in dem das Geben zuerst kommt.',
    opening: `${from} hätte dich gern dabei.`,
    body: [
      `${communityName} ist ein Netzwerk, in dem das Geben zuerst kommt. Du schreibst in deinen Worten, was du gern gibst und was du suchst. Gern zeigt dir, wem du helfen könntest, und dann, wer dir gern hilft.`,
      'Vorgestellt wird nur, wer zweimal Ja gesagt hat. Niemand zählt mit.',
    ],
    action: 'Ansehen und mitmachen',
    aside: 'Das ist die einzige Einladung. Magst du nicht, dann tu einfach nichts: Deine Adresse wird für nichts anderes verwendet.',
    stop: 'Nie wieder eine Einladung',
    reason: `Du bekommst diese Mail, weil ${from} deine Adresse kennt und dich einlädt.`,
  }),
  sie: ({ from, communityName }: InvitationMailProps) => ({
    subject: `${from} lädt Sie ein: ${communityName}`,
    preheader: 'Ein Netzwerk, in dem das Geben zuerst kommt.',
    opening: `${from} hätte Sie gern dabei.`,
    body: [
      `${communityName} ist ein Netzwerk, in dem das Geben zuerst kommt. Sie schreiben in Ihren Worten, was Sie gern geben und was Sie suchen. Gern zeigt Ihnen, wem Sie helfen könnten, und dann, wer Ihnen gern hilft.`,
      'Vorgestellt wird nur, wer zweimal Ja gesagt hat. Niemand zählt mit.',
    ],
    action: 'Ansehen und mitmachen',
    aside: 'Das ist die einzige Einladung. Mögen Sie nicht, dann tun Sie einfach nichts: Ihre Adresse wird für nichts anderes verwendet.',
    stop: 'Nie wieder eine Einladung',
    reason: `Sie bekommen diese Mail, weil ${from} Ihre Adresse kennt und Sie einlädt.`,
  }),
  en: ({ from, communityName }: InvitationMailProps) => ({
    subject: `${from} invites you: ${communityName}`,
    preheader: 'A network where giving comes first.',
    opening: `${from} would love to have you here.`,
    body: [
      `${communityName} is a network where giving comes first. You write in your own words what you gladly give and what you look for. Gern shows whom you could help, and then who would gladly help you.`,
      'Nobody is introduced before both have said yes. Nobody keeps count.',
    ],
    action: 'Have a look and join',
    aside: 'This is the only invitation. If it is not for you, do nothing: your address is used for nothing else.',
    stop: 'Never invite me again',
    reason: `You receive this mail because ${from} knows your address and invites you.`,
  }),
  es: ({ from, communityName }: InvitationMailProps) => ({
    subject: `${from} te invita: ${communityName}`,
    preheader: 'Una red en la que dar es lo primero.',
    opening: `A ${from} le encantaría que estuvieras.`,
    body: [
      `${communityName} es una red en la que dar es lo primero. Escribes con tus palabras lo que das con gusto y lo que buscas. Gern te muestra a quién podrías ayudar y, después, quién te ayudaría con gusto.`,
      'No se presenta a nadie sin dos síes. Aquí nadie lleva la cuenta.',
    ],
    action: 'Echar un vistazo y apuntarme',
    aside: 'Es la única invitación. Si no es para ti, no hagas nada: tu dirección no se usa para ninguna otra cosa.',
    stop: 'No invitarme nunca más',
    reason: `Recibes este correo porque ${from} conoce tu dirección y te invita.`,
  }),
} satisfies Record<Voice, (props: InvitationMailProps) => Record<string, string | readonly string[]>>;

/** Invites somebody who is no member: once, with what it is, one way in and one to be left alone. */
export function invitationMail(props: InvitationMailProps): MailContent {
  const { link, stopLink } = props;
  const words = WORDS[voiceOf(props.manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, ...words.body, `${words.action}:\n${link}`, words.aside, `${words.stop}:\n${stopLink}`],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        {words.body.map((paragraph) => (
          <Paragraph>{paragraph}</Paragraph>
        ))}
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
        <Link href={stopLink}>{words.stop}</Link>
      </>
    ),
    footer: { reason: words.reason },
  });
}

const FROM: Record<Voice, string> = { du: 'Ruth Falk', sie: 'Ruth Falk', en: 'Grace Doyle', es: 'Marta Coll' };
export const samples = inEachVoice<InvitationMailProps>((common, voice) => ({
  ...common,
  from: FROM[voice],
  link: `${common.url}/join`,
  stopLink: `${common.url}/mail/unsubscribe/a1b2.invitations.c3d4`,
}));
