import type { MailProps, Voice } from '../../html/mail-layout.js';
import { brief, STEPS, type Step } from './phrasing.js';

export interface Introduced extends MailProps {
  readonly readerName: string;
  readonly otherName: string;
  /** The reader's. */
  readonly side: 'giver' | 'asker';
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly step: Step;
}

interface IntroductionWords {
  readonly subject: string;
  readonly preheader: string;
  readonly opening: string;
  readonly asks: string;
  readonly offers: string;
  readonly step: string;
  readonly reach: string;
  readonly whoWrites: string;
  readonly firstSentenceLabel: string;
  /** Proposed to the reader: quotes the phrases of both. */
  readonly firstSentence: string;
  readonly letterSubject: string;
  readonly write: string;
  readonly wrong: string;
  readonly reason: string;
}

/** What an introduction says, told to the giver or to the asker. */
export const INTRODUCTION_WORDS: Record<Voice, (props: Introduced) => IntroductionWords> = {
  du: ({ readerName: reader, otherName: other, side, askPhrase, offerPhrase, step, communityName }) => {
    const [ask, offer, small] = [brief(askPhrase), brief(offerPhrase), STEPS.du[step]];
    const common = {
      subject: `${other} und du`,
      reach: `So erreichst du ${other}`,
      firstSentenceLabel: 'Ein Satz für den Anfang, wenn du magst',
      letterSubject: `${reader} und ${other} – ${communityName}`,
      write: `An ${other} schreiben`,
      wrong: 'Stimmt etwas nicht? Sag es uns, ganz still.',
      reason: 'Du bekommst diese Mail, weil ihr beide Ja gesagt habt.',
    };
    return side === 'asker'
      ? {
          ...common,
          preheader: `${other} hat „gern“ gesagt. Schreib du zuerst.`,
          opening: `${reader}, das ist ${other}.`,
          offers: `${other} bietet`,
          asks: 'Du suchst',
          step: `Für den Anfang schlägt ${other} vor: ${small}.`,
          whoWrites: `${other} hat „gern“ gesagt. Schreib du zuerst, zwei Zeilen genügen.`,
          firstSentence: `Hallo ${other}, ich habe dein Angebot gelesen, „${offer}“, und mich gefreut. Ich suche „${ask}“. Wann passt es dir?`,
        }
      : {
          ...common,
          preheader: `${other} freut sich auf deine Hilfe.`,
          opening: `${reader}, das ist ${other}.`,
          asks: `${other} sucht`,
          offers: 'Du bietest',
          step: `Für den Anfang hast du vorgeschlagen: ${small}.`,
          whoWrites: `${other} schreibt dir wohl bald. Du darfst auch den Anfang machen.`,
          firstSentence: `Hallo ${other}, du suchst „${ask}“. Dabei helfe ich gern: „${offer}“. Wann passt es dir?`,
        };
  },
  sie: ({ readerName: reader, otherName: other, side, askPhrase, offerPhrase, step, communityName }) => {
    const [ask, offer, small] = [brief(askPhrase), brief(offerPhrase), STEPS.sie[step]];
    const common = {
      subject: `${other} und Sie`,
      reach: `So erreichen Sie ${other}`,
      firstSentenceLabel: 'Ein Satz für den Anfang, wenn Sie mögen',
      letterSubject: `${reader} und ${other} – ${communityName}`,
      write: `An ${other} schreiben`,
      wrong: 'Stimmt etwas nicht? Sagen Sie es uns, ganz still.',
      reason: 'Sie bekommen diese Mail, weil Sie beide Ja gesagt haben.',
    };
    return side === 'asker'
      ? {
          ...common,
          preheader: `${other} hat „gern“ gesagt. Schreiben Sie zuerst.`,
          opening: `${reader}, das ist ${other}.`,
          offers: `${other} bietet`,
          asks: 'Sie suchen',
          step: `Für den Anfang schlägt ${other} vor: ${small}.`,
          whoWrites: `${other} hat „gern“ gesagt. Schreiben Sie zuerst, zwei Zeilen genügen.`,
          firstSentence: `Guten Tag ${other}, ich habe Ihr Angebot gelesen, „${offer}“, und mich gefreut. Ich suche „${ask}“. Wann passt es Ihnen?`,
        }
      : {
          ...common,
          preheader: `${other} freut sich auf Ihre Hilfe.`,
          opening: `${reader}, das ist ${other}.`,
          asks: `${other} sucht`,
          offers: 'Sie bieten',
          step: `Für den Anfang haben Sie vorgeschlagen: ${small}.`,
          whoWrites: `${other} schreibt Ihnen wohl bald. Sie dürfen auch den Anfang machen.`,
          firstSentence: `Guten Tag ${other}, Sie suchen „${ask}“. Dabei helfe ich gern: „${offer}“. Wann passt es Ihnen?`,
        };
  },
  en: ({ readerName: reader, otherName: other, side, askPhrase, offerPhrase, step, communityName }) => {
    const [ask, offer, small] = [brief(askPhrase), brief(offerPhrase), STEPS.en[step]];
    const common = {
      subject: `${reader}, meet ${other}`,
      reach: `How to reach ${other}`,
      firstSentenceLabel: 'A first sentence, if you like',
      letterSubject: `${reader} and ${other} – ${communityName}`,
      write: `Write to ${other}`,
      wrong: 'Is something wrong? Tell us, quietly.',
      reason: 'You receive this mail because you both said yes.',
    };
    return side === 'asker'
      ? {
          ...common,
          preheader: `${other} said “gladly”. You write first.`,
          opening: `${reader}, this is ${other}.`,
          offers: `${other} offers`,
          asks: 'You are looking for',
          step: `To begin with, ${other} suggests ${small}.`,
          whoWrites: `${other} said “gladly”. You write first; two lines are plenty.`,
          firstSentence: `Hello ${other}, I read your offer, “${offer}”, and was glad. I am looking for “${ask}”. When would suit you?`,
        }
      : {
          ...common,
          preheader: `${other} is glad of your help.`,
          opening: `${reader}, this is ${other}.`,
          asks: `${other} is looking for`,
          offers: 'You offer',
          step: `To begin with, you suggested ${small}.`,
          whoWrites: `${other} will probably write to you soon. You may also begin.`,
          firstSentence: `Hello ${other}, you are looking for “${ask}”. I will gladly help: “${offer}”. When would suit you?`,
        };
  },
  es: ({ readerName: reader, otherName: other, side, askPhrase, offerPhrase, step, communityName }) => {
    const [ask, offer, small] = [brief(askPhrase), brief(offerPhrase), STEPS.es[step]];
    const common = {
      subject: `${reader}, te presentamos a ${other}`,
      reach: `Así puedes contactar con ${other}`,
      firstSentenceLabel: 'Una primera frase, si quieres',
      letterSubject: `${reader} · ${other} – ${communityName}`,
      write: `Escribir a ${other}`,
      wrong: '¿Hay algo que no está bien? Dínoslo, con discreción.',
      reason: 'Recibes este correo porque los dos habéis dicho que sí.',
    };
    return side === 'asker'
      ? {
          ...common,
          preheader: `${other} dijo «con gusto». Escribe tú primero.`,
          opening: `${reader}, te presentamos a ${other}.`,
          offers: `${other} ofrece`,
          asks: 'Tú buscas',
          step: `Para empezar, ${other} propone ${small}.`,
          whoWrites: `${other} dijo «con gusto». Escribe tú primero; bastan dos líneas.`,
          firstSentence: `Hola, ${other}: qué alegría leer tu oferta, «${offer}». Yo busco «${ask}». ¿Cuándo te viene bien?`,
        }
      : {
          ...common,
          preheader: `A ${other} le alegra tu ayuda.`,
          opening: `${reader}, te presentamos a ${other}.`,
          asks: `${other} busca`,
          offers: 'Tú ofreces',
          step: `Para empezar, propusiste ${small}.`,
          whoWrites: `Seguramente ${other} te escribirá pronto. También puedes empezar tú.`,
          firstSentence: `Hola, ${other}: buscas «${ask}». Te ayudo con gusto: «${offer}». ¿Cuándo te viene bien?`,
        };
  },
};
