import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { STORY } from '../../html/mail-story.js';

interface FollowUpMailProps extends MailProps {
  readonly otherFirstName: string;
  /** The reader's. */
  readonly side: 'giver' | 'asker';
  readonly askPhrase: string;
  readonly link: string;
}

const WORDS = {
  du: ({ otherFirstName: name, side }: FollowUpMailProps) => ({
    subject: `Wie war es mit ${name}?`,
    preheader: 'Ein Fingertipp genügt.',
    opening: `Wie war es mit ${name}?`,
    body: 'Vor zwei Wochen haben wir euch einander vorgestellt. Habt ihr gesprochen, und hat es geholfen?',
    label: 'Darum ging es',
    next: side === 'asker' ? `Wenn du magst, schreib ${name} dort gleich ein paar Worte Dank; wir tragen sie hin.` : 'Ein „noch nicht“ hilft uns genauso: Dann suchen wir weiter.',
    action: 'Kurz erzählen',
    aside: 'Gerade nicht? Auch gut. Wir fragen nur dieses eine Mal.',
    reason: 'Du bekommst diese Mail, weil wir euch einander vorgestellt haben.',
  }),
  sie: ({ otherFirstName: name, side }: FollowUpMailProps) => ({
    subject: `Wie war es mit ${name}?`,
    preheader: 'Ein Fingertipp genügt.',
    opening: `Wie war es mit ${name}?`,
    body: 'Vor zwei Wochen haben wir Sie einander vorgestellt. Haben Sie gesprochen, und hat es geholfen?',
    label: 'Darum ging es',
    next: side === 'asker' ? `Wenn Sie mögen, schreiben Sie ${name} dort gleich ein paar Worte Dank; wir tragen sie hin.` : 'Ein „noch nicht“ hilft uns genauso: Dann suchen wir weiter.',
    action: 'Kurz erzählen',
    aside: 'Gerade nicht? Auch gut. Wir fragen nur dieses eine Mal.',
    reason: 'Sie bekommen diese Mail, weil wir Sie einander vorgestellt haben.',
  }),
  en: ({ otherFirstName: name, side }: FollowUpMailProps) => ({
    subject: `How did it go with ${name}?`,
    preheader: 'One tap is enough.',
    opening: `How did it go with ${name}?`,
    body: 'Two weeks ago we introduced you to each other. Did you talk, and did it help?',
    label: 'It was about',
    next: side === 'asker' ? `If you like, leave ${name} a few words of thanks there; we will carry them over.` : 'A “not yet” helps us just as much: then we keep looking.',
    action: 'Tell us briefly',
    aside: 'Not just now? That is fine. We ask just this once.',
    reason: 'You receive this mail because we introduced you to each other.',
  }),
  es: ({ otherFirstName: name, side }: FollowUpMailProps) => ({
    subject: `¿Qué tal con ${name}?`,
    preheader: 'Basta un toque.',
    opening: `¿Qué tal con ${name}?`,
    body: 'Hace dos semanas os presentamos. ¿Habéis hablado? ¿Sirvió de ayuda?',
    label: 'Se trataba de',
    next: side === 'asker' ? `Si quieres, déjale allí a ${name} unas palabras de agradecimiento; nosotros se las llevamos.` : 'Un «todavía no» nos ayuda igual: así seguimos buscando.',
    action: 'Contarlo en breve',
    aside: '¿No te apetece? No pasa nada. Solo preguntamos esta vez.',
    reason: 'Recibes este correo porque os presentamos.',
  }),
} satisfies Record<Voice, (props: FollowUpMailProps) => Record<string, string>>;

/** Two weeks after an introduction: did you meet, did it help? */
export function followUpMail(props: FollowUpMailProps): MailContent {
  const { manner, askPhrase, link, settingsLink } = props;
  const words = WORDS[voiceOf(manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, words.body, labelled(manner.language, words.label, askPhrase), words.next, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{words.body}</Paragraph>
        <Words label={words.label} words={askPhrase} />
        <Paragraph>{words.next}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

export const samples = (['giver', 'asker'] as const).flatMap((side) =>
  inEachVoice<FollowUpMailProps>((common, voice) => ({
    ...common,
    otherFirstName: side === 'giver' ? STORY[voice].asker : STORY[voice].giver,
    side,
    askPhrase: STORY[voice].askPhrase,
    link: `${common.url}/introductions/0193f2a1?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
