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
  const upload = (parts: Record<string, string>): Promise<Reply> => {
    const body = Object.entries(parts).map(([name, text]) => `--fence\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
    return organizer.call('POST', `${path}/guests`, `${body.join('')}--fence--\r\n`, { ...FORM, 'content-type': 'multipart/form-data; boundary=fence' });
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
    expect((await upload({ text, name: '1', offer: '2' })).body).toMatch(/1 Gast aus 1 Zeile/u);
  });

  test('the plan is made, kept, explained and changed by presses', async () => {
    await press(`${path}/plan`);
    const { body } = await look(path);
    expect(body).toMatch(/Dora Thule kann Ada Quist helfen/u);
    const [, entry] = /<article id="([\w-]+)"/u.exec(body)!;
    expect((await press(`${path}/introductions/${entry}`, { action: 'lock' })).headers['location']).toBe(`${path}#${entry}`);
    expect((await look(path)).body).toContain('bleibt in jedem Plan');
    const [one, other] = [...body.matchAll(/<option value="([\w-]{36})"/gu)].map(([, id]) => id!).slice(-2);
    expect((await look(`${path}?one=${one}&other=${other}`)).body).toMatch(/class="notice">(?:Ada Quist|Dora Thule) → /u);
  });

  test('at the door one press is enough for each guest', async () => {
    const [, guest] = /<article id="([\w-]+)"/u.exec((await look(`${path}/door`)).body)!;
    await press(`${path}/door/${guest}`, { state: 'arrived' });
    expect((await look(`${path}/door`)).body).toContain('ist da');
    expect((await press(`${path}/door`, { name: 'Gus Vega', ask: '', offer: 'Steuererklärungen' })).status).toBe(303);
    const wrong = await press(`${path}/door`, { name: 'www.example.org', ask: '', offer: '' });
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('www.example.org')]);
  });

  test('P1 P8 a member says that they come, reads whom they can help first, and tells afterwards whom they met, by the link of a mail', async () => {
    const nina = await house.member('Nina Muster');
    await house.says(nina, 'offer', 'Ich passe gern auf Hunde auf');
    await press(`${path}/me`, { coming: 'yes' }, house.as(nina));
    await press(`${path}/plan`);
    expect((await press(`${path}/lists`)).body).toMatch(/1 unterwegs/u);
    await house.mail.runOnce();
    const [, link] = /http:\/\/localhost:3000(\/meetups\/\S+key=\S+)/u.exec(house.letters[0]!.text)!;
    const page = (await look(link!, house.visitor())).body;
    expect(page).toMatch(/Denen kannst du helfen[^]*Dora Thule[^]*Die können dir helfen/u);
    expect(page).not.toContain('@example.org');
    clock.set('2027-05-21T08:00:00.000Z');
    const after = (await look(link!, house.visitor())).body;
    const [, action] = /action="([^"]+)"[^>]*><button[^>]*value="helped"/u.exec(after)!;
    expect((await press(action!.replaceAll('&amp;', '&'), { what: 'helped' }, house.visitor())).status).toBe(303);
    expect((await look(link!, house.visitor())).body).toContain('es hat geholfen');
    // A yes needs a session.
    expect((await press(`${path}/me/introduce-rest`, {}, house.visitor())).headers['location']).toMatch(/^\/sign-in/u);
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
