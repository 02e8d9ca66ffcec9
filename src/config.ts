import { isAbsolute, resolve } from 'node:path';

import { DomainError, type Fault } from './errors.js';

/** The whole environment, read once. */
export interface Config {
  /** Until sign-in exists, only addresses of the machine itself. */
  readonly host: string;
  readonly port: number;
  /** File of the SQLite database; its folder is created when missing. */
  readonly database: string;
  readonly logLevel: LogLevel;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** @throws DomainError that tells every mistake at once, each with the name of its variable */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: Fault[] = [];
  const fault = (name: string, detail: string): void => void faults.push({ code: 'invalid-value', pointer: name, detail });

  const host = environment.GERN_HOST ?? '127.0.0.1';
  if (!LOOPBACK.includes(host)) fault('GERN_HOST', `GERN_HOST is "${host}", but there is no sign-in yet: only ${LOOPBACK.join(', ')} are allowed.`);
  const port = Number(environment.GERN_PORT ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fault('GERN_PORT', `GERN_PORT is "${environment.GERN_PORT}"; it takes a whole number from 0 to 65535.`);
  const database = environment.GERN_DATABASE ?? 'var/gern.sqlite';
  if (database.trim() === '') fault('GERN_DATABASE', 'GERN_DATABASE is empty; it takes the path of a file.');
  const logLevel = (environment.GERN_LOG ?? 'warn') as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) fault('GERN_LOG', `GERN_LOG is "${logLevel}"; it takes one of ${LOG_LEVELS.join(', ')}.`);

  if (faults.length > 0) throw new DomainError('wrong-use', `The settings need mending:\n${faults.map(({ detail }) => `  ${detail}`).join('\n')}`, faults);
  return Object.freeze({ host, port, database: isAbsolute(database) || database === ':memory:' ? database : resolve(database), logLevel });
}
