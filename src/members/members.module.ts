import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { JoinController } from './join.controller.js';
import { JoinEntity } from './join.entity.js';
import { JoinPageController } from './join.pages.controller.js';
import { JoinService } from './join.service.js';
import { ContactCardEntity, MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { StatementChangeEntity, StatementEntity } from './statement.entity.js';
import { StatementsController } from './statements.controller.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [DatabaseModule.forRoom([MemberEntity, ContactCardEntity, StatementEntity, StatementChangeEntity, JoinEntity]), AccountsModule, CommunitiesModule, KnowledgeModule],
  controllers: [MembersController, StatementsController, JoinController, JoinPageController],
  providers: [MembersService, StatementsService, JoinService],
  exports: [MembersService, StatementsService],
})
export class MembersModule {}
