import { ValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Config } from '../config.js';
import { DomainError } from '../errors.js';
import { preferChosenLanguage } from './chosen-language.js';
import { refuseCrossSite } from './cross-site.js';
import { BODY_LIMIT, ProblemFilter } from './problem.filter.js';
import { validationError } from './validation.js';

const REQUEST_TIMEOUT = 30_000;
/** In bytes: a form holds a few texts of a thousand characters. */
const FORM_LIMIT = 64 * 1024;
/** In bytes: a little above what a guest list may have, so that its own message tells the limit. */
const CSV_LIMIT = 11 * 1024 * 1024;

/** The HTTP shell around a module: limits, headers, validation and errors are the same for every room. */
export async function createServer(module: Parameters<typeof NestFactory.create>[0] | Type, config: Pick<Config, 'logLevel' | 'url'>): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, requestTimeout: REQUEST_TIMEOUT, onProtoPoisoning: 'error', onConstructorPoisoning: 'error', logger: false });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: NEST_LEVELS[config.logLevel], abortOnError: false });
  await app.register(cookie);
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: FORM_LIMIT });
  for (const type of ['text/csv', 'multipart/form-data']) app.useBodyParser(type, { bodyLimit: CSV_LIMIT });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => preferChosenLanguage(request));
  fastify.addHook('onRequest', async (request) => refuseCrossSite(request, config.url));
  fastify.addHook('onRequest', async (request) => refuseListOfStranger(request));
  fastify.addHook('onSend', async (request, reply) => keepPrivate(request, reply));
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    // On a plain http address a browser says nothing but its Origin, and `no-referrer` would blank that too.
    referrerPolicy: { policy: isTrustworthy(config.url) ? 'no-referrer' : 'same-origin' },
    hsts: false,
  });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true, exceptionFactory: validationError }));
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  return app;
}

/** No cache keeps what somebody saw who had shown who they are; what is the same for everybody says `public`. */
function keepPrivate({ headers, url }: FastifyRequest, reply: FastifyReply): void {
  const isPersonal = headers.cookie !== undefined || headers.authorization !== undefined || url.includes('key=');
  if (isPersonal && !String(reply.getHeader('cache-control') ?? '').includes('public')) void reply.header('cache-control', 'no-store');
}

/** Large bodies are read only of somebody who shows who they are, so that nobody else fills the memory. A press to unsubscribe (RFC 8058) comes without, and is read by its address alone. */
function refuseListOfStranger({ headers, url }: FastifyRequest): void {
  const isList = /^(?:text\/csv|multipart\/)/iu.test(headers['content-type'] ?? '');
  if (isList && headers.cookie === undefined && headers.authorization === undefined && !url.startsWith('/mail/')) throw new DomainError('sign-in-needed', 'Please sign in before you send a list.');
}

/** What browsers call a potentially trustworthy origin. */
function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);
}

const NEST_LEVELS: Record<Config['logLevel'], ('error' | 'warn' | 'log' | 'debug')[] | false> = {
  silent: false,
  error: ['error'],
  warn: ['error', 'warn'],
  info: ['error', 'warn', 'log'],
  debug: ['error', 'warn', 'log', 'debug'],
};
