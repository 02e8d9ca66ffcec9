import { askedSide, type Introduction, type Side } from './introduction.js';

/** One thing that is told to one person about an introduction; told once, whatever happens again. */
export interface Letter {
  readonly what: 'asked' | 'reminder' | 'introduced' | 'outcome' | 'thanks' | 'news';
  readonly to: Side | 'connector';
}

/**
 * What a change is to be told by mail, and to whom. A decline, silence, a withdrawal and the hold are told to nobody.
 * @param before undefined for an introduction that was just opened
 */
export function lettersOf(before: Introduction | undefined, after: Introduction): Letter[] {
  const letters: Letter[] = [];
  const asked = askedSide(after);
  // A question that stands again after an undo was told before; so was the giver's, where the asker said yes to a proposal unasked.
  if (asked !== undefined && (before === undefined || (before.state === 'proposed' && after.state === 'offered'))) letters.push({ what: 'asked', to: asked });
  if (asked !== undefined && after.remindedAt !== null && before?.remindedAt === null) letters.push({ what: 'reminder', to: asked });
  if (before?.introducedAt === null && after.introducedAt !== null) letters.push({ what: 'introduced', to: 'giver' }, { what: 'introduced', to: 'asker' });
  if (before?.outcomeAskedAt === null && after.outcomeAskedAt !== null) letters.push({ what: 'outcome', to: 'giver' }, { what: 'outcome', to: 'asker' });
  if (before?.thanks === null && after.thanks !== null) letters.push({ what: 'thanks', to: 'giver' });
  if (before !== undefined && !mayTellConnector(before) && mayTellConnector(after)) letters.push({ what: 'news', to: 'connector' });
  return letters;
}

/** The connector hears what came of it when both have told it and both agree. */
function mayTellConnector({ connectorId, giverOutcome, askerOutcome }: Introduction): boolean {
  return connectorId !== null && giverOutcome?.tellConnector === true && askerOutcome?.tellConnector === true;
}
