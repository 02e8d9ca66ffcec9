import type { VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import type { ProblemCode } from '../errors.js';
import { message } from './messages.js';

interface FieldProps {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  /** What is wrong with what was typed. */
  readonly fault?: ProblemCode | undefined;
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** `text` when left out; `lines` takes several. */
  readonly kind?: 'text' | 'email' | 'lines';
}

const TOLD = ['required', 'too-long', 'too-short', 'forbidden-character', 'unreadable-text', 'invalid-address', 'name-not-allowed', 'slow-down'] as const;

/** One field of a form with its label; a fault stands beside it and what was typed stays. */
export function Field({ language, name, label, value, fault, autocomplete, required = false, kind = 'text' }: FieldProps): VNode {
  const told = fault && message(language, `fault.${TOLD.find((one) => one === fault) ?? 'other'}`);
  const attributes = { name, required, 'aria-invalid': fault && true, 'aria-describedby': fault && `${name}-fault`, autocomplete };
  return (
    <label>
      {label}
      {kind === 'lines' && <textarea {...attributes}>{value}</textarea>}
      {kind === 'email' && <input {...attributes} type="email" value={value} />}
      {kind === 'text' && <input {...attributes} type="text" value={value} />}
      {told && (
        <span class="fault" id={`${name}-fault`}>
          {told}
        </span>
      )}
    </label>
  );
}
