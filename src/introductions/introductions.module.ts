import { Module } from '@nestjs/common';

import { CommunitiesModule } from '../communities/communities.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { MembersModule } from '../members/members.module.js';
import { CoachController } from './coach.controller.js';
import { CoachHintsService } from './coach-hints.service.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsPageController } from './suggestions.pages.controller.js';
import { SuggestionsService } from './suggestions.service.js';

@Module({
  imports: [CommunitiesModule, KnowledgeModule, MembersModule, MatchingModule],
  controllers: [CoachController, SuggestionsController, SuggestionsPageController],
  providers: [SuggestionsService, CoachHintsService],
  exports: [SuggestionsService],
})
export class IntroductionsModule {}
