import { CommunitiesService } from '../../src/communities/communities.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { Database } from '../../src/database/database.js';
import { RoundPlanning } from '../../src/introductions/digest/round-planning.service.js';
import { VisitsService } from '../../src/introductions/visits/visits.service.js';
import { MailStateEntity } from '../../src/mail/mail-state.entity.js';
import { OutboxEntity } from '../../src/mail/outbox.entity.js';
import { SuppressionService } from '../../src/mail/suppression.service.js';
import { MembersService } from '../../src/members/members.service.js';
import { empower } from '../accounts/second-factor.js';
import { Village, type Person } from '../introductions/village.js';
import { TestClock } from '../support/clock.js';
import { House, type Caller, type Reply } from '../support/house.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('what an organizer sees and does, without JavaScript', () => {
  const clock = new TestClock('2026-03-02T08:00:00.000Z');
  let house: House;
  let village: Village;
  let organizer: Caller;
  let nina: Person;
  let omar: Person;
  const look = async (url: string, who = organizer): Promise<string> => (await who.call('GET', url, undefined, { accept: 'text/html' })).body as string;
  const press = (url: string, fields: Record<string, string> = {}, who = organizer): Promise<Reply> => who.call('POST', url, new URLSearchParams(fields).toString(), FORM);

  /** Days pass, and the organizer shows the second factor again. */
  const later = async (days: number): Promise<void> => {
    await village.later(days);
    const sessions = house.app.get(SessionsService);
    const { accountId } = await house.accountOf(house.organizerId);
    for (const { id } of await sessions.of(accountId)) await house.app.get(Database).write((transaction) => sessions.empower(transaction, id));
  };

  beforeAll(async () => {
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    organizer = await empower(house, house.organizerId);
    nina = await village.person('Nina Weber', { language: 'de', place: 'Leipzig' });
    omar = await village.person('Omar Sanz', { language: 'es' });
    await village.says(nina, 'offer', 'Produktfotos für kleine Läden');
  });
  afterAll(() => house.close());

  describe('today', () => {
    test('says calmly that nothing needs anybody, and where the next meetup would be planned', async () => {
      const page = await look('/today');
      expect(page).toContain('Heute braucht dich niemand.');
      expect(page).toContain('Noch keines geplant');
      expect(page).not.toContain('class="tasks"><li><div><h3>Die Runde');
    });

    test('P3 an ask that waits for two weeks is told; one whose giver declined looks like one that is being looked after, for as long as its asker waits', async () => {
      const ask = await village.says(omar, 'ask', 'Busco a alguien que haga fotos de producto de mi cerámica');
      await village.says(omar, 'ask', 'Busco una colmena usada para el jardín');
      await later(15);
      expect(await look('/today')).toContain('2 Bitten warten schon lange');
      const offer = (await village.statements.list(village.communityId, { limit: 5, memberId: nina.id })).items[0]!.id;
      const introduction = await village.introductions.wouldLike(village.communityId, omar.id, ask, offer);
      expect(await look('/today')).toContain('Eine Bitte wartet schon lange');
      await village.introductions.answer(village.communityId, nina.id, introduction, 'not-now');
      const declined = await look('/today');
      expect(declined).toContain('Eine Bitte wartet schon lange');
      expect(declined).toContain('Busco una colmena usada');
      expect(declined).not.toContain('Busco a alguien que haga fotos');
      await later(8);
      expect(await look('/today')).toContain('2 Bitten warten schon lange');
    });

    test('lists what waits for a look, each with one way to act: rounds, visits soon, mails, the next meetup', async () => {
      const community = await house.app.get(CommunitiesService).get(village.communityId);
      const round = await house.app.get(RoundPlanning).plan(community, clock.now().toISOString().slice(0, 10));
      const visit = await house.app.get(VisitsService).announce(village.communityId, omar.id, { text: 'Imkerinnen und Imker treffen', place: 'Leipzig', from: '2026-03-30', to: '2026-04-02' });
      const meetup = (await house.call('POST', '/api/v1/meetups', { title: 'Feierabend', startsAt: '2026-04-10T19:00', endsAt: '2026-04-10T22:00', timeZone: 'Europe/Berlin', language: 'de' })).body
        .id;
      const page = await look('/today');
      expect(page).toContain('2 Dinge warten auf dich.');
      for (const way of [`/rounds/${round.id}`, `/asks/${visit.id}/connect`, `/meetups/${meetup}`]) expect(page).toContain(`href="${way}"`);
      expect(page).toContain('Omar kommt nach Leipzig');
      expect(page).toContain('Vom 30. März bis zum 2. April. Wen sollte Omar treffen?');
      expect(page).not.toContain('Sanz');
      await press(`/rounds/${round.id}/release`);
      expect(await look('/today')).not.toContain(`/rounds/${round.id}`);
    });

    test('is for organizers: a member is turned away, and a lapsed second factor is asked for', async () => {
      expect((await house.as(nina.id).call('GET', '/today')).status).toBe(403);
      // A new session holds no powers yet.
      expect((await house.as(house.organizerId).call('GET', '/today')).headers['location']).toBe('/account/second-factor?then=%2Ftoday');
    });
  });

  describe('the network', () => {
    test('an empty one is told in words, not in empty pictures', async () => {
      const other = await House.open({ clock });
      const page = (await (await empower(other, other.organizerId)).call('GET', '/network')).body;
      await other.close();
      for (const words of ['Noch keine Vorstellung.', 'Keine Bitte im letzten halben Jahr.', 'Noch keine offenen Bitten oder Angebote.', 'noch zu wenige']) expect(page).toContain(words);
      expect(page).not.toContain('<svg class="picture chart"');
    });

    test('P2 P3 shows shares, times, loads and gaps without a name; a decline is seen nowhere before time has told it', async () => {
      const photos = (await village.statements.list(village.communityId, { limit: 5, memberId: nina.id })).items[0]!.id;
      await village.members.change(village.communityId, nina.id, { capacity: 30 });
      for (const name of ['Ada', 'Bea', 'Cem', 'Dora', 'Eda', 'Fee']) {
        const person = await village.person(`${name} Muster`);
        const ask = await village.says(person, 'ask', 'Ich suche jemanden für Produktfotos meiner Keramik');
        const introduction = await village.introductions.wouldLike(village.communityId, person.id, ask, photos);
        if (name !== 'Fee') await village.introductions.answer(village.communityId, nina.id, introduction, 'yes', 'call');
        else await village.introductions.answer(village.communityId, nina.id, introduction, 'not-now');
      }
      await village.later(0, 16);
      const page = await look('/network');
      expect(page).toMatch(/<th scope="row">März 2026<\/th><td>etwa 5<\/td><td>weniger als fünf<\/td>/u);
      expect(page).toMatch(/<th scope="row">am selben Tag<\/th><td>etwa 5<\/td>/u);
      expect(page).toMatch(/<th scope="row">5 oder mehr<\/th><td>weniger als fünf<\/td>/u);
      expect(page).toMatch(/<strong>wenige<\/strong>der Mitglieder/u);
      expect(page).toContain('Gestalten, Medien und Werben');
      for (const name of ['Nina', 'Ada', 'Muster', 'Fee']) expect(page).not.toContain(name);
    });
  });

  describe('members', () => {
    const FENCE = 'multipart/form-data; boundary=fence';
    const upload = (url: string, parts: Record<string, string>): Promise<Reply> => {
      const body = Object.entries(parts).map(([name, text]) => `--fence\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
      return organizer.call('POST', url, `${body.join('')}--fence--\r\n`, { 'content-type': FENCE });
    };
    const lettersTo = async (address: string) => {
      await house.mail.runOnce();
      return house.letters.filter(({ to }) => to.includes(address));
    };
    const invited = { language: 'de', basis: 'yes' };

    test('are listed by name, page by page, found by a part of it whatever its accents, and shown without contact data', async () => {
      for (let i = 0; i < 30; i++) await house.app.get(MembersService).create(village.communityId, { name: `José Número ${i}`, languages: ['es'], place: null, line: null, timeZone: 'UTC' });
      const all = await look('/members');
      expect(all).toContain('Seite 1 von 2');
      expect(all.match(/href="\/members\/[\w-]{36}"/gu)).toHaveLength(25);
      expect(await look('/members?page=2')).toContain('rel="prev"');
      const found = await look('/members?search=numero+jose');
      expect(found).toContain('30 Mitglieder heißen so');
      expect(await look('/members?search=Weber')).toContain(`href="/members/${nina.id}"`);
      expect(await look('/members?search=%3Cb%3E')).toContain('Niemand heißt „&lt;b>“');
      const page = await look(`/members/${nina.id}`);
      expect(page).toContain('Leipzig');
      for (const hidden of [nina.address, 'Produktfotos']) expect(page).not.toContain(hidden);
    });

    test('an invitation is one mail with a way in and one out; it stores nobody, comes once, and does not tell who is a member', async () => {
      const wrong = await press('/members/invite', { address: 'kein Platz', language: 'de' });
      expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('value="kein Platz"')]);
      expect(wrong.body).toContain('one-basis-fault');
      const before = await house.read('SELECT id FROM members UNION SELECT id FROM accounts UNION SELECT hash FROM joins');
      for (const address of ['ada@example.org', 'Ada@example.org', nina.address]) expect((await press('/members/invite', { address, ...invited })).headers['location']).toBe('/members?done=invited');
      expect(await house.read('SELECT id FROM members UNION SELECT id FROM accounts UNION SELECT hash FROM joins')).toEqual(before);
      const [letter, ...more] = await lettersTo('ada@example.org');
      expect(more).toEqual([]);
      expect(letter!.subject).toContain('Orga Muster lädt dich ein');
      expect(letter!.text).toMatch(/http:\/\/localhost:3000\/join\r?\n/u);
      expect((await lettersTo(nina.address)).filter(({ subject }) => subject.includes('lädt dich ein'))).toEqual([]);
      const [, stop] = /http:\/\/localhost:3000(\/mail\/unsubscribe\/\S+)/u.exec(letter!.text)!;
      expect((await house.visitor().call('GET', stop!, undefined, { 'accept-language': 'de' })).body).toContain('Einladungen mitzumachen');
    });

    test('a list is looked at first and kept by nobody; the press invites exactly those who were seen', async () => {
      const text = 'Name,E-Mail\nBea Roth,bea@example.org\nCem Kaya,\nBea Roth,bea@example.org\n';
      expect((await upload('/members/import', { text, language: 'de' })).body).toContain('list-basis-fault');
      const preview = await upload('/members/import', { text, ...invited });
      expect(preview.body).toContain('Einen Menschen; bei einem weiteren fehlt eine Adresse');
      expect(await house.read("SELECT id FROM outbox WHERE kind = 'invitation' AND recipient = 'bea@example.org'")).toEqual([]);
      const hidden = Object.fromEntries([...String(preview.body).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [name!, value!]));
      expect((await upload('/members/import/confirm', { ...hidden, hash: 'f'.repeat(64) })).status).toBe(409);
      expect((await upload('/members/import/confirm', hidden)).headers['location']).toBe('/members?done=invited');
      expect(await lettersTo('bea@example.org')).toHaveLength(1);
      const unclear = await upload('/members/import', { text: 'A,B\nx,y\n', ...invited });
      expect(unclear.body).toMatch(/Niemanden[^]*<textarea name="text">A,B/u);
      const bad = await upload('/members/import', { text: 'Name,E-Mail\n"offen', ...invited });
      expect([bad.status, bad.body]).toEqual([422, expect.stringContaining('Die Liste lässt sich nicht lesen.')]);
    });

    test('the role is given and taken; its powers rest until there is a second factor, and somebody always organizes', async () => {
      await press(`/members/${nina.id}/role`, { role: 'organizer' });
      expect(await look(`/members/${nina.id}`)).toContain('bis er eingerichtet ist, ruhen die Rechte');
      const hers = house.as(nina.id);
      expect((await hers.call('GET', '/members')).headers['location']).toMatch(/^\/account\/second-factor/u);
      const empowered = await empower(house, nina.id);
      expect((await empowered.call('GET', '/members')).status).toBe(200);
      expect((await press(`/members/${house.organizerId}/role`, { role: 'member' }, empowered)).status).toBe(422);
      await press(`/members/${nina.id}/role`, { role: 'member' });
      expect((await empowered.call('GET', '/members')).status).toBe(403);
      expect((await press(`/members/${house.organizerId}/role`, { role: 'organizer' })).body).toContain('Jemand muss organisieren');
    });

    test('P12 a pause and a farewell are asked for with care; whoever is removed is gone, and told once', async () => {
      await press(`/members/${omar.id}/pause`, { pausedUntil: '2026-12-31' });
      expect(await look(`/members/${omar.id}`)).toContain('Pause bis 31. Dezember 2026');
      expect((await press(`/members/${omar.id}/pause`, { pausedUntil: '' })).status).toBe(303);
      expect(await look(`/members/${omar.id}/remove`)).toContain('Eine Pause lässt sich zurücknehmen');
      expect((await press(`/members/${omar.id}/remove`)).status).toBe(422);
      expect((await press(`/members/${house.organizerId}/remove`, { sure: 'yes' })).status).toBe(409);
      expect((await press(`/members/${omar.id}/remove`, { sure: 'yes' })).headers['location']).toBe('/members?done=removed');
      expect((await organizer.call('GET', `/members/${omar.id}`)).status).toBe(404);
      expect((await lettersTo(omar.address)).filter(({ subject }) => subject.includes('Que te vaya muy bien'))).toHaveLength(1);
    });
  });

  describe('mail', () => {
    const outbox = (change: Partial<OutboxEntity>) => house.app.get(Database).write((transaction) => transaction.update(OutboxEntity, { kind: 'invitation' }, change));

    test('today tells how many are uncertain or were refused; the page settles them one by one, without an address', async () => {
      expect(await look('/mail')).toContain('Keine Mail ist ungewiss.');
      const changedAt = clock.now().toISOString();
      await outbox({ state: 'uncertain', changedAt });
      expect(await look('/today')).toContain('2 Mails sind vielleicht hinausgegangen, vielleicht nicht');
      const page = await look('/mail');
      expect(page).not.toContain('bea@example.org');
      const [first, second] = [...page.matchAll(/action="(\/mail\/uncertain\/[\w-]+)"/gu)].map(([, action]) => action!);
      expect((await press(first!, { verdict: 'drop' })).headers['location']).toBe('/mail?done=settled');
      await press(second!, { verdict: 'resend' });
      await house.mail.runOnce();
      const settled = await look('/mail');
      expect(settled).toContain('Keine Mail ist ungewiss.');
      expect(settled).toContain('Dropped by the operator.');
      expect(await look('/today')).toContain('Eine Mail ließ sich nicht übergeben');
    });

    test('what a long absence held back is let go by one press, and an address that bounced is written to again', async () => {
      await house.app.get(Database).write((transaction) => transaction.update(MailStateEntity, { id: 'mail' }, { pausedSince: clock.now().toISOString() }));
      expect(await look('/today')).toContain('Zurzeit geht keine Mail hinaus');
      expect(await look('/mail')).toContain('action="/mail/resume"');
      await press('/mail/resume');
      expect(await look('/mail')).not.toContain('action="/mail/resume"');
      await house.app.get(Database).write((transaction) => house.app.get(SuppressionService).suppress(transaction, 'gus@example.org', 'bounced'));
      expect((await press('/mail/allow', { address: 'gus@example.org' })).headers['location']).toBe('/mail?done=allowed');
      const again = await press('/mail/allow', { address: 'gus@example.org' });
      expect([again.status, again.body]).toEqual([422, expect.stringContaining('value="gus@example.org"')]);
    });
  });

  describe('the community', () => {
    test('is named, placed and timed; what was typed stays where it does not fit, and the promises stand beside', async () => {
      const page = await look('/community');
      expect(page).toContain('value="Our network"');
      expect(page).toContain('Nach dem zweiten Ja bleiben 15 Minuten');
      const wrong = await press('/community', { name: 'Hafenkreis', place: 'Palma', timeZone: 'Europe/Nirgends' });
      expect([wrong.status, wrong.body]).toEqual([422, expect.stringMatching(/value="Hafenkreis"[^]*zone-fault/u)]);
      expect((await press('/community', { name: 'Hafenkreis', place: '', timeZone: 'Europe/Madrid' })).headers['location']).toBe('/community?done=saved');
      expect(await house.app.get(CommunitiesService).get(village.communityId)).toMatchObject({ name: 'Hafenkreis', place: null, timeZone: 'Europe/Madrid', reviewsRounds: false });
    });
  });
});
