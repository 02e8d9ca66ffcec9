import { notFound } from '../errors.js';
import type { Statement } from '../members/statement.js';
import type { StatementsService } from '../members/statements.service.js';

/** @throws not-found also for an offer, and for an ask that is no longer open */
export async function openAsk(statements: StatementsService, communityId: string, askId: string): Promise<Statement> {
  const ask = await statements.get(communityId, askId);
  if (ask.kind !== 'ask' || statements.stateOf(ask) !== 'open') throw notFound('This ask');
  return ask;
}
