import type { VNode } from 'preact';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';

interface VisitorPageProps {
  readonly language: Language;
  readonly communityName: string;
}

/** The door of the network, for who is not signed in. */
export function VisitorPage({ language, communityName }: VisitorPageProps): VNode {
  return (
    <Layout language={language} title={communityName}>
      <header>
        <nav>
          {LANGUAGES.map((other) => (
            <a href={`/?language=${other}`} lang={other}>
              {message(other, `language.${other}`)}
            </a>
          ))}
        </nav>
        <h1>{communityName}</h1>
        <p class="lead">{message(language, 'page.lead')}</p>
      </header>
      <main>
        <p>
          <a href="/join">{message(language, 'join.send')}</a>
        </p>
        <p>
          <a href="/sign-in">{message(language, 'join.member')}</a>
        </p>
      </main>
    </Layout>
  );
}
