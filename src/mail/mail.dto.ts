import type { OutboxState } from './mail.js';

export class UncertainMailDto {
  id: string;

  /** What the log of the SMTP server knows it by. */
  messageId: string;

  /** Name of the template. */
  kind: string;

  since: string;
}

export class OutboxStatusDto {
  /** How many mails are in which state. *Submitted* means that the SMTP server took them. */
  counts: Record<OutboxState, number>;

  /** Since when the mail waits that has been due for longest. */
  oldestPending: string | null;

  /** Mails whose hand-over was cut after the final dot: they may have left. */
  uncertain: UncertainMailDto[];

  /** When a worker was last alive. */
  heartbeat: string | null;

  /** Carrying waits for `gern mail resume` since. */
  pausedSince: string | null;

  /** Why nothing can leave at the moment. */
  alarm: string | null;

  alarmSince: string | null;
}

export class ReportVerdictDto {
  /** What the report was taken for. */
  taken: 'hard' | 'soft' | 'complaint' | 'ignored';
}
