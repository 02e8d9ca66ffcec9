import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { longDate } from '../../html/dates.js';
import { message } from '../../html/messages.js';
import type { Round } from './round.js';
import type { RoundEntryDto } from './rounds.dto.js';

export interface RoundPageProps {
  readonly language: Language;
  readonly round: Round;
  readonly entries: readonly RoundEntryDto[];
}

/** A round before it goes out: each introduction with both texts, taken out by one press, and one press to release. */
export function RoundPage({ language, round, entries }: RoundPageProps): VNode {
  const t = (key: Parameters<typeof message>[1], values?: Record<string, string | number>): string => message(language, key, values);
  const waits = round.state === 'waiting';
  const shown = entries.filter(({ forbidden }) => !forbidden);
  return (
    <Layout language={language} title={t('round.title', { date: longDate(language, round.date) })} audience="organizer" here="/rounds">
      <main>
        <h1>{t('round.title', { date: longDate(language, round.date) })}</h1>
        <p class="lead">{t(waits ? 'round.waiting' : 'round.released', { count: shown.length })}</p>
        {waits && (
          <form method="post" action={`/rounds/${round.id}/release`}>
            <button type="submit">{t('round.release')}</button>
          </form>
        )}
        {shown.map(({ id, giver, asker, ask, offer, kind }) => (
          <article>
            <h2>{t('demo.line', { giver: giver.name, asker: asker.name })}</h2>
            {kind === 'surprise' && <p class="label">{t('page.surprise')}</p>}
            <p class="label">{t('page.asks', { name: asker.name })}</p>
            <blockquote>{ask.text}</blockquote>
            <p class="label">{t('page.offers', { name: giver.name })}</p>
            <blockquote>{offer.text}</blockquote>
            {waits && (
              <form method="post" action={`/rounds/${round.id}/entries/${id}/forbid`}>
                <button type="submit" class="quiet">
                  {t('round.forbid')}
                </button>
              </form>
            )}
          </article>
        ))}
      </main>
    </Layout>
  );
}

/** The rounds of a community, the latest first. */
export function RoundsPage({ language, rounds }: { readonly language: Language; readonly rounds: readonly Round[] }): VNode {
  const title = message(language, 'rounds.title');
  return (
    <Layout language={language} title={title} audience="organizer" here="/rounds">
      <main>
        <h1>{title}</h1>
        {rounds.length === 0 && <p class="silence">{message(language, 'rounds.none')}</p>}
        <ul>
          {rounds.map(({ id, date, state }) => (
            <li>
              <a href={`/rounds/${id}`}>{message(language, 'round.title', { date: longDate(language, date) })}</a> <span class="label">{message(language, `round.state.${state}`)}</span>
            </li>
          ))}
        </ul>
      </main>
    </Layout>
  );
}
