import type { VNode } from 'preact';

import { LANGUAGES, type Language } from '../../engine/engine.js';
import { Field } from '../../html/field.js';
import { message } from '../../html/messages.js';
import { Notice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import { LONGEST_ROUND, MOST_INTRODUCTIONS, type Meetup } from '../meetup.js';
import { MeetupFrame } from '../meetup-frame.js';

interface MeetupSettingsPageProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly isSaved: boolean;
  /** What was typed, and what is wrong with it. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: FormFaults;
  /** What is wrong with the times, as a sentence. */
  readonly problem?: string | undefined;
}

/** What an evening is, how much is asked of each guest, and to whom mail may go. */
export function MeetupSettingsPage({ language, meetup, isSaved, typed, faults = {}, problem }: MeetupSettingsPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  const value = (name: keyof Meetup): string => (typed ? (typed[name] ?? '') : String(meetup[name] ?? ''));
  const mails = typed ? typed['mails'] === 'yes' : meetup.mailBasis !== null;
  return (
    <MeetupFrame language={language} meetup={meetup} here="settings" title={t('settings.meetup.title')}>
      {isSaved && <Notice kind="success">{t('settings.meetup.saved')}</Notice>}
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      <form method="post" action={`/meetups/${meetup.id}/settings`}>
        <Field language={language} name="title" label={t('meetups.field.title')} value={value('title')} fault={faults['title']} required />
        <Field language={language} name="place" label={t('meetups.field.place')} value={value('place')} fault={faults['place']} />
        {(['startsAt', 'endsAt'] as const).map((name) => (
          <label>
            {t(name === 'startsAt' ? 'meetups.field.starts' : 'meetups.field.ends')}
            <input type="datetime-local" name={name} value={value(name)} required aria-invalid={faults[name] && true} />
          </label>
        ))}
        <Field language={language} name="timeZone" label={t('settings.meetup.zone')} value={value('timeZone')} fault={faults['timeZone']} required />
        <label>
          {t('settings.meetup.language')}
          <select name="language">
            {LANGUAGES.map((one) => (
              <option value={one} selected={value('language') === one}>
                {message(one, `language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{t('settings.meetup.limits')}</legend>
          <NumberField language={language} name="perGuest" label={t('settings.meetup.per-guest')} value={value('perGuest')} most={MOST_INTRODUCTIONS} isInvalid={'perGuest' in faults} required />
          <NumberField language={language} name="perGiver" label={t('settings.meetup.per-giver')} value={value('perGiver')} most={MOST_INTRODUCTIONS} isInvalid={'perGiver' in faults} required />
          <NumberField
            language={language}
            name="roundMinutes"
            label={t('settings.meetup.rounds')}
            hint={t('settings.meetup.rounds.hint')}
            value={value('roundMinutes')}
            most={LONGEST_ROUND}
            isInvalid={'roundMinutes' in faults}
          />
        </fieldset>
        <fieldset id="mail">
          <legend>{t('meetup.send')}</legend>
          <label>
            <input type="checkbox" name="mails" value="yes" checked={mails} />
            {t('settings.meetup.mail')}
          </label>
          <Field language={language} name="mailBasis" label={t('settings.meetup.basis')} value={value('mailBasis')} fault={faults['mailBasis'] === 'required' ? undefined : faults['mailBasis']} />
          <p class={faults['mailBasis'] === 'required' ? 'fault' : 'hint'}>{t(faults['mailBasis'] === 'required' ? 'settings.meetup.basis.missing' : 'settings.meetup.basis.hint')}</p>
        </fieldset>
        <div class="actions">
          <button type="submit">{t('settings.meetup.save')}</button>
        </div>
      </form>
    </MeetupFrame>
  );
}

interface NumberFieldProps {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly most: number;
  readonly isInvalid: boolean;
  readonly required?: boolean;
}

function NumberField({ language, name, label, hint, value, most, isInvalid, required = false }: NumberFieldProps): VNode {
  return (
    <label>
      {label}
      <input type="number" inputmode="numeric" name={name} value={value} min="1" max={most} required={required} aria-invalid={isInvalid || undefined} />
      {isInvalid && <span class="fault">{message(language, 'settings.meetup.number', { most })}</span>}
      {hint !== undefined && <span class="hint">{hint}</span>}
    </label>
  );
}
