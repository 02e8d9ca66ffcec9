import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import type { MailContent } from '../../mail/mail.js';

interface MeetupInVisitMailProps extends MailProps {
  /** Where the reader will be, as they wrote it. */
  readonly visited: string;
  readonly title: string;
  readonly place: string | null;
  /** Day and time at the place, in the reader's language. */
  readonly when: string;
  readonly link: string;
}

const WORDS = {
  du: ({ visited, title }: MeetupInVisitMailProps) => ({
    subject: `Wenn du in ${visited} bist: ${title}`,
    opening: `Während du in ${visited} bist, gibt es ein Treffen: ${title}.`,
    body: 'Magst du kommen, sag kurz zu. Was du suchst und bietest, kommt mit auf die Liste, und vor dem Abend erfährst du, wem du dort helfen könntest.',
    action: 'Ansehen und zusagen',
    aside: 'Passt es nicht, musst du nichts tun.',
    reason: 'Du bekommst diese Mail, weil du einen Besuch angekündigt hast.',
  }),
  sie: ({ visited, title }: MeetupInVisitMailProps) => ({
    subject: `Wenn Sie in ${visited} sind: ${title}`,
    opening: `Während Sie in ${visited} sind, gibt es ein Treffen: ${title}.`,
    body: 'Mögen Sie kommen, sagen Sie kurz zu. Was Sie suchen und bieten, kommt mit auf die Liste, und vor dem Abend erfahren Sie, wem Sie dort helfen könnten.',
    action: 'Ansehen und zusagen',
    aside: 'Passt es nicht, müssen Sie nichts tun.',
    reason: 'Sie bekommen diese Mail, weil Sie einen Besuch angekündigt haben.',
  }),
  en: ({ visited, title }: MeetupInVisitMailProps) => ({
    subject: `While you are in ${visited}: ${title}`,
    opening: `There is a meetup while you are in ${visited}: ${title}.`,
    body: 'If you would like to come, just say so. What you look for and what you offer come along on the list, and before the evening you hear whom you could help there.',
    action: 'Have a look and say yes',
    aside: 'If it does not suit you, there is nothing to do.',
    reason: 'You receive this mail because you announced a visit.',
  }),
  es: ({ visited, title }: MeetupInVisitMailProps) => ({
    subject: `Mientras estés en ${visited}: ${title}`,
    opening: `Mientras estés en ${visited} hay un encuentro: ${title}.`,
    body: 'Si te apetece venir, apúntate. Lo que buscas y lo que ofreces irá contigo en la lista, y antes de la cita sabrás a quién podrías ayudar allí.',
    action: 'Ver y apuntarme',
    aside: 'Si no te va bien, no hace falta que hagas nada.',
    reason: 'Recibes este correo porque anunciaste una visita.',
  }),
} satisfies Record<Voice, (props: MeetupInVisitMailProps) => Record<string, string>>;

/** Tells a visitor of a meetup that falls into their stay. */
export function meetupInVisitMail(props: MeetupInVisitMailProps): MailContent {
  const { manner, when, place, link, settingsLink } = props;
  const words = WORDS[voiceOf(manner)](props);
  const whenAndWhere = [when, place].filter(Boolean).join(' · ');
  return renderMail(props, {
    subject: words.subject,
    preheader: whenAndWhere,
    text: [words.opening, whenAndWhere, words.body, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{whenAndWhere}</Paragraph>
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const EVENINGS: Record<Voice, Pick<MeetupInVisitMailProps, 'title' | 'when' | 'place'>> = {
  du: { title: 'Feierabend im Werkraum', when: 'Donnerstag, 20. Mai 2027 um 19:00', place: 'Hafenstraße 12' },
  sie: { title: 'Feierabend im Werkraum', when: 'Donnerstag, 20. Mai 2027 um 19:00', place: 'Hafenstraße 12' },
  en: { title: 'An evening at the harbour', when: 'Thursday 20 May 2027 at 19:00', place: 'Quay House' },
  es: { title: 'Una tarde en el puerto', when: 'jueves, 20 de mayo de 2027, 19:00', place: 'Moll Vell' },
};

export const samples = inEachVoice<MeetupInVisitMailProps>((common, voice) => ({
  ...common,
  ...EVENINGS[voice],
  visited: 'Palma',
  link: `${common.url}/meetups/0193f2a1/me?key=Zk3vQe7hXw2mYt9cRb5nLp`,
  settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
}));
