import { Global, Module, type DynamicModule } from '@nestjs/common';

import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { DatabaseModule } from '../database/database.module.js';
import { Database } from '../database/database.js';
import { EmbeddingEntity } from './embedding.entity.js';
import { EmbeddingsService } from './embeddings.service.js';

/** Vectors of texts from an endpoint that the operator may switch on. The room is there when it is off: it then has no vectors. */
@Global()
@Module({})
export class EmbeddingsModule {
  static forRoot({ embeddings }: Config): DynamicModule {
    return {
      module: EmbeddingsModule,
      imports: [DatabaseModule.forRoom([EmbeddingEntity])],
      providers: [{ provide: EmbeddingsService, useFactory: (database: Database, clock: Clock) => new EmbeddingsService(embeddings, database, clock), inject: [Database, Clock] }],
      exports: [EmbeddingsService],
    };
  }
}
