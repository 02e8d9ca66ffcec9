import { Global, Module, type DynamicModule } from '@nestjs/common';

import { Clock, SystemClock } from './clock.js';
import type { Config } from './config.js';
import { CommunitiesModule } from './communities/communities.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EmbeddingsModule } from './embeddings/embeddings.module.js';
import { IntroductionsModule } from './introductions/introductions.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { MembersModule } from './members/members.module.js';

@Global()
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
class ClockModule {}

/** The whole house on one page. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [ClockModule, DatabaseModule.forRoot(config), EmbeddingsModule.forRoot(config), CommunitiesModule, MembersModule, MatchingModule, IntroductionsModule] };
  }
}
