import { createHash, timingSafeEqual } from 'node:crypto';

import { Body, Controller, Get, Headers, HttpCode, Inject, Post } from '@nestjs/common';

import { CONFIG, type Config } from '../config.js';
import { DomainError, notFound } from '../errors.js';
import { OpenRoute } from '../http/open-route.js';
import { BouncesService } from './bounces.service.js';
import { OutboxStatusDto, ReportVerdictDto } from './mail.dto.js';
import { MailOperator } from './operator.service.js';

@Controller()
export class MailController {
  constructor(
    private readonly operator: MailOperator,
    private readonly bounces: BouncesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How the outbox stands; no addresses. */
  @Get('api/v1/mail/outbox')
  @OpenRoute('mail.operate')
  async outbox(): Promise<OutboxStatusDto> {
    const { uncertain, ...status } = await this.operator.status();
    return { ...status, uncertain: [...uncertain] };
  }

  /** Takes a delivery report or complaint as it came, as text/plain, with the secret of GERN_BOUNCE_SECRET in the header Gern-Bounce-Secret. */
  @Post('mail/bounces')
  @HttpCode(200)
  @OpenRoute('mail.report')
  async report(@Body() message: string, @Headers('gern-bounce-secret') told = ''): Promise<ReportVerdictDto> {
    const { bounceSecret } = this.config.mail;
    if (bounceSecret === undefined) throw notFound('This address');
    if (!timingSafeEqual(digest(bounceSecret), digest(told))) throw new DomainError('not-allowed', 'The header Gern-Bounce-Secret does not hold the secret of this install.');
    if (typeof message !== 'string') throw new DomainError('unsupported-media-type', 'The report must be sent as it came, with "Content-Type: text/plain".');
    return { taken: await this.bounces.receive(Buffer.from(message)) };
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
