import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { IntroductionsModule } from '../introductions/introductions.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MeetupsModule } from '../meetups/meetups.module.js';
import { MembersModule } from '../members/members.module.js';
import { CommunityPageController } from './community/community.pages.controller.js';
import { OutboxPageController } from './mail/outbox.pages.controller.js';
import { InvitationPagesController } from './members/invitations.pages.controller.js';
import { OrganizedMembersController } from './members/members.pages.controller.js';
import { TodayPageController } from './today/today.pages.controller.js';
import { TodayService } from './today/today.service.js';

@Module({
  imports: [MailModule, AccountsModule, CommunitiesModule, MembersModule, IntroductionsModule, MeetupsModule],
  controllers: [TodayPageController, OutboxPageController, CommunityPageController, InvitationPagesController, OrganizedMembersController],
  providers: [TodayService],
})
export class OrganizersModule {}
