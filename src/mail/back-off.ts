import { createHash } from 'node:crypto';

const MINUTE = 60_000;
const LONGEST = 240 * MINUTE;
/** With the waits below the last try is 13 to 20 hours after the first: within the day that a mail may take (RFC 5321, 4.5.4.1, gives up later, but nobody waits for it). */
const MOST_ATTEMPTS = 12;

/**
 * How long a mail waits that a server put off: twice as long each time, at most four hours, shortened by up to a third so that
 * mails put off together do not come back together. The shortening follows from the id: no chance.
 * @param attempts how many were put off, from 1
 * @returns milliseconds; undefined when it has been tried for long enough
 */
export function backOff(id: string, attempts: number): number | undefined {
  if (attempts > MOST_ATTEMPTS) return undefined;
  const wait = Math.min(MINUTE * 2 ** (attempts - 1), LONGEST);
  const share = createHash('sha256').update(`${id} ${attempts}`).digest().readUInt32BE() / 2 ** 32;
  return Math.round(wait * (1 - share / 3));
}
