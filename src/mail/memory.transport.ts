import type { Letter, Outcome, Transport } from './transport.js';

const MOST_KEPT = 1_000;

/** Keeps mails in the process, for demo and tests. The same Message-ID is kept once. */
export class MemoryTransport implements Transport {
  readonly lanes = 1;
  readonly pace = Infinity;
  private readonly kept = new Map<string, Letter>();

  /** In the order in which they came. */
  get letters(): readonly Letter[] {
    return [...this.kept.values()];
  }

  async submit(letter: Letter): Promise<Outcome> {
    this.kept.set(letter.messageId, letter);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return { kind: 'submitted', answer: 'kept in memory' };
  }

  close(): void {}
}
