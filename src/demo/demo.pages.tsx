import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { MessageKey } from '../html/messages/en.js';
import { firstName, type Member } from '../members/member.js';

/** Who are good to begin with. */
export const ROLES = ['giver', 'asker', 'host'] as const;
type Role = (typeof ROLES)[number];

interface DemoPageProps {
  readonly language: Language;
  readonly first: Readonly<Record<Role, Member>>;
  /** All, by name. */
  readonly members: readonly Member[];
}

/** The door of the fictional network: through whose eyes to look. */
export function DemoPage({ language, first, members }: DemoPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string> = {}): string => message(language, key, values);
  return (
    <Layout language={language} title={t('demo.look')}>
      <main>
        <h1>{t('demo.look')}</h1>
        <p class="lead">{t('demo.lead')}</p>
        <h2>{t('demo.start')}</h2>
        {ROLES.map((role) => (
          <article>
            <h3 class="whom">{first[role].name}</h3>
            {first[role].line !== null && <p class="label">{first[role].line}</p>}
            <p>{t(`demo.${role}`, { name: firstName(first[role]), other: firstName(first.asker) })}</p>
            <form method="post" action={`/demo/as/${first[role].id}`}>
              <button type="submit" aria-label={`${t('demo.as')} ${first[role].name}`}>
                {t('demo.as')} {firstName(first[role])}
              </button>
            </form>
          </article>
        ))}
        <details>
          <summary>{t('demo.everybody')}</summary>
          <form method="post" class="people">
            {members.map(({ id, name }) => (
              <button type="submit" class="quiet" formaction={`/demo/as/${id}`}>
                {name}
              </button>
            ))}
          </form>
        </details>
        <p>
          <a class="press" href="/mailbox">
            {t('demo.mailbox')}
          </a>
        </p>
        <p>
          <a class="press" href="/design">
            {t('demo.design')}
          </a>
        </p>
      </main>
    </Layout>
  );
}
