import { Module } from '@nestjs/common';

import { Analyzer } from '../engine/engine.js';
import { ENGINE_RESOURCES, loadEngineResources, type LoadedResources } from './resources.js';

/** What the engine must be given, read once: word lists, vocabulary, weights; and the one analyzer that all share. */
@Module({
  providers: [
    { provide: ENGINE_RESOURCES, useFactory: loadEngineResources },
    { provide: Analyzer, useFactory: (resources: LoadedResources) => new Analyzer(resources), inject: [ENGINE_RESOURCES] },
  ],
  exports: [ENGINE_RESOURCES, Analyzer],
})
export class KnowledgeModule {}
