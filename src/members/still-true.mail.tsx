import { renderMail, voiceOf, type MailProps, type Voice } from '../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph, Words } from '../html/mail-parts.js';
import { inEachVoice } from '../html/mail-samples.js';
import { quoted, subjectAbout } from '../html/mail-words.js';
import type { MailContent } from '../mail/mail.js';
import { STORY } from '../html/mail-story.js';

interface StillTrueMailProps extends MailProps {
  readonly text: string;
  readonly kind: 'ask' | 'offer';
  /** Last day, written in the reader's language. */
  readonly liveUntil: string;
  readonly link: string;
}

const WORDS = {
  du: ({ text, kind, liveUntil }: StillTrueMailProps) => ({
    ...(kind === 'ask'
      ? {
          opening: 'Suchst du das noch?',
          body: `Zu sehen ist es bis ${liveUntil}. Mit einem Druck bleibt es länger.`,
          aside: 'Hat es sich erfüllt? Wie schön, auch das sagst du dort mit einem Druck. Tust du nichts, endet es von selbst.',
          reason: 'Du bekommst diese Mail, weil etwas, das du suchst, bald endet.',
        }
      : {
          opening: 'Bietest du das noch an?',
          body: `Zu sehen ist es bis ${liveUntil}. Mit einem Druck bleibt es länger.`,
          aside: 'Nicht mehr? Dann tu einfach nichts, es endet von selbst.',
          reason: 'Du bekommst diese Mail, weil wir nachfragen, bevor ein Angebot von dir endet.',
        }),
    subject: subjectAbout('', text, (_, what) => (kind === 'ask' ? `Suchst du das noch? „${what}“` : `Bietest du das noch an? „${what}“`)),
    action: 'Ansehen und verlängern',
  }),
  sie: ({ text, kind, liveUntil }: StillTrueMailProps) => ({
    ...(kind === 'ask'
      ? {
          opening: 'Suchen Sie das noch?',
          body: `Zu sehen ist es bis ${liveUntil}. Mit einem Druck bleibt es länger.`,
          aside: 'Hat es sich erfüllt? Wie schön, auch das sagen Sie dort mit einem Druck. Tun Sie nichts, endet es von selbst.',
          reason: 'Sie bekommen diese Mail, weil etwas, das Sie suchen, bald endet.',
        }
      : {
          opening: 'Bieten Sie das noch an?',
          body: `Zu sehen ist es bis ${liveUntil}. Mit einem Druck bleibt es länger.`,
          aside: 'Nicht mehr? Dann tun Sie einfach nichts, es endet von selbst.',
          reason: 'Sie bekommen diese Mail, weil wir nachfragen, bevor ein Angebot von Ihnen endet.',
        }),
    subject: subjectAbout('', text, (_, what) => (kind === 'ask' ? `Suchen Sie das noch? „${what}“` : `Bieten Sie das noch an? „${what}“`)),
    action: 'Ansehen und verlängern',
  }),
  en: ({ text, kind, liveUntil }: StillTrueMailProps) => ({
    ...(kind === 'ask'
      ? {
          opening: 'Are you still looking for this?',
          body: `It can be seen until ${liveUntil}. One press keeps it longer.`,
          aside: 'Has it come true? How lovely; one press there tells us that too. If you do nothing, it ends by itself.',
          reason: 'You receive this mail because something you are looking for ends soon.',
        }
      : {
          opening: 'Do you still offer this?',
          body: `It can be seen until ${liveUntil}. One press keeps it longer.`,
          aside: 'Not any more? Then do nothing, it ends by itself.',
          reason: 'You receive this mail because we ask before an offer of yours ends.',
        }),
    subject: subjectAbout('', text, (_, what) => (kind === 'ask' ? `Still looking for this? “${what}”` : `Still offering this? “${what}”`)),
    action: 'Look and renew',
  }),
  es: ({ text, kind, liveUntil }: StillTrueMailProps) => ({
    ...(kind === 'ask'
      ? {
          opening: '¿Todavía lo buscas?',
          body: `Se puede ver hasta el ${liveUntil}. Con un toque se queda más tiempo.`,
          aside: '¿Ya se ha cumplido? ¡Qué bien! También nos lo dices allí con un toque. Si no haces nada, termina solo.',
          reason: 'Recibes este correo porque algo que buscas termina pronto.',
        }
      : {
          opening: '¿Todavía lo ofreces?',
          body: `Se puede ver hasta el ${liveUntil}. Con un toque se queda más tiempo.`,
          aside: '¿Ya no? Entonces no hagas nada y terminará solo.',
          reason: 'Recibes este correo porque preguntamos antes de que termine algo que ofreces.',
        }),
    subject: subjectAbout('', text, (_, what) => (kind === 'ask' ? `¿Todavía lo buscas? «${what}»` : `¿Todavía lo ofreces? «${what}»`)),
    action: 'Ver y renovar',
  }),
} satisfies Record<Voice, (props: StillTrueMailProps) => Record<string, string>>;

/** Asks before a statement ends; whoever does nothing lets it end. */
export function stillTrueMail(props: StillTrueMailProps): MailContent {
  const { manner, text, link, settingsLink } = props;
  const words = WORDS[voiceOf(manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.body,
    text: [words.opening, quoted(manner.language, text), words.body, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Words words={text} />
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const LAST_DAY: Record<Voice, string> = { du: '21. Februar 2027', sie: '21. Februar 2027', en: '21 February 2027', es: '21 de febrero de 2027' };
export const samples = (['ask', 'offer'] as const).flatMap((kind) =>
  inEachVoice<StillTrueMailProps>((common, voice) => ({
    ...common,
    text: STORY[voice][kind],
    kind,
    liveUntil: LAST_DAY[voice],
    link: `${common.url}/statements/0193f2d9/renew?key=Zk3vQe7hXw2mYt9cRb5nLp`,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
