import { Module } from '@nestjs/common';

import { Analyzer, AskCoach } from '../engine/engine.js';
import { ENGINE_RESOURCES, loadEngineResources, type EngineResources } from './resources.js';
import { readCoachWords } from './sources.js';

/** What the engine must be given, read once: word lists, vocabulary, weights; and the one analyzer that all share. */
@Module({
  providers: [
    { provide: ENGINE_RESOURCES, useFactory: loadEngineResources },
    { provide: Analyzer, useFactory: ({ knowledge }: EngineResources) => new Analyzer(knowledge), inject: [ENGINE_RESOURCES] },
    { provide: AskCoach, useFactory: (analyzer: Analyzer) => new AskCoach(readCoachWords(), analyzer), inject: [Analyzer] },
  ],
  exports: [ENGINE_RESOURCES, Analyzer, AskCoach],
})
export class KnowledgeModule {}
