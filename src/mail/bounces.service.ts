import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { readBounceReport, type BounceReport } from './bounce-report.js';
import { OutboxEntity } from './outbox.entity.js';
import { SuppressionService } from './suppression.service.js';

/** What comes back for mails that left: through a Maildir that the operator's server fills, or the webhook. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Acts on one report. Only a report that quotes the Message-ID of a mail of ours counts, and it counts for the address which that
   * mail went to: nobody silences another by a forged report.
   * @returns what it was taken for
   */
  async receive(message: Buffer): Promise<BounceReport['kind'] | 'ignored'> {
    const report = readBounceReport(message);
    const messageId = report?.messageId;
    if (!report || messageId === undefined) return 'ignored';
    return this.database.write(async (transaction) => {
      const mail = await transaction.findOneBy(OutboxEntity, { messageId });
      if (!mail || mail.recipient === null) return 'ignored';
      if (report.kind === 'soft') await this.suppressions.countSoftBounce(transaction, mail.recipient);
      else await this.suppressions.suppress(transaction, mail.recipient, report.kind === 'hard' ? 'bounced' : 'complained');
      return report.kind;
    });
  }

  /** Takes what lies in `new/` of the Maildir, each once. @returns how many */
  async collect(): Promise<number> {
    const { bounceFolder } = this.config.mail;
    if (bounceFolder === undefined || !existsSync(join(bounceFolder, 'new'))) return 0;
    await mkdir(join(bounceFolder, 'cur'), { recursive: true });
    const names = (await readdir(join(bounceFolder, 'new'))).sort();
    for (const name of names) {
      await this.receive(await readFile(join(bounceFolder, 'new', name)));
      await rename(join(bounceFolder, 'new', name), join(bounceFolder, 'cur', `${name}:2,S`));
    }
    return names.length;
  }
}
