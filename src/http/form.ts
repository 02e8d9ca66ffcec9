import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validate } from 'class-validator';

import { DomainError, type ProblemCode } from '../errors.js';
import { validationError } from './validation.js';

/** A form as it was filled in: checked, or with what is wrong, field by field. */
export type FilledForm<T> = { readonly form: T; readonly faults: FormFaults };
/** What is wrong, by name of the field. Empty when the form is well. */
export type FormFaults = Readonly<Record<string, ProblemCode>>;

/** Reads the fields of a page's form by the rules of a DTO. Fields that the DTO does not know are left out; empty ones count as left out. */
export async function readForm<T extends object>(type: ClassConstructor<T>, body: unknown): Promise<FilledForm<T>> {
  const filled = Object.entries((body ?? {}) as Record<string, unknown>).filter(([, value]) => value !== '');
  const form = plainToInstance(type, Object.fromEntries(filled));
  const errors = await validate(form, { whitelist: true });
  return { form, faults: errors.length > 0 ? faultsOf(validationError(errors)) : {} };
}

/** The faults of an error that belong to fields. @throws the error itself when it belongs to none */
export function faultsOf(error: unknown): FormFaults {
  if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
  return Object.fromEntries(error.faults.map(({ pointer = '', code }) => [pointer.slice(1), code]));
}
