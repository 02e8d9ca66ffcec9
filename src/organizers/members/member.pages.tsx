import type { VNode } from 'preact';

import type { Role } from '../../accounts/account.js';
import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Notice } from '../../html/parts.js';
import type { Member } from '../../members/member.js';
import { standingOf } from './members.pages.js';

interface MemberPageProps {
  readonly language: Language;
  readonly member: Member;
  /** Undefined for a member who has no account yet. */
  readonly role: Role | undefined;
  readonly today: string;
  /** Whether it is the reader. */
  readonly isSelf: boolean;
  readonly saved?: boolean;
  /** Why the last press did nothing. */
  readonly problem?: string | undefined;
}

/** One member as an organizer may see them: no contact data, no asks, nothing of their introductions. */
export function MemberPage({ language, member, role, today, isSelf, saved = false, problem }: MemberPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  const path = `/members/${member.id}`;
  return (
    <Layout language={language} title={member.name} audience="organizer" here="/members">
      <main>
        <p>
          <a href="/members">{t('members.back')}</a>
        </p>
        <h1>{member.name}</h1>
        {saved && <Notice kind="success">{t('settings.saved')}</Notice>}
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
        {member.line !== null && <p class="lead">{member.line}</p>}
        <p class="hint">{standingOf(language, member, role, today).join(' · ')}</p>
        <h2>{t('member.role')}</h2>
        <p>{t(role === 'organizer' ? 'member.role.organizer' : role === 'admin' ? 'member.role.admin' : role === 'member' ? 'member.role.member' : 'member.role.none')}</p>
        {(role === 'member' || role === 'organizer') && (
          <form method="post" action={`${path}/role`}>
            <button type="submit" class="quiet" name="role" value={role === 'member' ? 'organizer' : 'member'}>
              {t(role === 'member' ? 'member.role.give' : 'member.role.take')}
            </button>
          </form>
        )}
        <h2>{t('member.pause')}</h2>
        <p>{t('member.pause.lead')}</p>
        <form method="post" action={`${path}/pause`}>
          <label>
            {t('member.pause.until')}
            <input type="date" name="pausedUntil" value={member.pausedUntil ?? ''} min={today} />
          </label>
          <button type="submit" class="quiet">
            {t('preferences.save')}
          </button>
        </form>
        {!isSelf && role !== 'admin' && (
          <>
            <h2>{t('member.remove')}</h2>
            <p>{t('member.remove.hint')}</p>
            <p>
              <a class="press" href={`${path}/remove`}>
                {t('member.remove.way', { name: member.name })}
              </a>
            </p>
          </>
        )}
      </main>
    </Layout>
  );
}

interface RemovePageProps {
  readonly language: Language;
  readonly member: Member;
  /** Whether the press came without the confirmation. */
  readonly isUnsure?: boolean;
}

/** Asks once more before a member goes. */
export function RemovePage({ language, member: { id, name }, isUnsure = false }: RemovePageProps): VNode {
  const t = (key: MessageKey): string => message(language, key, { name });
  return (
    <Layout language={language} title={t('member.remove.way')} audience="organizer" here="/members">
      <main>
        <h1>{t('member.remove.way')}</h1>
        <p>{t('member.remove.lead')}</p>
        <p>{t('member.remove.instead')}</p>
        <form method="post" action={`/members/${id}/remove`}>
          <label>
            <input type="checkbox" name="sure" value="yes" required aria-invalid={isUnsure ? true : undefined} aria-describedby={isUnsure ? 'sure-fault' : undefined} /> {t('member.remove.sure')}
            {isUnsure && (
              <span class="fault" id="sure-fault">
                {t('fault.required')}
              </span>
            )}
          </label>
          <div class="actions">
            <button type="submit">{t('member.remove.press')}</button>
            <a class="button quiet" href={`/members/${id}`}>
              {t('member.remove.stay')}
            </a>
          </div>
        </form>
      </main>
    </Layout>
  );
}
