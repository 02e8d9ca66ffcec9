import { stringify } from 'csv-stringify/sync';

import { clockworkOf } from '../../src/clockwork.js';
import { IntroductionsService } from '../../src/introductions/introductions.service.js';
import { GuestsService } from '../../src/meetups/guests/guests.service.js';
import { MeetupsService } from '../../src/meetups/meetups.service.js';
import { EveningService } from '../../src/meetups/plans/evening.service.js';
import { TestClock } from '../support/clock.js';
import { House, type Reply } from '../support/house.js';

const START = '2027-05-17T08:00:00.000Z';
const EVENING = { title: 'Feierabend im Werkraum', place: 'Hafenstraße 12', startsAt: '2027-05-20T19:00', endsAt: '2027-05-20T22:00', timeZone: 'Europe/Berlin', language: 'de' };
const HEADER = ['Name', 'E-Mail', 'Ich suche', 'Ich biete', 'Firma'];
const GUESTS = [
  ['Ada Quist', 'ada@example.org', 'Hilfe mit Suchmaschinenoptimierung (SEO)', 'Ich passe gern auf Hunde auf', ''],
  ['Bea Roth', 'bea@example.org', 'Hilfe mit Suchmaschinenoptimierung (SEO)', 'Logo-Design für kleine Läden', 'Roth & Co'],
  ['Cleo Sanz', 'cleo@example.org', 'A logo for my bakery', 'Bike repair', ''],
  ['Dora Thule', 'dora@example.org', '', 'Search engine optimization (SEO) for small firms', ''],
  ['Emil Ude', 'emil@example.org', 'Jemand, der auf meinen Hund aufpasst', '', ''],
  ['Filip Roth', '', 'Ein Logo für meinen Hofladen', 'Steuererklärung für Selbstständige', 'Roth & Co'],
];

