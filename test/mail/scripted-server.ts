import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What the server says to a command; `hang` says nothing, `cut` closes the connection. */
export type Answer = string | 'hang' | 'cut';

export interface Script {
  readonly greeting?: Answer;
  readonly ehlo?: readonly string[];
  readonly mail?: () => Answer;
  readonly rcpt?: (address: string) => Answer;
  readonly data?: () => Answer;
  /** Cuts the connection as soon as content comes. */
  readonly cutsContent?: () => boolean;
  /** After the final dot. */
  readonly dot?: () => Answer;
  /** Called when the final dot has been read, before it is answered. */
  readonly onDot?: () => void | Promise<void>;
}

/** An SMTP server that does what it is told, right or wrong, and keeps the very bytes that it read. */
export class ScriptedServer {
  /** All that was read after DATA, with the final dot where it came. */
  readonly bodies: Buffer[] = [];
  readonly commands: string[] = [];
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly script: Script,
  ) {}

  static async listen(script: Script, host = '127.0.0.1'): Promise<ScriptedServer> {
    const listener = createServer();
    const server = new ScriptedServer(listener, script);
    listener.on('connection', (socket) => server.serve(socket));
    await new Promise<void>((resolve) => listener.listen(0, host, resolve));
    return server;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Mails that were accepted or might have been: everything with a final dot. */
  get dots(): number {
    return this.bodies.filter((body) => body.subarray(-5).equals(Buffer.from('\r\n.\r\n'))).length;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.connections++;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    const answer = (text: Answer): void => {
      if (text === 'cut') socket.destroy();
      else if (text !== 'hang') socket.write(`${text}\r\n`);
    };
    answer(this.script.greeting ?? '220 scripted ESMTP');
    let body: Buffer | undefined;
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      if (body === undefined) rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf('\r\n'); body === undefined && end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.subarray(0, end).toString();
        rest = rest.subarray(end + 2);
        const said = this.reply(line);
        answer(said);
        if (said.startsWith('354')) {
          body = rest;
          rest = Buffer.alloc(0);
          chunk = Buffer.alloc(0);
          this.bodies.push(body);
        }
      }
      if (body === undefined) return;
      if (this.script.cutsContent?.()) return void socket.destroy();
      body = Buffer.concat([body, chunk]);
      this.bodies[this.bodies.length - 1] = body;
      if (!body.subarray(-5).equals(Buffer.from('\r\n.\r\n'))) return;
      body = undefined;
      void Promise.resolve(this.script.onDot?.()).then(() => answer(this.script.dot?.() ?? '250 2.0.0 taken'));
    });
  }

  private reply(line: string): Answer {
    this.commands.push(line);
    const [verb = ''] = line.split(/[ :]/u);
    if (verb === 'EHLO') return ['scripted', ...(this.script.ehlo ?? [])].map((word, i, all) => `250${i === all.length - 1 ? ' ' : '-'}${word}`).join('\r\n');
    if (verb === 'MAIL') return this.script.mail?.() ?? '250 2.1.0 ok';
    if (verb === 'RCPT') return this.script.rcpt?.(/<([^>]*)>/u.exec(line)![1]!) ?? '250 2.1.5 ok';
    if (verb === 'DATA') return this.script.data?.() ?? '354 go on';
    if (verb === 'QUIT') return '221 bye';
    return '502 what?';
  }
}
