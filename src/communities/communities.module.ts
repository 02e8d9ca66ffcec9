import { Global, Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { HomeCommunity } from '../accounts/home-community.js';
import { DatabaseModule } from '../database/database.module.js';
import { CommunitiesController } from './communities.controller.js';
import { CommunitiesService } from './communities.service.js';
import { Correspondence } from './correspondence.service.js';
import { CommunityEntity } from './community.entity.js';

/** Global for the guard, which stands further down and must know the home community. */
@Global()
@Module({
  imports: [DatabaseModule.forRoom([CommunityEntity]), AccountsModule],
  controllers: [CommunitiesController],
  providers: [CommunitiesService, Correspondence, { provide: HomeCommunity, useExisting: CommunitiesService }],
  exports: [CommunitiesService, Correspondence, HomeCommunity],
})
export class CommunitiesModule {}
