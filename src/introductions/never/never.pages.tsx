import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Empty, Notice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import type { WishedRuleKind } from '../pair-rule.js';
import type { Reader } from '../reader.js';
import type { OwnWishes } from './never-wishes.service.js';

export const NEVER_DONE = ['added', 'taken-back'] as const;

interface NeverPageProps {
  readonly reader: Reader;
  readonly wishes: OwnWishes;
  /** As it was typed. */
  readonly who?: string | undefined;
  readonly faults?: FormFaults;
  readonly done?: (typeof NEVER_DONE)[number] | undefined;
}

/** Whom a member does not want to be introduced to, and apart from that whom they know already. Nobody else ever sees this page. */
export function NeverPage({ reader: { language, organizes }, wishes: { never, known, names }, who, faults = {}, done }: NeverPageProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  const wishOf =
    (kind: WishedRuleKind) =>
    (wish: OwnWishes[WishedRuleKind][number]): VNode => <Wish language={language} name={wish.name ?? t('never.unnamed')} action="/settings/never/take-back" fields={{ other: wish.otherId, kind }} />;
  return (
    <Layout language={language} title={t('settings.never')} audience="member" here="/settings" organizes={organizes}>
      <main>
        <h1>{t('settings.never')}</h1>
        {done && <Notice kind="success">{t(`never.done.${done}`)}</Notice>}
        <p class="lead">{t('never.lead')}</p>
        {never.length + names.length === 0 && <Empty>{t('never.none')}</Empty>}
        {never.map(wishOf('never'))}
        {names.map(({ id, typed }) => (
          <Wish language={language} name={typed} action={`/settings/never/names/${id}/take-back`} fields={{}} />
        ))}
        <form method="post" action="/settings/never">
          <label>
            {t('never.who')}
            <span class="hint" id="who-hint">
              {t('never.who.hint')}
            </span>
            <input
              type="text"
              name="who"
              value={who}
              required
              maxLength={254}
              autocomplete="off"
              aria-invalid={faults.who ? true : undefined}
              aria-describedby={faults.who ? 'who-fault who-hint' : 'who-hint'}
            />
            {faults.who && (
              <span class="fault" id="who-fault">
                {t(faults.who === 'too-short' ? 'never.who.short' : 'fault.other')}
              </span>
            )}
          </label>
          <button type="submit">{t('never.add')}</button>
        </form>
        <h2>{t('never.known')}</h2>
        <p class="label">{t('never.known.lead')}</p>
        {known.length === 0 && <Empty>{t('never.known.none')}</Empty>}
        {known.map(wishOf('known'))}
        <p>
          <a class="press" href="/settings">
            {t('settings.title')}
          </a>
        </p>
      </main>
    </Layout>
  );
}

interface WishProps {
  readonly language: Language;
  readonly name: string;
  /** Where the taking back goes. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

function Wish({ language, name, action, fields }: WishProps): VNode {
  return (
    <article class="line">
      <p>{name}</p>
      <form method="post" action={action}>
        {Object.entries(fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <button type="submit" class="quiet">
          {message(language, 'visits.take-back')}
          <span class="unseen">{`: ${name}`}</span>
        </button>
      </form>
    </article>
  );
}
