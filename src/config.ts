import { isAbsolute, resolve } from 'node:path';

import { DomainError, type Fault } from './errors.js';

/** The whole environment, read once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** File of the SQLite database; its folder is created when missing. */
  readonly database: string;
  readonly logLevel: LogLevel;
  /** Where people reach this install: the only address that links in mails carry. No slash at its end. */
  readonly url: string;
  readonly mail: MailSettings;
  /** A fictional network: anybody may look through anybody's eyes, and mails end in the mailbox page. */
  readonly demo: boolean;
  /** There only when the operator has switched it on. */
  readonly embeddings?: EmbeddingsSettings;
}

/** How mails leave. `memory` keeps them in the process, for the demo. */
export interface MailSettings {
  readonly transport: 'smtp' | 'file' | 'memory';
  /** smtp:// or smtps:// address of the operator's own server, with name and password where it wants them; for `smtp` only. */
  readonly smtp?: string;
  /** Folder in which each mail becomes a file; for `file` only. */
  readonly folder?: string;
  /** Address of the service: every mail comes from it. */
  readonly from: string;
  readonly dkim?: DkimSettings;
  /** How many connections to the server at once; each can leave one mail uncertain when the process is killed. 1 when left out. */
  readonly connections?: number;
  /** Maildir whose `new/` takes the delivery reports that come back. */
  readonly bounceFolder?: string;
  /** What a caller of the bounce webhook must know; without it the webhook is closed. */
  readonly bounceSecret?: string;
}

export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** File of the private key in PEM. */
  readonly keyFile: string;
}

/** An OpenAI-compatible endpoint that turns texts into vectors. */
export interface EmbeddingsSettings {
  /** Base address without a slash at its end; `/embeddings` is added. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** Time limit of one request of up to 64 texts, in milliseconds. */
  readonly timeout: number;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];
const LONGEST_TIMEOUT = 60_000;
const MOST_CONNECTIONS = 20;
const SHORTEST_SECRET = 16;

/** Token under which the house gives its settings. */
export const CONFIG = Symbol('CONFIG');

type Tell = (name: string, detail: string) => void;

/** @throws DomainError that tells every mistake at once, each with the name of its variable */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: Fault[] = [];
  const fault: Tell = (name, detail) => void faults.push({ code: 'invalid-value', pointer: name, detail });

  const host = environment.GERN_HOST ?? '127.0.0.1';
  if (!/^[\w.:-]+$/u.test(host)) fault('GERN_HOST', `GERN_HOST is "${host}"; it takes the name or address to listen on.`);
  const port = Number(environment.GERN_PORT ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fault('GERN_PORT', `GERN_PORT is "${environment.GERN_PORT}"; it takes a whole number from 0 to 65535.`);
  const database = environment.GERN_DATABASE ?? 'var/gern.sqlite';
  if (database.trim() === '') fault('GERN_DATABASE', 'GERN_DATABASE is empty; it takes the path of a file.');
  const logLevel = (environment.GERN_LOG ?? 'warn') as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) fault('GERN_LOG', `GERN_LOG is "${logLevel}"; it takes one of ${LOG_LEVELS.join(', ')}.`);
  const url = environment.GERN_URL ?? `http://localhost:${port}`;
  if (!isPlainHttp(url)) fault('GERN_URL', 'GERN_URL takes the http or https address under which people reach this install, without name, password, "?" or "#".');
  const mail = readMail(environment, fault);
  const embeddings = readEmbeddings(environment, fault);

  if (faults.length > 0) throw new DomainError('wrong-use', `The settings need mending:\n${faults.map(({ detail }) => `  ${detail}`).join('\n')}`, faults);
  return Object.freeze({
    host,
    port,
    database: isAbsolute(database) || database === ':memory:' ? database : resolve(database),
    logLevel,
    url: url.replace(/\/+$/u, ''),
    mail,
    demo: environment.GERN_DEMO === 'yes',
    ...(embeddings && { embeddings }),
  });
}

