import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../config.js';
import { DomainError, PROBLEMS } from '../errors.js';
import { message } from '../html/messages.js';
import { deviceOf, languageOf, textOf, type Fields } from '../http/browser.js';
import { leadTo, sendPage } from '../http/page.js';
import { addressFault, maskedAddress, type Account } from './account.js';
import { AccountsService } from './accounts.service.js';
import { May } from './actor.js';
import { browserOf, clearSessionCookie, markBrowser, SESSION_COOKIE, setSessionCookie } from './cookies.js';
import { ownPath } from './own-path.js';
import { SessionsService } from './sessions.service.js';
import { CodePage, DeadLinkPage, LinkPage, SignInPage } from './sign-in.pages.js';
import { SignInService, type SignedIn } from './sign-in.service.js';

@ApiExcludeController()
@Controller()
@May('sign-in')
export class SignInPageController {
  constructor(
    private readonly signIns: SignInService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  async show(@Query() { then, key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const destination = ownPath(then);
    const account = await this.knownBy(textOf(key), destination);
    sendPage(reply, SignInPage({ language: languageOf(request), destination, known: account && { key: textOf(key)!, masked: maskedAddress(account.address) } }));
  }

  /** Answers the same, in the same time, whether anybody has this address or not. */
  @Post('sign-in')
  async ask(@Body() { address: typed, then, key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [language, destination] = [languageOf(request), ownPath(then)];
    const account = await this.knownBy(textOf(key), destination);
    const address = account?.address ?? (textOf(typed) ?? '').normalize('NFC').trim();
    const fault = addressFault(address);
    if (fault) return sendPage(reply, SignInPage({ language, destination, address, fault: address === '' ? 'required' : fault.code }), 422);
    this.signIns.request(address, markBrowser(request, reply, this.config.url), destination);
    sendPage(reply, CodePage({ language, title: 'sign-in.sent', lead: message(language, 'sign-in.sent.lead') }));
  }

  @Get('sign-in/link')
  async look(@Query() { key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    const token = textOf(key) ?? '';
    const { state, account, destination } = await this.signIns.look(token, browserOf(request));
    if (state === 'ready' && account) return sendPage(reply, LinkPage({ language, key: token, masked: maskedAddress(account.address) }));
    if (state === 'other-browser') return sendPage(reply, otherBrowser(request, token), PROBLEMS['other-browser']);
    const code = state === 'used' ? 'link-used' : 'link-expired';
    sendPage(reply, DeadLinkPage({ language, code, destination }), PROBLEMS[code]);
  }

  @Post('sign-in/link')
  async use(@Body() { key }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = textOf(key) ?? '';
    try {
      await this.enter(request, reply, await this.signIns.useLink(token, browserOf(request), deviceOf(request)));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'other-browser') return sendPage(reply, otherBrowser(request, token), PROBLEMS['other-browser']);
      if (error instanceof DomainError && (error.code === 'link-used' || error.code === 'link-expired'))
        return sendPage(reply, DeadLinkPage({ language: languageOf(request), code: error.code, destination: '/' }), PROBLEMS[error.code]);
      throw error;
    }
  }

  @Post('sign-in/code')
  async useCode(@Body() { key, code }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    try {
      await this.enter(request, reply, await this.signIns.useCode(textOf(code) ?? '', textOf(key), browserOf(request), deviceOf(request)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'link-expired') return sendPage(reply, DeadLinkPage({ language, code: 'link-expired', destination: '/' }), PROBLEMS['link-expired']);
      sendPage(reply, CodePage({ language, title: 'sign-in.code', lead: message(language, 'sign-in.sent.lead'), key: textOf(key), fault: error.code }), PROBLEMS[error.code]);
    }
  }

  @Post('sign-out')
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const secret = request.cookies[SESSION_COOKIE];
    if (secret) await this.sessions.endBySecret(secret);
    clearSessionCookie(reply, this.config.url);
    leadTo(reply, '/sign-in');
  }

  /** The session that this browser held before ends; whoever has powers shows the second factor, or sets it up, before anything else. */
  private async enter(request: FastifyRequest, reply: FastifyReply, { cookie, membership, destination }: SignedIn): Promise<void> {
    const former = request.cookies[SESSION_COOKIE];
    if (former) await this.sessions.endBySecret(former);
    setSessionCookie(reply, cookie, this.config.url);
    const place = ownPath(destination);
    leadTo(reply, membership.role === 'member' ? place : `/account/second-factor?then=${encodeURIComponent(place)}`);
  }

  /** Whose mail the key of a link comes from, where it opens the place to which the person wants. */
  private async knownBy(key: string | undefined, destination: string): Promise<Account | undefined> {
    const accountId = key === undefined ? undefined : await this.accounts.accountOfLink(key, destination.split('?')[0]!);
    return accountId === undefined ? undefined : this.accounts.get(accountId);
  }
}

function otherBrowser(request: FastifyRequest, key: string): ReturnType<typeof CodePage> {
  const language = languageOf(request);
  return CodePage({ language, title: 'problem.other-browser', lead: message(language, 'problem.other-browser.next'), key });
}
