import { Module, type DynamicModule } from '@nestjs/common';

import type { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { DatabaseModule } from '../database/database.module.js';
import { GroundModule } from '../ground.module.js';
import { BouncesService } from './bounces.service.js';
import { Claims } from './claims.service.js';
import { FileTransport } from './file.transport.js';
import { MailStateEntity } from './mail-state.entity.js';
import { MailStateService } from './mail-state.service.js';
import { MemoryTransport } from './memory.transport.js';
import { MailOperator } from './operator.service.js';
import { OutboxEntity } from './outbox.entity.js';
import { Outbox } from './outbox.service.js';
import { SmtpTransport } from './smtp.transport.js';
import { SuppressionEntity, UnsubscriptionEntity } from './suppression.entity.js';
import { SuppressionService } from './suppression.service.js';
import { TRANSPORT, type Transport } from './transport.js';
import { MailWorker } from './worker.js';

/** Mails of the demo never leave, whatever else is set. */
function transportFor({ mail, demo }: Config): Transport {
  if (demo || mail.transport === 'memory') return new MemoryTransport();
  if (mail.transport === 'smtp') return new SmtpTransport({ url: mail.smtp!, from: mail.from, connections: mail.connections });
  return new FileTransport(mail.folder!);
}

/** All of mail but its routes. */
@Module({
  imports: [DatabaseModule.forRoom([OutboxEntity, MailStateEntity, SuppressionEntity, UnsubscriptionEntity])],
  providers: [Outbox, Claims, MailStateService, SuppressionService, BouncesService, MailOperator, MailWorker, { provide: TRANSPORT, inject: [CONFIG], useFactory: transportFor }],
  exports: [Outbox, MailStateService, SuppressionService, BouncesService, MailOperator, TRANSPORT],
})
export class CarriageModule {
  /** Alone on its database, for the command line: nothing else of the house is loaded. */
  static alone(config: Config, clock: Clock): DynamicModule {
    return { module: class CarriageAlone {}, imports: [GroundModule.with(config, clock), DatabaseModule.forRoot(config), CarriageModule] };
  }
}
