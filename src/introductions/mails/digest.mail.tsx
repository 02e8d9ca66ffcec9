import type { VNode } from 'preact';

import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Heading, Link, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled, subjectAbout } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import type { Side } from '../facet-clause.js';
import { DIGEST_WORDS } from './digest.words.js';
import { SMALLEST_STEP } from './phrasing.js';
import { STORY } from '../../html/mail-story.js';

export interface DigestSuggestion {
  /** The other one's. */
  readonly firstName: string;
  readonly ask: string;
  readonly offer: string;
  /** Why these two: one sentence in the words of both (P5). */
  readonly reason: string;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly link: string;
}

export interface DigestMailProps extends MailProps {
  readonly name: string;
  /** The reader's day, written in their language. */
  readonly dateText: string;
  /** Whom the reader could help: up to three. */
  readonly give: readonly DigestSuggestion[];
  /** Who would gladly help the reader: up to two. */
  readonly receive: readonly DigestSuggestion[];
  readonly surprise?: DigestSuggestion & { readonly side: Side };
  readonly link: string;
}

interface Section {
  readonly heading: string;
  readonly lead?: string;
  readonly cards: readonly Card[];
}

interface Card {
  readonly label: string;
  readonly words: string;
  readonly phrase: string;
  readonly reason: string;
  readonly action: string;
  readonly link: string;
}

/**
 * Opens with whom the reader could help, then who would help them, then at most one surprise (P1, P4).
 * @throws Error where there is nothing to say: then there is no mail
 */
