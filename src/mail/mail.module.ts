import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';

import { CarriageModule } from './carriage.module.js';
import { MailController } from './mail.controller.js';
import { MailboxPageController } from './mailbox.pages.controller.js';
import { UnsubscribePageController } from './unsubscribe.pages.controller.js';

@Module({ imports: [CarriageModule], controllers: [MailController, UnsubscribePageController, MailboxPageController], exports: [CarriageModule] })
export class MailModule implements NestModule {
  /** A press of a mail program may come as multipart/form-data (RFC 8058); what it holds does not matter, so it is taken as text. */
  configure(consumer: MiddlewareConsumer): void {
    const asText = (request: { headers: Record<string, string | undefined> }, _: unknown, next: () => void): void => {
      if (request.headers['content-type']?.startsWith('multipart/')) request.headers['content-type'] = 'text/plain';
      next();
    };
    consumer.apply(asText).forRoutes({ path: 'mail/unsubscribe/:token', method: RequestMethod.POST });
  }
}
