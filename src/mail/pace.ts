/** Spaces mails to one recipient domain evenly. Times are milliseconds of any steady clock. */
export class Pace {
  private readonly next = new Map<string, number>();
  private readonly gap: number;

  /** @param perSecond mails a second to one domain */
  constructor(perSecond: number) {
    this.gap = 1_000 / perSecond;
  }

  /** How long a domain must wait; 0 when it is free. */
  wait(domain: string, now: number): number {
    return Math.max(0, (this.next.get(domain) ?? 0) - now);
  }

  take(domain: string, now: number): void {
    this.next.set(domain, now + this.gap);
    if (this.next.size > MOST_DOMAINS) for (const [known, free] of this.next) if (free <= now) this.next.delete(known);
  }
}

const MOST_DOMAINS = 1_000;