/** Without a setting mails become files beside the database: nothing is lost, nothing leaves. */
function readMail(environment: Readonly<Record<string, string | undefined>>, fault: Tell): MailSettings {
  const { GERN_SMTP: smtp = '', GERN_MAIL_FOLDER: folder = '', GERN_MAIL_FROM: from = 'gern@localhost' } = environment;
  const { GERN_DKIM_DOMAIN: domain = '', GERN_DKIM_SELECTOR: selector = '', GERN_DKIM_KEY: keyFile = '' } = environment;
  if (smtp !== '' && !/^smtps?:\/\/[^/?#]+$/u.test(smtp)) fault('GERN_SMTP', 'GERN_SMTP takes an address such as smtp://name:password@mail.example.org:587 or smtps://… (TLS from the start).');
  if (smtp !== '' && folder !== '') fault('GERN_MAIL_FOLDER', 'GERN_SMTP and GERN_MAIL_FOLDER are both set: mails either leave or become files.');
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/u.test(from)) fault('GERN_MAIL_FROM', `GERN_MAIL_FROM is "${from}"; it takes one plain address.`);
  if (smtp !== '' && environment.GERN_MAIL_FROM === undefined) fault('GERN_MAIL_FROM', 'GERN_SMTP is set, but GERN_MAIL_FROM is not: say which address the mails come from.');
  const given = [domain, selector, keyFile].filter((part) => part !== '').length;
  if (given !== 0 && given !== 3) fault('GERN_DKIM_DOMAIN', 'GERN_DKIM_DOMAIN, GERN_DKIM_SELECTOR and GERN_DKIM_KEY belong together: set all three, or none.');
  const { GERN_SMTP_CONNECTIONS: wanted = '1', GERN_BOUNCE_FOLDER: bounceFolder = '', GERN_BOUNCE_SECRET: bounceSecret = '' } = environment;
  const connections = Number(wanted);
  if (!Number.isInteger(connections) || connections < 1 || connections > MOST_CONNECTIONS)
    fault('GERN_SMTP_CONNECTIONS', `GERN_SMTP_CONNECTIONS is "${wanted}"; it takes a whole number from 1 to ${MOST_CONNECTIONS}.`);
  if (bounceSecret !== '' && bounceSecret.length < SHORTEST_SECRET) fault('GERN_BOUNCE_SECRET', `GERN_BOUNCE_SECRET is too short to keep strangers out: take at least ${SHORTEST_SECRET} characters.`);
  const bounces = { ...(bounceFolder !== '' && { bounceFolder }), ...(bounceSecret !== '' && { bounceSecret }) };
  return {
    ...(smtp !== '' ? { transport: 'smtp', smtp, connections } : { transport: 'file', folder: folder === '' ? 'var/mail' : folder }),
    from,
    ...(given === 3 && { dkim: { domain, selector, keyFile } }),
    ...bounces,
  };
}

/** Undefined when no address is set; faults are told, not thrown. */
function readEmbeddings(environment: Readonly<Record<string, string | undefined>>, fault: Tell): EmbeddingsSettings | undefined {
  const { GERN_EMBEDDINGS_URL: url = '', GERN_EMBEDDINGS_MODEL: model = '', GERN_EMBEDDINGS_KEY: key = '', GERN_EMBEDDINGS_TIMEOUT: limit = '2000' } = environment;
  if (url === '' && model === '') return undefined;
  if (url === '') fault('GERN_EMBEDDINGS_URL', 'GERN_EMBEDDINGS_MODEL is set, but GERN_EMBEDDINGS_URL is not: both are needed, or neither.');
  else if (!isPlainHttp(url)) fault('GERN_EMBEDDINGS_URL', 'GERN_EMBEDDINGS_URL takes an http or https address without name, password, "?" or "#", such as http://127.0.0.1:11434/v1.');
  if (model === '') fault('GERN_EMBEDDINGS_MODEL', 'GERN_EMBEDDINGS_URL is set, but GERN_EMBEDDINGS_MODEL is not: name the model that is to be asked.');
  if (/[^\x21-\x7e]/u.test(key)) fault('GERN_EMBEDDINGS_KEY', 'GERN_EMBEDDINGS_KEY holds a space or a character that no key has.');
  const timeout = Number(limit);
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > LONGEST_TIMEOUT) {
    fault('GERN_EMBEDDINGS_TIMEOUT', `GERN_EMBEDDINGS_TIMEOUT is "${limit}"; it takes a whole number of milliseconds from 1 to ${LONGEST_TIMEOUT}.`);
  }
  return { url: url.replace(/\/+$/u, ''), model, timeout, ...(key !== '' && { key }) };
}

function isPlainHttp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/u.test(protocol) && username === '' && password === '' && !/[?#]/u.test(text);
}
