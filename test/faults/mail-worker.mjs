// A process that carries mail and nothing else, for mail-kill.mjs to kill. With the word "drain" it ends when nothing waits any more.
import { setTimeout as pause } from 'node:timers/promises';

import { NestFactory } from '@nestjs/core';

import { SystemClock } from '../../dist/clock.js';
import { readConfig } from '../../dist/config.js';
import { CarriageModule } from '../../dist/mail/carriage.module.js';
import { MailOperator } from '../../dist/mail/operator.service.js';
import { MailWorker } from '../../dist/mail/worker.js';

const app = await NestFactory.createApplicationContext(CarriageModule.alone(readConfig(process.env), new SystemClock()), { logger: ['error'] });
app.get(MailWorker).start();

if (process.argv[2] === 'drain') {
  const isIdle = async () => {
    const { counts } = await app.get(MailOperator).status();
    return counts.pending + counts.claimed === 0;
  };
  while (!(await isIdle())) await pause(500);
  await app.close();
}
