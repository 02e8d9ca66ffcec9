import { Module } from '@nestjs/common';

import { DatabaseModule } from '../database/database.module.js';
import { OutboxEntity } from './outbox.entity.js';
import { Outbox } from './outbox.service.js';

@Module({ imports: [DatabaseModule.forRoom([OutboxEntity])], providers: [Outbox], exports: [Outbox] })
export class MailModule {}
