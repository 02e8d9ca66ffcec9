import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Heading, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { STORY } from '../../html/mail-story.js';

interface ThankYouMailProps extends MailProps {
  readonly askerFirstName: string;
  /** The asker's own words. */
  readonly note: string;
  readonly askPhrase: string;
  /** Somebody else whom the reader could help: gladness is paid forward, not back (P2). */
  readonly third?: { readonly firstName: string; readonly text: string; readonly link: string };
}

const WORDS = {
  du: ({ askerFirstName: name, third }: ThankYouMailProps) => ({
    subject: `${name} sagt danke`,
    preheader: 'Ein paar Worte für dich.',
    opening: `${name} sagt danke.`,
    note: `${name} schreibt dir`,
    about: 'Darum ging es',
    body: 'Danke, dass du gern gegeben hast.',
    heading: 'Und wenn du magst, geht es weiter',
    forward: 'Zurückgeben muss hier niemand. Wer Lust hat, gibt weiter.',
    third: `${third?.firstName} sucht`,
    action: 'Ansehen',
    reason: 'Du bekommst diese Mail, weil jemand dir danken möchte.',
  }),
  sie: ({ askerFirstName: name, third }: ThankYouMailProps) => ({
    subject: `${name} sagt danke`,
    preheader: 'Ein paar Worte für Sie.',
    opening: `${name} sagt danke.`,
    note: `${name} schreibt Ihnen`,
    about: 'Darum ging es',
    body: 'Danke, dass Sie gern gegeben haben.',
    heading: 'Und wenn Sie mögen, geht es weiter',
    forward: 'Zurückgeben muss hier niemand. Wer Lust hat, gibt weiter.',
    third: `${third?.firstName} sucht`,
    action: 'Ansehen',
    reason: 'Sie bekommen diese Mail, weil jemand Ihnen danken möchte.',
  }),
  en: ({ askerFirstName: name, third }: ThankYouMailProps) => ({
    subject: `${name} says thank you`,
    preheader: 'A few words for you.',
    opening: `${name} says thank you.`,
    note: `${name} writes`,
    about: 'It was about',
    body: 'Thank you for giving gladly.',
    heading: 'And if you like, it goes on',
    forward: 'Nobody here has to give back. Whoever feels like it passes it on.',
    third: `${third?.firstName} is looking for`,
    action: 'Have a look',
    reason: 'You receive this mail because somebody would like to thank you.',
  }),
  es: ({ askerFirstName: name, third }: ThankYouMailProps) => ({
    subject: `${name} te da las gracias`,
    preheader: 'Unas palabras para ti.',
    opening: `${name} te da las gracias.`,
    note: `${name} te escribe`,
    about: 'Se trataba de',
    body: 'Gracias por dar con gusto.',
    heading: 'Y, si quieres, la cadena sigue',
    forward: 'Aquí nadie tiene que devolver nada. Quien tenga ganas, lo pasa a otra persona.',
    third: `${third?.firstName} busca`,
    action: 'Verlo',
    reason: 'Recibes este correo porque alguien quiere darte las gracias.',
  }),
} satisfies Record<Voice, (props: ThankYouMailProps) => Record<string, string>>;

/** To the giver: the thanks of the one they helped, and no figure of any kind. */
export function thankYouMail(props: ThankYouMailProps): MailContent {
  const { manner, note, askPhrase, third, settingsLink } = props;
  const { language } = manner;
  const words = WORDS[voiceOf(manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [
      words.opening,
      labelled(language, words.note, note),
      labelled(language, words.about, askPhrase),
      words.body,
      ...(third ? [`* ${words.heading}`, words.forward, labelled(language, words.third, third.text), `${words.action}:\n${third.link}`] : []),
    ],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words label={words.note} words={note} />
        <Words label={words.about} words={askPhrase} />
        <Paragraph>{words.body}</Paragraph>
        {third && (
          <>
            <Heading>{words.heading}</Heading>
            <Aside>{words.forward}</Aside>
            <Words label={words.third} words={third.text} />
            <Action href={third.link}>{words.action}</Action>
          </>
        )}
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const NOTES: Record<Voice, { readonly note: string; readonly third: string }> = {
  du: { note: 'Der Kuchen glänzt, und meine Frau auch. Danke für den Nachmittag am Fenster!', third: 'Mein Dorfchor braucht ein Foto für das Plakat, keine Kunst, nur gutes Licht.' },
  sie: { note: 'Der Kuchen glänzt, und meine Frau auch. Danke für den Nachmittag am Fenster!', third: 'Mein Dorfchor braucht ein Foto für das Plakat, keine Kunst, nur gutes Licht.' },
  en: { note: 'The cake shines, and so does my wife. Thank you for the afternoon at the window!', third: 'Our village choir needs a photo for its poster. No art, just good light.' },
  es: { note: 'El pan brilla, y mi mujer también. ¡Gracias por la tarde junto a la ventana!', third: 'Nuestro coro necesita una foto para el cartel. Nada de arte, solo buena luz.' },
};
export const samples = [true, false].flatMap((goesOn) =>
  inEachVoice<ThankYouMailProps>((common, voice) => ({
    ...common,
    askerFirstName: STORY[voice].asker,
    note: NOTES[voice].note,
    askPhrase: STORY[voice].askPhrase,
    ...(goesOn && { third: { firstName: 'Noor', text: NOTES[voice].third, link: `${common.url}/suggestions/0193f2b7?key=Hn4bTz8qLm2vXc6wRk9yPd` } }),
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
