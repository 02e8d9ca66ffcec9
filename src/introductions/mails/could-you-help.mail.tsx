import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled, subjectAbout } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { LOOK_AND_ANSWER, SMALLEST_STEP, whereWordsMet } from './phrasing.js';
import { STORY } from '../../html/mail-story.js';

interface CouldYouHelpMailProps extends MailProps {
  readonly askerFirstName: string;
  readonly ask: string;
  readonly offer: string;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly link: string;
}

const WORDS = {
  du: ({ askerFirstName: name, askPhrase }: CouldYouHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} sucht „${what}“ – kannst du helfen?`),
    preheader: 'Der kleinste Schritt genügt, und ein Nein ist in Ordnung.',
    opening: `${name} hätte gern deine Hilfe.`,
    asks: `${name} sucht`,
    offers: 'Du bietest',
    aside: 'Ein Nein ist in Ordnung, und Schweigen auch: Niemand erfährt davon. Deine Kontaktdaten bleiben bei dir, bis ihr beide Ja gesagt habt.',
    reason: 'Du bekommst diese Mail, weil jemand in deinem Angebot Hilfe sieht.',
  }),
  sie: ({ askerFirstName: name, askPhrase }: CouldYouHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} sucht „${what}“ – können Sie helfen?`),
    preheader: 'Der kleinste Schritt genügt, und ein Nein ist in Ordnung.',
    opening: `${name} hätte gern Ihre Hilfe.`,
    asks: `${name} sucht`,
    offers: 'Sie bieten',
    aside: 'Ein Nein ist in Ordnung, und Schweigen auch: Niemand erfährt davon. Ihre Kontaktdaten bleiben bei Ihnen, bis Sie beide Ja gesagt haben.',
    reason: 'Sie bekommen diese Mail, weil jemand in Ihrem Angebot Hilfe sieht.',
  }),
  en: ({ askerFirstName: name, askPhrase }: CouldYouHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} is looking for “${what}” – could you help?`),
    preheader: 'The smallest step is enough, and no is a fine answer.',
    opening: `${name} would be glad of your help.`,
    asks: `${name} is looking for`,
    offers: 'You offer',
    aside: 'No is a fine answer, and so is silence: nobody learns of it. Your contact details stay with you until you have both said yes.',
    reason: 'You receive this mail because somebody sees help in what you offer.',
  }),
  es: ({ askerFirstName: name, askPhrase }: CouldYouHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} busca «${what}»: ¿le echas una mano?`),
    preheader: 'Basta el paso más pequeño, y decir que no está bien.',
    opening: `A ${name} le vendría bien tu ayuda.`,
    asks: `${name} busca`,
    offers: 'Tú ofreces',
    aside: 'Decir que no está bien, y no decir nada también: nadie se entera. Tus datos de contacto se quedan contigo hasta que los dos digáis que sí.',
    reason: 'Recibes este correo porque alguien ve ayuda en lo que ofreces.',
  }),
} satisfies Record<Voice, (props: CouldYouHelpMailProps) => Record<string, string>>;

/** To the giver, who is asked before anything else happens (P3): the asker wished for their help. */
export function couldYouHelpMail(props: CouldYouHelpMailProps): MailContent {
  const { manner, ask, offer, askPhrase, offerPhrase, link, settingsLink } = props;
  const voice = voiceOf(manner);
  const words = WORDS[voice](props);
  const why = whereWordsMet(voice, askPhrase, offerPhrase);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, labelled(manner.language, words.asks, ask), labelled(manner.language, words.offers, offer), why, SMALLEST_STEP[voice], `${LOOK_AND_ANSWER[voice]}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words label={words.asks} words={ask} phrase={askPhrase} />
        <Words label={words.offers} words={offer} phrase={offerPhrase} />
        <Aside>{why}</Aside>
        <Paragraph>{SMALLEST_STEP[voice]}</Paragraph>
        <Action href={link}>{LOOK_AND_ANSWER[voice]}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

export const samples = inEachVoice<CouldYouHelpMailProps>((common, voice) => {
  const { asker, ask, offer, askPhrase, offerPhrase } = STORY[voice];
  return {
    ...common,
    askerFirstName: asker,
    ask,
    offer,
    askPhrase,
    offerPhrase,
    link: `${common.url}/introductions/0193f2a1?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  };
});
