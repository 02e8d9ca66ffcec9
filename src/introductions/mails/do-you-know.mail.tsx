import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { STORY } from '../../html/mail-story.js';
import { labelled } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { brief } from './phrasing.js';

interface DoYouKnowMailProps extends MailProps {
  readonly askerFirstName: string;
  readonly ask: string;
  /** Why the reader of all people: an offer of theirs lies near, or they live where help is needed. */
  readonly why: { readonly kind: 'near'; readonly offerPhrase: string } | { readonly kind: 'place'; readonly place: string };
  readonly link: string;
}

const WORDS = {
  du: ({ askerFirstName: name, why }: DoYouKnowMailProps) => ({
    subject: `Kennst du jemanden für ${name}?`,
    opening: `Für ${name} haben wir hier noch niemanden gefunden. Vielleicht fällt dir jemand ein?`,
    asks: `${name} sucht`,
    why:
      why.kind === 'near' ? `Wir fragen dich, weil dein Angebot „${brief(why.offerPhrase)}“ nahe daran liegt.` : `Wir fragen dich, weil du in ${why.place} zu Hause bist, und dort wird es gebraucht.`,
    action: 'Ich kenne jemanden',
    aside:
      'Jemand aus dem Netzwerk, eine Nachbarin, ein Handwerker, dem du vertraust: Zwei Zeilen genügen. Wen du nennst, fragen wir zuerst. Fällt dir niemand ein, ist das völlig in Ordnung – auf eine Antwort wartet niemand.',
    reason: 'Du bekommst diese Mail, weil du jemanden kennen könntest. So eine Frage kommt höchstens einmal in vier Wochen.',
  }),
  sie: ({ askerFirstName: name, why }: DoYouKnowMailProps) => ({
    subject: `Kennen Sie jemanden für ${name}?`,
    opening: `Für ${name} haben wir hier noch niemanden gefunden. Vielleicht fällt Ihnen jemand ein?`,
    asks: `${name} sucht`,
    why: why.kind === 'near' ? `Wir fragen Sie, weil Ihr Angebot „${brief(why.offerPhrase)}“ nahe daran liegt.` : `Wir fragen Sie, weil Sie in ${why.place} zu Hause sind, und dort wird es gebraucht.`,
    action: 'Ich kenne jemanden',
    aside:
      'Jemand aus dem Netzwerk, eine Nachbarin, ein Handwerker, dem Sie vertrauen: Zwei Zeilen genügen. Wen Sie nennen, fragen wir zuerst. Fällt Ihnen niemand ein, ist das völlig in Ordnung – auf eine Antwort wartet niemand.',
    reason: 'Sie bekommen diese Mail, weil Sie jemanden kennen könnten. So eine Frage kommt höchstens einmal in vier Wochen.',
  }),
  en: ({ askerFirstName: name, why }: DoYouKnowMailProps) => ({
    subject: `Do you know somebody for ${name}?`,
    opening: `We have found nobody here for ${name} yet. Does somebody come to your mind?`,
    asks: `${name} is looking for`,
    why: why.kind === 'near' ? `We ask you because what you offer, “${brief(why.offerPhrase)}”, lies close by.` : `We ask you because ${why.place} is your home, and that is where it is needed.`,
    action: 'I know someone',
    aside:
      'Somebody from the network, a neighbour, a craftsman you trust: two lines are enough, and whoever you name is asked first. If nobody comes to mind, that is perfectly fine; nobody waits for an answer.',
    reason: 'You receive this mail because you might know somebody. Such a question comes once in four weeks at the most.',
  }),
  es: ({ askerFirstName: name, why }: DoYouKnowMailProps) => ({
    subject: `¿Conoces a alguien para ${name}?`,
    opening: `Para ${name} aún no hemos encontrado a nadie aquí. ¿Se te ocurre alguien?`,
    asks: `${name} busca`,
    why: why.kind === 'near' ? `Te preguntamos porque lo que ofreces, «${brief(why.offerPhrase)}», queda muy cerca.` : `Te preguntamos porque vives en ${why.place}, y es allí donde hace falta.`,
    action: 'Conozco a alguien',
    aside: 'Alguien de la red, una vecina, un artesano de confianza: bastan dos líneas, y a quien nombres le preguntamos primero. Si no se te ocurre nadie, no pasa nada: nadie espera una respuesta.',
    reason: 'Recibes este correo porque quizá conozcas a alguien. Una pregunta así llega como mucho una vez cada cuatro semanas.',
  }),
} satisfies Record<Voice, (props: DoYouKnowMailProps) => Record<string, string>>;

/** Where nobody here can help directly: asks a member who may know a third person. */
export function doYouKnowMail(props: DoYouKnowMailProps): MailContent {
  const { manner, ask, link, settingsLink } = props;
  const voice = voiceOf(manner);
  const words = WORDS[voice](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: brief(ask),
    text: [words.opening, labelled(manner.language, words.asks, ask), words.why, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words label={words.asks} words={ask} />
        <Paragraph>{words.why}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const PLACES: Record<Voice, string> = { du: 'Leipzig', sie: 'Leipzig', en: 'Bristol', es: 'Palma' };

export const samples = (['near', 'place'] as const).flatMap((kind) =>
  inEachVoice<DoYouKnowMailProps>((common, voice) => ({
    ...common,
    askerFirstName: STORY[voice].asker,
    ask: STORY[voice].ask,
    why: kind === 'near' ? { kind, offerPhrase: STORY[voice].offerPhrase } : { kind, place: PLACES[voice] },
    link: `${common.url}/asks/0193f2a1/connect?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
