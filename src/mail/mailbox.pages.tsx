import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { OpenedLetter } from './mailbox.js';

interface ListProps {
  readonly language: Language;
  /** The newest first; `number` counts from the oldest. */
  readonly letters: readonly (OpenedLetter & { readonly number: number })[];
}

/** All mails that the demo would have sent on. */
export function MailboxPage({ language, letters }: ListProps): VNode {
  return (
    <Layout language={language} title={message(language, 'mailbox.title')}>
      <main>
        <h1>{message(language, 'mailbox.title')}</h1>
        <p class="lead">{message(language, 'mailbox.lead')}</p>
        <form method="post" action="/demo/later">
          <button type="submit" class="quiet">
            {message(language, 'mailbox.later')}
          </button>
        </form>
        {letters.length === 0 && <p class="silence">{message(language, 'mailbox.empty')}</p>}
        {letters.map(({ number, subject, to, date }) => (
          <article>
            <a href={`/mailbox/${number}`}>{subject}</a>
            <p class="label">
              {to} · {new Date(date).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
            </p>
          </article>
        ))}
      </main>
    </Layout>
  );
}

interface LetterProps {
  readonly language: Language;
  readonly number: number;
  readonly letter: OpenedLetter;
}

/** One mail in its three forms. The html part stands in a frame without scripts, forms or a way out. */
export function LetterPage({ language, number, letter: { subject, to, text, source } }: LetterProps): VNode {
  return (
    <Layout language={language} title={subject}>
      <main>
        <nav>
          <a href="/mailbox">{message(language, 'mailbox.title')}</a>
        </nav>
        <h1>{subject}</h1>
        <p class="label">{to}</p>
        <h2>{message(language, 'mailbox.html')}</h2>
        <iframe class="mail" sandbox="" src={`/mailbox/${number}/html`} title={message(language, 'mailbox.html')} />
        <h2>{message(language, 'mailbox.text')}</h2>
        <pre>{withLinks(text)}</pre>
        <h2>{message(language, 'mailbox.source')}</h2>
        <pre>{source}</pre>
      </main>
    </Layout>
  );
}

/** The addresses of a mail can be followed, as in a mail program. */
function withLinks(text: string): (string | VNode)[] {
  return text.split(/(https?:\/\/[^\s>)]+)/u).map((part) => (part.startsWith('http') ? <a href={part}>{part}</a> : part));
}
