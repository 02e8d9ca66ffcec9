import type { Command } from 'commander';

import { SystemClock } from '../clock.js';
import { readConfig } from '../config.js';
import { DomainError, notFound } from '../errors.js';
import type { OutboxStatus } from './operator.service.js';

export function addMailCommands(program: Command): void {
  const mail = program.command('mail').description('Look after the mails that are to leave.');
  mail
    .command('status')
    .description('How many mails are in which state, what waits for longest, what is uncertain, and what stands in the way.')
    .action(() => withMail(async ({ operator }) => void process.stdout.write(told(await operator.status()))));
  mail
    .command('resume')
    .description('Let mails leave again after the pause that follows a long absence; not on a restored old copy whose mails left already.')
    .action(() => withMail(({ state }) => state.resume()));
  mail
    .command('resolve <id> <verdict>')
    .description('Say what became of an uncertain mail: submitted (it left), resend (it did not, let it go again), drop (forget it).')
    .action((id: string, verdict: string) =>
      withMail(async ({ operator, verdicts }) => {
        const known = verdicts.find((one) => one === verdict);
        if (known === undefined) throw new DomainError('wrong-use', `A verdict is one of ${verdicts.join(', ')}, not "${verdict}".`);
        await operator.resolve(id, known);
      }),
    );
  mail
    .command('allow <address>')
    .description('Forget that an address bounced or complained, so that mails go to it again.')
    .action((address: string) =>
      withMail(async ({ suppressions }) => {
        if (!(await suppressions.allow(address))) throw notFound('This address');
      }),
    );
}

type Rooms = Awaited<ReturnType<typeof openRooms>>['rooms'];

/** Loads the framework only now: other commands should not wait for it. */
async function openRooms() {
  const [{ NestFactory }, { CarriageModule }, operators, { MailStateService }, { SuppressionService }] = await Promise.all([
    import('@nestjs/core'),
    import('./carriage.module.js'),
    import('./operator.service.js'),
    import('./mail-state.service.js'),
    import('./suppression.service.js'),
  ]);
  const app = await NestFactory.createApplicationContext(CarriageModule.alone(readConfig(process.env), new SystemClock()), { logger: ['error'], abortOnError: false });
  return { app, rooms: { operator: app.get(operators.MailOperator), verdicts: operators.VERDICTS, state: app.get(MailStateService), suppressions: app.get(SuppressionService) } };
}

async function withMail(work: (rooms: Rooms) => Promise<void>): Promise<void> {
  const { app, rooms } = await openRooms();
  try {
    await work(rooms);
  } finally {
    await app.close();
  }
}

function told({ counts, oldestPending, uncertain, pausedSince, alarm, alarmSince, heartbeat }: OutboxStatus): string {
  const lines = [
    ...Object.entries(counts).map(([state, count]) => `${state}: ${count}`),
    `oldest pending: ${oldestPending === null ? 'none' : `due since ${oldestPending}`}`,
    `worker: ${heartbeat === null ? 'never seen' : `last seen ${heartbeat}`}`,
    `paused: ${pausedSince === null ? 'no' : `since ${pausedSince}; "gern mail resume" lets mails leave again`}`,
    `alarm: ${alarm === null ? 'none' : `${alarm} (since ${alarmSince})`}`,
    ...uncertain.map(({ id, kind, messageId, since }) => `uncertain ${id} ${kind} ${messageId} since ${since}`),
  ];
  return `${lines.join('\n')}\n`;
}
