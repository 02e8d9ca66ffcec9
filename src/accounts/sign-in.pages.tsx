import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import type { ProblemCode } from '../errors.js';
import { Field } from '../html/field.js';
import { Layout } from '../html/layout.js';
import type { MessageKey } from '../html/messages/en.js';
import { message } from '../html/messages.js';

interface SignInPageProps {
  readonly language: Language;
  /** Path to which the person wants. */
  readonly destination: string;
  readonly address?: string | undefined;
  readonly fault?: ProblemCode | undefined;
  /** Key of a mail's link whose address is known, and that address as it may be shown. */
  readonly known?: { readonly key: string; readonly masked: string } | undefined;
}

export function SignInPage({ language, destination, address, fault, known }: SignInPageProps): VNode {
  return (
    <Layout language={language} title={message(language, 'sign-in.title')} languageAt={known || fault ? undefined : `/sign-in?then=${encodeURIComponent(destination)}`}>
      <main>
        <h1>{message(language, 'sign-in.title')}</h1>
        <p class="lead">{known ? message(language, 'sign-in.known', { address: known.masked }) : message(language, 'sign-in.lead')}</p>
        <form method="post" action="/sign-in">
          <input type="hidden" name="then" value={destination} />
          {known ? (
            <input type="hidden" name="key" value={known.key} />
          ) : (
            <Field language={language} name="address" label={message(language, 'field.address')} kind="email" autocomplete="email" required value={address} fault={fault} />
          )}
          <button type="submit">{message(language, 'sign-in.ask')}</button>
        </form>
      </main>
    </Layout>
  );
}

interface CodePageProps {
  readonly language: Language;
  readonly title: MessageKey;
  readonly lead: string;
  /** Key of the link that was opened here; none in the browser that asked. */
  readonly key?: string | undefined;
  readonly fault?: ProblemCode | undefined;
}

/** Asks for the code of the mail. */
export function CodePage({ language, title, lead, key, fault }: CodePageProps): VNode {
  return (
    <Layout language={language} title={message(language, title)}>
      <main>
        <h1>{message(language, title)}</h1>
        <p class="lead">{lead}</p>
        <form method="post" action="/sign-in/code">
          {key !== undefined && <input type="hidden" name="key" value={key} />}
          <Field language={language} name="code" label={message(language, 'sign-in.code')} autocomplete="one-time-code" required fault={fault} />
          <button type="submit">{message(language, 'sign-in.enter')}</button>
        </form>
        <p>
          <a href="/sign-in">{message(language, 'sign-in.again')}</a>
        </p>
      </main>
    </Layout>
  );
}

interface LinkPageProps {
  readonly language: Language;
  readonly key: string;
  readonly masked: string;
}

/** What a link shows: one button. Opening it does nothing. */
export function LinkPage({ language, key, masked }: LinkPageProps): VNode {
  return (
    <Layout language={language} title={message(language, 'sign-in.title')}>
      <main>
        <h1>{message(language, 'sign-in.title')}</h1>
        <p class="lead">{message(language, 'sign-in.as', { address: masked })}</p>
        <form method="post" action="/sign-in/link">
          <input type="hidden" name="key" value={key} />
          <button type="submit">{message(language, 'sign-in.enter')}</button>
        </form>
      </main>
    </Layout>
  );
}

interface DeadLinkPageProps {
  readonly language: Language;
  readonly code: 'link-used' | 'link-expired';
  readonly destination: string;
}

/** A link that does nothing any more, and the way to a new one. */
export function DeadLinkPage({ language, code, destination }: DeadLinkPageProps): VNode {
  return (
    <Layout language={language} title={message(language, `problem.${code}`)}>
      <main>
        <h1>{message(language, `problem.${code}`)}</h1>
        <p class="lead">{message(language, `problem.${code}.next`)}</p>
        <p>
          <a href={`/sign-in?then=${encodeURIComponent(destination)}`}>{message(language, 'sign-in.again')}</a>
        </p>
      </main>
    </Layout>
  );
}
