import { Clock } from '../clock.js';

/** The time of the fictional network: a past to begin with, then now, and as much later as anybody likes. */
export class DemoClock extends Clock {
  /** Milliseconds by which this clock is before the real one. */
  private ahead = 0;
  private frozenAt: number | undefined;

  override now(): Date {
    return new Date(this.frozenAt ?? Date.now() + this.ahead);
  }

  /** Stands still at a moment, until told another one or to go on. */
  freezeAt(moment: Date): void {
    this.frozenAt = moment.getTime();
  }

  /** Goes on from the real now. */
  goOn(): void {
    this.frozenAt = undefined;
  }

  passMinutes(minutes: number): void {
    this.ahead += minutes * 60_000;
  }
}
