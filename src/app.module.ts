import { Module, type DynamicModule, type Type } from '@nestjs/common';

import { AccountsModule } from './accounts/accounts.module.js';
import { SystemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import { CommunitiesModule } from './communities/communities.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EmbeddingsModule } from './embeddings/embeddings.module.js';
import { AssetsModule } from './http/assets.module.js';
import { GroundModule } from './ground.module.js';
import { IntroductionsModule } from './introductions/introductions.module.js';
import { MailModule } from './mail/mail.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { MeetupsModule } from './meetups/meetups.module.js';
import { MembersModule } from './members/members.module.js';
import { OrganizersModule } from './organizers/organizers.module.js';

/** The whole house on one page. */
@Module({})
export class AppModule {
  /** @param further rooms of a special house */
  static with(config: Config, clock: Clock = new SystemClock(), further: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        GroundModule.with(config, clock),
        DatabaseModule.forRoot(config),
        EmbeddingsModule.forRoot(config),
        AssetsModule,
        MailModule,
        AccountsModule,
        CommunitiesModule,
        MembersModule,
        MatchingModule,
        IntroductionsModule,
        MeetupsModule,
        OrganizersModule,
        ...further,
      ],
    };
  }
}
