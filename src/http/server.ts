import { ValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';

import type { Config } from '../config.js';
import { BODY_LIMIT, ProblemFilter } from './problem.filter.js';
import { validationError } from './validation.js';

const REQUEST_TIMEOUT = 30_000;

/** The HTTP shell around a module: limits, headers, validation and errors are the same for every room. */
export async function createServer(module: Parameters<typeof NestFactory.create>[0] | Type, config: Pick<Config, 'logLevel'>): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, requestTimeout: REQUEST_TIMEOUT, onProtoPoisoning: 'error', onConstructorPoisoning: 'error', logger: false });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: NEST_LEVELS[config.logLevel], abortOnError: false });
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
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: false,
  });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true, exceptionFactory: validationError }));
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  return app;
}

const NEST_LEVELS: Record<Config['logLevel'], ('error' | 'warn' | 'log' | 'debug')[] | false> = {
  silent: false,
  error: ['error'],
  warn: ['error', 'warn'],
  info: ['error', 'warn', 'log'],
  debug: ['error', 'warn', 'log', 'debug'],
};
