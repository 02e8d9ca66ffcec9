import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import type { ProblemCode } from '../errors.js';
import { Field } from '../html/field.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import type { Enrolment } from './second-factor.service.js';

interface SecondFactorPageProps {
  readonly language: Language;
  /** `none`: to be set up; an enrolment waits for its first code; `confirmed`: a code is asked. */
  readonly stage: 'none' | Enrolment | 'confirmed';
  /** Path to go on to. */
  readonly destination: string;
  readonly fault?: ProblemCode | undefined;
}

export function SecondFactorPage({ language, stage, destination, fault }: SecondFactorPageProps): VNode {
  const t = (key: Parameters<typeof message>[1]): string => message(language, key);
  return (
    <Layout language={language} title={t('second-factor.title')}>
      <main>
        <h1>{t('second-factor.title')}</h1>
        <p class="lead">{t(stage === 'confirmed' ? 'second-factor.ask' : 'second-factor.why')}</p>
        {typeof stage === 'object' && (
          <>
            <p>{t('second-factor.enrol')}</p>
            <p>
              <code>{stage.secret}</code>
            </p>
            <p>
              <a href={stage.uri}>{t('second-factor.open')}</a>
            </p>
          </>
        )}
        {stage === 'none' ? (
          <form method="post" action="/account/second-factor/begin">
            <input type="hidden" name="then" value={destination} />
            <button type="submit">{t('second-factor.begin')}</button>
          </form>
        ) : (
          <form method="post" action={stage === 'confirmed' ? '/account/second-factor' : '/account/second-factor/confirm'}>
            <input type="hidden" name="then" value={destination} />
            <Field language={language} name="code" label={t('second-factor.code')} autocomplete="one-time-code" required fault={fault} />
            <button type="submit">{t('second-factor.confirm')}</button>
          </form>
        )}
        <p>
          <a href={destination}>{t('second-factor.later')}</a>
        </p>
      </main>
    </Layout>
  );
}

interface RecoveryPageProps {
  readonly language: Language;
  readonly codes: readonly string[];
  readonly destination: string;
}

/** The recovery codes, shown this once. */
export function RecoveryPage({ language, codes, destination }: RecoveryPageProps): VNode {
  return (
    <Layout language={language} title={message(language, 'second-factor.recovery')}>
      <main>
        <h1>{message(language, 'second-factor.recovery')}</h1>
        <p class="lead">{message(language, 'second-factor.recovery.lead')}</p>
        <ul>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a href={destination}>{message(language, 'second-factor.on')}</a>
        </p>
      </main>
    </Layout>
  );
}
