import { House } from '../support/house.js';

describe('bad input over HTTP', () => {
  let house: House;
  let memberId: string;
  beforeAll(async () => {
    house = await House.open();
    memberId = await house.member('Nina Weber');
  });
  afterAll(() => house.close());

  const draft = (change: object) => ({ memberId: 'MEMBER', kind: 'ask', text: 'Suche eine Tandempartnerin', ...change });
  const cases: [string, unknown, number, string, string | undefined][] = [
    ['a wrong type', draft({ text: 7 }), 422, 'invalid-value', '/text'],
    ['an unknown field', draft({ colour: 'red' }), 422, 'unknown-field', '/colour'],
    ['a missing field', { memberId: 'MEMBER', kind: 'ask' }, 422, 'required', '/text'],
    ['a blank text', draft({ text: '   \n ' }), 422, 'required', '/text'],
    ['a text of invisible characters', draft({ text: '\u200B\u2060\uFEFF\u200B' }), 422, 'required', '/text'],
    ['a text that is too short', draft({ text: 'ab' }), 422, 'too-short', '/text'],
    ['a text that is too long', draft({ text: 'a'.repeat(1_001) }), 422, 'too-long', '/text'],
    ['a bidi control', draft({ text: 'Suche \u202Etfirhcs' }), 422, 'forbidden-character', '/text'],
    ['a NUL', draft({ text: 'Suche \u0000 nichts' }), 422, 'forbidden-character', '/text'],
    ['half of a surrogate pair', '{"memberId":"x","kind":"ask","text":"Suche \\ud800 etwas"}', 422, 'invalid-value', '/memberId'],
    ['letters under towers of marks', draft({ text: `Suche a${'\u0300'.repeat(30)}` }), 422, 'unreadable-text', '/text'],
    ['an unknown language', draft({ language: 'xx' }), 422, 'invalid-value', '/language'],
    ['a day that does not exist', draft({ neededBy: '2026-06-31' }), 422, 'invalid-time', '/neededBy'],
    ['malformed JSON', '{"memberId": ', 400, 'malformed-body', undefined],
    ['a prototype in the body', '{"__proto__": {"x": 1}}', 400, 'malformed-body', undefined],
    ['a body over the limit', draft({ text: 'a'.repeat(300_000) }), 413, 'too-large', undefined],
    ['an unknown member', draft({ memberId: '01890000-0000-7000-8000-000000000000' }), 404, 'not-found', undefined],
  ];

  test.each(cases)('%s gets a clear error and stores nothing', async (_, body, status, code, pointer) => {
    const reply = await house.call('POST', '/api/v1/statements', (typeof body === 'string' ? body : JSON.stringify(body)).replace('MEMBER', memberId));
    expect(reply.type).toContain('application/problem+json');
    expect(reply.body).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(reply.status).toBe(status);
    expect(reply.body.detail.length).toBeGreaterThan(15);
    if (pointer !== undefined) expect(reply.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
    expect((await house.call('GET', '/api/v1/statements')).body.items).toEqual([]);
  });

  test.each(['/api/v1/members/nobody', '/api/v1/statements/01890000-0000-7000-8000-000000000000', '/api/v1/members/nobody/suggestions', '/nowhere'])('%s is a 404 that says so', async (url) => {
    const reply = await house.call('GET', url);
    expect(reply.status).toBe(404);
    expect(reply.body.code).toBe('not-found');
  });

  test('a body that is not JSON is refused by its kind', async () => {
    const reply = await house.call('POST', '/api/v1/members', 'name=Nina', { 'content-type': 'text/xml' });
    expect(reply.status).toBe(415);
  });

  test('lists come in pages, each member once', async () => {
    for (const name of ['Ada', 'Bea', 'Cem', 'Dora']) await house.member(name);
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await house.call('GET', `/api/v1/members?limit=2${cursor && `&cursor=${cursor}`}`);
      names.push(...body.items.map((member: { name: string }) => member.name));
      cursor = body.next ?? '';
    } while (cursor !== '');
    expect(names).toEqual(['Orga Muster', 'Nina Weber', 'Ada', 'Bea', 'Cem', 'Dora']);
  });
});
