import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { Field } from '../../html/field.js';
import { Layout } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import type { MessageKey } from '../../html/messages/en.js';
import type { FormFaults } from '../../http/form.js';
import { Voice } from '../../html/parts.js';
import type { BoardAsk } from '../board/board.js';
import { BoardChoiceField } from '../board/board-choice.js';
import type { Reader } from '../reader.js';
import { COACH_PLACE, CoachPanel, type Coached } from './coach-panel.js';
import type { StatementForm } from './statements.forms.dto.js';

export interface StatementFormProps {
  readonly reader: Reader;
  /** As it was filled in so far; with an `id` where an older statement is changed. */
  readonly form: Partial<StatementForm> & Pick<StatementForm, 'kind'>;
  readonly faults?: FormFaults;
  readonly coached?: Coached | undefined;
  /** The ask of the board for which an offer is written. */
  readonly wanted?: BoardAsk | undefined;
}

/** Where an ask or an offer is written: what was typed stays, whatever happens; the coach answers a press, and by itself while one types. */
export function StatementFormPage({ reader: { language, organizes }, form, faults = {}, coached, wanted }: StatementFormProps): VNode {
  const { kind, id, board } = form;
  const t = (key: MessageKey): string => message(language, key);
  const title = t(id === undefined ? `statements.add.${kind}` : 'statements.edit');
  return (
    <Layout language={language} title={title} audience="member" here="/statements" organizes={organizes} live>
      <main>
        <h1>{title}</h1>
        {wanted && <Wanted language={language} wanted={wanted} />}
        <form method="post" action={id === undefined ? '/statements' : `/statements/${id}/edit`}>
          <input type="hidden" name="kind" value={kind} />
          {wanted && <input type="hidden" name="for" value={wanted.ask.id} />}
          {id !== undefined && <input type="hidden" name="id" value={id} />}
          <TextField language={language} form={form} fault={faults.text && t(TOLD.has(faults.text) ? (`fault.${faults.text}` as MessageKey) : 'fault.other')} />
          <div class="coach" id={COACH_PLACE} role="status">
            {coached && <CoachPanel language={language} coached={coached} />}
          </div>
          {kind === 'ask' && (
            <label class="field">
              {t('statements.by')}
              <input type="date" name="neededBy" value={form.neededBy} aria-invalid={faults.neededBy ? true : undefined} aria-describedby={faults.neededBy && 'neededBy-fault'} />
              {faults.neededBy && (
                <span class="fault" id="neededBy-fault">
                  {t('fault.other')}
                </span>
              )}
            </label>
          )}
          <Field language={language} name="place" label={t('statements.place')} value={form.place} fault={faults.place} />
          {kind === 'ask' && <BoardChoiceField language={language} chosen={board} />}
          <div class="actions">
            <button type="submit">{t('statements.save')}</button>
            <button type="submit" class="quiet" formaction={`/statements/coach#${COACH_PLACE}`} formnovalidate>
              {t(kind === 'ask' ? 'statements.clearer' : 'statements.serves')}
            </button>
          </div>
        </form>
      </main>
    </Layout>
  );
}

function Wanted({ language, wanted: { ask, asker } }: { readonly language: Language; readonly wanted: BoardAsk }): VNode {
  return (
    <article class="give">
      <h2 class="whom">{message(language, 'page.asks', { name: asker ?? message(language, 'board.somebody') })}</h2>
      <Voice text={ask.text} language={ask.language} loud />
      <p class="label">{message(language, 'board.for.lead')}</p>
    </article>
  );
}

const TOLD: ReadonlySet<string> = new Set(['required', 'too-long', 'too-short', 'forbidden-character', 'unreadable-text', 'too-many']);

interface TextFieldProps {
  readonly language: Language;
  readonly form: StatementFormProps['form'];
  readonly fault: string | undefined;
}

/** Half a second and a little after the last key the coach is asked anew; without scripts these attributes do nothing. */
function TextField({ language, form: { kind, text }, fault }: TextFieldProps): VNode {
  const live = { 'hx-post': '/statements/coach', 'hx-trigger': 'input changed delay:600ms', 'hx-include': 'closest form', 'hx-target': `#${COACH_PLACE}`, 'hx-swap': 'innerHTML' };
  return (
    <label>
      {message(language, `statements.text.${kind}`)}
      <span class="hint" id="text-hint">
        {message(language, `statements.hint.${kind}`)}
      </span>
      <textarea name="text" rows={5} maxLength={1_000} required aria-invalid={fault ? true : undefined} aria-describedby={fault ? 'text-fault text-hint' : 'text-hint'} {...live}>
        {text}
      </textarea>
      {fault && (
        <span class="fault" id="text-fault">
          {fault}
        </span>
      )}
    </label>
  );
}
