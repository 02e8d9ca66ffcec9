import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import type { ProblemCode } from '../errors.js';
import { Layout } from './layout.js';
import type { MessageKey } from './messages/en.js';
import { message } from './messages.js';

interface ErrorPageProps {
  readonly language: Language;
  readonly code: ProblemCode;
  /** Number of the request, to be named when asking for help. */
  readonly request: string;
}

/** Those that a reader of pages meets; whatever else goes wrong is told in general words. */
const TOLD = ['not-found', 'not-allowed', 'origin-refused', 'other-browser', 'link-used', 'link-expired', 'slow-down', 'not-possible', 'too-large', 'try-later', 'internal'] as const;

/** What went wrong and what to do, in the reader's language. */
export function ErrorPage({ language, code, request }: ErrorPageProps): VNode {
  const told = TOLD.find((one) => one === code) ?? 'internal';
  const title = message(language, `problem.${told}`);
  const next: MessageKey = `problem.${told}.next`;
  return (
    <Layout language={language} title={title}>
      <main>
        <h1>{title}</h1>
        <p>{message(language, next)}</p>
        <p>
          <a href="/">{message(language, 'problem.home')}</a>
        </p>
        {told === 'internal' && <p class="label">{message(language, 'problem.request', { request })}</p>}
      </main>
    </Layout>
  );
}
