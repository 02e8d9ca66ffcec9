import type { VNode } from 'preact';

import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Heading, Link, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { STORY } from '../../html/mail-story.js';
import { oneLine, quoted } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';

/** One person of the list: who, in whose words, and why. */
export interface ListedPerson {
  readonly name: string;
  /** The other's own words: what they seek where the reader gives, what they offer where the reader is helped. */
  readonly words: string;
  readonly phrase: string;
  readonly reason: string;
}

/** What somebody is told who never asked for this mail: art. 14 of the General Data Protection Regulation. */
interface Stranger {
  /** On which ground, in the organizer's words. */
  readonly basis: string;
  /** Day on which everything is deleted, written in the reader's language. */
  readonly deletedOn: string;
  readonly stopLink: string;
}

interface IntroListMailProps extends MailProps {
  readonly name: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly place: string;
  /** Day and time, written in the reader's language. */
  readonly whenText: string;
  readonly give: readonly ListedPerson[];
  readonly receive: readonly ListedPerson[];
  /** The reader's own page of the meetup. */
  readonly link: string;
  readonly stranger?: Stranger;
}

const WORDS = {
  du: ({ name, title, communityName, stranger }: IntroListMailProps) => ({
    subject: `${title}: wen du dort treffen könntest`,
    opening: `${name}, diese Menschen sind auch da.`,
    give: 'Denen kannst du helfen',
    receive: 'Die können dir helfen',
    seeks: (other: string) => `${other} sucht`,
    offers: (other: string) => `${other} bietet`,
    closing: 'Sprich sie einfach an. Ein Satz genügt, den Rest macht der Abend.',
    action: 'Deine Liste ansehen',
    facts: stranger && [
      `Diese Mail kommt von ${communityName}. Dein Name, deine Adresse und was du suchst und bietest stehen in der Gästeliste dieses Treffens; daraus ist deine Liste gemacht, für nichts anderes. Grundlage: ${stranger.basis}`,
      `Am ${stranger.deletedOn} wird alles davon gelöscht. Du kannst jederzeit Auskunft verlangen, berichtigen oder löschen lassen und dich bei einer Aufsichtsbehörde beschweren; antworte einfach auf diese Mail. Eine zweite Liste kommt nicht.`,
    ],
    stop: 'Keine solchen Mails mehr',
    reason: stranger ? 'Du bekommst diese Mail, weil du auf der Gästeliste dieses Treffens stehst.' : 'Du bekommst diese Mail, weil du zu diesem Treffen kommst.',
  }),
  sie: ({ name, title, communityName, stranger }: IntroListMailProps) => ({
    subject: `${title}: wen Sie dort treffen könnten`,
    opening: `${name}, diese Menschen sind auch da.`,
    give: 'Denen können Sie helfen',
    receive: 'Die können Ihnen helfen',
    seeks: (other: string) => `${other} sucht`,
    offers: (other: string) => `${other} bietet`,
    closing: 'Sprechen Sie sie einfach an. Ein Satz genügt, den Rest macht der Abend.',
    action: 'Ihre Liste ansehen',
    facts: stranger && [
      `Diese Mail kommt von ${communityName}. Ihr Name, Ihre Adresse und was Sie suchen und bieten stehen in der Gästeliste dieses Treffens; daraus ist Ihre Liste gemacht, für nichts anderes. Grundlage: ${stranger.basis}`,
      `Am ${stranger.deletedOn} wird alles davon gelöscht. Sie können jederzeit Auskunft verlangen, berichtigen oder löschen lassen und sich bei einer Aufsichtsbehörde beschweren; antworten Sie einfach auf diese Mail. Eine zweite Liste kommt nicht.`,
    ],
    stop: 'Keine solchen Mails mehr',
    reason: stranger ? 'Sie bekommen diese Mail, weil Sie auf der Gästeliste dieses Treffens stehen.' : 'Sie bekommen diese Mail, weil Sie zu diesem Treffen kommen.',
  }),
  en: ({ name, title, communityName, stranger }: IntroListMailProps) => ({
    subject: `${title}: whom you could meet there`,
    opening: `${name}, these people will be there too.`,
    give: 'You can help them',
    receive: 'They can help you',
    seeks: (other: string) => `${other} looks for`,
    offers: (other: string) => `${other} offers`,
    closing: 'Just go up to them. One sentence will do; the evening does the rest.',
    action: 'See your list',
    facts: stranger && [
      `This mail comes from ${communityName}. Your name, your address and what you look for and offer stand on the guest list of this meetup; your list was made from them, and they serve nothing else. Ground: ${stranger.basis}`,
      `All of it is deleted on ${stranger.deletedOn}. At any time you can ask what is held, have it corrected or deleted, and complain to a supervisory authority; just answer this mail. There will be no second list.`,
    ],
    stop: 'No more mails of this kind',
    reason: stranger ? 'You receive this mail because you are on the guest list of this meetup.' : 'You receive this mail because you are coming to this meetup.',
  }),
  es: ({ name, title, communityName, stranger }: IntroListMailProps) => ({
    subject: `${title}: a quién podrías conocer allí`,
    opening: `${name}, estas personas también estarán.`,
    give: 'Tú puedes ayudarles',
    receive: 'Te pueden ayudar',
    seeks: (other: string) => `${other} busca`,
    offers: (other: string) => `${other} ofrece`,
    closing: 'Acércate sin más. Basta una frase; la velada hace el resto.',
    action: 'Ver tu lista',
    facts: stranger && [
      `Este correo viene de ${communityName}. Tu nombre, tu dirección y lo que buscas y ofreces están en la lista de asistentes de este encuentro; de ahí sale tu lista, y no se usan para nada más. Fundamento: ${stranger.basis}`,
      `Todo se borra el ${stranger.deletedOn}. Puedes pedir en cualquier momento qué guardamos, corregirlo o borrarlo, y reclamar ante una autoridad de control; basta con responder a este correo. No habrá una segunda lista.`,
    ],
    stop: 'No recibir más correos así',
    reason: stranger ? 'Recibes este correo porque estás en la lista de asistentes de este encuentro.' : 'Recibes este correo porque vienes a este encuentro.',
  }),
} satisfies Record<Voice, (props: IntroListMailProps) => object>;

