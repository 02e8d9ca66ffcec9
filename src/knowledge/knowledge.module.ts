import { Module } from '@nestjs/common';

import { Analyzer, AskCoach } from '../engine/engine.js';
import { ENGINE_RESOURCES, loadEngineResources, readCoachWords, type LoadedResources } from './resources.js';

/** What the engine must be given, read once: word lists, vocabulary, weights; and the one analyzer that all share. */
@Module({
  providers: [
    { provide: ENGINE_RESOURCES, useFactory: loadEngineResources },
    { provide: Analyzer, useFactory: (resources: LoadedResources) => new Analyzer(resources), inject: [ENGINE_RESOURCES] },
    { provide: AskCoach, useFactory: (analyzer: Analyzer) => new AskCoach(readCoachWords(), analyzer), inject: [Analyzer] },
  ],
  exports: [ENGINE_RESOURCES, Analyzer, AskCoach],
})
export class KnowledgeModule {}