describe('an evening, told over HTTP', () => {
  const clock = new TestClock(START);
  let house: House;
  let meetup: string;
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path = '', body?: unknown): Promise<Reply> => house.call(method, `/api/v1/meetups/${meetup}${path}`, body);
  const csv = (path: string, rows: readonly (readonly string[])[]): Promise<Reply> => house.call('POST', `/api/v1/meetups/${meetup}${path}`, stringify([...rows]), { 'content-type': 'text/csv' });
  const imported = async (rows: readonly (readonly string[])[] = GUESTS): Promise<Reply> => {
    const preview = await csv('/guests/preview', [HEADER, ...rows]);
    expect([preview.status, preview.body.questions]).toEqual([200, []]);
    return call('POST', '/guests/confirm', { hash: preview.body.hash });
  };
  const guestId = async (name: string): Promise<string> => (await call('GET', '/guests')).body.find((guest: { name: string }) => guest.name === name).id;
  const plan = async (): Promise<any> => (await call('GET', '/plan')).body;
  const pairs = async (): Promise<string[]> => (await plan()).introductions.map(({ giver, asker }: any) => `${giver.name} → ${asker.name}`).sort();
  const entry = async (pair: string): Promise<string> => (await plan()).introductions.find(({ giver, asker }: any) => `${giver.name} → ${asker.name}` === pair).id;

  beforeEach(async () => {
    clock.set(START);
    house = await House.open({ clock });
    meetup = (await house.call('POST', '/api/v1/meetups', EVENING)).body.id;
  });
  afterEach(() => house.close());

  test('a list comes in two steps, and the same list again changes nothing', async () => {
    expect((await imported()).body).toEqual({ added: 6, changed: 0, unchanged: 0 });
    expect((await imported()).body).toEqual({ added: 0, changed: 0, unchanged: 6 });
    const changed = GUESTS.map((row) => (row[0] === 'Ada Quist' ? [row[0], row[1]!, 'Einen Tandempartner für Spanisch', row[3]!, ''] : row));
    expect((await imported(changed)).body).toEqual({ added: 0, changed: 1, unchanged: 5 });
  });

  test('a preview that is an hour old, or was never seen, imports nothing; the hour wipes it', async () => {
    const { hash } = (await csv('/guests/preview', [HEADER, ...GUESTS])).body;
    expect((await call('POST', '/guests/confirm', { hash: hash.replace(/^./u, (sign: string) => (sign === '0' ? '1' : '0')) })).status).toBe(409);
    clock.passSeconds(3_601);
    const late = await call('POST', '/guests/confirm', { hash });
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('Nothing was imported')]);
    expect((await call('GET', '/guests')).body).toEqual([]);
  });

  test('18. of the bad lists: one list taken over twice at once, or two lists: one wins, all or nothing, and the other is told who was quicker', async () => {
    const previewed = async (rows: readonly (readonly string[])[]): Promise<string> => (await csv('/guests/preview', [HEADER, ...rows])).body.hash;
    const atOnce = async (...hashes: string[]): Promise<Reply[]> => {
      clock.passSeconds(60);
      const replies = await Promise.all(hashes.map((hash) => call('POST', '/guests/confirm', { hash })));
      return replies.sort((a, b) => a.status - b.status);
    };
    const [first, second] = [GUESTS.slice(0, 4), [...GUESTS.slice(3), ['Gus Vega', 'gus@example.org', '', 'Bike repair', '']]];
    const same = await previewed(first);
    const twice = await atOnce(same, same);
    expect(twice.map(({ status, body }) => [status, body.code ?? body.added])).toEqual([
      [200, 4],
      [409, 'import-running'],
    ]);
    expect(twice[1]!.body.detail).toBe('Orga Muster took over this very list at 10:01. Everybody on it is in, and nothing was imported twice.');
    clock.passSeconds(60);
    const [one, other] = [await previewed(first.slice(0, 1).map(([name, ...rest]) => [`${name} Neu`, ...rest])), await previewed(second)];
    const both = await atOnce(one, other);
    expect(both.map(({ status }) => status)).toEqual([200, 409]);
    expect(both[1]!.body.detail).toBe('Orga Muster took over another list at 10:03, after you had looked at yours. Nothing of yours was imported; look at it once more and then take it over.');
    const names = (await call('GET', '/guests')).body.map(({ name }: { name: string }) => name);
    expect([names.includes('Ada Quist Neu'), names.includes('Gus Vega')]).toEqual(both[0]!.body.added === 0 ? [true, false] : [false, true]);
    clock.passSeconds(60);
    expect((await imported(second)).status).toBe(200);
    expect((await call('GET', '/guests')).body).toHaveLength(7);
  });

  test('an import that is cut off takes over nobody', async () => {
    const cut = await csv('/guests/preview', [HEADER, ...GUESTS.slice(0, 2), ['Gus "', 'gus@example.org', 'x'.repeat(11_000), '', '']]);
    expect(cut.status).toBe(413);
    expect((await house.call('POST', `/api/v1/meetups/${meetup}/guests/preview`, 'Name,Ask\n"Ada', { 'content-type': 'text/csv' })).body.errors[0].code).toBe('open-quote');
    expect((await call('POST', '/guests/preview', {})).body.code).toBe('unsupported-media-type');
    expect((await call('GET', '/guests')).body).toEqual([]);
  });

  test('P1 P6 one fair plan: giving first, colleagues left to themselves, and why not', async () => {
    await imported();
    const { status, body } = await call('POST', '/plan');
    expect([status, body.proof.optimal]).toEqual([200, true]);
    expect(await pairs()).toEqual(['Ada Quist → Emil Ude', 'Bea Roth → Cleo Sanz', 'Dora Thule → Ada Quist', 'Dora Thule → Bea Roth']);
    expect(Object.keys(body.introductions[0]).slice(1, 3)).toEqual(['giver', 'asker']);
    expect(body.unserved).toEqual([expect.objectContaining({ name: 'Filip Roth', reason: 'forbidden' })]);
    const why = await house.call('GET', `/api/v1/meetups/${meetup}/why-not?one=${await guestId('Bea Roth')}&other=${await guestId('Filip Roth')}`, undefined, { 'accept-language': 'de' });
    expect(why.body[0]).toMatchObject({ because: 'colleagues', text: 'Bea Roth → Filip Roth: Die beiden arbeiten im selben Haus und brauchen dafür niemanden.' });
  });

  test('P11 the same guests give the same plan, in whatever order and on whatever way they came', async () => {
    await imported(GUESTS.slice(0, 3));
    await call('POST', '/plan');
    await imported([...GUESTS.slice(3)].reverse());
    const [grown, first] = [await pairs(), meetup];
    meetup = (await house.call('POST', '/api/v1/meetups', EVENING)).body.id;
    await imported();
    await call('POST', '/plan');
    expect(meetup).not.toBe(first);
    expect(await pairs()).toEqual(grown);
  });

  test('known.csv keeps apart; a rule can be taken back; each has an author', async () => {
    await imported();
    await call('POST', '/plan');
    expect(
      (
        await csv('/known', [
          ['Dora Thule', 'ada@example.org', 'bekannt'],
          ['Nobody', 'Ada Quist', ''],
        ])
      ).body,
    ).toMatchObject({ added: 1, notes: [{ code: 'not-found', row: 2 }] });
    expect(await pairs()).not.toContain('Dora Thule → Ada Quist');
    const [rule] = (await call('GET', '/rules')).body;
    expect(rule).toMatchObject({ rule: 'known', accountId: (await house.accountOf(house.organizerId)).accountId });
    expect((await call('DELETE', `/rules/${rule.id}`)).status).toBe(204);
    expect(await pairs()).toContain('Dora Thule → Ada Quist');
  });

  test('locks survive a new plan, a swap stays, a forbidden pair never returns', async () => {
    await imported();
    await call('POST', '/plan');
    expect((await call('PUT', `/introductions/${await entry('Bea Roth → Cleo Sanz')}/lock`, { locked: true })).status).toBe(204);
    expect((await call('POST', `/introductions/${await entry('Ada Quist → Emil Ude')}/swap`, { giverId: await guestId('Cleo Sanz') })).status).toBe(204);
    expect((await call('POST', `/introductions/${await entry('Dora Thule → Bea Roth')}/forbid`)).status).toBe(204);
    await call('PATCH', '', { perGiver: 1 });
    await call('POST', '/plan');
    const now = await pairs();
    expect(now).toEqual(expect.arrayContaining(['Bea Roth → Cleo Sanz', 'Cleo Sanz → Emil Ude', 'Dora Thule → Ada Quist']));
    expect(now).not.toContain('Dora Thule → Bea Roth');
    expect(now).not.toContain('Ada Quist → Emil Ude');
    const { accountId } = await house.accountOf(house.organizerId);
    expect((await plan()).introductions.find(({ giver }: any) => giver.name === 'Cleo Sanz')).toMatchObject({ lockedBy: accountId, swappedBy: accountId });
    const colleague = await call('POST', `/introductions/${await entry('Dora Thule → Ada Quist')}/swap`, { giverId: await guestId('Emil Ude') });
    expect([colleague.status, colleague.body.code]).toEqual([409, 'not-possible']);
    // Who could take the place: whoever fits, is here, stands beside no rule and has a place left.
    await call('PATCH', '', { perGuest: 1 });
    for (const name of ['Gus Vega', 'Hana Wolf']) await call('POST', '/guests', { name, asks: [], offers: ['Hilfe mit Suchmaschinenoptimierung (SEO)'] });
    const [helper] = (await pairs()).filter((pair) => pair.endsWith('→ Bea Roth'));
    const substitutes = await house.app.get(EveningService).substitutes(await house.app.get(MeetupsService).get((await house.accountOf(house.organizerId)).communityId, meetup), await entry(helper!));
    expect([helper, ...substitutes.map(({ name }) => `${name} → Bea Roth`)].sort()).toEqual(['Gus Vega → Bea Roth', 'Hana Wolf → Bea Roth']);
  });

  test('who stays away is planned for no longer; who was brought together stays; who comes late is in at once', async () => {
    await imported();
    await call('POST', '/plan');
    await call('POST', `/introductions/${await entry('Dora Thule → Ada Quist')}/happened`);
    await call('PATCH', `/guests/${await guestId('Ada Quist')}`, { state: 'arrived' });
    await call('PATCH', `/guests/${await guestId('Dora Thule')}`, { state: 'away' });
    expect(await pairs()).toEqual(['Ada Quist → Emil Ude', 'Bea Roth → Cleo Sanz', 'Dora Thule → Ada Quist']);
    expect((await plan()).unserved.map(({ name }: any) => name)).toContain('Bea Roth');
    await call('POST', '/guests', { name: 'Gus Vega', asks: [], offers: ['Ich helfe gern mit SEO und Suchmaschinen'] });
    expect(await pairs()).toContain('Gus Vega → Bea Roth');
    await call('PATCH', `/guests/${await guestId('Dora Thule')}`, { state: 'invited' });
    expect(await pairs()).toContain('Dora Thule → Ada Quist');
  });

  test('rounds, tables, ring and papers, with no contact data on any of them (P3)', async () => {
    await imported();
    await call('POST', '/plan');
    const { rounds, tables, ring } = (await call('GET', '/programme?rounds=8&tables=3&ring=true')).body;
    expect(rounds.flatMap((round: any) => round.pairs)).toHaveLength(4);
    expect(tables[0].flat()).toHaveLength(6);
    expect(ring.map(({ name }: any) => name)).toContain('Emil Ude');
    const papers = await Promise.all(['/sheet.html', '/sheet.pdf', '/cards.pdf', '/introductions.csv', '/map.svg', '/meetup.ics', '/gaps'].map((path) => call('GET', path)));
    expect(papers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200]);
    expect(papers.map(({ type }) => type.split(';')[0])).toEqual(['text/html', 'application/pdf', 'application/pdf', 'text/csv', 'image/svg+xml', 'text/calendar', 'application/json']);
    expect(papers[0]!.body).toContain('Ada Quist');
    for (const { body } of [{ body: { rounds, tables, ring } }, ...papers]) expect(typeof body === 'string' ? body : JSON.stringify(body)).not.toContain('@example.org');
    expect(papers[3]!.body).not.toMatch(/round|table/u);
    const seated = (await call('GET', '/introductions.csv?rounds=8&tables=3')).body.split('\n');
    expect(seated[0]).toContain('round,giver tables,asker tables');
    expect(seated[1]).toMatch(/,\d,\d \d \d,\d \d \d$/u);
    expect(papers[6]!.body.coverage).toEqual({ asks: 5, answered: 4 });
  });

  describe('sending the lists', () => {
    const send = async () => (await call('POST', '/lists')).body;

    test('members hear of it in their language, guests without an account only on a stated basis, nobody twice', async () => {
      const nina = await house.member('Nina Muster');
      await house.accountOf(nina);
      await house.says(nina, 'ask', 'Hilfe mit Suchmaschinenoptimierung (SEO)');
      expect((await house.as(nina).call('POST', `/api/v1/meetups/${meetup}/attend`)).status).toBe(204);
      await imported();
      await call('POST', '/plan');
      const first = await send();
      expect(first).toMatchObject({ queued: 1, already: 0, nothingToSay: 1, basisMissing: 5, noAddress: 0 });
      // 17. of the bad lists: no stated basis.
      expect(first.text).toBe(
        'One list is on its way. One guest has nobody to meet yet. 5 guests without an account were not mailed, as this meetup states no ground for it. State one, then send once more.',
      );
      await house.mail.runOnce();
      expect(house.letters.map(({ to }) => to.split('@')[0])).toEqual([nina]);
      expect((await call('PATCH', '', { mailBasis: 'they know' })).body.errors[0]).toMatchObject({ code: 'too-short', pointer: '/mailBasis' });
      await call('PATCH', '', { mailBasis: 'your sign-up, where you ticked “introductions”.' });
      expect(await send()).toMatchObject({ queued: 5, already: 1, nothingToSay: 1, basisMissing: 0 });
      expect(await send()).toMatchObject({ queued: 0, already: 6, nothingToSay: 1, basisMissing: 0 });
      await house.mail.runOnce();
      expect(house.letters).toHaveLength(6);
      const to = (name: string) => house.letters.find((letter) => letter.to.startsWith(name))!;
      expect(to('cleo').text).toMatch(/They can help you:[^]*Bea Roth[^]*“introductions”[^]*deleted on 3 June 2027[^]*No more mails of this kind:\s+http/u);
      expect(to('ada').text).toMatch(/Denen kannst du helfen:[^]*Emil Ude[^]*Die können dir helfen:[^]*Dora Thule/u);
      expect(to(nina).text).toContain(`/meetups/${meetup}/me?key=`);
      expect(to(nina).text).not.toMatch(/Grundlage/u);
      for (const { text } of house.letters) expect(text).not.toMatch(/@example\.org/u);
    });

    test('whoever is taken out and imported again gets no second list', async () => {
      await call('PATCH', '', { mailBasis: 'your sign-up, where you ticked “introductions”.' });
      await imported();
      await call('POST', '/plan');
      expect((await send()).queued).toBe(5);
      for (const { id } of (await call('GET', '/guests')).body) await call('DELETE', `/guests/${id}`);
      await imported();
      await call('POST', '/plan');
      expect((await send()).queued).toBe(0);
    });
  });

  test('afterwards members tell whom they met, and ask for the rest by mail: the other is asked, both must say yes (P3)', async () => {
    const [nina, omar] = [await house.member('Nina Muster'), await house.member('Omar Muster')];
    for (const id of [nina, omar]) await house.accountOf(id);
    await house.says(nina, 'ask', 'Hilfe mit Suchmaschinenoptimierung (SEO)');
    await house.says(omar, 'offer', 'Suchmaschinenoptimierung (SEO) für kleine Firmen');
    for (const id of [nina, omar]) await house.as(id).call('POST', `/api/v1/meetups/${meetup}/attend`);
    await call('POST', '/plan');
    const mine = () => house.as(nina).call('GET', `/api/v1/meetups/${meetup}/mine`);
    const { receive, isOver } = (await mine()).body;
    expect([receive[0].name, receive[0].met, isOver]).toEqual(['Omar Muster', null, false]);
    const told = () => house.as(nina).call('POST', `/api/v1/meetups/${meetup}/mine/${receive[0].otherId}`, { met: false, helped: false });
    expect((await told()).status).toBe(409);
    clock.set('2027-05-20T21:00:00.000Z');
    expect((await told()).status).toBe(204);
    expect((await house.as(nina).call('POST', `/api/v1/meetups/${meetup}/introduce-rest`)).body).toEqual({ begun: 1 });
    expect((await house.as(omar).call('GET', '/api/v1/introductions')).body.give[0].phase).toBe('asked');
    expect((await house.as(await house.member('Uta Muster')).call('GET', `/api/v1/meetups/${meetup}/mine`)).status).toBe(404);
  });

  test('P12 who never wants to meet is kept apart in silence, and who is erased is gone', async () => {
    const [nina, omar] = [await house.member('Nina Muster'), await house.member('Omar Muster')];
    await house.says(nina, 'ask', 'Hilfe mit Suchmaschinenoptimierung (SEO)');
    await house.says(omar, 'offer', 'Suchmaschinenoptimierung (SEO) für kleine Firmen');
    for (const id of [nina, omar]) await house.as(id).call('POST', `/api/v1/meetups/${meetup}/attend`);
    await call('POST', '/plan');
    expect(await pairs()).toEqual(['Omar Muster → Nina Muster']);
    await call('PUT', `/introductions/${await entry('Omar Muster → Nina Muster')}/lock`, { locked: true });
    const { communityId } = await house.accountOf(nina);
    await house.app.get(IntroductionsService).never(communityId, nina, omar);
    expect(await pairs()).toEqual([]);
    await call('POST', '/plan');
    expect(await pairs()).toEqual([]);
    expect((await plan()).unserved).toEqual([expect.objectContaining({ name: 'Nina Muster', reason: 'nobody above threshold' })]);
    const why = (await house.call('GET', `/api/v1/meetups/${meetup}/why-not?one=${await guestId('Omar Muster')}&other=${await guestId('Nina Muster')}`)).body;
    expect(why[0].because).toBe('no affinity above threshold');
    await house.call('DELETE', `/api/v1/members/${omar}`);
    expect(await house.app.get(GuestsService).forgetDue()).toBe(1);
    expect((await call('GET', '/guests')).body.map(({ name }: any) => name)).toEqual(['Nina Muster']);
  });

  test('two weeks after the evening all guests are forgotten but members and those who join', async () => {
    const nina = await house.member('Nina Muster');
    await house.as(nina).call('POST', `/api/v1/meetups/${meetup}/attend`);
    await imported();
    await call('POST', '/plan');
    await call('PATCH', `/guests/${await guestId('Dora Thule')}`, { joins: true });
    clock.set('2027-06-03T19:59:00.000Z');
    expect(await house.app.get(GuestsService).forgetDue()).toBe(0);
    clock.set('2027-06-03T20:01:00.000Z');
    const clockwork = clockworkOf(house.app);
    clockwork.start();
    await clockwork.stop();
    expect((await call('GET', '/guests')).body.map(({ name }: any) => name)).toEqual(['Nina Muster', 'Dora Thule']);
    expect(await pairs()).toEqual([]);
  });

  test('T2 a local time that does not exist, or comes twice, is refused with one to take instead', async () => {
    const at = (startsAt: string, endsAt: string) => house.call('POST', '/api/v1/meetups', { ...EVENING, startsAt, endsAt });
    const [missing, twice] = [await at('2027-03-28T02:30', '2027-03-28T05:00'), await at('2026-10-25T02:30', '2026-10-25T05:00')];
    expect([missing.status, missing.body.errors[0]]).toEqual([422, { code: 'invalid-time', pointer: '/startsAt', detail: expect.stringContaining('Take 2027-03-28T03:30') }]);
    expect([twice.status, twice.body.detail]).toEqual([422, expect.stringContaining('Take 2026-10-25T03:00')]);
    expect((await at('2027-05-20T22:00', '2027-05-20T19:00')).body.code).toBe('invalid-time');
  });

  test('members see when and where, and nothing of the guests', async () => {
    await imported();
    const nina = house.as(await house.member('Nina Muster'));
    expect((await nina.call('GET', '/api/v1/meetups')).body[0]).toMatchObject({ title: EVENING.title });
    for (const path of ['/guests', '/plan', '/rules', '/sheet.html', '/gaps']) expect((await nina.call('GET', `/api/v1/meetups/${meetup}${path}`)).status).toBe(403);
  });

  test('a list of somebody who does not show who they are is not even read', async () => {
    const { status, body } = await house.visitor().call('POST', `/api/v1/meetups/${meetup}/guests/preview`, 'Name\n'.repeat(1_000_000), { 'content-type': 'text/csv' });
    expect([status, body.code]).toEqual([401, 'sign-in-needed']);
  });

  test('a visitor finds what happens at the place within the days of the visit', async () => {
    const found = async (query: string): Promise<number> => (await house.call('GET', `/api/v1/meetups?${query}`)).body.length;
    expect(await found('from=2027-05-18&to=2027-05-22&place=Hafenstra%C3%9Fe')).toBe(1);
    expect(await found('from=2027-05-21&to=2027-05-22&place=Hafenstra%C3%9Fe')).toBe(0);
    expect(await found('from=2027-05-18&to=2027-05-22&place=Palma')).toBe(0);
  });
});
