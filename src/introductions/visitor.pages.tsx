import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';

interface VisitorPageProps {
  readonly language: Language;
  readonly communityName: string;
  /** Whether one may look through other eyes, as in the fictional network. */
  readonly isDemo: boolean;
}

/** The door of the network, for who is not signed in. */
export function VisitorPage({ language, communityName, isDemo }: VisitorPageProps): VNode {
  return (
    <Layout language={language} title={communityName}>
      <main>
        <h1>{communityName}</h1>
        <p class="lead">{message(language, 'page.lead')}</p>
        {isDemo && (
          <p>
            <a class="button" href="/demo">
              {message(language, 'demo.look')}
            </a>
          </p>
        )}
        <p>
          <a class="press" href="/join">
            {message(language, 'join.send')}
          </a>
        </p>
        <p>
          <a class="press" href="/sign-in">
            {message(language, 'join.member')}
          </a>
        </p>
      </main>
    </Layout>
  );
}
