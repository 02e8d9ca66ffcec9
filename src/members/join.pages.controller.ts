import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor, May, type Actor } from '../accounts/actor.js';
import { markBrowser, setSessionCookie } from '../accounts/cookies.js';
import { FirstOrganizer } from '../accounts/first-organizer.service.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { CONFIG, type Config } from '../config.js';
import { DomainError, PROBLEMS } from '../errors.js';
import { deviceOf, languageOf, textOf, type Fields } from '../http/browser.js';
import { readForm, type FormFaults } from '../http/form.js';
import { leadTo, sendPage } from '../http/page.js';
import { JoinDto, WelcomeDto } from './join.dto.js';
import { JoinPage, JoinTellingPage, WelcomePage } from './join.pages.js';
import { JoinService } from './join.service.js';

@ApiExcludeController()
@Controller()
@May('join')
export class JoinPageController {
  constructor(
    private readonly joins: JoinService,
    private readonly firstOrganizer: FirstOrganizer,
    private readonly communities: CommunitiesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('join')
  async show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const communityName = await this.communities.nameOf(actor.communityId);
    sendPage(reply, JoinPage({ language: languageOf(request), communityName, form: {}, faults: {} }));
  }

  @Post('join')
  async join(@Body() body: Fields, @CurrentActor() { communityId }: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    const { adult, formal, languages = [], ...rest } = body;
    const filled = { ...rest, formal: formal === 'yes', languages: Array.isArray(languages) ? languages : [languages] };
    const { form, faults: found } = await readForm(JoinDto, filled);
    const faults: FormFaults = adult === 'yes' ? found : { ...found, adult: 'required' };
    if (Object.keys(faults).length > 0) return sendPage(reply, JoinPage({ language, communityName: await this.communities.nameOf(communityId), form, faults }), 422);
    const browser = markBrowser(request, reply, this.config.url);
    const { address, name, ask, offer, website } = form;
    if (!website)
      await this.joins.request(
        communityId,
        address,
        { name, languages: form.languages, formal: formal === 'yes', ask: ask ?? null, offer: offer ?? null, role: 'member', communityName: null },
        browser,
      );
    sendPage(reply, JoinTellingPage({ language, title: 'join.sent', lead: 'join.sent.lead' }));
  }

  /** Shows one button; opening the link of the mail does nothing. */
  @Get('join/confirm')
  async look(@Query() { key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = textOf(key) ?? '';
    if (!(await this.joins.isWaiting(token))) return this.tellExpired(request, reply);
    sendPage(reply, JoinTellingPage({ language: languageOf(request), title: 'join.confirm', lead: 'join.confirm.lead', confirm: token }));
  }

  @Post('join/confirm')
  async confirm(@Body() { key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.unlessExpired(request, reply, async () => {
      const { cookie, membership } = await this.joins.confirm(textOf(key) ?? '', deviceOf(request));
      setSessionCookie(reply, cookie, this.config.url);
      leadTo(reply, membership.role === 'member' ? '/' : '/account/second-factor?then=/');
    });
  }

  @Get('welcome')
  async welcome(@Query() { key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = textOf(key) ?? '';
    if (!(await this.firstOrganizer.isOpen(token))) return this.tellExpired(request, reply);
    sendPage(reply, WelcomePage({ language: languageOf(request), key: token, form: {}, faults: {} }));
  }

  @Post('welcome')
  async begin(@Body() { key, ...filled }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [language, token] = [languageOf(request), textOf(key) ?? ''];
    const { form, faults } = await readForm(WelcomeDto, filled);
    if (Object.keys(faults).length > 0) return sendPage(reply, WelcomePage({ language, key: token, form, faults }), 422);
    const { name, address, communityName } = form;
    await this.unlessExpired(request, reply, async () => {
      await this.joins.welcome(token, address, { name, languages: [language], formal: false, ask: null, offer: null, role: 'admin', communityName });
      sendPage(reply, JoinTellingPage({ language, title: 'join.sent', lead: 'join.sent.lead' }));
    });
  }

  private async unlessExpired(request: FastifyRequest, reply: FastifyReply, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'link-expired') throw error;
      this.tellExpired(request, reply);
    }
  }

  private tellExpired(request: FastifyRequest, reply: FastifyReply): void {
    sendPage(reply, JoinTellingPage({ language: languageOf(request), title: 'problem.link-expired', lead: 'join.expired' }), PROBLEMS['link-expired']);
  }
}
