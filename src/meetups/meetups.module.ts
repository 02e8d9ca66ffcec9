import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { IntroductionsModule } from '../introductions/introductions.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MembersModule } from '../members/members.module.js';
import { GuestEntity, GuestPreviewEntity, GuestRuleEntity } from './guests/guest.entity.js';
import { GuestImports } from './guests/guest-imports.service.js';
import { GuestRules } from './guests/guest-rules.service.js';
import { GuestPagesController } from './guests/guests.pages.controller.js';
import { GuestsController } from './guests/guests.controller.js';
import { GuestsService } from './guests/guests.service.js';
import { Afterwards } from './lists/afterwards.service.js';
import { GuestListPageController } from './lists/guest-list.pages.controller.js';
import { IntroLists } from './lists/intro-lists.service.js';
import { ListsController } from './lists/lists.controller.js';
import { OwnCalendar } from './lists/own-calendar.service.js';
import { OwnEvenings } from './lists/own-evenings.service.js';
import { OwnListPageController } from './lists/own-list.pages.controller.js';
import { StrangerPost } from './lists/stranger-post.service.js';
import { MeetupEntity } from './meetup.entity.js';
import { MeetupPagesController } from './meetups.pages.controller.js';
import { MeetupsController } from './meetups.controller.js';
import { MeetupsService } from './meetups.service.js';
import { Organizers } from './organizers.service.js';
import { PairsPageController } from './pairs/pairs.pages.controller.js';
import { EveningService } from './plans/evening.service.js';
import { MeetupPlanning } from './plans/meetup-planning.service.js';
import { MeetupRooms } from './plans/meetup-rooms.service.js';
import { MeetupPageController } from './plans/meetup.pages.controller.js';
import { PapersController } from './plans/papers.controller.js';
import { MeetingEntity, MeetupIntroductionEntity, MeetupPlanEntity } from './plans/plan.entity.js';
import { PlanPagesController } from './plans/plan.pages.controller.js';
import { PlansController } from './plans/plans.controller.js';
import { PlansService } from './plans/plans.service.js';
import { MeetupSettingsPageController } from './settings/meetup-settings.pages.controller.js';
import { VisitorNews } from './visitors/visitor-news.service.js';

@Module({
  imports: [
    DatabaseModule.forRoom([MeetupEntity, GuestEntity, GuestPreviewEntity, GuestRuleEntity, MeetupPlanEntity, MeetupIntroductionEntity, MeetingEntity]),
    MailModule,
    AccountsModule,
    CommunitiesModule,
    KnowledgeModule,
    MembersModule,
    IntroductionsModule,
  ],
  controllers: [
    MeetupsController,
    GuestsController,
    PlansController,
    PapersController,
    ListsController,
    MeetupPagesController,
    OwnListPageController,
    GuestPagesController,
    MeetupPageController,
    PlanPagesController,
    PairsPageController,
    MeetupSettingsPageController,
    GuestListPageController,
  ],
  providers: [
    MeetupsService,
    Organizers,
    GuestsService,
    GuestImports,
    GuestRules,
    MeetupRooms,
    MeetupPlanning,
    PlansService,
    EveningService,
    IntroLists,
    StrangerPost,
    Afterwards,
    OwnCalendar,
    OwnEvenings,
    VisitorNews,
  ],
  exports: [MeetupsService, GuestsService, GuestImports, VisitorNews],
})
export class MeetupsModule {}
