import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { LOOK_AND_ANSWER, SMALLEST_STEP } from './phrasing.js';
import { STORY } from '../../html/mail-story.js';

interface ConnectorRequestMailProps extends MailProps {
  readonly connectorFirstName: string;
  readonly otherFirstName: string;
  /** The reader's. */
  readonly side: 'giver' | 'asker';
  /** The connector's two lines. */
  readonly words: string;
  readonly ask: string;
  readonly link: string;
}

const WORDS = {
  du: ({ connectorFirstName: connector, otherFirstName: other, side }: ConnectorRequestMailProps) => ({
    ...(side === 'giver'
      ? { subject: `${connector} hat an dich gedacht: ${other} sucht Hilfe`, opening: `${connector} hat an dich gedacht.`, asks: `${other} sucht`, smallest: SMALLEST_STEP.du }
      : { subject: `${connector} kennt jemanden für dich: ${other}`, opening: `${connector} kennt jemanden für dich: ${other}.`, asks: 'Du suchst', smallest: undefined }),
    preheader: 'Ihr werdet beide gefragt, einzeln.',
    says: `${connector} schreibt`,
    aside: `Ihr werdet beide einzeln gefragt. Sagt ihr beide Ja, stellen wir euch einander vor, und ${connector} tritt zur Seite. Ein Nein ist in Ordnung, niemand erfährt davon.`,
    reason: 'Du bekommst diese Mail, weil jemand aus dem Netzwerk zwei Menschen zusammenbringen möchte.',
  }),
  sie: ({ connectorFirstName: connector, otherFirstName: other, side }: ConnectorRequestMailProps) => ({
    ...(side === 'giver'
      ? { subject: `${connector} hat an Sie gedacht: ${other} sucht Hilfe`, opening: `${connector} hat an Sie gedacht.`, asks: `${other} sucht`, smallest: SMALLEST_STEP.sie }
      : { subject: `${connector} kennt jemanden für Sie: ${other}`, opening: `${connector} kennt jemanden für Sie: ${other}.`, asks: 'Sie suchen', smallest: undefined }),
    preheader: 'Sie werden beide gefragt, einzeln.',
    says: `${connector} schreibt`,
    aside: `Sie werden beide einzeln gefragt. Sagen Sie beide Ja, stellen wir Sie einander vor, und ${connector} tritt zur Seite. Ein Nein ist in Ordnung, niemand erfährt davon.`,
    reason: 'Sie bekommen diese Mail, weil jemand aus dem Netzwerk zwei Menschen zusammenbringen möchte.',
  }),
  en: ({ connectorFirstName: connector, otherFirstName: other, side }: ConnectorRequestMailProps) => ({
    ...(side === 'giver'
      ? { subject: `${connector} thought of you: ${other} is looking for help`, opening: `${connector} thought of you.`, asks: `${other} is looking for`, smallest: SMALLEST_STEP.en }
      : { subject: `${connector} knows somebody for you: ${other}`, opening: `${connector} knows somebody for you: ${other}.`, asks: 'You are looking for', smallest: undefined }),
    preheader: 'You are both asked, each on your own.',
    says: `${connector} writes`,
    aside: `You are both asked, each on your own. If you both say yes, we introduce you to each other and ${connector} steps aside. No is a fine answer, and nobody learns of it.`,
    reason: 'You receive this mail because somebody in the network would like to bring two people together.',
  }),
  es: ({ connectorFirstName: connector, otherFirstName: other, side }: ConnectorRequestMailProps) => ({
    ...(side === 'giver'
      ? { subject: `${connector} ha pensado en ti: ${other} busca ayuda`, opening: `${connector} ha pensado en ti.`, asks: `${other} busca`, smallest: SMALLEST_STEP.es }
      : { subject: `${connector} conoce a alguien para ti: ${other}`, opening: `${connector} conoce a alguien para ti: ${other}.`, asks: 'Tú buscas', smallest: undefined }),
    preheader: 'Os preguntamos por separado.',
    says: `${connector} escribe`,
    aside: `Os preguntamos por separado. Si los dos decís que sí, os presentamos y ${connector} se hace a un lado. Decir que no está bien: nadie se entera.`,
    reason: 'Recibes este correo porque alguien de la red quiere presentar a dos personas.',
  }),
} satisfies Record<Voice, (props: ConnectorRequestMailProps) => Record<string, string | undefined>>;

/** A third person would like to bring two together: each is asked on their own, the giver first. */
export function connectorRequestMail(props: ConnectorRequestMailProps): MailContent {
  const { manner, ask, link, settingsLink } = props;
  const { language } = manner;
  const voice = voiceOf(manner);
  const words = WORDS[voice](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, labelled(language, words.says, props.words), labelled(language, words.asks, ask), words.smallest, `${LOOK_AND_ANSWER[voice]}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words label={words.says} words={props.words} />
        <Words label={words.asks} words={ask} />
        {words.smallest !== undefined && <Paragraph>{words.smallest}</Paragraph>}
        <Action href={link}>{LOOK_AND_ANSWER[voice]}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const LINES: Record<'giver' | 'asker', Record<Voice, string>> = {
  giver: {
    du: 'Du machst die schönsten Bilder von Dingen, die man essen kann. Omar nebenan braucht genau das.',
    sie: 'Sie machen die schönsten Bilder von Dingen, die man essen kann. Omar nebenan braucht genau das.',
    en: 'You take the loveliest pictures of things one can eat. Omar next door needs just that.',
    es: 'Haces las fotos más bonitas de cosas que se comen. Omar, el de al lado, necesita justo eso.',
  },
  asker: {
    du: 'Lena fotografiert Essen so, dass man Hunger bekommt, und erklärt es ohne Fachwörter.',
    sie: 'Lena fotografiert Essen so, dass man Hunger bekommt, und erklärt es ohne Fachwörter.',
    en: 'Maya photographs food so that you get hungry, and explains it without jargon.',
    es: 'Inés fotografía comida de manera que da hambre, y lo explica sin palabras raras.',
  },
};
export const samples = (['giver', 'asker'] as const).flatMap((side) =>
  inEachVoice<ConnectorRequestMailProps>((common, voice) => ({
    ...common,
    connectorFirstName: 'Nadia',
    otherFirstName: side === 'giver' ? STORY[voice].asker : STORY[voice].giver,
    side,
    words: LINES[side][voice],
    ask: STORY[voice].ask,
    link: `${common.url}/introductions/0193f2a1?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
