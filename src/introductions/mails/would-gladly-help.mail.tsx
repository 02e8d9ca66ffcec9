import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled, subjectAbout } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { LOOK_AND_ANSWER, STEPS, whereWordsMet, type Step } from './phrasing.js';
import { STORY } from '../../html/mail-story.js';

interface WouldGladlyHelpMailProps extends MailProps {
  readonly giverFirstName: string;
  readonly ask: string;
  readonly offer: string;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly step: Step;
  readonly link: string;
}

const WORDS = {
  du: ({ giverFirstName: name, askPhrase, step }: WouldGladlyHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} hilft dir gern: „${what}“`),
    preheader: 'Magst du es annehmen?',
    opening: `${name} hilft dir gern.`,
    offers: `${name} bietet`,
    asks: 'Du suchst',
    step: `Für den Anfang schlägt ${name} vor: ${STEPS.du[step]}.`,
    aside: `Sagst du Ja, stellen wir euch nach einer Viertelstunde Bedenkzeit einander vor. Passt es nicht, dann sag „Nicht jetzt“ oder lass es einfach: Für ${name} sieht beides gleich aus.`,
    reason: 'Du bekommst diese Mail, weil jemand gelesen hat, was du suchst.',
  }),
  sie: ({ giverFirstName: name, askPhrase, step }: WouldGladlyHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} hilft Ihnen gern: „${what}“`),
    preheader: 'Möchten Sie es annehmen?',
    opening: `${name} hilft Ihnen gern.`,
    offers: `${name} bietet`,
    asks: 'Sie suchen',
    step: `Für den Anfang schlägt ${name} vor: ${STEPS.sie[step]}.`,
    aside: `Sagen Sie Ja, stellen wir Sie nach einer Viertelstunde Bedenkzeit einander vor. Passt es nicht, dann sagen Sie „Nicht jetzt“ oder lassen es einfach: Für ${name} sieht beides gleich aus.`,
    reason: 'Sie bekommen diese Mail, weil jemand gelesen hat, was Sie suchen.',
  }),
  en: ({ giverFirstName: name, askPhrase, step }: WouldGladlyHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} would gladly help you: “${what}”`),
    preheader: 'Would you like to accept?',
    opening: `${name} would gladly help you.`,
    offers: `${name} offers`,
    asks: 'You are looking for',
    step: `To begin with, ${name} suggests ${STEPS.en[step]}.`,
    aside: `If you say yes, we introduce you to each other after a quarter of an hour to think it over. If it does not suit you, say “Not now” or leave it: to ${name} both look the same.`,
    reason: 'You receive this mail because somebody read what you are looking for.',
  }),
  es: ({ giverFirstName: name, askPhrase, step }: WouldGladlyHelpMailProps) => ({
    subject: subjectAbout(name, askPhrase, (who, what) => `${who} te ayuda con gusto: «${what}»`),
    preheader: '¿Te apetece aceptar?',
    opening: `${name} te ayuda con gusto.`,
    offers: `${name} ofrece`,
    asks: 'Tú buscas',
    step: `Para empezar, ${name} propone ${STEPS.es[step]}.`,
    aside: `Si dices que sí, os presentamos tras un cuarto de hora para pensarlo. Si no te va bien, di «Ahora no» o déjalo estar: ${name} verá lo mismo en los dos casos.`,
    reason: 'Recibes este correo porque alguien ha leído lo que buscas.',
  }),
} satisfies Record<Voice, (props: WouldGladlyHelpMailProps) => Record<string, string>>;

/** To the asker: a giver said "gladly". */
export function wouldGladlyHelpMail(props: WouldGladlyHelpMailProps): MailContent {
  const { manner, ask, offer, askPhrase, offerPhrase, link, settingsLink } = props;
  const voice = voiceOf(manner);
  const words = WORDS[voice](props);
  const why = whereWordsMet(voice, askPhrase, offerPhrase);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [words.opening, labelled(manner.language, words.offers, offer), labelled(manner.language, words.asks, ask), why, words.step, `${LOOK_AND_ANSWER[voice]}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words label={words.offers} words={offer} phrase={offerPhrase} />
        <Words label={words.asks} words={ask} phrase={askPhrase} />
        <Aside>{why}</Aside>
        <Paragraph>{words.step}</Paragraph>
        <Action href={link}>{LOOK_AND_ANSWER[voice]}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

export const samples = inEachVoice<WouldGladlyHelpMailProps>((common, voice) => {
  const { giver, ask, offer, askPhrase, offerPhrase } = STORY[voice];
  return {
    ...common,
    giverFirstName: giver,
    ask,
    offer,
    askPhrase,
    offerPhrase,
    step: 'coffee',
    link: `${common.url}/introductions/0193f2a1?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  };
});
