import { ProtectionService } from '../../src/introductions/protection.service.js';
import { Village, type Person } from './village.js';

const PHONE = '+34600111222';

describe('introductions people consent to', () => {
  let village: Village;
  let nina: Person;
  let omar: Person;
  let ask: string;
  let offer: string;
  const gladly = () => village.introductions.gladly(village.communityId, nina.id, ask, offer, 'call');
  const wouldLike = () => village.introductions.wouldLike(village.communityId, omar.id, ask, offer);
  const answer = (who: Person, id: string, word: 'yes' | 'not-now' | 'known') => village.introductions.answer(village.communityId, who.id, id, word, 'note');
  const kinds = async () => (await village.mails()).map(({ kind, recipient, state }) => `${kind} to ${recipient}${state === 'pending' ? '' : ` (${state})`}`);

  beforeEach(async () => {
    village = await Village.open();
    nina = await village.person('Nina Weber');
    omar = await village.person('Omar Sanz');
    offer = await village.says(nina, 'offer', 'Product photos for small shops');
    ask = await village.says(omar, 'ask', 'I am looking for someone to take product photos of my ceramics');
    await village.cards.put({ memberId: nina.id, sharesAddress: false, phone: PHONE, link: null, note: null });
  });
  afterEach(() => village.close());

  test('the way of one ask: gladly, yes please, a quarter of an hour, one mail to each, what came of it, thanks', async () => {
    const id = await gladly();
    expect(await kinds()).toEqual([`would-gladly-help to ${omar.address}`]);
    await answer(omar, id, 'yes');
    expect(await village.phase(omar, id)).toBe('held');
    await village.later(0, 15);
    expect(await kinds()).toEqual([`would-gladly-help to ${omar.address}`, `introduction to ${nina.address}`, `introduction to ${omar.address}`]);
    expect(await village.phase(nina, id)).toBe('introduced');
    await village.later(14);
    expect((await kinds()).slice(3)).toEqual([`follow-up to ${nina.address}`, `follow-up to ${omar.address}`]);
    await village.introductions.tellOutcome(village.communityId, omar.id, id, { met: true, helped: true, tellConnector: false });
    await village.introductions.thank(village.communityId, omar.id, id, 'The cups shine!');
    const thanks = (await village.mails()).at(-1)!;
    expect([thanks.kind, thanks.recipient]).toEqual(['thank-you', nina.address]);
    expect(thanks.text).toContain('The cups shine!');
  });

  test('P3 the giver is asked first: a wish of the asker asks the giver, and tells nobody else', async () => {
    const id = await wouldLike();
    expect(await kinds()).toEqual([`could-you-help to ${nina.address}`]);
    expect([await village.phase(nina, id), await village.phase(omar, id)]).toEqual(['asked', 'waiting']);
    await answer(nina, id, 'yes');
    await village.later(0, 15);
    expect(await village.phase(omar, id)).toBe('introduced');
  });

  test("P3 each gets exactly the other's contact card, in a mail of its own, and it is nowhere before", async () => {
    await answer(omar, await gladly(), 'yes');
    const early = JSON.stringify([await village.mails(), await village.views.list(village.communityId, omar.id)]);
    for (const secret of [PHONE, 'Weber', 'Sanz']) expect(early).not.toContain(secret);
    await village.later(0, 15);
    const [toNina, toOmar] = (await village.mails()).slice(1);
    expect(toOmar!.text).toContain(PHONE);
    expect(toOmar!.text).not.toContain(nina.address);
    expect(toNina!.text).toContain(omar.address);
    expect(toNina!.text).not.toContain(PHONE);
    expect(JSON.stringify(await village.views.list(village.communityId, omar.id))).not.toContain(PHONE);
  });

  test('P3 a decline, silence and a block look the same to the asker: every byte of what is shown, over the life of the three', async () => {
    const lives: string[][] = [];
    for (const ending of ['silence', 'not-now', 'known', 'never'] as const) {
      const other = await Village.open();
      const giver = await other.person('Nina Weber');
      const asker = await other.person('Omar Sanz');
      const offerId = await other.says(giver, 'offer', 'Product photos for small shops');
      const askId = await other.says(asker, 'ask', 'I am looking for someone to take product photos of my ceramics');
      const id = await other.introductions.wouldLike(other.communityId, asker.id, askId, offerId);
      await other.later(1);
      if (ending === 'never') await other.introductions.never(other.communityId, giver.id, asker.id);
      else if (ending !== 'silence') await other.introductions.answer(other.communityId, giver.id, id, ending);
      const life: string[] = [];
      for (const days of [0, 1, 4, 1, 20]) {
        await other.later(days);
        const shown = [await other.views.list(other.communityId, asker.id), await other.suggested(asker), (await other.mails()).filter(({ recipient }) => recipient === asker.address)];
        life.push(JSON.stringify(shown).replaceAll(id, 'id').replaceAll(giver.id, 'giver').replaceAll(asker.id, 'asker').replaceAll(offerId, 'offer').replaceAll(askId, 'ask'));
      }
      lives.push(life);
      await other.close();
    }
    for (const life of lives) expect(life).toEqual(lives[0]);
    expect(lives[0]![2]).toContain('"phase":"waiting"');
    expect(lives[0]![3]).toContain('"phase":"over"');
  });

  test('P9 within the hold either can step back: the second yes by undo, the first by taking it back', async () => {
    const id = await gladly();
    await answer(omar, id, 'yes');
    await village.later(0, 14);
    await village.introductions.undo(village.communityId, omar.id, id);
    await village.later(0, 1);
    expect(await village.phase(omar, id)).toBe('asked');
    await answer(omar, id, 'yes');
    await village.later(0, 14);
    await village.introductions.withdraw(village.communityId, nina.id, id);
    await village.later(1);
    expect((await kinds()).filter((kind) => kind.startsWith('introduction'))).toEqual([]);
  });

  test('P12 who pauses, leaves or is blocked within the hold is not shared', async () => {
    const ends = {
      pauses: () => village.members.change(village.communityId, nina.id, { pausedUntil: '2099-01-01' }),
      leaves: () => village.members.remove(village.communityId, nina.id),
    };
    await answer(omar, await gladly(), 'yes');
    await ends.pauses();
    await village.later(0, 15);
    expect((await kinds()).some((kind) => kind.startsWith('introduction'))).toBe(false);
    const vera = await village.person('Vera Lund');
    const second = await village.says(vera, 'ask', 'Who takes product photos of my jewellery?');
    await village.members.change(village.communityId, nina.id, { pausedUntil: null });
    const id = await village.introductions.gladly(village.communityId, nina.id, second, offer, 'note');
    await answer(vera, id, 'yes');
    await ends.leaves();
    await village.later(0, 15);
    expect((await kinds()).some((kind) => kind.startsWith('introduction'))).toBe(false);
    expect((await village.views.get(village.communityId, vera.id, id)).other).toBeNull();
  });

  test('P12 "never with this person" is silent and mutual, ends what is under way, and takes queued mails back', async () => {
    await gladly();
    await village.introductions.never(village.communityId, omar.id, nina.id);
    expect(await kinds()).toEqual([`would-gladly-help to ${omar.address} (withdrawn)`]);
    expect(await village.suggested(nina)).toEqual({ give: [], receive: [] });
    await expect(gladly()).rejects.toMatchObject({ code: 'suggestion-closed' });
    await village.later(400);
    expect(await village.suggested(nina)).toEqual({ give: [], receive: [] });
    await expect(village.introductions.never(village.communityId, omar.id, '0190a0a0-0000-7000-8000-000000000000')).resolves.toBeUndefined();
  });

  test('P6 a giver is not asked beyond the capacity of a month, and rests after a "not now"', async () => {
    await village.members.change(village.communityId, nina.id, { capacity: 1 });
    const vera = await village.person('Vera Lund');
    await village.says(vera, 'ask', 'Who takes product photos of my jewellery?');
    expect((await village.suggested(vera)).receive).toEqual(['Nina']);
    const id = await wouldLike();
    expect((await village.suggested(vera)).receive).toEqual([]);
    await answer(nina, id, 'not-now');
    expect((await village.suggested(vera)).receive).toEqual([]);
    await village.later(7);
    expect((await village.suggested(vera)).receive).toEqual(['Nina']);
  });

  test('P6 a yes beyond the capacity is refused with what to do, also when two come at once', async () => {
    await village.members.change(village.communityId, nina.id, { capacity: 1 });
    const vera = await village.person('Vera Lund');
    const second = await village.says(vera, 'ask', 'Who takes product photos of my jewellery?');
    const both = await Promise.allSettled([gladly(), village.introductions.gladly(village.communityId, nina.id, second, offer, 'note')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'not-possible' } });
  });

  test('P6 an ask is with one giver at a time, and comes back when nothing came of it', async () => {
    const carla = await village.person('Carla Ruiz');
    await village.says(carla, 'offer', 'Product photos with a good camera');
    expect((await village.suggested(omar)).receive).toHaveLength(2);
    await wouldLike();
    expect((await village.suggested(omar)).receive).toEqual([]);
    expect((await village.suggested(carla)).give).toEqual([]);
  });

  test('one reminder after four days; at the end of a week the next best giver is asked, for whoever said yes to being helped', async () => {
    const carla = await village.person('Carla Ruiz');
    await village.says(carla, 'offer', 'Product photos with a good camera');
    await wouldLike();
    await village.later(4);
    await village.later(1);
    expect((await kinds()).slice(1)).toEqual([`reminder to ${nina.address}`]);
    await village.later(2);
    await village.later(0, 5);
    expect((await kinds()).slice(2)).toEqual([`could-you-help to ${carla.address}`]);
    const [proposal] = (await village.views.list(village.communityId, carla.id)).give;
    expect((await village.views.list(village.communityId, omar.id)).receive.map(({ phase }) => phase)).toEqual(['over']);
    await answer(carla, proposal!.id, 'yes');
    expect((await kinds()).slice(3)).toEqual([`would-gladly-help to ${omar.address}`]);
  });

  test('the asked one may undo a no for a quarter of an hour', async () => {
    const id = await wouldLike();
    await answer(nina, id, 'known');
    await village.introductions.undo(village.communityId, nina.id, id);
    expect(await village.phase(nina, id)).toBe('asked');
    expect(await village.reader.query('SELECT * FROM pair_rules')).toEqual([]);
    await answer(nina, id, 'not-now');
    await village.later(0, 15);
    await expect(village.introductions.undo(village.communityId, nina.id, id)).rejects.toMatchObject({ code: 'not-possible' });
  });

  test('a pair rests 90 days after a "not now", a year after an introduction, and for good once they know each other', async () => {
    const id = await gladly();
    await answer(omar, id, 'not-now');
    await village.later(96);
    expect((await village.suggested(nina)).give).toEqual([]);
    await village.statements.fulfil(village.communityId, ask);
    ask = await village.says(omar, 'ask', 'I am looking for someone to take product photos of my ceramics');
    await village.later(2);
    expect((await village.suggested(nina)).give).toEqual(['Omar']);
    await answer(omar, await gladly(), 'known');
    await village.later(400);
    await village.says(omar, 'ask', 'I am looking for someone to take product photos of my ceramics');
    expect((await village.suggested(nina)).give).toEqual([]);
  });

  test('P12 a button pressed twice, and two answers at once, do one thing once', async () => {
    const [first, second] = await Promise.all([gladly(), wouldLike()]);
    expect(first).toBe(second);
    const yes = await Promise.allSettled([answer(omar, first, 'yes'), answer(omar, first, 'yes'), answer(omar, first, 'not-now')]);
    expect(yes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await Promise.all([village.later(0, 15), village.time.tick(), village.time.tick()]);
    expect((await kinds()).filter((kind) => kind.startsWith('introduction '))).toHaveLength(2);
  });

  test('P12 a change and its mails are stored together or not at all', async () => {
    await village.reader.query("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'outbox is full'); END");
    await expect(gladly()).rejects.toThrow('outbox is full');
    expect(await village.views.list(village.communityId, nina.id)).toEqual({ give: [], receive: [] });
  });

  test('P2 no ledger: what is shown and mailed counts nobody and nothing', async () => {
    const id = await gladly();
    await answer(omar, id, 'yes');
    await village.later(0, 15);
    await village.introductions.tellOutcome(village.communityId, omar.id, id, { met: true, helped: true, tellConnector: false });
    const shown = JSON.stringify([await village.views.list(village.communityId, nina.id), await village.views.list(village.communityId, omar.id)]);
    const numbers = shown.replace(/[\dT:.Z-]{24}|[\da-f]{8}-[\da-f-]{27}/gu, '').match(/:\d/gu);
    expect(numbers).toBeNull();
  });

  test('P6 asking past the suggestions is refused: texts that do not meet, and what belongs to others', async () => {
    const vera = await village.person('Vera Lund');
    const accordion = await village.says(vera, 'offer', 'I repair old accordions');
    await expect(village.introductions.wouldLike(village.communityId, omar.id, ask, accordion)).rejects.toMatchObject({ code: 'suggestion-closed' });
    await expect(village.introductions.gladly(village.communityId, vera.id, ask, offer, 'note')).rejects.toMatchObject({ code: 'not-found' });
    const id = await gladly();
    await expect(village.views.get(village.communityId, vera.id, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('records end after a year', async () => {
    await answer(omar, await gladly(), 'yes');
    await village.later(0, 15);
    await village.later(365, 20);
    expect(await village.reader.query('SELECT id FROM introductions UNION SELECT kind FROM pair_rules')).toEqual([]);
  });

  test('constraints: what every plan of suggestions must respect', async () => {
    const constraints = () => village.house.app.get(ProtectionService).constraintsFor(village.communityId);
    const statement = await village.statements.get(village.communityId, ask);
    expect((await constraints()).allowsPair(nina.id, omar.id)).toBe(true);
    expect((await constraints()).isOpen(statement)).toBe(true);
    await gladly();
    expect((await constraints()).allowsPair(nina.id, omar.id)).toBe(false);
    expect((await constraints()).allowsPair(omar.id, nina.id)).toBe(false);
    expect((await constraints()).isOpen(statement)).toBe(false);
  });
});