export function digestMail(props: DigestMailProps): MailContent {
  const { manner, name, dateText, link, settingsLink } = props;
  const voice = voiceOf(manner);
  const words = DIGEST_WORDS[voice];
  const greeting = words.greeting(name);
  const sections = sectionsOf(props, voice);
  return renderMail(props, {
    ...headOf(props, voice),
    text: [
      dateText,
      greeting,
      ...sections.flatMap(({ heading, lead, cards }) => [
        `* ${heading}`,
        lead,
        ...cards.flatMap((card) => [labelled(manner.language, card.label, card.words), card.reason, `${card.action}:\n${card.link}`]),
      ]),
      words.aside,
      `${words.all}:\n${link}`,
    ],
    html: (
      <>
        <Aside>{dateText}</Aside>
        <Opening>{greeting}</Opening>
        {sections.map((section) => (
          <SectionPart {...section} />
        ))}
        <Aside>{words.aside}</Aside>
        <Paragraph>
          <Link href={link}>{words.all}</Link>
        </Paragraph>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

/** The subject names the first real thing. */
function headOf({ give: [given], receive: [received], surprise }: DigestMailProps, voice: Voice): { readonly subject: string; readonly preheader: string } {
  const words = DIGEST_WORDS[voice];
  const askedOf = given ?? (surprise?.side === 'give' && !received ? surprise : undefined);
  if (askedOf) return { subject: subjectAbout(askedOf.firstName, askedOf.askPhrase, words.giveSubject), preheader: words.givePreheader };
  const offered = received ?? surprise;
  if (offered) return { subject: subjectAbout(offered.firstName, offered.askPhrase, words.receiveSubject), preheader: words.receivePreheader };
  throw new Error('A digest with nothing to say is no mail.');
}

function sectionsOf({ give, receive, surprise }: DigestMailProps, voice: Voice): Section[] {
  const words = DIGEST_WORDS[voice];
  const sections: Section[] = [
    { heading: words.give, lead: SMALLEST_STEP[voice], cards: give.map((suggestion) => cardOf(suggestion, 'give', voice)) },
    { heading: words.receive, cards: receive.map((suggestion) => cardOf(suggestion, 'receive', voice)) },
    { heading: words.surprise, lead: words.looseTie, cards: surprise ? [cardOf(surprise, surprise.side, voice)] : [] },
  ];
  return sections.filter(({ cards }) => cards.length > 0);
}

/** The other one's words; the reader's own stand in the reason. */
function cardOf({ firstName, ask, offer, reason, askPhrase, offerPhrase, link }: DigestSuggestion, side: Side, voice: Voice): Card {
  const words = DIGEST_WORDS[voice];
  return side === 'give'
    ? { label: words.asks(firstName), words: ask, phrase: askPhrase, reason, action: words.couldHelp, link }
    : { label: words.offers(firstName), words: offer, phrase: offerPhrase, reason, action: words.wouldHelpMe, link };
}

function SectionPart({ heading, lead, cards }: Section): VNode {
  return (
    <>
      <Heading>{heading}</Heading>
      {lead !== undefined && <Aside>{lead}</Aside>}
      {cards.map(({ label, words, phrase, reason, action, link }) => (
        <>
          <Words label={label} words={words} phrase={phrase} />
          <Aside>{reason}</Aside>
          <Action href={link}>{action}</Action>
        </>
      ))}
    </>
  );
}

type Told = readonly [firstName: string, ask: string, offer: string, askPhrase: string, offerPhrase: string];
interface Week {
  readonly name: string;
  readonly dateText: string;
  readonly give: readonly Told[];
  readonly receive: readonly Told[];
  readonly surprise: Told;
  readonly reason: Record<Side, (name: string, ask: string, offer: string) => string>;
}

const PHOTOS = STORY.du.offer;
const RENT = 'Ich suche jemanden, der einen Mietvertrag für ein kleines Atelier liest, bevor ich ihn unterschreibe.';
const GERMAN: Week = {
  name: 'Lena',
  dateText: 'Montag, 23. November',
  give: [
    ['Omar', STORY.du.ask, PHOTOS, STORY.du.askPhrase, STORY.du.offerPhrase],
    ['Noor', 'Mein Dorfchor braucht ein Foto für das Plakat, keine Kunst, nur gutes Licht.', PHOTOS, 'ein Foto für das Plakat … gutes Licht', 'am liebsten bei Tageslicht'],
    ['Pavel', 'Wer zeigt mir, wie ich meine Keramik mit dem Telefon so aufnehme, dass man die Glasur sieht?', PHOTOS, 'Keramik mit dem Telefon', 'zeige auch, wie es mit dem Telefon gelingt'],
  ],
  receive: [
    ['Greta', RENT, 'Ich war lange Anwältin für Mietrecht und lese gern Verträge gegen, bei Tee und ohne Rechnung.', 'einen Mietvertrag für ein kleines Atelier', 'Anwältin für Mietrecht'],
    ['Tarik', RENT, 'Drei Ateliers gemietet, zwei davon wieder verlassen: Ich erzähle, worauf ich heute achte.', 'kleines Atelier', 'Drei Ateliers gemietet'],
  ],
  surprise: ['Mina', 'Ich baue Lehmöfen und suche Menschen, die mit Feuer kochen.', PHOTOS, 'kochen', 'Essen'],
  reason: { give: (name, ask, offer) => `${name} sucht „${ask}“ – du bietest „${offer}“.`, receive: (name, ask, offer) => `${name} bietet „${offer}“ – du suchst „${ask}“.` },
};
const WEEKS: Record<Voice, Week> = {
  du: GERMAN,
  sie: {
    ...GERMAN,
    name: 'Lena Brandt',
    reason: { give: (name, ask, offer) => `${name} sucht „${ask}“ – Sie bieten „${offer}“.`, receive: (name, ask, offer) => `${name} bietet „${offer}“ – Sie suchen „${ask}“.` },
  },
  en: {
    name: 'Maya',
    dateText: 'Monday 23 November',
    give: [
      ['Omar', STORY.en.ask, STORY.en.offer, STORY.en.askPhrase, STORY.en.offerPhrase],
      ['Noor', 'Our village choir needs a photo for its poster. No art, just good light.', STORY.en.offer, 'a photo for its poster … good light', 'best in daylight'],
    ],
    receive: [
      [
        'Greta',
        'Could somebody read the lease for my tiny studio before I sign it?',
        'I practised tenancy law for years and like reading contracts over tea.',
        'read the lease … studio',
        'tenancy law … reading contracts',
      ],
    ],
    surprise: ['Mina', 'I build clay ovens and look for people who cook with fire.', STORY.en.offer, 'cook', 'food'],
    reason: {
      give: (name, ask, offer) => `${name} is looking for “${ask}” – you offer “${offer}”.`,
      receive: (name, ask, offer) => `${name} offers “${offer}” – you are looking for “${ask}”.`,
    },
  },
  es: {
    name: 'Inés',
    dateText: 'lunes, 23 de noviembre',
    give: [
      ['Omar', STORY.es.ask, STORY.es.offer, STORY.es.askPhrase, STORY.es.offerPhrase],
      ['Noor', 'Nuestro coro necesita una foto para el cartel. Nada de arte, solo buena luz.', STORY.es.offer, 'una foto para el cartel … buena luz', 'mejor con luz de día'],
    ],
    receive: [
      [
        'Greta',
        '¿Alguien leería el contrato de alquiler de mi taller antes de que lo firme?',
        'Fui abogada de alquileres muchos años y leo contratos con gusto, con un té.',
        'contrato de alquiler de mi taller',
        'abogada de alquileres',
      ],
    ],
    surprise: ['Mina', 'Construyo hornos de barro y busco gente que cocine con fuego.', STORY.es.offer, 'cocine', 'comida'],
    reason: { give: (name, ask, offer) => `${name} busca «${ask}» – tú ofreces «${offer}».`, receive: (name, ask, offer) => `${name} ofrece «${offer}» – tú buscas «${ask}».` },
  },
};

export const samples = inEachVoice<DigestMailProps>((common, voice) => {
  const { name, dateText, give, receive, surprise, reason } = WEEKS[voice];
  const told =
    (side: Side) =>
    ([firstName, ask, offer, askPhrase, offerPhrase]: Told): DigestSuggestion => ({
      firstName,
      ask,
      offer,
      reason: reason[side](firstName, askPhrase, offerPhrase),
      askPhrase,
      offerPhrase,
      link: `${common.url}/suggestions/${firstName.toLowerCase()}?key=Hn4bTz8qLm2vXc6wRk9yPd`,
    });
  return {
    ...common,
    name,
    dateText,
    give: give.map(told('give')),
    receive: receive.map(told('receive')),
    surprise: { ...told('give')(surprise), side: 'give' },
    link: `${common.url}/suggestions?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  };
});
