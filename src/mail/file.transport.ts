import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

import type { Letter, Outcome, Transport } from './transport.js';

/**
 * Makes each mail a file of a Maildir. The name follows from the Message-ID, so a mail that is repeated after a crash overwrites itself:
 * here a hand-over may be repeated without harm, and no dot is noted.
 */
export class FileTransport implements Transport {
  readonly lanes = 1;
  readonly pace = Infinity;

  constructor(private readonly folder: string) {}

  async submit({ messageId, bytes }: Letter): Promise<Outcome> {
    const name = `${createHash('sha256').update(messageId).digest('hex').slice(0, 32)}.gern`;
    const draft = join(this.folder, 'tmp', name);
    try {
      for (const part of ['tmp', 'new', 'cur']) await mkdir(join(this.folder, part), { recursive: true });
      const file = await open(draft, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, join(this.folder, 'new', name));
      return { kind: 'submitted', answer: `new/${name}` };
    } catch (error) {
      return { kind: 'unreachable', answer: `The folder ${this.folder} cannot be written: ${(error as Error).message}` };
    }
  }

  close(): void {}
}
