import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { addressFault } from '../../accounts/account.js';
import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { readForm } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { TextWithout } from '../../http/validation.js';
import { Readers } from '../../introductions/reader.js';
import { MailStateService } from '../../mail/mail-state.service.js';
import { MailOperator, VERDICTS, type Verdict } from '../../mail/operator.service.js';
import { SuppressionService } from '../../mail/suppression.service.js';
import { OutboxPage, type OutboxPageProps } from './outbox.pages.js';

const UNFIT = 422;
const DONE = ['resumed', 'settled', 'allowed'] as const;

class OutboxQuery {
  @IsOptional()
  @IsIn(DONE)
  done?: (typeof DONE)[number];
}

class VerdictForm {
  @IsIn(VERDICTS)
  verdict: Verdict;
}

class AllowForm {
  @TextWithout(addressFault)
  address: string;
}

/** What `gern mail` does, as a page. */
@ApiExcludeController()
@Controller('mail')
@May('mail.operate')
export class OutboxPageController {
  constructor(
    private readonly operator: MailOperator,
    private readonly state: MailStateService,
    private readonly suppressions: SuppressionService,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() { done }: OutboxQuery, @Res() reply: FastifyReply): Promise<void> {
    await this.page(actor, reply, { done });
  }

  @Post('resume')
  async resume(@Res() reply: FastifyReply): Promise<void> {
    await this.state.resume();
    leadTo(reply, '/mail?done=resumed');
  }

  @Post('uncertain/:id')
  async settle(@Param('id') id: string, @Body() { verdict }: VerdictForm, @Res() reply: FastifyReply): Promise<void> {
    await this.operator.resolve(id, verdict);
    leadTo(reply, '/mail?done=settled');
  }

  /** Lets mails go again to an address that bounced or complained. */
  @Post('allow')
  async allow(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { form, faults } = await readForm(AllowForm, body);
    const typed = (body as { readonly address?: string }).address ?? '';
    if (Object.keys(faults).length > 0) return this.page(actor, reply, { allow: { typed, fault: faults['address'], isUnknown: false } });
    if (!(await this.suppressions.allow(form.address))) return this.page(actor, reply, { allow: { typed, fault: undefined, isUnknown: true } });
    leadTo(reply, '/mail?done=allowed');
  }

  private async page(actor: Actor, reply: FastifyReply, props: Pick<OutboxPageProps, 'done' | 'allow'>): Promise<void> {
    const { language, timeZone } = await this.readers.of(actor);
    sendPage(reply, OutboxPage({ language, timeZone, status: await this.operator.status(), failed: await this.operator.failed(), ...props }), props.allow ? UNFIT : 200);
  }
}
