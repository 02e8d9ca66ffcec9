import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import type { Config } from '../config.js';
import { Database, WRITER } from './database.js';
import { dataSourceOptions } from './data-source.js';

type Entities = Parameters<typeof TypeOrmModule.forFeature>[0];

/** The database with its reading and its writing connection; migrations run at start, on the writing one. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(config: Config): DynamicModule {
    const options = dataSourceOptions(config.database);
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...options, name: WRITER, autoLoadEntities: true, migrationsRun: true, retryAttempts: 0 }),
        // WAL stays with the file; two connections that switch it on at the same moment would lock each other out.
        TypeOrmModule.forRoot({ ...options, enableWAL: false, autoLoadEntities: true, retryAttempts: 0 }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }

  /** Makes a room's entities known to both connections. */
  static forRoom(entities: Entities): DynamicModule {
    return { module: class RoomEntities {}, imports: [TypeOrmModule.forFeature(entities), TypeOrmModule.forFeature(entities, WRITER)] };
  }
}
