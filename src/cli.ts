import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommanderError } from 'commander';

import { addOrganizerCommands } from './accounts/accounts.commands.js';
import { addDoctorCommand } from './doctor.commands.js';
import { DomainError } from './errors.js';
import { readConfig } from './config.js';
import { addDigestCommand } from './introductions/digest/digest.commands.js';
import { addCoachCommand } from './introductions/coach.commands.js';
import { addEvaluateCommand } from './judgments/evaluate.commands.js';
import { addFitCommand } from './judgments/fit.commands.js';
import { addVocabularyCommands } from './knowledge/vocabulary.commands.js';
import { addMailCommands } from './mail/mail.commands.js';
import { addRankCommand } from './matching/rank.commands.js';
import { addIntrosCommand } from './meetups/intros.commands.js';

const WRONG_USE = 2;
const FAILED = 1;

const SETTINGS = `
Settings, all from the environment:
  GERN_HOST, GERN_PORT        where to listen (127.0.0.1, 3000)
  GERN_URL                    the address under which people reach this install; links in mails carry it
  GERN_DATABASE               file of the database (var/gern.sqlite)
  GERN_SMTP, GERN_MAIL_FROM   your SMTP server (smtp:// or smtps://) and the address that mails come from
  GERN_MAIL_FOLDER            without GERN_SMTP mails become files here (var/mail)
  GERN_SMTP_CONNECTIONS       connections to the SMTP server (1)
  GERN_DKIM_DOMAIN, GERN_DKIM_SELECTOR, GERN_DKIM_KEY   signing of mails, all three or none
  GERN_BOUNCE_FOLDER, GERN_BOUNCE_SECRET                delivery reports by mailbox folder or webhook
  GERN_EMBEDDINGS_URL, _MODEL, _KEY, _TIMEOUT           docs/embeddings.md
  GERN_VOCABULARY             words of your own, docs/vocabulary.md
  GERN_LOG                    silent, error, warn, info or debug (warn)
`;

function buildProgram(): Command {
  const program = new Command('gern');
  program.description('Introduces the right two people of a network to each other, giving first.').showHelpAfterError('(gern --help tells how)').exitOverride();
  // The server is loaded only when it is wanted: a list from a CSV should not wait for it.
  program
    .command('serve')
    .description('Serve pages and API, carry the mail, and plan rounds of digests.')
    .addHelpText('after', SETTINGS)
    .action(async () => {
      const { serve } = await import('./serve.js');
      await serve(readConfig(process.env));
    });
  program
    .command('demo')
    .description('Serve a fictional network from a database of its own.')
    .action(async () => {
      const { demo } = await import('./demo/demo.js');
      await demo(readConfig({ GERN_DATABASE: 'var/demo.sqlite', GERN_DEMO: 'yes', ...process.env }));
    });
  program
    .command('migrate')
    .description('Bring the database to the schema of this version.')
    .action(async () => {
      const { migrate } = await import('./database/migrate.js');
      for (const name of await migrate(readConfig(process.env).database)) process.stdout.write(`applied ${name}\n`);
    });
  const house = async (): Promise<INestApplicationContext> => (await import('./serve.js')).openHouse(readConfig(process.env));
  addOrganizerCommands(program, house);
  addDigestCommand(program, house);
  addRankCommand(program);
  addIntrosCommand(program);
  addCoachCommand(program);
  addEvaluateCommand(program);
  addFitCommand(program);
  addVocabularyCommands(program);
  addDoctorCommand(program);
  addMailCommands(program);
  return program;
}

// A reader that has seen enough (head) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  else if (error instanceof DomainError) {
    process.stderr.write(`gern: ${error.message}\n`);
    process.exitCode = error.code === 'wrong-use' ? WRONG_USE : FAILED;
  } else throw error;
}
