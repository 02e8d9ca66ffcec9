import { Transform } from 'class-transformer';
import { registerDecorator, type ValidationError } from 'class-validator';

import { DomainError, PROBLEMS, type Fault, type ProblemCode } from '../errors.js';
import { normalizeText, textFault, type TextFault, type TextRule } from '../plain-text.js';

/** A text written by a person, brought into its stored form and checked for what no reader could see or read. */
export function PlainText(rule: TextRule): PropertyDecorator {
  return TextWithout((text) => textFault(text, rule));
}

/** A text, brought into its stored form, in which a rule finds no fault. */
export function TextWithout(faultIn: (text: string) => TextFault | undefined): PropertyDecorator {
  return (target, propertyKey) => {
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normalizeText(value) : value))(target, propertyKey);
    registerDecorator({
      name: 'plainText',
      target: target.constructor,
      propertyName: propertyKey as string,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && faultIn(value) === undefined,
        defaultMessage: (problem) => {
          const fault = typeof problem?.value === 'string' ? faultIn(problem.value) : undefined;
          return coded(fault?.code ?? 'invalid-value', fault?.detail ?? 'This must be a text.');
        },
      },
    });
  };
}

/** A calendar day that exists, as YYYY-MM-DD. */
export function CalendarDay(): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'calendarDay',
      target: target.constructor,
      propertyName: propertyKey as string,
      validator: { validate: isDay, defaultMessage: () => coded('invalid-time', 'This must be a day of the calendar, written YYYY-MM-DD.') },
    });
  };
}

export function TimeZone(): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'timeZone',
      target: target.constructor,
      propertyName: propertyKey as string,
      validator: { validate: isTimeZone, defaultMessage: () => coded('unknown-zone', 'This must be a time zone by its IANA name, such as Europe/Madrid.') },
    });
  };
}

/** All mistakes of a request as one error; each names its place and what to do. */
export function validationError(errors: readonly ValidationError[]): DomainError {
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  return new DomainError(faults[0]?.code ?? 'invalid-value', faults.map(({ detail }) => detail).join(' '), faults);
}

// class-validator lets a message be text only; the code of the problem travels in front of it.
const SEPARATOR = '\u0000';

function coded(code: ProblemCode, detail: string): string {
  return code + SEPARATOR + detail;
}

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const pointer = `${parent}/${error.property}`;
  const name = pointer.slice(1);
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]): Fault => {
    if (constraint === 'whitelistValidation') return { code: 'unknown-field', pointer, detail: `There is no field "${name}" here. Please remove it.` };
    if (error.value === undefined || error.value === null) return { code: 'required', pointer, detail: `The field "${name}" is needed.` };
    const [code, detail] = message.split(SEPARATOR);
    if (detail !== undefined && code !== undefined && code in PROBLEMS) return { code: code as ProblemCode, pointer, detail: `${name}: ${detail}` };
    return { code: 'invalid-value', pointer, detail: `${message[0]?.toUpperCase()}${message.slice(1)}.` };
  });
  // One fault a field is enough to act upon; missing and foreign fields come first.
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(?:[A-Za-z_]+\/[A-Za-z_/+-]+|UTC)$/u.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
