import type { Language, NonePossible } from '../engine/engine.js';
import { message } from '../html/messages.js';
import type { Room } from './room.js';

type Clash = NonePossible['clashes'][number];

const RULE_KEYS = { forbidden: 'clash.apart', 'must help': 'clash.must-help', 'must meet': 'clash.must-meet', lock: 'clash.must-help' } as const;

/** Why there is no plan: the rules that cannot hold together, and what could be relaxed, one line each. */
export function clashText({ clashes }: NonePossible, { people }: Room, language: Language): string {
  const ruleText = ({ rule, people: [one, other] }: Clash['rules'][number]): string => message(language, RULE_KEYS[rule], { one: people[one]!.name, other: people[other]!.name });
  const stepText = (step: Clash['relax'][number]): string => {
    if (step.relax === 'drop') return message(language, 'clash.drop', { rule: ruleText(step) });
    return message(language, step.limit === 'received' ? 'clash.raise-received' : 'clash.raise-given', { name: people[step.person]!.name, to: step.to });
  };
  const lines = clashes.flatMap(({ rules, relax }) => [...rules.map((rule) => `  – ${ruleText(rule)}`), `  ${message(language, 'clash.relax')}`, ...relax.map((step) => `    · ${stepText(step)}`)]);
  return [message(language, 'clash.none-possible'), ...lines].join('\n');
}
