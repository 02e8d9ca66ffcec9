import { roundDate, tellingDate, wantsDigest } from '../../src/introductions/digest/round.js';
import type { Cadence } from '../../src/members/member.js';

const QUARTER_HOUR = 15 * 60_000;
const COMMUNITY_ZONE = 'Europe/Madrid';

/** Lives through a span of time in quarters of an hour and notes each digest as it would be told, with the local time of day. */
function digestsOf(zone: string, from: string, to: string, cadence: Cadence = 'weekly'): { date: string; time: string }[] {
  const digests: { date: string; round: string; time: string }[] = [];
  const rounds = new Set<string>();
  for (let at = Date.parse(from); at < Date.parse(to); at += QUARTER_HOUR) {
    const now = new Date(at);
    const due = roundDate(now, COMMUNITY_ZONE);
    if (due !== undefined) rounds.add(due);
    for (const round of rounds) {
      const date = tellingDate({ date: round }, now, zone);
      if (date === undefined || digests.some((one) => one.round === round) || !wantsDigest(cadence, digests.at(-1)?.date, date)) continue;
      digests.push({ date, round, time: now.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }) });
    }
  }
  return digests.map(({ date, time }) => ({ date, time }));
}

describe.each(['Europe/Berlin', 'Atlantic/Canary', 'America/Bogota', 'Pacific/Auckland'])('digests of a member in %s', (zone) => {
  test.each([
    ['when clocks go back', '2026-10-10T00:00:00Z', '2026-11-10T00:00:00Z', ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09']],
    ['when clocks go forward', '2027-03-13T00:00:00Z', '2027-04-10T00:00:00Z', ['2027-03-15', '2027-03-22', '2027-03-29', '2027-04-05']],
  ])('come exactly once a week, at eight or later in the morning of their own local date, %s', (_, from, to, mondays) => {
    const digests = digestsOf(zone, from, to);
    expect(digests).toHaveLength(mondays.length);
    expect(new Set(digests.map(({ date }) => date)).size).toBe(mondays.length);
    expect(digests.filter(({ time }) => time < '08:00')).toEqual([]);
    // East of the community a round may reach the member's morning of the same day only after their eight o'clock; never the day before.
    digests.forEach(({ date }, i) => expect(date >= mondays[i]!).toBe(true));
  });
});

describe('the rhythm of digests', () => {
  test('a monthly reader hears every four weeks, one who wants none never', () => {
    expect(digestsOf('Europe/Berlin', '2026-09-05T00:00:00Z', '2026-12-01T00:00:00Z', 'monthly').map(({ date }) => date)).toEqual(['2026-09-07', '2026-10-05', '2026-11-02', '2026-11-30']);
    expect(digestsOf('Europe/Berlin', '2026-09-01T00:00:00Z', '2026-12-01T00:00:00Z', 'never')).toEqual([]);
  });

  test('a round is planned from four in the morning of Monday; a server that was down plans it up to Thursday, then waits for the next', () => {
    const at = (moment: string) => roundDate(new Date(moment), COMMUNITY_ZONE);
    expect(at('2026-11-23T02:59:00Z')).toBeUndefined();
    expect(at('2026-11-23T03:00:00Z')).toBe('2026-11-23');
    expect(at('2026-11-26T22:59:00Z')).toBe('2026-11-23');
    expect(at('2026-11-26T23:01:00Z')).toBeUndefined();
  });

  test('a round that an organizer released late is told within four days, or not at all', () => {
    const at = (moment: string) => tellingDate({ date: '2026-11-23' }, new Date(moment), 'Europe/Berlin');
    expect(at('2026-11-27T07:00:00Z')).toBe('2026-11-27');
    expect(at('2026-11-28T07:00:00Z')).toBeUndefined();
  });
});