/** To each guest before the evening: whom they can help, then who can help them (P1). Names and topics only, no contact data (P3). */
export function introListMail(props: IntroListMailProps): MailContent {
  const { manner, title, place, whenText, give, receive, link, stranger, settingsLink } = props;
  const words = WORDS[voiceOf(manner)](props);
  const head = [title, whenText, place].filter((part) => part !== '').join(' · ');
  const written = (heading: string, people: readonly ListedPerson[], label: (name: string) => string): string | undefined =>
    people.length === 0
      ? undefined
      : [`${heading}:`, ...people.map((one) => `${oneLine(one.name)}\n${label(oneLine(one.name))}: ${quoted(manner.language, one.words)}\n${oneLine(one.reason)}`)].join('\n\n');
  return renderMail(props, {
    subject: words.subject,
    preheader: head,
    text: [
      words.opening,
      head,
      written(words.give, give, words.seeks),
      written(words.receive, receive, words.offers),
      words.closing,
      `${words.action}:\n${link}`,
      ...(words.facts ?? []),
      stranger && `${words.stop}:\n${stranger.stopLink}`,
    ],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{head}</Paragraph>
        <People heading={words.give} people={give} label={words.seeks} />
        <People heading={words.receive} people={receive} label={words.offers} />
        <Paragraph>{words.closing}</Paragraph>
        <Action href={link}>{words.action}</Action>
        {words.facts?.map((fact) => (
          <Aside>{fact}</Aside>
        ))}
        {stranger && (
          <Aside>
            <Link href={stranger.stopLink}>{words.stop}</Link>
          </Aside>
        )}
      </>
    ),
    footer: { reason: words.reason, ...(settingsLink !== undefined && { settingsLink }) },
  });
}

function People({ heading, people, label }: { readonly heading: string; readonly people: readonly ListedPerson[]; readonly label: (name: string) => string }): VNode | null {
  if (people.length === 0) return null;
  return (
    <>
      <Heading>{heading}</Heading>
      {people.map(({ name, words, phrase, reason }) => (
        <>
          <Words label={label(oneLine(name))} words={words} phrase={phrase} />
          <Paragraph>{oneLine(reason)}</Paragraph>
        </>
      ))}
    </>
  );
}

const EVENINGS: Record<Voice, Pick<IntroListMailProps, 'title' | 'place' | 'whenText'> & { readonly reasons: readonly [string, string]; readonly basis: string; readonly deletedOn: string }> = {
  du: {
    title: 'Feierabend im Werkraum',
    place: 'Hafenstraße 12',
    whenText: 'Donnerstag, 20. Mai 2027 um 19:00',
    reasons: ['Omar sucht „Produktfotos“, und das bietest du.', 'Lena bietet, was du suchst.'],
    basis: 'deine Anmeldung mit dem Häkchen bei „Vorstellungen“.',
    deletedOn: '3. Juni 2027',
  },
  sie: {
    title: 'Abend der Unternehmerinnen',
    place: 'Rathaus',
    whenText: 'Donnerstag, 20. Mai 2027 um 19:00',
    reasons: ['Omar sucht „Produktfotos“, und das bieten Sie.', 'Lena bietet, was Sie suchen.'],
    basis: 'Ihre Anmeldung mit dem Häkchen bei „Vorstellungen“.',
    deletedOn: '3. Juni 2027',
  },
  en: {
    title: 'Makers’ evening',
    place: 'Harbour Hall',
    whenText: 'Thursday 20 May 2027 at 19:00',
    reasons: ['Omar looks for “product photos”, which is what you offer.', 'Maya offers what you look for.'],
    basis: 'you signed up and ticked “introductions”.',
    deletedOn: '3 June 2027',
  },
  es: {
    title: 'Tarde de encuentro',
    place: 'Casa del Mar',
    whenText: 'jueves, 20 de mayo de 2027, 19:00',
    reasons: ['Omar busca «fotos de producto», y eso es lo que ofreces.', 'Inés ofrece lo que buscas.'],
    basis: 'te inscribiste y marcaste «presentaciones».',
    deletedOn: '3 de junio de 2027',
  },
};

export const samples = inEachVoice<IntroListMailProps>((common, voice) => {
  const { asker, giver, ask, offer, askPhrase, offerPhrase } = STORY[voice];
  const { reasons, basis, deletedOn, ...evening } = EVENINGS[voice];
  const isStranger = voice === 'sie' || voice === 'es';
  return {
    ...common,
    ...evening,
    name: 'Nina',
    give: [{ name: asker, words: ask, phrase: askPhrase, reason: reasons[0] }],
    receive: [{ name: giver, words: offer, phrase: offerPhrase, reason: reasons[1] }],
    link: isStranger ? `${common.url}/guest/0193f2e5` : `${common.url}/meetups/0193f2e5/me`,
    ...(isStranger && { stranger: { basis, deletedOn, stopLink: `${common.url}/mail/unsubscribe/0193f2e5` } }),
  };
});
