import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../config.js';
import { LANGUAGES } from '../engine/engine.js';
import { notFound } from '../errors.js';
import { DesignPage } from '../html/design-page.js';
import { languageOf, type Fields } from './browser.js';
import { OpenRoute } from './open-route.js';
import { sendPage } from './page.js';

/** The design system, for whoever adds a page; there in the demo only. */
@ApiExcludeController()
@Controller('design')
@OpenRoute('community.read')
export class DesignController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  show(@Query() { language }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!this.config.demo) throw notFound('This page');
    sendPage(reply, DesignPage({ language: LANGUAGES.find((one) => one === language) ?? languageOf(request) }));
  }
}
