import type { Voice } from '../../html/mail-layout.js';
import { cutAtWord, oneLine } from '../../html/mail-words.js';

/** The smallest step that would help, as the giver chose it: `note` is five minutes by mail. */
export type Step = 'note' | 'call' | 'coffee' | 'meetup';

export const STEPS: Record<Voice, Record<Step, string>> = {
  du: { note: 'fünf Minuten per Mail', call: 'ein kurzer Anruf', coffee: 'ein Kaffee', meetup: 'ein paar Worte beim nächsten Treffen' },
  sie: { note: 'fünf Minuten per Mail', call: 'ein kurzer Anruf', coffee: 'ein Kaffee', meetup: 'ein paar Worte beim nächsten Treffen' },
  en: { note: 'five minutes by mail', call: 'a short call', coffee: 'a coffee', meetup: 'a few words at the next meetup' },
  es: { note: 'cinco minutos por correo', call: 'una llamada corta', coffee: 'un café', meetup: 'unas palabras en el próximo encuentro' },
};

export const SMALLEST_STEP: Record<Voice, string> = {
  du: 'Der kleinste Schritt genügt: fünf Minuten per Mail, ein kurzer Anruf, ein Kaffee oder ein paar Worte beim nächsten Treffen.',
  sie: 'Der kleinste Schritt genügt: fünf Minuten per Mail, ein kurzer Anruf, ein Kaffee oder ein paar Worte beim nächsten Treffen.',
  en: 'The smallest step is enough: five minutes by mail, a short call, a coffee, or a few words at the next meetup.',
  es: 'Basta el paso más pequeño: cinco minutos por correo, una llamada corta, un café o unas palabras en el próximo encuentro.',
};

/** The link leads to a page with the buttons; it decides nothing itself (P9). */
export const LOOK_AND_ANSWER: Record<Voice, string> = { du: 'Ansehen und antworten', sie: 'Ansehen und antworten', en: 'Look and answer', es: 'Ver y responder' };

/** Longest phrase that still reads well inside a sentence, in characters. */
const LONGEST_PHRASE = 90;

/** A phrase that fits into a sentence. */
export function brief(phrase: string): string {
  return cutAtWord(oneLine(phrase), LONGEST_PHRASE);
}

/** Why two people meet, in their own words (P5), as one sentence that holds whatever the words are. */
export function whereWordsMet(voice: Voice, askPhrase: string, offerPhrase: string): string {
  const [ask, offer] = [brief(askPhrase), brief(offerPhrase)];
  const sentences: Record<Voice, string> = {
    du: `Hier trafen sich eure Worte: „${ask}“ und „${offer}“.`,
    sie: `Hier trafen sich Ihre Worte: „${ask}“ und „${offer}“.`,
    en: `This is where your words met: “${ask}” and “${offer}”.`,
    es: `Aquí se encontraron vuestras palabras: «${ask}» y «${offer}».`,
  };
  return sentences[voice];
}
