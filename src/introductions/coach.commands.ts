import type { Command } from 'commander';

import { Analyzer, AskCoach, LANGUAGES, type Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { message } from '../html/messages.js';
import { loadEngineResources } from '../knowledge/resources.js';
import { readCoachWords } from '../knowledge/sources.js';

export function addCoachCommand(program: Command): void {
  program
    .command('coach <ask>')
    .description('How concrete an ask is, and what to say more about.')
    .option('--language <code>', `${LANGUAGES.join(', ')}; guessed when left out`)
    .action((ask: string, { language }: { language?: string }) => {
      coach(ask, language);
    });
}

function coach(ask: string, told: string | undefined): void {
  const language = LANGUAGES.find((code) => code === told);
  if (told !== undefined && language === undefined) throw new DomainError('wrong-use', `--language takes ${LANGUAGES.join(', ')}, not "${told}".`);
  const analyzer = new Analyzer(loadEngineResources().knowledge);
  const spoken: Language = language ?? analyzer.guessLanguage(ask);
  const { concreteness, missing, askFor } = new AskCoach(readCoachWords(), analyzer).coach(ask, spoken);
  const parts = missing.map((part) => message(spoken, `coach.part.${part}`)).join(', ');
  process.stdout.write(`${message(spoken, 'coach.concreteness', { value: concreteness })}\n`);
  if (missing.length > 0) process.stdout.write(`${message(spoken, 'coach.missing', { parts })}\n`);
  process.stdout.write(`${message(spoken, askFor === undefined ? 'coach.concrete' : `coach.${askFor}`)}\n`);
}
