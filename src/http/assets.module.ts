import { Module } from '@nestjs/common';

import { AssetsController } from './assets.controller.js';
import { DesignController } from './design.controller.js';

@Module({ controllers: [AssetsController, DesignController] })
export class AssetsModule {}
