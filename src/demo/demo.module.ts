import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/accounts.module.js';
import { MembersModule } from '../members/members.module.js';
import { DemoController } from './demo.controller.js';
import { Eyes } from './eyes.service.js';

@Module({ imports: [AccountsModule, MembersModule], controllers: [DemoController], providers: [Eyes] })
export class DemoModule {}
