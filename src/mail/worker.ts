import { setTimeout as pause } from 'node:timers/promises';

import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

import { BouncesService } from './bounces.service.js';
import { Claims, LEASE, type Claim } from './claims.service.js';
import { MailStateService } from './mail-state.service.js';
import { domainOf } from './message.js';
import { Pace } from './pace.js';
import { TRANSPORT, type Transport } from './transport.js';

/** A batch is small, for it must be through within a lease or two. */
const BATCH = 20;
const POLL = 1_000;
const BEAT = 60_000;
const FIRST_REST = 5_000;
const LONGEST_REST = 5 * 60_000;
/** How long a stop waits for answers to dots before it cuts the connections, in milliseconds. */
const DRAIN = 20_000;

/** Carries what is due, again and again. Several may run on one database. */
@Injectable()
export class MailWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  private readonly pace: Pace;
  private readonly halt = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private nextBeat = 0;

  constructor(
    private readonly claims: Claims,
    private readonly state: MailStateService,
    private readonly bounces: BouncesService,
    @Inject(TRANSPORT) private readonly transport: Transport,
  ) {
    this.pace = new Pace(transport.pace);
  }

  /** Begins to carry, until the application shuts down. */
  start(): void {
    this.running = this.loop();
  }

  /** Carries all that is due now, or as much as the server takes. @returns whether the server could be reached */
  async runOnce(): Promise<boolean> {
    while (!this.stopping) {
      const claimed = await this.claims.claim(BATCH);
      if (claimed.length === 0) return true;
      if (!(await this.carry(claimed))) return false;
    }
    return true;
  }

  /** Before, not on, the shutdown: the database closes on it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.halt.abort();
    const cut = setTimeout(() => this.transport.close(), DRAIN);
    await this.running;
    clearTimeout(cut);
    this.transport.close();
  }

  private get stopping(): boolean {
    return this.halt.signal.aborted;
  }

  private async loop(): Promise<void> {
    let rest = FIRST_REST;
    await this.guarded(() => this.state.pauseAfterAbsence());
    while (!this.stopping) {
      const reached = await this.guarded(async () => {
        await this.beat();
        return this.runOnce();
      });
      await this.sleep(reached ? POLL : rest);
      rest = reached ? FIRST_REST : Math.min(2 * rest, LONGEST_REST);
    }
  }

  /** A full disk or a busy database must not end the worker. */
  private async guarded(work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.stack : error);
      return false;
    }
  }

  private async beat(): Promise<void> {
    if (performance.now() < this.nextBeat) return;
    await this.state.beat();
    await this.claims.tidy();
    await this.bounces.collect();
    this.nextBeat = performance.now() + BEAT;
  }

  /** @returns whether the server could be reached */
  private async carry(claimed: readonly Claim[]): Promise<boolean> {
    const waiting = [...claimed];
    const underWay = new Set(claimed);
    const renewal = setInterval(() => void this.guarded(async () => (await this.claims.renew([...underWay]), true)), LEASE / 3);
    let obstacle: string | undefined;
    const lane = async (number: number): Promise<void> => {
      while (waiting.length > 0 && obstacle === undefined && !this.stopping && number < this.transport.lanes) {
        const claim = await this.nextOf(waiting);
        if (!claim) continue;
        const outcome = await this.transport.submit(claim, () => this.mayDot(claim));
        if (outcome.kind === 'crowded') waiting.push(claim);
        else await this.guarded(async () => (await this.claims.note(claim, outcome), true));
        if (outcome.kind !== 'crowded') underWay.delete(claim);
        if (outcome.kind === 'unreachable') obstacle = outcome.answer;
      }
    };
    try {
      await Promise.all(Array.from({ length: this.transport.lanes }, (_, number) => lane(number)));
    } finally {
      clearInterval(renewal);
      if (waiting.length > 0) await this.claims.release(waiting);
    }
    if (obstacle === undefined) await this.state.clearAlarm();
    else if (!this.stopping) await this.state.raiseAlarm(obstacle);
    return obstacle === undefined;
  }

  /** The first mail whose domain is free; when none is, it waits for the earliest and finds none. */
  private async nextOf(waiting: Claim[]): Promise<Claim | undefined> {
    const now = performance.now();
    const waits = waiting.map(({ to }) => this.pace.wait(domainOf(to), now));
    const at = waits.indexOf(0);
    if (at < 0) {
      await this.sleep(Math.min(...waits));
      return undefined;
    }
    const [claim] = waiting.splice(at, 1);
    this.pace.take(domainOf(claim!.to), now);
    return claim;
  }

  /** Whatever keeps the note from being stored keeps the dot from going out. */
  private async mayDot(claim: Claim): Promise<boolean> {
    return this.guarded(() => this.claims.noteDot(claim));
  }

  private async sleep(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.halt.signal }).catch(() => undefined);
  }
}
