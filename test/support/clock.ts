import { Clock } from '../../src/clock.js';

/** Stands still until told otherwise. */
export class TestClock extends Clock {
  private time: number;

  /** @param start UTC, ISO 8601 */
  constructor(start = '2026-01-01T00:00:00.000Z') {
    super();
    this.time = Date.parse(start);
  }

  override now(): Date {
    return new Date(this.time);
  }

  set(moment: string): void {
    this.time = Date.parse(moment);
  }

  passSeconds(seconds: number): void {
    this.time += seconds * 1_000;
  }

  passDays(days: number): void {
    this.passSeconds(days * 86_400);
  }
}
