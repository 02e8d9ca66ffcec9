import type { VNode } from 'preact';

import type { Role } from '../../accounts/account.js';
import type { Language } from '../../engine/engine.js';
import { longDate } from '../../html/dates.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Empty, Notice } from '../../html/parts.js';
import { isPaused, type Member } from '../../members/member.js';
import type { Directory } from '../../members/members.service.js';

interface MembersPageProps {
  readonly language: Language;
  readonly directory: Directory;
  readonly roles: ReadonlyMap<string, Role>;
  readonly search: string;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly today: string;
  readonly done?: 'invited' | 'removed' | undefined;
}

/** Who is here, by name, with a way to look for somebody and one to invite. */
export function MembersPage({ language, directory: { count, members }, roles, search, page, perPage, today, done }: MembersPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  return (
    <Layout language={language} title={t('members.title')} audience="organizer" here="/members">
      <main>
        <h1>{t('members.title')}</h1>
        {done && <Notice kind="success">{t(`members.done.${done}`)}</Notice>}
        <p>
          <a class="button" href="/members/invite">
            {t('members.invite')}
          </a>
        </p>
        <form method="get" action="/members" role="search">
          <label>
            {t('members.search')}
            <input type="search" name="search" value={search} maxlength={80} />
          </label>
          <button type="submit" class="quiet">
            {t('members.search.press')}
          </button>
        </form>
        <p class="hint" role="status">
          {t(search === '' ? 'members.count' : 'members.found', { count })}
        </p>
        {count === 0 && <Empty>{t(search === '' ? 'members.none' : 'members.found.none', { search })}</Empty>}
        {members.length > 0 && (
          <ul class="tasks">
            {members.map((member) => (
              <li>
                <div>
                  <h2>
                    <a href={`/members/${member.id}`}>{member.name}</a>
                  </h2>
                  <p class="hint">{standingOf(language, member, roles.get(member.id), today).join(' · ')}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <Pages language={language} search={search} page={page} last={Math.max(1, Math.ceil(count / perPage))} />
      </main>
    </Layout>
  );
}

/** What an organizer may know at a glance. */
export function standingOf(language: Language, member: Member, role: Role | undefined, today: string): string[] {
  return [
    member.place,
    role === undefined || role === 'member' ? null : message(language, `members.role.${role}`),
    isPaused(member, today) ? message(language, 'members.pausing', { date: longDate(language, member.pausedUntil!) }) : null,
    message(language, 'members.since', { date: longDate(language, member.createdAt.slice(0, 10)) }),
  ].filter((part) => part !== null);
}

interface PagesProps {
  readonly language: Language;
  readonly search: string;
  readonly page: number;
  readonly last: number;
}

function Pages({ language, search, page, last }: PagesProps): VNode | null {
  if (last === 1) return null;
  const to = (number: number): string => `/members?${new URLSearchParams({ ...(search !== '' && { search }), page: String(number) }).toString()}`;
  return (
    <nav aria-label={message(language, 'members.pages')}>
      <ul class="places">
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {message(language, 'members.previous')}
            </a>
          </li>
        )}
        <li>
          <span class="hint">{message(language, 'members.page', { page, last })}</span>
        </li>
        {page < last && (
          <li>
            <a href={to(page + 1)} rel="next">
              {message(language, 'members.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
