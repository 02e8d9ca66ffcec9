import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CONFIG, type Config } from '../config.js';
import { LANGUAGES } from '../engine/engine.js';
import type { Fields } from '../http/browser.js';
import { leadTo } from '../http/page.js';
import { May } from './actor.js';
import { setLanguageCookie } from './cookies.js';
import { ownPath } from './own-path.js';

/** The language in which this browser reads while nobody is signed in. */
@ApiExcludeController()
@Controller('language')
@May('community.read')
export class LanguagePageController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Post()
  choose(@Body() body: Fields | undefined, @Res() reply: FastifyReply): void {
    const language = LANGUAGES.find((one) => one === body?.language);
    if (language !== undefined) setLanguageCookie(reply, language, this.config.url);
    leadTo(reply, ownPath(body?.then));
  }
}
