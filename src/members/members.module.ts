import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { ContactCardsController } from './contact-cards.controller.js';
import { ContactCardsService } from './contact-cards.service.js';
import { InvitationsService } from './invitations.service.js';
import { JoinController } from './join.controller.js';
import { JoinEntity } from './join.entity.js';
import { JoinPageController } from './join.pages.controller.js';
import { JoinService } from './join.service.js';
import { ContactCardEntity, MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { StatementChangeEntity, StatementEntity } from './statement.entity.js';
import { PreferencesPageController } from './preferences.pages.controller.js';
import { RenewalsService } from './renewals.service.js';
import { StatementPagesController } from './statement.pages.controller.js';
import { StatementsController } from './statements.controller.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [DatabaseModule.forRoom([MemberEntity, ContactCardEntity, StatementEntity, StatementChangeEntity, JoinEntity]), AccountsModule, CommunitiesModule, KnowledgeModule],
  controllers: [ContactCardsController, JoinController, JoinPageController, MembersController, PreferencesPageController, StatementsController, StatementPagesController],
  providers: [ContactCardsService, InvitationsService, JoinService, MembersService, StatementsService, RenewalsService],
  exports: [ContactCardsService, InvitationsService, MembersService, StatementsService, RenewalsService],
})
export class MembersModule {}
