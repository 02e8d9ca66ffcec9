import { renderMail, voiceOf, type MailProps, type Voice } from '../../html/mail-layout.js';
import { Aside, Opening, Paragraph } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import type { MailContent } from '../../mail/mail.js';
import { STORY } from '../../html/mail-story.js';

interface ConnectorNewsMailProps extends MailProps {
  readonly askerFirstName: string;
  readonly giverFirstName: string;
  readonly helped: boolean;
}

const WORDS = {
  du: ({ askerFirstName: asker, giverFirstName: giver, helped }: ConnectorNewsMailProps) => ({
    subject: helped ? `${asker} und ${giver}: Es hat geholfen` : `${asker} und ${giver}: danke fürs Verbinden`,
    opening: helped ? `${asker} und ${giver} haben gesprochen, und es hat geholfen.` : `Bei ${asker} und ${giver} hat es diesmal nicht gepasst.`,
    body: helped ? 'Du hast die beiden zusammengebracht. Danke, dass du an sie gedacht hast.' : 'Das kommt vor. Der Gedanke war trotzdem gut: Danke, dass du an die beiden gedacht hast.',
    aside: 'Beide sind einverstanden, dass du davon hörst.',
    reason: 'Du bekommst diese Mail, weil du zwei Menschen zusammengebracht hast.',
  }),
  sie: ({ askerFirstName: asker, giverFirstName: giver, helped }: ConnectorNewsMailProps) => ({
    subject: helped ? `${asker} und ${giver}: Es hat geholfen` : `${asker} und ${giver}: danke fürs Verbinden`,
    opening: helped ? `${asker} und ${giver} haben gesprochen, und es hat geholfen.` : `Bei ${asker} und ${giver} hat es diesmal nicht gepasst.`,
    body: helped ? 'Sie haben die beiden zusammengebracht. Danke, dass Sie an sie gedacht haben.' : 'Das kommt vor. Der Gedanke war trotzdem gut: Danke, dass Sie an die beiden gedacht haben.',
    aside: 'Beide sind einverstanden, dass Sie davon hören.',
    reason: 'Sie bekommen diese Mail, weil Sie zwei Menschen zusammengebracht haben.',
  }),
  en: ({ askerFirstName: asker, giverFirstName: giver, helped }: ConnectorNewsMailProps) => ({
    subject: helped ? `${asker} and ${giver}: it helped` : `${asker} and ${giver}: thank you for connecting them`,
    opening: helped ? `${asker} and ${giver} talked, and it helped.` : `For ${asker} and ${giver} it was not quite the right thing this time.`,
    body: helped ? 'You brought the two together. Thank you for thinking of them.' : 'That happens. It was a good thought all the same: thank you for having had it.',
    aside: 'Both agreed that you hear of it.',
    reason: 'You receive this mail because you brought two people together.',
  }),
  es: ({ askerFirstName: asker, giverFirstName: giver, helped }: ConnectorNewsMailProps) => ({
    subject: helped ? `${both(asker, giver)}: sirvió de ayuda` : `${both(asker, giver)}: gracias por presentarlos`,
    opening: helped ? `${both(asker, giver)} hablaron, y sirvió de ayuda.` : `A ${both(asker, giver)} esta vez no les ha encajado.`,
    body: helped ? 'Tú hiciste que se conocieran. Gracias por acordarte de los dos.' : 'A veces pasa. La idea era buena de todos modos: gracias por haberla tenido.',
    aside: 'Los dos están de acuerdo en que lo sepas.',
    reason: 'Recibes este correo porque presentaste a dos personas.',
  }),
} satisfies Record<Voice, (props: ConnectorNewsMailProps) => Record<string, string>>;

/** "y" turns into "e" before the sound of an i. */
function both(one: string, other: string): string {
  return `${one} ${/^h?[ií](?!e)/iu.test(other) ? 'e' : 'y'} ${other}`;
}

/** What came of a connection, if both agreed that the connector hears of it. */
export function connectorNewsMail(props: ConnectorNewsMailProps): MailContent {
  const words = WORDS[voiceOf(props.manner)](props);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.body,
    text: [words.opening, words.body, words.aside],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        <Paragraph>{words.body}</Paragraph>
        <Aside>{words.aside}</Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink: props.settingsLink },
  });
}

export const samples = [true, false].flatMap((helped) =>
  inEachVoice<ConnectorNewsMailProps>((common, voice) => ({
    ...common,
    askerFirstName: STORY[voice].asker,
    giverFirstName: STORY[voice].giver,
    helped,
    settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
  })),
);
