import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import type { MessageKey } from '../../html/messages/en.js';
import { message } from '../../html/messages.js';
import { Notice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import { ANSWER_TIME, GIVER_REST, HOLD, PAIR_FREEZE, PAIR_REST } from '../../introductions/introduction.js';

interface CommunityPageProps {
  readonly language: Language;
  readonly typed: Readonly<Partial<Record<'name' | 'place' | 'timeZone' | 'reviewsRounds', string>>>;
  readonly faults: FormFaults;
  readonly saved: boolean;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** What no setting changes, told so that organizers can answer for it. */
const PROMISES = { answerDays: ANSWER_TIME / DAY, holdMinutes: HOLD / MINUTE, restDays: PAIR_REST / DAY, giverRestDays: GIVER_REST / DAY, freezeDays: PAIR_FREEZE / DAY };

/** What an organizer decides for the community, and what is promised to every member of any. */
export function CommunityPage({ language, typed, faults, saved }: CommunityPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <Layout language={language} title={t('community.title')} audience="organizer" here="/today">
      <main>
        <h1>{t('community.title')}</h1>
        {saved && <Notice kind="success">{t('settings.saved')}</Notice>}
        <form method="post" action="/community">
          <Field language={language} name="name" label={t('field.community')} required value={typed.name} fault={faults['name']} />
          <Field language={language} name="place" label={t('community.place')} value={typed.place} fault={faults['place']} />
          <label>
            {t('community.zone')}
            <input name="timeZone" value={typed.timeZone} list="zones" required aria-invalid={faults['timeZone'] && true} aria-describedby={faults['timeZone'] && 'zone-fault'} />
            {faults['timeZone'] && (
              <span class="fault" id="zone-fault">
                {t('community.zone.fault')}
              </span>
            )}
          </label>
          <datalist id="zones">
            {zones.map((zone) => (
              <option value={zone} />
            ))}
          </datalist>
          <label>
            <input type="checkbox" name="reviewsRounds" value="yes" checked={typed.reviewsRounds === 'yes'} /> {t('community.reviews')}
          </label>
          <button type="submit">{t('preferences.save')}</button>
        </form>
        <p class="hint">{t('community.reviews.lead')}</p>
        <h2>{t('community.promises')}</h2>
        <p>{t('community.promises.lead')}</p>
        <ul>
          {(['yes', 'hold', 'answer', 'rest', 'freeze', 'count'] as const).map((promise) => (
            <li>{t(`community.promise.${promise}`, PROMISES)}</li>
          ))}
        </ul>
      </main>
    </Layout>
  );
}
