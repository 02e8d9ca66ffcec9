import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { DatabaseModule } from '../database/database.module.js';
import { MailModule } from '../mail/mail.module.js';
import { AccessGuard } from './access.guard.js';
import { AccountEntity, MailLinkEntity, MembershipEntity } from './account.entity.js';
import { AccountPageController } from './account.pages.controller.js';
import { AccountsService } from './accounts.service.js';
import { SpendingEntity } from './budget.entity.js';
import { Budget } from './budget.service.js';
import { LanguagePageController } from './language.pages.controller.js';
import { WelcomeLinkEntity } from './first-organizer.entity.js';
import { FirstOrganizer } from './first-organizer.service.js';
import { Identity } from './identity.service.js';
import { RecoveryCodeEntity, SecondFactorEntity } from './second-factor.entity.js';
import { SecondFactorPageController } from './second-factor.pages.controller.js';
import { SecondFactorService } from './second-factor.service.js';
import { SecretBox } from './secret-box.js';
import { SessionEntity } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInEntity } from './sign-in.entity.js';
import { SignInPageController } from './sign-in.pages.controller.js';
import { SignInService } from './sign-in.service.js';
import { ApiTokenEntity } from './token.entity.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

const ENTITIES = [AccountEntity, MembershipEntity, MailLinkEntity, SignInEntity, SessionEntity, ApiTokenEntity, SecondFactorEntity, RecoveryCodeEntity, SpendingEntity, WelcomeLinkEntity];

@Module({
  imports: [DatabaseModule.forRoom(ENTITIES), MailModule],
  controllers: [SignInPageController, AccountPageController, SecondFactorPageController, SessionsController, TokensController, LanguagePageController],
  providers: [AccountsService, SessionsService, SignInService, TokensService, SecondFactorService, SecretBox, Budget, FirstOrganizer, Identity, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AccountsService, SessionsService, SecondFactorService, SignInService, TokensService, Budget, FirstOrganizer, MailModule],
})
export class AccountsModule {}
