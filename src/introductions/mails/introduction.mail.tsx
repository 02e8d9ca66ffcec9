import type { VNode } from 'preact';

import { renderMail, voiceOf, type Voice } from '../../html/mail-layout.js';
import { Action, Aside, Link, Opening, Paragraph, Words } from '../../html/mail-parts.js';
import { inEachVoice } from '../../html/mail-samples.js';
import { labelled } from '../../html/mail-words.js';
import type { MailContent } from '../../mail/mail.js';
import { INTRODUCTION_WORDS, type Introduced } from './introduction.words.js';
import { STORY } from '../../html/mail-story.js';

/** What the other one chose to share, and nothing else. */
interface SharedContact {
  readonly address?: string;
  readonly phone?: string;
  readonly link?: string;
  readonly note?: string;
}

interface IntroductionMailProps extends Introduced {
  readonly ask: string;
  readonly offer: string;
  readonly contact: SharedContact;
  /** Where a reader says, quietly, that something is wrong. */
  readonly reportLink: string;
}

/** Presents two people who both said yes; one mail to each, so that neither address stands in a shared To line (P3). */
export function introductionMail(props: IntroductionMailProps): MailContent {
  const { manner, side, ask, offer, askPhrase, offerPhrase, contact, reportLink, settingsLink } = props;
  const words = INTRODUCTION_WORDS[voiceOf(manner)](props);
  const asked = { label: words.asks, words: ask, phrase: askPhrase };
  const offered = { label: words.offers, words: offer, phrase: offerPhrase };
  const theirsFirst = side === 'giver' ? [asked, offered] : [offered, asked];
  const contactLines = [contact.address, contact.phone, contact.link, contact.note].filter((line) => line !== undefined);
  return renderMail(props, {
    subject: words.subject,
    preheader: words.preheader,
    text: [
      words.opening,
      ...theirsFirst.map(({ label, words: text }) => labelled(manner.language, label, text)),
      words.step,
      `${words.reach}:\n${contactLines.join('\n')}`,
      words.whoWrites,
      `${words.firstSentenceLabel}:\n${words.firstSentence}`,
      `${words.wrong}\n${reportLink}`,
    ],
    html: (
      <>
        <Opening>{words.opening}</Opening>
        {theirsFirst.map((statement) => (
          <Words {...statement} />
        ))}
        <Paragraph>{words.step}</Paragraph>
        <Paragraph>
          <span class="soft" style="font-size: 15px; color: #6b615a;">
            {words.reach}:
          </span>
          <Contact contact={contact} />
        </Paragraph>
        <Paragraph>{words.whoWrites}</Paragraph>
        <Words label={words.firstSentenceLabel} words={words.firstSentence} />
        {contact.address !== undefined && <Action href={letterTo(contact.address, words.letterSubject, words.firstSentence)}>{words.write}</Action>}
        <Aside>
          <Link href={reportLink}>{words.wrong}</Link>
        </Aside>
      </>
    ),
    footer: { reason: words.reason, settingsLink },
  });
}

function Contact({ contact: { address, phone, link, note } }: { readonly contact: SharedContact }): VNode {
  const isWeb = link !== undefined && /^https?:\/\//u.test(link);
  return (
    <>
      {address !== undefined && (
        <>
          <br />
          <Link href={`mailto:${encodeURI(address)}`}>{address}</Link>
        </>
      )}
      {phone !== undefined && (
        <>
          <br />
          <Link href={`tel:${phone.replace(/[^+\d]/gu, '')}`}>{phone}</Link>
        </>
      )}
      {link !== undefined && (
        <>
          <br />
          {isWeb ? <Link href={link}>{link}</Link> : link}
        </>
      )}
      {note !== undefined && (
        <>
          <br />
          {note}
        </>
      )}
    </>
  );
}

/** Opens the reader's own mail program with the proposed words. */
function letterTo(address: string, subject: string, body: string): string {
  return `mailto:${encodeURI(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

export const samples = (['giver', 'asker'] as const).flatMap((side) =>
  inEachVoice<IntroductionMailProps>((common, voice) => {
    const { asker, giver, ask, offer, askPhrase, offerPhrase } = STORY[voice];
    const contacts: Record<typeof side, Record<Voice, SharedContact>> = {
      giver: {
        du: { address: 'omar@example.org', note: 'Am besten abends, nach dem Backen.' },
        sie: { address: 'omar@example.org', note: 'Am besten abends, nach dem Backen.' },
        en: { address: 'omar@example.org', note: 'Evenings are best, after baking.' },
        es: { address: 'omar@example.org', note: 'Mejor por la tarde, después de hornear.' },
      },
      asker: {
        du: { address: 'lena@example.org', phone: '+49 30 5550 1234', link: 'https://lena.example.org' },
        sie: { address: 'lena@example.org', phone: '+49 30 5550 1234', link: 'https://lena.example.org' },
        en: { address: 'maya@example.org', phone: '+44 20 7946 0123', link: 'https://maya.example.org' },
        es: { address: 'ines@example.org', phone: '+34 971 555 012', link: 'https://ines.example.org' },
      },
    };
    return {
      ...common,
      readerName: side === 'giver' ? giver : asker,
      otherName: side === 'giver' ? asker : giver,
      side,
      ask,
      offer,
      askPhrase,
      offerPhrase,
      step: 'call',
      contact: contacts[side][voice],
      reportLink: `${common.url}/introductions/0193f2a1?key=Zk3vQe7hXw2mYt9cRb5nLp`,
      settingsLink: `${common.url}/settings?key=p8WsLr4nVd6tKy1uGh3xCz`,
    };
  }),
);
