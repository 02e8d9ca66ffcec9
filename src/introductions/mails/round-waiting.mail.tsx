import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Opening, Paragraph } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import type { MailContent } from '../../mail/mail.js';

interface RoundWaitingMailProps extends MailProps {
  /** How many mails wait for review. */
  readonly count: number;
  readonly link: string;
  /** When the round was to go out, written in the reader's language. */
  readonly releaseText: string;
}

const WORDS = {
  du: ({ count, releaseText }: RoundWaitingMailProps) => ({
    subject: 'Eine Runde Vorschläge wartet auf deinen Blick',
    opening: 'Eine Runde Vorschläge wartet auf deinen Blick.',
    facts: `Mails in dieser Runde: ${count}. Geplant: ${releaseText}.`,
    body: 'Sieh sie durch, tausche, was nicht passt, nimm Paare heraus, und gib sie dann frei. Vorher geht nichts hinaus.',
    action: 'Runde ansehen',
    aside: 'Du möchtest nicht jede Runde ansehen? In den Einstellungen des Netzwerks kannst du das Durchsehen abschalten.',
    reason: 'Du bekommst diese Mail, weil du dieses Netzwerk leitest.',
  }),
  sie: ({ count, releaseText }: RoundWaitingMailProps) => ({
    subject: 'Eine Runde Vorschläge wartet auf Ihren Blick',
    opening: 'Eine Runde Vorschläge wartet auf Ihren Blick.',
    facts: `Mails in dieser Runde: ${count}. Geplant: ${releaseText}.`,
    body: 'Sehen Sie sie durch, tauschen Sie, was nicht passt, nehmen Sie Paare heraus, und geben Sie sie dann frei. Vorher geht nichts hinaus.',
    action: 'Runde ansehen',
    aside: 'Sie möchten nicht jede Runde ansehen? In den Einstellungen des Netzwerks können Sie das Durchsehen abschalten.',
    reason: 'Sie bekommen diese Mail, weil Sie dieses Netzwerk leiten.',
  }),
  en: ({ count, releaseText }: RoundWaitingMailProps) => ({
    subject: 'A round of suggestions waits for your look',
    opening: 'A round of suggestions waits for your look.',
    facts: `Mails in this round: ${count}. Planned: ${releaseText}.`,
    body: 'Look them over, swap what does not fit, take out pairs, then release the round. Nothing goes out before that.',
    action: 'See the round',
    aside: 'You would rather not look at every round? You can switch reviewing off in the settings of the network.',
    reason: 'You receive this mail because you run this network.',
  }),
  es: ({ count, releaseText }: RoundWaitingMailProps) => ({
    subject: 'Una ronda de propuestas espera que la veas',
    opening: 'Una ronda de propuestas espera que la veas.',
    facts: `Correos en esta ronda: ${count}. Prevista: ${releaseText}.`,
    body: 'Repásala, cambia lo que no encaje, quita parejas y después dale salida. Antes no sale nada.',
    action: 'Ver la ronda',
    aside: '¿Prefieres no mirar cada ronda? En los ajustes de la red puedes desactivar la revisión.',
    reason: 'Recibes este correo porque llevas esta red.',
  }),
} satisfies Record<Voice, (props: RoundWaitingMailProps) => Record<string, string>>;

/** To the organizer: a round of digests is held until they have looked at it. */
export function roundWaitingMail(props: RoundWaitingMailProps): MailContent {
  const { link, settingsLink } = props;
  const words = WORDS[voiceOf(props.manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.facts,
    text: [words.opening, words.facts, words.body, `${words.action}:\n${link}`, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{words.facts}</Paragraph>
        <Paragraph>{words.body}</Paragraph>
        <Action href={link}>{words.action}</Action>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

const RELEASES: Record<Voice, string> = {
  du: 'Montag, 23. November, 8 Uhr',
  sie: 'Montag, 23. November, 8 Uhr',
  en: 'Monday 23 November, 8 a.m.',
  es: 'lunes, 23 de noviembre, 8:00',
};
export const samples = inEachVoice<RoundWaitingMailProps>((common, voice) => ({
  ...common,
  count: 42,
  link: `${common.url}/organize/rounds/0193f2e5`,
  releaseText: RELEASES[voice],
}));
