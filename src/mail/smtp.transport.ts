import { Readable } from 'node:stream';

import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

import { isAddressFault } from './answer.js';
import { domainOf } from './message.js';
import type { Letter, Outcome, Transport } from './transport.js';

/** RFC 5321, 4.5.3.2.6: the receiver may think for ten minutes after the dot before it is taken for dead. */
const ANSWER_TIMEOUT = 10 * 60_000;
const PACE = 20;
/** After so many mails a shrunken pool tries one connection more. */
const GROW_AFTER = 200;
const CUT = 'The connection was cut on this side.';

export interface SmtpOptions {
  /** smtp:// or smtps:// address of the server, with name and password where it wants them. */
  readonly url: string;
  /** Address of the service; its domain is the name given with EHLO. */
  readonly from: string;
  readonly connections?: number;
  readonly pace?: number;
  /** In milliseconds. */
  readonly answerTimeout?: number;
}

type SmtpError = Error & { readonly code?: string; readonly command?: string; readonly response?: string; readonly responseCode?: number };

/** Hands mails to an SMTP server over a few connections that stay open. */
export class SmtpTransport implements Transport {
  readonly pace: number;
  private readonly most: number;
  private width: number;
  private submitted = 0;
  private readonly settings: SMTPConnectionOptions;
  private readonly login: { user: string; pass: string } | undefined;
  private readonly idle: SMTPConnection[] = [];
  private readonly open = new Set<SMTPConnection>();

  constructor({ url, from, connections = 1, pace = PACE, answerTimeout = ANSWER_TIMEOUT }: SmtpOptions) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const host = hostname.replace(/^\[|\]$/gu, '');
    const secure = protocol === 'smtps:';
    const local = isLoopback(host);
    this.pace = pace;
    this.most = this.width = connections;
    this.login = username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    // On the machine itself nobody listens in, and no certificate names "localhost"; anywhere else nothing leaves in clear.
    this.settings = {
      host,
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: !secure && !local,
      tls: { rejectUnauthorized: !local },
      name: domainOf(from),
      socketTimeout: answerTimeout,
    };
  }

  get lanes(): number {
    return this.width;
  }

  async submit(letter: Letter, onDot: () => Promise<boolean>): Promise<Outcome> {
    const kept = this.idle.pop();
    const outcome = kept && (await this.attempt(kept, letter, onDot));
    // A server may close a connection that lay idle; that says nothing about the next one.
    if (outcome && outcome.kind !== 'unreachable') return outcome;
    try {
      return await this.attempt(await this.connect(), letter, onDot);
    } catch (error) {
      return this.beforeTheDot(error as SmtpError);
    }
  }

  close(): void {
    for (const connection of this.open) connection.close();
    this.idle.length = 0;
  }

  private connect(): Promise<SMTPConnection> {
    return new Promise((resolve, reject) => {
      const connection = new SMTPConnection(this.settings);
      this.open.add(connection);
      connection.on('error', reject);
      connection.on('end', () => {
        this.open.delete(connection);
        const at = this.idle.indexOf(connection);
        if (at >= 0) this.idle.splice(at, 1);
        reject(new Error(CUT));
      });
      const done = (error?: Error | null): void => {
        if (!error) return resolve(connection);
        connection.close();
        reject(error);
      };
      connection.connect((error) => (error || !this.login ? done(error) : connection.login({ ...this.login }, done)));
    });
  }

  private attempt(connection: SMTPConnection, { bytes, from, to }: Letter, onDot: () => Promise<boolean>): Promise<Outcome> {
    let [begun, dotted] = [false, false];
    const mayDot = async (): Promise<void> => {
      if (!(await onDot())) throw new Superseded();
      dotted = true;
    };
    const body = (async function* () {
      begun = true;
      yield bytes;
      // nodemailer writes the final dot when this ends.
      await mayDot();
    })();
    return new Promise((resolve) => {
      // Cut by us, a connection tells nobody; after a fault it tells the cause right after its end.
      const cut = (): NodeJS.Immediate => setImmediate(() => resolve(dotted ? { kind: 'unknown', answer: CUT } : { kind: 'unreachable', answer: CUT }));
      connection.once('end', cut);
      connection.send({ from, to: [to], size: bytes.length }, Readable.from(body, { objectMode: false }), (error, info) => {
        if (!error && info) {
          connection.off('end', cut);
          this.idle.push(connection);
          this.grow();
          return resolve({ kind: 'submitted', answer: info.response });
        }
        // A conversation that went astray is not mended: a fresh one is cheap.
        connection.close();
        if (error instanceof Superseded) return resolve({ kind: 'superseded' });
        resolve(dotted ? afterTheDot(error as SmtpError) : this.beforeTheDot(error as SmtpError, begun));
      });
    });
  }

  /** Nothing has left. @param begun whether the server had asked for the content */
  private beforeTheDot({ message, code, command, response = message, responseCode = 0 }: SmtpError, begun = false): Outcome {
    const answer = response;
    if (responseCode === 421) return this.shrink(answer);
    if (code === 'EMESSAGE' && responseCode === 0) return { kind: 'refused', answer, addressFault: false };
    if (command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA') {
      if (responseCode >= 400 && responseCode < 500) return { kind: 'put-off', answer };
      // The sender is the same in every mail: refused, it is a fault of the settings, and no mail should be burnt for it.
      if (responseCode >= 500 && (command !== 'MAIL FROM' || isAboutSize(answer))) return { kind: 'refused', answer, addressFault: command === 'RCPT TO' && isAddressFault(answer) };
    }
    // It may be this very content at which something on the way gives up: then it must not stand before all the others.
    if (begun && responseCode === 0) return { kind: 'put-off', answer };
    const why = code === 'ETLS' || command === 'STARTTLS' ? 'The SMTP server offers no sound encryption (STARTTLS), so nothing leaves this machine' : 'The SMTP server cannot be used';
    return { kind: 'unreachable', answer: `${why}: ${answer}` };
  }

  /** While other connections stand, it is the number of them that is too much. */
  private shrink(answer: string): Outcome {
    if (this.open.size === 0) return { kind: 'unreachable', answer: `The SMTP server takes no mail for now: ${answer}` };
    this.width = Math.max(1, this.width - 1);
    this.submitted = 0;
    return { kind: 'crowded', answer };
  }

  private grow(): void {
    if (this.width < this.most && ++this.submitted % GROW_AFTER === 0) this.width++;
  }
}

class Superseded extends Error {}

/** An answer is an answer, whatever it says; silence leaves both possible. */
function afterTheDot({ message, response = message, responseCode = 0 }: SmtpError): Outcome {
  if (responseCode >= 500) return { kind: 'refused', answer: response, addressFault: false };
  if (responseCode >= 400) return { kind: 'put-off', answer: response };
  return { kind: 'unknown', answer: message };
}

function isAboutSize(answer: string): boolean {
  return /^552\b|\b5\.(?:2\.3|3\.4)\b/u.test(answer);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}
