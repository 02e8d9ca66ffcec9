import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { CommunitiesService } from './communities.service.js';
import { Correspondence } from './correspondence.service.js';
import { CommunityEntity } from './community.entity.js';

@Module({
  imports: [DatabaseModule.forRoom([CommunityEntity]), AccountsModule],
  providers: [CommunitiesService, Correspondence],
  exports: [CommunitiesService, Correspondence],
})
export class CommunitiesModule {}
