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

function buildProgram(): Command {
  const program = new Command('gern');
  program.description('Introduces the right two people of a network to each other, giving first.').showHelpAfterError('(gern --help tells how)').exitOverride();
  // The server is loaded only when it is wanted: a list from a CSV should not wait for it.
  program
    .command('serve')
    .description('Serve pages and API (settings: GERN_HOST, GERN_PORT, GERN_DATABASE, GERN_LOG).')
    .action(async () => {
      const { serve } = await import('./serve.js');
      await serve(readConfig(process.env));
    });
  program
    .command('demo')
    .description('Serve a fictional network from a database of its own.')
    .action(async () => {
      const { demo } = await import('./demo.js');
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
