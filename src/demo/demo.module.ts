import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { DemoController } from './demo.controller.js';

@Module({ imports: [AccountsModule], controllers: [DemoController] })
export class DemoModule {}
