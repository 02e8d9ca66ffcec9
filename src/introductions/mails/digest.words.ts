import type { Voice } from '../../html/mail-layout.js';

interface DigestWords {
  readonly greeting: (name: string) => string;
  readonly give: string;
  readonly receive: string;
  readonly surprise: string;
  readonly looseTie: string;
  readonly asks: (name: string) => string;
  readonly offers: (name: string) => string;
  readonly couldHelp: string;
  readonly wouldHelpMe: string;
  readonly all: string;
  readonly aside: string;
  readonly reason: string;
  readonly giveSubject: (name: string, ask: string) => string;
  readonly receiveSubject: (name: string, ask: string) => string;
  readonly givePreheader: string;
  readonly receivePreheader: string;
}

export const DIGEST_WORDS: Record<Voice, DigestWords> = {
  du: {
    greeting: (name) => `Guten Morgen, ${name}.`,
    give: 'Hier könntest du helfen',
    receive: 'Wer dir gern hilft',
    surprise: 'Eine Überraschung',
    looseTie: 'Eine lose Verbindung, weil auch der Zufall seinen Platz verdient.',
    asks: (name) => `${name} sucht`,
    offers: (name) => `${name} bietet`,
    couldHelp: 'Ich könnte helfen',
    wouldHelpMe: 'Das würde mir helfen',
    all: 'Alle deine Vorschläge',
    aside: 'Gerade keine Zeit? Dann lass es liegen. Niemand erfährt davon, und es kommt auch keine Mahnung.',
    reason: 'Du bekommst diese Mail, weil du Vorschläge per Mail bestellt hast. Wie oft sie kommt, bestimmst du.',
    giveSubject: (name, ask) => `${name} sucht „${ask}“ – kannst du helfen?`,
    receiveSubject: (name, ask) => `${name} könnte dir helfen: „${ask}“`,
    givePreheader: 'Der kleinste Schritt genügt.',
    receivePreheader: 'Da ist jemand für dich.',
  },
  sie: {
    greeting: (name) => `Guten Morgen, ${name}.`,
    give: 'Hier könnten Sie helfen',
    receive: 'Wer Ihnen gern hilft',
    surprise: 'Eine Überraschung',
    looseTie: 'Eine lose Verbindung, weil auch der Zufall seinen Platz verdient.',
    asks: (name) => `${name} sucht`,
    offers: (name) => `${name} bietet`,
    couldHelp: 'Ich könnte helfen',
    wouldHelpMe: 'Das würde mir helfen',
    all: 'Alle Ihre Vorschläge',
    aside: 'Gerade keine Zeit? Dann lassen Sie es liegen. Niemand erfährt davon, und es kommt auch keine Mahnung.',
    reason: 'Sie bekommen diese Mail, weil Sie Vorschläge per Mail bestellt haben. Wie oft sie kommt, bestimmen Sie.',
    giveSubject: (name, ask) => `${name} sucht „${ask}“ – können Sie helfen?`,
    receiveSubject: (name, ask) => `${name} könnte Ihnen helfen: „${ask}“`,
    givePreheader: 'Der kleinste Schritt genügt.',
    receivePreheader: 'Da ist jemand für Sie.',
  },
  en: {
    greeting: (name) => `Good morning, ${name}.`,
    give: 'Here you could help',
    receive: 'Who would gladly help you',
    surprise: 'A surprise',
    looseTie: 'A loose tie, since chance deserves its place too.',
    asks: (name) => `${name} is looking for`,
    offers: (name) => `${name} offers`,
    couldHelp: 'I could help',
    wouldHelpMe: 'That would help me',
    all: 'All your suggestions',
    aside: 'No time just now? Then leave it. Nobody learns of it, and nobody will nag you.',
    reason: 'You receive this mail because you chose suggestions by mail. How often it comes is up to you.',
    giveSubject: (name, ask) => `${name} is looking for “${ask}” – could you help?`,
    receiveSubject: (name, ask) => `${name} could help you: “${ask}”`,
    givePreheader: 'The smallest step is enough.',
    receivePreheader: 'There is somebody for you.',
  },
  es: {
    greeting: (name) => `Buenos días, ${name}.`,
    give: 'Aquí podrías echar una mano',
    receive: 'Quien te ayuda con gusto',
    surprise: 'Una sorpresa',
    looseTie: 'Una conexión lejana, porque también el azar merece su sitio.',
    asks: (name) => `${name} busca`,
    offers: (name) => `${name} ofrece`,
    couldHelp: 'Yo podría ayudar',
    wouldHelpMe: 'Eso me ayudaría',
    all: 'Todas tus propuestas',
    aside: '¿Ahora no tienes tiempo? Déjalo estar. Nadie se entera y nadie te va a insistir.',
    reason: 'Recibes este correo porque elegiste propuestas por correo. Cada cuánto llega lo decides tú.',
    giveSubject: (name, ask) => `${name} busca «${ask}»: ¿le echas una mano?`,
    receiveSubject: (name, ask) => `${name} podría ayudarte: «${ask}»`,
    givePreheader: 'Basta el paso más pequeño.',
    receivePreheader: 'Hay alguien para ti.',
  },
};
