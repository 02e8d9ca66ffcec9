import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { cutAtWord, labelled } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { LOOK_AND_ANSWER } from './phrasing.js';

interface VisitNoticeMailProps extends MailProps {
  readonly visitorFirstName: string;
  readonly place: string;
  /** First and last day, written in the reader's language. */
  readonly from: string;
  readonly to: string;
  /** The visitor's own words: whom they would like to meet. */
  readonly text: string;
  readonly link: string;
  readonly audience: 'local' | 'organizer';
}

const WORDS = {
  du: ({ visitorFirstName: name, place, from, to, audience }: VisitNoticeMailProps) => ({
    ...(audience === 'local'
      ? {
          body: 'Wenn du in diesen Tagen Lust hast: ein Kaffee, ein Spaziergang oder eine gute Adresse. Der kleinste Schritt genügt.',
          action: LOOK_AND_ANSWER.du,
          aside: 'Passt es nicht, musst du nichts tun. Niemand erfährt davon.',
          reason: 'Du bekommst diese Mail, weil du in der Nähe bist und es zu dir passen könnte.',
        }
      : {
          body: 'Vielleicht gibt es in diesen Tagen ein Treffen, oder dir fällt jemand ein, der gern einen Kaffee mittrinkt.',
          action: 'Besuch ansehen',
          aside: 'Wer am Ort dazu passen könnte, hört es von uns. Du musst nichts tun.',
          reason: 'Du bekommst diese Mail, weil du dieses Netzwerk leitest.',
        }),
    subject: `${name} kommt zu Besuch: ${days(place, from, to)}`,
    opening: `${name} kommt zu Besuch.`,
    says: `${name} schreibt`,
  }),
  sie: ({ visitorFirstName: name, place, from, to, audience }: VisitNoticeMailProps) => ({
    ...(audience === 'local'
      ? {
          body: 'Wenn Sie in diesen Tagen Lust haben: ein Kaffee, ein Spaziergang oder eine gute Adresse. Der kleinste Schritt genügt.',
          action: LOOK_AND_ANSWER.sie,
          aside: 'Passt es nicht, müssen Sie nichts tun. Niemand erfährt davon.',
          reason: 'Sie bekommen diese Mail, weil Sie in der Nähe sind und es zu Ihnen passen könnte.',
        }
      : {
          body: 'Vielleicht gibt es in diesen Tagen ein Treffen, oder Ihnen fällt jemand ein, der gern einen Kaffee mittrinkt.',
          action: 'Besuch ansehen',
          aside: 'Wer am Ort dazu passen könnte, hört es von uns. Sie müssen nichts tun.',
          reason: 'Sie bekommen diese Mail, weil Sie dieses Netzwerk leiten.',
        }),
    subject: `${name} kommt zu Besuch: ${days(place, from, to)}`,
    opening: `${name} kommt zu Besuch.`,
    says: `${name} schreibt`,
  }),
  en: ({ visitorFirstName: name, place, from, to, audience }: VisitNoticeMailProps) => ({
    ...(audience === 'local'
      ? {
          body: 'If you feel like it in these days: a coffee, a walk, or a good address. The smallest step is enough.',
          action: LOOK_AND_ANSWER.en,
          aside: 'If it does not suit you, there is nothing to do. Nobody learns of it.',
          reason: 'You receive this mail because you are nearby and it might suit you.',
        }
      : {
          body: 'Perhaps there is a meetup in these days, or you can think of somebody who would gladly share a coffee.',
          action: 'See the visit',
          aside: 'People nearby whom it might suit hear of it from us. There is nothing you have to do.',
          reason: 'You receive this mail because you run this network.',
        }),
    subject: `${name} is coming to visit: ${days(place, from, to)}`,
    opening: `${name} is coming to visit.`,
    says: `${name} writes`,
  }),
  es: ({ visitorFirstName: name, place, from, to, audience }: VisitNoticeMailProps) => ({
    ...(audience === 'local'
      ? {
          body: 'Si esos días te apetece: un café, un paseo o una buena dirección. Basta el paso más pequeño.',
          action: LOOK_AND_ANSWER.es,
          aside: 'Si no te va bien, no hace falta que hagas nada. Nadie se entera.',
          reason: 'Recibes este correo porque estás cerca y puede que te apetezca.',
        }
      : {
          body: 'Quizá haya un encuentro esos días, o se te ocurra alguien que comparta un café con gusto.',
          action: 'Ver la visita',
          aside: 'A quienes estén cerca y les pueda interesar se lo contamos nosotros. No tienes que hacer nada.',
          reason: 'Recibes este correo porque llevas esta red.',
        }),
    subject: `${name} viene de visita: ${days(place, from, to)}`,
    opening: `${name} viene de visita.`,
    says: `${name} escribe`,
  }),
} satisfies Record<Voice, (props: VisitNoticeMailProps) => Record<string, string>>;

/** Place and days without a preposition, which would differ from place to place. */
function days(place: string, from: string, to: string): string {
  return from === to ? `${cutAtWord(place, 30)}, ${from}` : `${cutAtWord(place, 30)}, ${from} – ${to}`;
}

/** Somebody comes to a place for some days: told to people there, and to the organizer. */
export function visitNoticeMail(props: VisitNoticeMailProps): MailContent {
  const { manner, place, from, to, text, link, settingsLink } = props;
  const words = WORDS[voiceOf(manner)](props);
  const when = days(place, from, to);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.body,
    text: [words.opening, when, labelled(manner.language, words.says, text), words.body, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{when}</Paragraph>
        <Words label={words.says} words={text} />
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const VISITS: Record<Voice, Pick<VisitNoticeMailProps, 'from' | 'to' | 'text'>> = {
  du: { from: '3. Mai', to: '6. Mai', text: 'Ich baue Lehmöfen und möchte Menschen treffen, die auf der Insel mit Ton, Brot oder Feuer arbeiten.' },
  sie: { from: '3. Mai', to: '6. Mai', text: 'Ich baue Lehmöfen und möchte Menschen treffen, die auf der Insel mit Ton, Brot oder Feuer arbeiten.' },
  en: { from: '3 May', to: '6 May', text: 'I build clay ovens and would love to meet people on the island who work with clay, bread or fire.' },
  es: { from: '3 de mayo', to: '6 de mayo', text: 'Construyo hornos de barro y me gustaría conocer en la isla a gente que trabaje con barro, pan o fuego.' },
};
export const samples = (['local', 'organizer'] as const).flatMap((audience) =>
  inEachVoice<VisitNoticeMailProps>((common, voice) => ({
    ...common,
    visitorFirstName: 'Mina',
    place: 'Palma',
    ...VISITS[voice],
    link: `${common.url}/visits/0193f2c4?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    audience,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
