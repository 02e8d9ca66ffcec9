import type { VNode } from 'preact';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { Field } from '../html/field.js';
import { Layout } from '../html/layout.js';
import type { MessageKey } from '../html/messages/en.js';
import { message } from '../html/messages.js';
import type { FormFaults } from '../http/form.js';
import type { JoinDto, WelcomeDto } from './join.dto.js';

interface FormProps<T> {
  readonly language: Language;
  /** As it was filled in so far. */
  readonly form: Partial<T>;
  readonly faults: FormFaults;
}

/** The form for joining: what one offers stands before what one looks for. */
export function JoinPage({ language, form, faults, communityName }: FormProps<JoinDto> & { readonly communityName: string }): VNode {
  const t = (key: MessageKey): string => message(language, key);
  const field = (name: 'name' | 'address' | 'offer' | 'ask') => ({ language, name, label: t(`field.${name}`), value: form[name], fault: faults[name] });
  return (
    <Layout language={language} title={message(language, 'join.title', { community: communityName })} languageAt={Object.keys(faults).length === 0 ? '/join' : undefined}>
      <main>
        <h1>{message(language, 'join.title', { community: communityName })}</h1>
        <p class="lead">{t('join.lead')}</p>
        <form method="post" action="/join">
          <Field {...field('name')} autocomplete="name" required />
          <Field {...field('address')} kind="email" autocomplete="email" required />
          <Field {...field('offer')} kind="lines" />
          <Field {...field('ask')} kind="lines" />
          <fieldset>
            <legend>{t('field.languages')}</legend>
            {LANGUAGES.map((one) => (
              <label>
                <input type="checkbox" name="languages" value={one} checked={(form.languages ?? [language]).includes(one)} />
                {t(`language.${one}`)}
              </label>
            ))}
            {faults.languages && <span class="fault">{t('fault.required')}</span>}
          </fieldset>
          <label>
            <input type="checkbox" name="formal" value="yes" checked={form.formal === true} />
            {t('join.formal')}
          </label>
          <label>
            <input type="checkbox" name="adult" value="yes" required />
            {t('join.adult')}
            {faults.adult && <span class="fault">{t('fault.required')}</span>}
          </label>
          <div class="honey" aria-hidden="true">
            <label>
              {t('join.honey')}
              <input name="website" tabindex={-1} autocomplete="off" />
            </label>
          </div>
          <button type="submit">{t('join.send')}</button>
        </form>
        <p>
          <a href="/sign-in">{t('join.member')}</a>
        </p>
      </main>
    </Layout>
  );
}

/** For the first organizer of a new install. */
export function WelcomePage({ language, form, faults, key }: FormProps<WelcomeDto> & { readonly key: string }): VNode {
  const t = (name: MessageKey): string => message(language, name);
  return (
    <Layout language={language} title={t('welcome.title')}>
      <main>
        <h1>{t('welcome.title')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
        <form method="post" action="/welcome">
          <input type="hidden" name="key" value={key} />
          <Field language={language} name="communityName" label={t('field.community')} required value={form.communityName} fault={faults.communityName} />
          <Field language={language} name="name" label={t('field.name')} autocomplete="name" required value={form.name} fault={faults.name} />
          <Field language={language} name="address" label={t('field.address')} kind="email" autocomplete="email" required value={form.address} fault={faults.address} />
          <button type="submit">{t('welcome.send')}</button>
        </form>
      </main>
    </Layout>
  );
}

interface TellingProps {
  readonly language: Language;
  readonly title: MessageKey;
  readonly lead: MessageKey;
  /** Key of a link whose button stands here. */
  readonly confirm?: string;
}

/** One thing to read, and at most one button. */
export function JoinTellingPage({ language, title, lead, confirm }: TellingProps): VNode {
  return (
    <Layout language={language} title={message(language, title)}>
      <main>
        <h1>{message(language, title)}</h1>
        <p class="lead">{message(language, lead)}</p>
        {confirm !== undefined && (
          <form method="post" action="/join/confirm">
            <input type="hidden" name="key" value={confirm} />
            <button type="submit">{message(language, 'join.confirm')}</button>
          </form>
        )}
        <p>
          <a href="/sign-in">{message(language, 'join.member')}</a>
        </p>
      </main>
    </Layout>
  );
}
