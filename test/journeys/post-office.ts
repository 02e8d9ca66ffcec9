import { SMTPServer } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';

/** A letter as a receiving server got it, byte for byte, and as a reader's program shows it. */
export interface Received {
  readonly to: string;
  readonly bytes: Buffer;
  readonly mail: ParsedMail;
}

/** A real SMTP server on loopback that takes every letter and keeps its raw bytes. */
export class PostOffice {
  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
    readonly received: readonly Received[],
  ) {}

  static async open(): Promise<PostOffice> {
    const received: Received[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onData(stream, { envelope }, answer) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const bytes = Buffer.concat(chunks);
          simpleParser(bytes)
            .then((mail) => received.push({ to: envelope.rcptTo[0]!.address, bytes, mail }))
            .then(() => answer())
            .catch((error: Error) => answer(error));
        });
      },
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return new PostOffice(server, (server.server.address() as { port: number }).port, received);
  }

  to(address: string): Received[] {
    return this.received.filter(({ to }) => to === address);
  }

  /** @throws when nothing has come */
  last(address: string): Received {
    const letter = this.to(address).at(-1);
    if (!letter) throw new Error(`No letter has come to ${address}.`);
    return letter;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Every address in a text part, as path and query on this install. */
export function linksIn({ mail }: Received): string[] {
  return [...(mail.text ?? '').matchAll(/http:\/\/localhost:3000(\/[^\s>)]*)/gu)].map(([, path]) => path!);
}
