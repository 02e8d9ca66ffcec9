import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { MembersModule } from '../members/members.module.js';
import { BoardPageController } from './board/board.pages.controller.js';
import { BoardService } from './board/board.service.js';
import { CoachController } from './coach.controller.js';
import { CoachHintsService } from './coach-hints.service.js';
import { ConnectorQuestionEntity } from './connector-questions/connector-question.entity.js';
import { ConnectorQuestions } from './connector-questions/connector-questions.service.js';
import { ConnectorsController } from './connectors.controller.js';
import { ConnectorsPageController } from './connectors.pages.controller.js';
import { ConnectorsService } from './connectors.service.js';
import { DigestsService } from './digest/digests.service.js';
import { RoundPlanning } from './digest/round-planning.service.js';
import { RoundReview } from './digest/round-review.service.js';
import { DigestEntity, RoundEntity, RoundEntryEntity } from './digest/round.entity.js';
import { RoundsController } from './digest/rounds.controller.js';
import { RoundPagesController } from './digest/rounds.pages.controller.js';
import { RoundsService } from './digest/rounds.service.js';
import { NetworkHealthService } from './health/health.service.js';
import { NetworkPageController } from './health/network.pages.controller.js';
import { IntroductionEntity, OutsideConnectionEntity } from './introduction.entity.js';
import { IntroductionMails } from './introduction-mails.service.js';
import { IntroductionSteps } from './introduction-steps.service.js';
import { IntroductionTime } from './introduction-time.service.js';
import { IntroductionViews } from './introduction-views.service.js';
import { IntroductionsController } from './introductions.controller.js';
import { IntroductionsPageController } from './introductions.pages.controller.js';
import { IntroductionsService } from './introductions.service.js';
import { LikelyConnectors } from './likely-connectors.service.js';
import { NeverNameEntity } from './never/never-name.entity.js';
import { NeverPageController } from './never/never.pages.controller.js';
import { NeverRules } from './never/never-rules.service.js';
import { NeverWishes } from './never/never-wishes.service.js';
import { PairRuleEntity } from './pair-rule.entity.js';
import { ProtectionService } from './protection.service.js';
import { Readers } from './reader.js';
import { OwnDataService } from './settings/own-data.service.js';
import { PrivacyPageController } from './settings/privacy.pages.controller.js';
import { SettingsPageController } from './settings/settings.pages.controller.js';
import { TokensPageController } from './settings/tokens.pages.controller.js';
import { Coaching } from './statements/coaching.service.js';
import { StatementsPageController } from './statements/statements.pages.controller.js';
import { SuggestionAnswers } from './suggestion-answers.service.js';
import { SuggestionPageController } from './suggestion.pages.controller.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsPageController } from './suggestions.pages.controller.js';
import { SuggestionsService } from './suggestions.service.js';
import { UnansweredAsksService } from './unanswered-asks.service.js';
import { VisitsPageController } from './visits/visits.pages.controller.js';
import { VisitsController } from './visits/visits.controller.js';
import { VisitsService } from './visits/visits.service.js';

@Module({
  imports: [
    DatabaseModule.forRoom([IntroductionEntity, OutsideConnectionEntity, PairRuleEntity, NeverNameEntity, RoundEntity, RoundEntryEntity, DigestEntity, ConnectorQuestionEntity]),
    MailModule,
    AccountsModule,
    CommunitiesModule,
    KnowledgeModule,
    MembersModule,
    MatchingModule,
  ],
  controllers: [
    BoardPageController,
    CoachController,
    ConnectorsController,
    ConnectorsPageController,
    IntroductionsController,
    IntroductionsPageController,
    NetworkPageController,
    RoundsController,
    RoundPagesController,
    SuggestionPageController,
    SuggestionsController,
    SuggestionsPageController,
    StatementsPageController,
    NeverPageController,
    PrivacyPageController,
    SettingsPageController,
    TokensPageController,
    VisitsController,
    VisitsPageController,
  ],
  providers: [
    BoardService,
    ConnectorQuestions,
    CoachHintsService,
    Coaching,
    OwnDataService,
    ConnectorsService,
    DigestsService,
    RoundPlanning,
    RoundReview,
    RoundsService,
    SuggestionAnswers,
    VisitsService,
    IntroductionMails,
    IntroductionSteps,
    IntroductionTime,
    IntroductionViews,
    IntroductionsService,
    LikelyConnectors,
    NetworkHealthService,
    NeverRules,
    NeverWishes,
    ProtectionService,
    Readers,
    SuggestionsService,
    UnansweredAsksService,
  ],
  exports: [
    ConnectorQuestions,
    DigestsService,
    RoundPlanning,
    RoundReview,
    RoundsService,
    VisitsService,
    IntroductionTime,
    IntroductionViews,
    IntroductionsService,
    LikelyConnectors,
    OwnDataService,
    ProtectionService,
    Readers,
    SuggestionsService,
    UnansweredAsksService,
  ],
})
export class IntroductionsModule {}
