import { Global, Module } from '@nestjs/common';

import { HomeCommunity } from '../accounts/home-community.js';
import { DatabaseModule } from '../database/database.module.js';
import { CommunitiesService } from './communities.service.js';
import { CommunityEntity } from './community.entity.js';

/** Global for the guard, which stands further down and must know the home community. */
@Global()
@Module({
  imports: [DatabaseModule.forRoom([CommunityEntity])],
  providers: [CommunitiesService, { provide: HomeCommunity, useExisting: CommunitiesService }],
  exports: [CommunitiesService, HomeCommunity],
})
export class CommunitiesModule {}
