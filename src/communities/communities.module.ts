import { Module } from '@nestjs/common';

import { DatabaseModule } from '../database/database.module.js';
import { CommunitiesService } from './communities.service.js';
import { CommunityEntity } from './community.entity.js';

@Module({
  imports: [DatabaseModule.forRoom([CommunityEntity])],
  providers: [CommunitiesService],
  exports: [CommunitiesService],
})
export class CommunitiesModule {}
