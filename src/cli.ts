import { Command, CommanderError } from 'commander';

import { DomainError } from './errors.js';
import { addRankCommand } from './matching/rank.commands.js';

const WRONG_USE = 2;
const FAILED = 1;

function buildProgram(): Command {
  const program = new Command('gern');
  program.description('Introduces the right two people of a network to each other, giving first.').showHelpAfterError('(gern --help tells how)').exitOverride();
  addRankCommand(program);
  return program;
}

try {
  await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  else if (error instanceof DomainError) {
    process.stderr.write(`gern: ${error.message}\n`);
    process.exitCode = error.code === 'wrong-use' ? WRONG_USE : FAILED;
  } else throw error;
}
