import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { longDate } from '../../html/dates.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import { Empty, Notice, Voice } from '../../html/parts.js';
import type { FormFaults } from '../../http/form.js';
import { BoardChoiceField } from '../board/board-choice.js';
import type { Reader } from '../reader.js';
import type { Visit, VisitFault } from './visit.js';
import type { VisitForm } from './visits.forms.dto.js';

export const VISITS_DONE = ['announced', 'changed', 'taken-back'] as const;
export type VisitsDone = (typeof VISITS_DONE)[number];

interface VisitsPageProps {
  readonly reader: Reader;
  readonly visits: readonly Visit[];
  readonly done: VisitsDone | undefined;
}

/** Where one will be, and what follows from it. */
export function VisitsPage({ reader: { language, organizes }, visits, done }: VisitsPageProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  return (
    <Layout language={language} title={t('visits.title')} audience="member" here="/statements" organizes={organizes}>
      <main>
        <h1>{t('visits.title')}</h1>
        {done && <Notice kind="success">{t(`visits.done.${done}`)}</Notice>}
        <p class="lead">{t('visits.lead')}</p>
        {visits.length === 0 && <Empty>{t('visits.none')}</Empty>}
        {visits.map((visit) => (
          <VisitCard language={language} visit={visit} />
        ))}
        <p>
          <a class={visits.length === 0 ? 'button' : 'button quiet'} href="/visits/new">
            {t('visits.add')}
          </a>
        </p>
        <h2>{t('visits.then')}</h2>
        <ol class="steps">
          {(['locals', 'meetups', 'end'] as const).map((step) => (
            <li>{t(`visits.then.${step}`)}</li>
          ))}
        </ol>
      </main>
    </Layout>
  );
}

function VisitCard({ language, visit: { id, place, neededFrom, neededBy, text, language: written, board } }: { readonly language: Language; readonly visit: Visit }): VNode {
  const about = <span class="unseen">{`: ${place}`}</span>;
  return (
    <article>
      <h2 class="whom">{place}</h2>
      <p class="label">
        {message(language, 'visits.days', { from: longDate(language, neededFrom), to: longDate(language, neededBy) })}
        {board !== null && ` · ${message(language, `board.as.${board}`)}`}
      </p>
      <Voice text={text} language={written} />
      <div class="answers">
        <a class="press" href={`/visits/${id}/edit`}>
          {message(language, 'visits.change')}
          {about}
        </a>
        <form method="post" action={`/visits/${id}/take-back`}>
          <button type="submit" class="quiet">
            {message(language, 'visits.take-back')}
            {about}
          </button>
        </form>
      </div>
    </article>
  );
}

export interface VisitFormProps {
  readonly reader: Reader;
  /** Of the visit that is changed; a new one has none. */
  readonly id?: string;
  /** As it was filled in so far. */
  readonly form: Partial<VisitForm>;
  readonly faults?: FormFaults;
  /** What is wrong with the days, where both are days. */
  readonly stay?: VisitFault | undefined;
}

export function VisitFormPage({ reader: { language, organizes }, id, form, faults = {}, stay }: VisitFormProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  const title = t(id === undefined ? 'visits.add' : 'visits.edit');
  return (
    <Layout language={language} title={title} audience="member" here="/statements" organizes={organizes}>
      <main>
        <h1>{title}</h1>
        {id !== undefined && <p class="label">{t('visits.edit.lead')}</p>}
        <form method="post" action={id === undefined ? '/visits' : `/visits/${id}/edit`}>
          <Field language={language} name="place" label={t('visits.place')} value={form.place} fault={faults.place} required />
          <Day language={language} name="from" value={form.from} fault={faults.from && t('visits.fault.day')} />
          <Day language={language} name="to" value={form.to} fault={stay ? t(`visits.fault.${stay}`) : faults.to && t('visits.fault.day')} />
          <Field language={language} name="text" label={t('visits.text')} kind="lines" value={form.text} fault={faults.text} required />
          <BoardChoiceField language={language} chosen={form.board} />
          <div class="actions">
            <button type="submit">{t('statements.save')}</button>
            <a class="button quiet" href="/visits">
              {t('visits.back')}
            </a>
          </div>
        </form>
      </main>
    </Layout>
  );
}

interface DayProps {
  readonly language: Language;
  readonly name: 'from' | 'to';
  readonly value: string | undefined;
  readonly fault: string | undefined;
}

function Day({ language, name, value, fault }: DayProps): VNode {
  return (
    <label>
      {message(language, `visits.${name}`)}
      <input type="date" name={name} value={value} required aria-invalid={fault ? true : undefined} aria-describedby={fault && `${name}-fault`} />
      {fault && (
        <span class="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </label>
  );
}
