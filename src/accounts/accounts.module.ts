import { Module } from '@nestjs/common';

import { DatabaseModule } from '../database/database.module.js';
import { MailModule } from '../mail/mail.module.js';
import { AccountEntity, MailLinkEntity, MembershipEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';

@Module({
  imports: [DatabaseModule.forRoom([AccountEntity, MembershipEntity, MailLinkEntity]), MailModule],
  providers: [AccountsService],
  exports: [AccountsService, MailModule],
})
export class AccountsModule {}
