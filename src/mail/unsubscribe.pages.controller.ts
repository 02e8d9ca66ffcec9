import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post } from '@nestjs/common';

import { renderPage } from '../html/layout.js';
import { preferredLanguage } from '../html/messages.js';
import { OpenRoute } from '../http/open-route.js';
import { UnsubscribePage, type UnsubscribePageProps } from './unsubscribe.pages.js';
import type { Subscription } from './suppression.js';
import { SuppressionService } from './suppression.service.js';

/** What a form or a mail program posts; read as leniently as it is written. */
type Press = Readonly<Record<string, unknown>> | string | null | undefined;

const HTML = 'text/html; charset=utf-8';

/** One-click unsubscribing (RFC 8058): no cookie, no sign-in, no redirect. The link alone proves whose mail it came with. */
@Controller('mail/unsubscribe/:token')
@OpenRoute('mail.unsubscribe')
export class UnsubscribePageController {
  constructor(private readonly suppressions: SuppressionService) {}

  @Get()
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  async show(@Param('token') token: string, @Headers('accept-language') accept?: string): Promise<string> {
    const subscription = await this.suppressions.subscriptionOf(token);
    return page(token, subscription, accept, (await this.suppressions.isSubscribed(subscription)) ? 'ask' : 'stopped');
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', HTML)
  async stop(@Param('token') token: string, @Body() press: Press, @Headers('accept-language') accept?: string): Promise<string> {
    const subscription = await this.suppressions.subscriptionOf(token);
    await this.suppressions.unsubscribe(subscription, isForAll(press));
    return page(token, subscription, accept, isForAll(press) ? 'stopped-all' : 'stopped');
  }

  @Post('undo')
  @HttpCode(200)
  @Header('content-type', HTML)
  async undo(@Param('token') token: string, @Body() press: Press, @Headers('accept-language') accept?: string): Promise<string> {
    const subscription = await this.suppressions.subscriptionOf(token);
    await this.suppressions.resubscribe(subscription, isForAll(press));
    return page(token, subscription, accept, 'resumed');
  }
}

function isForAll(press: Press): boolean {
  return typeof press === 'object' && press?.scope === 'all';
}

function page(token: string, { category }: Subscription, accept: string | undefined, step: UnsubscribePageProps['step']): string {
  return renderPage(UnsubscribePage({ language: preferredLanguage(accept), category, path: `/mail/unsubscribe/${token}`, step }));
}
