import { formParts } from '../../src/http/form-parts.js';
import { empower } from '../accounts/second-factor.js';
import { TestClock } from '../support/clock.js';
import { House, type Caller, type Reply } from '../support/house.js';

const LIST =
  'Name,E-Mail,Ich suche,Ich biete\nAda Quist,ada@example.org,Hilfe mit SEO,Ich passe auf Hunde auf\nDora Thule,dora@example.org,Jemanden für meinen Hund,Search engine optimization (SEO)\n';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'de' };

describe('a meetup on pages, without JavaScript', () => {
  const clock = new TestClock('2027-05-17T08:00:00.000Z');
  let house: House;
  let organizer: Caller;
  let path: string;
  const press = (url: string, fields: Record<string, string> = {}, who = organizer): Promise<Reply> => who.call('POST', url, new URLSearchParams(fields).toString(), FORM);
  const look = (url: string, who = organizer): Promise<Reply> => who.call('GET', url, undefined, { 'accept-language': 'de', accept: 'text/html' });
  const outcome = async (): Promise<{ met: number | null; helped: number | null }> => (await house.call('GET', `/api/v1${path}/outcome`)).body;
  const upload = (parts: Record<string, string>, to = '/guests'): Promise<Reply> => {
    const body = Object.entries(parts).map(([name, text]) => `--fence\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
    return organizer.call('POST', `${path}${to}`, `${body.join('')}--fence--\r\n`, { ...FORM, 'content-type': 'multipart/form-data; boundary=fence' });
  };

  beforeAll(async () => {
    clock.set('2027-05-17T08:00:00.000Z');
    house = await House.open({ clock });
    organizer = await empower(house, house.organizerId);
    const made = await press('/meetups', { title: 'Feierabend', place: '', startsAt: '2027-05-20T19:00', endsAt: '2027-05-20T22:00', perGuest: '3' });
    expect(made.status).toBe(303);
    path = String(made.headers['location']);
  });
  afterAll(() => house.close());

  test('a wrong time is told beside what was typed', async () => {
    const { status, body } = await press('/meetups', { title: 'Nachtschicht', startsAt: '2027-03-28T02:30', endsAt: '2027-03-28T05:00', perGuest: '3' });
    expect(status).toBe(422);
    expect(body).toMatch(/value="Nachtschicht"[^]*aria-invalid/u);
  });

  test('a list is looked at, then taken over by one press', async () => {
    const preview = await upload({ file: '', text: LIST });
    expect(preview.body).toMatch(/2 Gäste aus 2 Zeilen[^]*Ada Quist/u);
    expect((await look(path)).body).toContain('Noch keine Gäste');
    expect((await press(`${path}/guests/confirm`, { hash: /name="hash" value="(\w+)"/u.exec(preview.body)![1]! })).status).toBe(303);
    expect((await look(path)).body).toContain('2 Gäste');
  });

  test('a list whose columns say nothing asks for them, and keeps what was pasted', async () => {
    const text = 'A,B\nGus Vega,Steuerhilfe\n';
    const { body } = await upload({ text });
    expect(body).toMatch(/Keine Spalte[^]*<textarea name="text">A,B/u);
    const broken = await upload({ file: '', text: 'Name,Ich suche\nAda,"Hilfe' });
    expect([broken.status, broken.body]).toEqual([400, expect.stringMatching(/lässt sich nicht lesen[^]*opened in row 2 is never closed[^]*<textarea name="text">Name,Ich suche/u)]);
    expect((await upload({ text, name: '1', offer: '2' })).body).toMatch(/1 Gast aus 1 Zeile/u);
  });

  test('the plan is made, kept, explained and changed by presses, each with its author', async () => {
    expect((await press(`${path}/plan`)).headers['location']).toBe(`${path}/plan`);
    const { body } = await look(`${path}/plan`);
    expect(body).toMatch(/Dora Thule kann Ada Quist helfen/u);
    const [, entry] = /<article[^>]* id="([\w-]+)"/u.exec(body)!;
    const its = `${path}/introductions/${entry}`;
    expect((await press(`${its}?q=quist`, { action: 'lock', back: 'plan' })).headers['location']).toBe(`${path}/plan?q=quist#${entry}`);
    expect((await look(`${path}/plan?q=quist`)).body).toContain('behalten von Orga Muster');
    expect((await look(`${path}/plan?q=nobody`)).body).toContain('Nichts gefunden');
    expect((await press(its, { action: 'unlock' })).headers['location']).toBe(its);
    expect((await look(its)).body).toMatch(/Jemand anders statt[^]*Niemand sonst mit einem freien Platz passt/u);
    expect((await look(`${path}/pairs?one=Ada+Quist&other=dora@example.org`)).body).toMatch(/class="notice">Ada Quist → Dora Thule/u);
    expect((await look(`${path}/pairs?one=Ada+Quist&other=Niemand`)).body).toContain('Niemand auf der Liste heißt „Niemand“');
  });

  test('what is known of two guests is noted by names or by a file, shows its author, and can be taken back', async () => {
    const unknown = await press(`${path}/pairs`, { one: 'Ada Quist', other: 'Dora Thuhle', rule: 'never' });
    expect([unknown.status, unknown.body]).toEqual([422, expect.stringMatching(/Niemand auf der Liste heißt „Dora Thuhle“[^]*value="Ada Quist"[^]*value="Dora Thuhle"[^]*value="never" selected/u)]);
    expect((await press(`${path}/pairs`, { one: 'Ada Quist', other: 'Dora Thule', rule: 'known' })).headers['location']).toBe(`${path}/pairs?added=1`);
    const { body } = await look(`${path}/pairs?added=1`);
    expect(body).toMatch(/Ein Paar gemerkt[^]*Ada Quist und Dora Thule[^]*Sie kennen sich[^]*vermerkt von Orga Muster, 17. Mai 2027/u);
    expect((await look(`${path}/plan`)).body).not.toContain('Dora Thule kann Ada Quist helfen');
    const [, removal] = /action="([^"]+\/remove)"/u.exec(body)!;
    expect((await press(removal!)).status).toBe(303);
    expect((await look(`${path}/plan`)).body).toContain('Dora Thule kann Ada Quist helfen');
    const file = await upload({ file: 'Ada Quist,Dora Thule,unbedingt\nAda Quist,Gus Vega,bekannt\n' }, '/pairs/file');
    expect([file.status, file.body]).toEqual([422, expect.stringMatching(/Ein Paar gemerkt[^]*Zeile 2: Niemand auf der Liste heißt „Gus Vega“[^]*Sie müssen sich treffen/u)]);
    for (const [, again] of file.body.matchAll(/action="([^"]+\/remove)"/gu)) await press(again);
  });

  test('settings: mail to guests without an account is off until somebody says why; a wrong figure is told beside what was typed', async () => {
    const told = {
      title: 'Feierabend im Mai',
      place: 'Werkraum',
      startsAt: '2027-05-20T19:00',
      endsAt: '2027-05-20T22:00',
      timeZone: 'Europe/Berlin',
      language: 'de',
      perGuest: '2',
      perGiver: '2',
      roundMinutes: '10',
    };
    const page = (await look(`${path}/settings`)).body;
    expect(page).toMatch(/name="mails" value="yes"[^>]*>/u);
    expect(page).not.toMatch(/name="mails" value="yes" checked/u);
    const mute = await press(`${path}/settings`, { ...told, mails: 'yes', mailBasis: '' });
    expect([mute.status, mute.body]).toEqual([422, expect.stringMatching(/value="Feierabend im Mai"[^]*name="mails" value="yes" checked[^]*Ohne Grund darf niemandem geschrieben werden/u)]);
    const wild = await press(`${path}/settings`, { ...told, perGiver: '99' });
    expect([wild.status, wild.body]).toEqual([422, expect.stringMatching(/value="99"[^>]*aria-invalid[^]*Eine ganze Zahl von 1 bis 20/u)]);
    expect((await press(`${path}/settings`, { ...told, endsAt: '2027-05-20T18:00' })).body).toMatch(/ends before it begins[^]*name="endsAt" value="2027-05-20T18:00"/u);
    expect((await press(`${path}/settings`, told)).headers['location']).toBe(`${path}/settings?done=saved`);
    expect((await look(`${path}/settings?done=saved`)).body).toMatch(/Gespeichert[^]*value="Feierabend im Mai"/u);
  });

  test('two who take over lists at once: the second reads who was quicker', async () => {
    const hashOf = async (text: string): Promise<string> => /name="hash" value="(\w+)"/u.exec((await upload({ file: '', text })).body)![1]!;
    const [one, other] = [await hashOf(LIST.replace('Hunde auf', 'Hunde und Katzen auf')), await hashOf(LIST.replace('Hilfe mit SEO', 'Hilfe mit SEO für meinen Laden'))];
    clock.passSeconds(60);
    expect((await press(`${path}/guests/confirm`, { hash: one })).status).toBe(303);
    const late = await press(`${path}/guests/confirm`, { hash: other });
    expect([late.status, late.body]).toEqual([
      409,
      expect.stringMatching(/Orga Muster hat um 10:01 eine andere Liste übernommen, nachdem du deine angesehen hattest\. Von deiner wurde nichts eingelesen/u),
    ]);
    expect((await press(`${path}/guests/confirm`, { hash: one })).body).toContain('Orga Muster hat genau diese Liste um 10:01 übernommen.');
  });

  test('at the door one press is enough for each guest', async () => {
    const [, guest] = /<li id="([\w-]+)"/u.exec((await look(`${path}/door`)).body)!;
    const { headers } = await press(`${path}/door/${guest}`, { state: 'arrived' });
    expect(headers['location']).toBe(`${path}/door?noted=${guest}`);
    expect((await look(String(headers['location']))).body).toMatch(/role="status"[^]* ist da\./u);
    expect((await press(`${path}/door`, { name: 'Gus Vega', ask: '', offer: 'Steuererklärungen' })).status).toBe(303);
    expect((await look(`${path}/door?q=g%C3%BCs`)).body).toMatch(/1 gefunden[^]*Gus Vega/u);
    const wrong = await press(`${path}/door`, { name: 'www.example.org', ask: '', offer: '' });
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('www.example.org')]);
  });

  test('P1 P8 a member says that they come, reads whom they can help first, and tells afterwards whom they met, by the link of a mail', async () => {
    const nina = await house.member('Nina Muster');
    await house.says(nina, 'offer', 'Ich passe gern auf Hunde auf');
    await press(`${path}/me`, { coming: 'yes' }, house.as(nina));
    await press(`${path}/plan`);
    expect((await press(`${path}/lists`)).body).toMatch(/Eine Liste ist unterwegs\.[^]*2 Gäste ohne Konto bekamen keine Mail, denn dieses Treffen nennt keinen Grund dafür/u);
    await house.mail.runOnce();
    const [, link] = /http:\/\/localhost:3000(\/meetups\/\S+key=\S+)/u.exec(house.letters[0]!.text)!;
    const page = (await look(link!, house.visitor())).body;
    expect(page).toMatch(/Denen kannst du helfen[^]*Dora Thule/u);
    expect(page).not.toContain('@example.org');
    clock.set('2027-05-21T08:00:00.000Z');
    const after = (await look(link!, house.visitor())).body;
    const [, action] = /action="([^"]+)"[^>]*><button[^>]*value="helped"/u.exec(after)!;
    expect((await press(action!.replaceAll('&amp;', '&'), { what: 'helped' }, house.visitor())).status).toBe(303);
    expect((await look(link!, house.visitor())).body).toContain('es hat geholfen');
    expect(await outcome()).toEqual({ met: 1, helped: 1 });
    const { elsewhere } = (await look('/settings/export', house.as(nina))).body;
    expect(elsewhere.meetups).toEqual([
      expect.objectContaining({ meetup: 'Feierabend im Mai', offers: ['Ich passe gern auf Hunde auf'], told: [expect.objectContaining({ of: 'Dora Thule', met: true, helped: true })] }),
    ]);
    // A yes needs a session.
    expect((await press(`${path}/me/introduce-rest`, {}, house.visitor())).headers['location']).toMatch(/^\/sign-in/u);
  });

  test('P8 a guest without an account sees their list by its mail, takes their talks into a calendar, and tells afterwards; forgotten with the meetup', async () => {
    clock.set('2027-05-18T08:00:00.000Z');
    await house.call('PATCH', `/api/v1${path}`, { mailBasis: 'deine Anmeldung mit dem Häkchen bei „Vorstellungen“.' });
    await house.call('POST', `/api/v1${path}/lists`);
    await house.mail.runOnce();
    const letter = house.letters.find(({ to }) => to.startsWith('dora'))!;
    const [, link] = /http:\/\/localhost:3000(\/guest\/\S+)/u.exec(letter.text)!;
    const visitor = house.visitor();
    const page = (await look(link!, visitor)).body;
    expect(page).toMatch(/You can help them|Denen kannst du helfen/u);
    expect(page).not.toContain('@example.org');
    const { type, body: calendar } = await visitor.call('GET', `${link}/evening.ics`);
    expect([type, calendar]).toEqual([expect.stringContaining('text/calendar'), expect.stringMatching(/BEGIN:VEVENT[^]*DTSTART:20270520T170000Z[^]*BEGIN:VEVENT[^]*DTSTART:20270520T17/u)]);
    clock.set('2027-05-21T08:00:00.000Z');
    const after = (await look(link!, visitor)).body;
    const [, action] = /action="(\/guest\/[^"]+)"[^>]*><button[^>]*value="helped"/u.exec(after)!;
    expect((await press(action!, { what: 'met' }, visitor)).headers['location']).toBe(link);
    expect((await look(link!, visitor)).body).toMatch(/You met\.|Ihr habt euch getroffen\./u);
    expect((await press(`${link}/join`, {}, visitor)).status).toBe(303);
    expect((await look(link!, visitor)).body).toContain('href="/join"');
    const guests = (await house.call('GET', `/api/v1${path}/guests`)).body;
    expect(guests.filter(({ joins }: { joins: boolean }) => joins).map(({ name }: { name: string }) => name)).toEqual(['Dora Thule']);
    expect((await outcome()).met).toBeGreaterThan(0);
    expect((await look(`${link}x`, visitor)).status).toBe(404);
    for (const { id } of guests) await house.call('DELETE', `/api/v1${path}/guests/${id}`);
    expect((await look(link!, visitor)).status).toBe(404);
    expect(await outcome()).toEqual({ met: 0, helped: 0 });
  });
});

describe('the parts of a form with files', () => {
  const part = (name: string, text: string): string => `--f\r\nContent-Disposition: form-data; name="${name}"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n`;

  test('keep their bytes, line breaks and all', () => {
    const parts = formParts(Buffer.from(`${part('file', 'a,b\r\n\r\n1,2\n')}${part('text', '')}--f--\r\n`), 'multipart/form-data; boundary=f');
    expect([...parts].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['file', 'a,b\r\n\r\n1,2\n'],
      ['text', ''],
    ]);
  });

  test.each([
    ['no boundary', part('file', 'x'), 'multipart/form-data'],
    ['another kind', part('file', 'x'), 'text/plain'],
    ['nothing', '', 'multipart/form-data; boundary=f'],
    ['no end', '--f\r\nContent-Disposition: form-data; name="file"\r\n\r\nx', 'multipart/form-data; boundary=f'],
  ])('%s is no form', (_, body, type) => {
    expect(formParts(Buffer.from(body), type).size).toBe(0);
  });
});
