import { Global, Module, type DynamicModule } from '@nestjs/common';

import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';

/** What every room may ask for: the settings and the time. */
@Global()
@Module({})
export class GroundModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: GroundModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: CONFIG, useValue: config },
      ],
      exports: [Clock, CONFIG],
    };
  }
}
