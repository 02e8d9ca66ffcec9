import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled, subjectAbout } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { LOOK_AND_ANSWER } from './phrasing.js';
import { STORY } from '../../html/mail-story.js';

interface ReminderMailProps extends MailProps {
  readonly otherFirstName: string;
  /** The reader's. */
  readonly side: 'giver' | 'asker';
  readonly askPhrase: string;
  readonly link: string;
}

const WORDS = {
  du: ({ otherFirstName: name, side, askPhrase }: ReminderMailProps) => ({
    ...(side === 'giver'
      ? {
          subject: subjectAbout(name, askPhrase, (who, what) => `Noch offen: ${who} sucht „${what}“`),
          opening: `${name} hätte noch immer gern deine Hilfe.`,
          label: `${name} sucht`,
          body: 'Vielleicht ist die Frage untergegangen, darum noch einmal. Der kleinste Schritt genügt.',
        }
      : {
          subject: subjectAbout(name, askPhrase, (who, what) => `Noch offen: ${who} hilft dir gern, „${what}“`),
          opening: `${name} hilft dir noch immer gern.`,
          label: 'Du suchst',
          body: 'Vielleicht ist die Mail untergegangen, darum noch einmal.',
        }),
    preheader: 'Eine leise Erinnerung, die einzige.',
    aside: 'Wenn es gerade nicht passt, musst du nichts tun. Wir erinnern nur dieses eine Mal, und niemand erfährt davon.',
    reason: 'Du bekommst diese Mail, weil noch eine Antwort von dir offen ist.',
  }),
  sie: ({ otherFirstName: name, side, askPhrase }: ReminderMailProps) => ({
    ...(side === 'giver'
      ? {
          subject: subjectAbout(name, askPhrase, (who, what) => `Noch offen: ${who} sucht „${what}“`),
          opening: `${name} hätte noch immer gern Ihre Hilfe.`,
          label: `${name} sucht`,
          body: 'Vielleicht ist die Frage untergegangen, darum noch einmal. Der kleinste Schritt genügt.',
        }
      : {
          subject: subjectAbout(name, askPhrase, (who, what) => `Noch offen: ${who} hilft Ihnen gern, „${what}“`),
          opening: `${name} hilft Ihnen noch immer gern.`,
          label: 'Sie suchen',
          body: 'Vielleicht ist die Mail untergegangen, darum noch einmal.',
        }),
    preheader: 'Eine leise Erinnerung, die einzige.',
    aside: 'Wenn es gerade nicht passt, müssen Sie nichts tun. Wir erinnern nur dieses eine Mal, und niemand erfährt davon.',
    reason: 'Sie bekommen diese Mail, weil noch eine Antwort von Ihnen offen ist.',
  }),
  en: ({ otherFirstName: name, side, askPhrase }: ReminderMailProps) => ({
    ...(side === 'giver'
      ? {
          subject: subjectAbout(name, askPhrase, (who, what) => `Still open: ${who} is looking for “${what}”`),
          opening: `${name} would still be glad of your help.`,
          label: `${name} is looking for`,
          body: 'The question may have slipped by, so here it is once more. The smallest step is enough.',
        }
      : {
          subject: subjectAbout(name, askPhrase, (who, what) => `Still open: ${who} would gladly help, “${what}”`),
          opening: `${name} would still gladly help you.`,
          label: 'You are looking for',
          body: 'The mail may have slipped by, so here it is once more.',
        }),
    preheader: 'A quiet reminder, the only one.',
    aside: 'If it does not suit you now, there is nothing to do. We remind you just this once, and nobody learns of it.',
    reason: 'You receive this mail because an answer of yours is still open.',
  }),
  es: ({ otherFirstName: name, side, askPhrase }: ReminderMailProps) => ({
    ...(side === 'giver'
      ? {
          subject: subjectAbout(name, askPhrase, (who, what) => `Sigue en pie: ${who} busca «${what}»`),
          opening: `A ${name} todavía le vendría bien tu ayuda.`,
          label: `${name} busca`,
          body: 'Quizá la pregunta se te pasó; por eso va otra vez. Basta el paso más pequeño.',
        }
      : {
          subject: subjectAbout(name, askPhrase, (who, what) => `Sigue en pie: ${who} te ayuda con gusto, «${what}»`),
          opening: `${name} todavía te ayuda con gusto.`,
          label: 'Tú buscas',
          body: 'Quizá el correo se te pasó; por eso va otra vez.',
        }),
    preheader: 'Un recordatorio discreto, el único.',
    aside: 'Si ahora no te va bien, no hace falta que hagas nada. Te lo recordamos solo esta vez y nadie se entera.',
    reason: 'Recibes este correo porque falta una respuesta tuya.',
  }),
} satisfies Record<Voice, (props: ReminderMailProps) => Record<string, string>>;

/** The one reminder of an open question. */
export function reminderMail(props: ReminderMailProps): MailContent {
  const { manner, askPhrase, link, settingsLink } = props;
  const voice = voiceOf(manner);
  const words = WORDS[voice](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, labelled(manner.language, words.label, askPhrase), words.body, `${LOOK_AND_ANSWER[voice]}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words label={words.label} words={askPhrase} />
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{LOOK_AND_ANSWER[voice]}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

export const samples = (['giver', 'asker'] as const).flatMap((side) =>
  inEachVoice<ReminderMailProps>((common, voice) => ({
    ...common,
    otherFirstName: side === 'giver' ? STORY[voice].asker : STORY[voice].giver,
    side,
    askPhrase: STORY[voice].askPhrase,
    link: `${common.url}/introductions/0193f2a1?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
