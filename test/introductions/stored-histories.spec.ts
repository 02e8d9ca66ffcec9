import { CONFIG, type Config } from '../../src/config.js';
import { HOLD } from '../../src/introductions/introduction.js';
import { House } from '../support/house.js';
import { Village, type Person } from './village.js';

/** GERN_HISTORIES=10000 for the long run. */
const HISTORIES = Number(process.env.GERN_HISTORIES ?? 200);
const PAUSES = [0, 60, 840, 900, 901, 3 * 3_600, 86_400, 4 * 86_400, 7 * 86_400];

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
}

describe('random histories of consent, stored', () => {
  let village: Village;
  let second: Village;

  beforeAll(async () => {
    village = await Village.open();
    const { database } = village.house.app.get<Config>(CONFIG);
    second = await Village.open(village.clock, await House.open({ clock: village.clock, settings: { database } }));
  });
  afterAll(async () => {
    await second.close();
    await village.close();
  });

  const pair = async (): Promise<{ giver: Person; asker: Person; ask: string; offer: string }> => {
    const giver = await village.person('Nina Weber', { capacity: 30 });
    const asker = await village.person('Omar Sanz', { capacity: 30 });
    return { giver, asker, offer: await village.says(giver, 'offer', 'Product photos for small shops'), ask: await village.says(asker, 'ask', 'Someone to take product photos of my ceramics') };
  };
  const introductionMails = async (id: string): Promise<number> => (await village.reader.query("SELECT id FROM outbox WHERE about = ? AND kind = 'introduction'", [id])).length;
  const row = async (id: string) => (await village.reader.query('SELECT * FROM introductions WHERE id = ?', [id]))[0];

  test(
    `P3, P9, P12: in ${HISTORIES} histories with answers at once, contact data leaves with two live yes only, never within the hold, once`,
    async () => {
      const random = seeded(20_260_302);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
      let shares = 0;
      for (let history = 0; history < HISTORIES; history++) {
        const { giver, asker, ask, offer } = await pair();
        const { communityId, introductions, clock } = village;
        const opener = pick(['giver', 'asker'] as const);
        const id = opener === 'giver' ? await introductions.gladly(communityId, giver.id, ask, offer, 'note') : await introductions.wouldLike(communityId, asker.id, ask, offer);
        const yes = { giver: opener === 'giver', asker: opener === 'asker' };
        let lastYes = clock.now().getTime();
        let isKeptApart = false;
        let isShared = false;
        const acts = (['giver', 'asker'] as const).flatMap((side) => {
          const me = side === 'giver' ? giver.id : asker.id;
          const other = side === 'giver' ? asker.id : giver.id;
          const takenBack = (): void => void (yes[side] = false);
          const said = (): void => {
            if (!yes[side]) lastYes = clock.now().getTime();
            yes[side] = true;
          };
          return [
            ...Array.from({ length: 4 }, () => ({ run: () => introductions.answer(communityId, me, id, 'yes', 'call'), done: said })),
            { run: () => introductions.answer(communityId, me, id, 'not-now'), done: takenBack },
            { run: () => introductions.undo(communityId, me, id), done: takenBack },
            { run: () => introductions.withdraw(communityId, me, id), done: takenBack },
            { run: () => introductions.never(communityId, me, other), done: (): void => void (isKeptApart = true) },
          ];
        });
        for (let step = 0; step < 6; step++) {
          clock.passSeconds(pick(PAUSES));
          // One queue of writes: what is called first is decided first, however many call at once.
          const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(acts));
          const results = await Promise.allSettled(chosen.map(({ run }) => run()));
          results.forEach(({ status }, i) => status === 'fulfilled' && !isShared && chosen[i]!.done());
          await village.time.tick();
          const stored = await row(id);
          const mails = await introductionMails(id);
          if (stored?.introduced_at && !isShared) {
            isShared = true;
            shares++;
            expect({ yes, isKeptApart, isPastHold: clock.now().getTime() - lastYes >= HOLD }).toEqual({ yes: { giver: true, asker: true }, isKeptApart: false, isPastHold: true });
          }
          expect(mails).toBe(isShared ? 2 : 0);
        }
        await village.statements.fulfil(communityId, ask);
        await village.statements.fulfil(communityId, offer);
      }
      expect(shares).toBeGreaterThan(HISTORIES / 50);
    },
    HISTORIES * 2_000 + 60_000,
  );

  test('P3, P12: two processes on one database, one taking a yes back while the other shares: either the one or the other', async () => {
    const outcomes = { shared: 0, withdrawn: 0 };
    for (let round = 0; round < 20; round++) {
      const { giver, asker, ask, offer } = await pair();
      const id = await village.introductions.gladly(village.communityId, giver.id, ask, offer, 'note');
      await second.introductions.answer(second.communityId, asker.id, id, 'yes');
      village.clock.passSeconds(900);
      const takeBack = (): Promise<void> => village.introductions.withdraw(village.communityId, giver.id, id);
      const [, withdrawal] = round % 2 === 0 ? await Promise.allSettled([second.time.tick(), takeBack()]) : (await Promise.allSettled([takeBack(), second.time.tick()])).reverse();
      const isShared = (await introductionMails(id)) === 2;
      expect(isShared).toBe(withdrawal!.status === 'rejected');
      outcomes[isShared ? 'shared' : 'withdrawn']++;
    }
    expect(outcomes.shared + outcomes.withdrawn).toBe(20);
  });

  test('P12: both answer at once in two processes: one hold, one introduction', async () => {
    for (let round = 0; round < 10; round++) {
      const { giver, asker, ask, offer } = await pair();
      const id = await village.introductions.wouldLike(village.communityId, asker.id, ask, offer);
      const answers = await Promise.allSettled([village, second].map((house) => house.introductions.answer(house.communityId, giver.id, id, house === village ? 'yes' : 'not-now', 'note')));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      village.clock.passSeconds(900);
      await Promise.all([village.time.tick(), second.time.tick()]);
      expect(await introductionMails(id)).toBe(answers[0]!.status === 'fulfilled' ? 2 : 0);
    }
  });
});
