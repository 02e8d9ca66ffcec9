import { CommunitiesService } from '../../src/communities/communities.service.js';
import { RenewalsService } from '../../src/members/renewals.service.js';
import { Browser } from '../accounts/browser.js';
import { dump } from '../accounts/mailbox.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';

describe('a statement that is about to end', () => {
  const clock = new TestClock('2026-03-02T08:00:00.000Z');
  let house: House;
  let id: string;
  const ask = async (): Promise<number> => house.app.get(RenewalsService).askWhetherStillTrue((await house.app.get(CommunitiesService).default()).id);
  const state = async (): Promise<string> => (await house.call('GET', `/api/v1/statements/${id}`)).body.state;
  /** Path and query of the link in the one letter. */
  const link = async (): Promise<string> => {
    await house.mail.runOnce();
    return /http:\/\/localhost:3000(\/statements\/\S+)/u.exec(house.letters.at(-1)!.text)![1]!;
  };

  beforeEach(async () => {
    clock.set('2026-03-02T08:00:00.000Z');
    house = await House.open({ clock });
    const nina = await house.member('Nina Weber');
    await house.accountOf(nina);
    id = await house.says(nina, 'ask', 'Wer zeigt mir, wie man Gläser graviert?');
    clock.passDays(84);
  });
  afterEach(() => house.close());

  test('asks its member once whether it is still true, a week before', async () => {
    clock.passDays(-2);
    expect(await ask()).toBe(0);
    clock.passDays(2);
    expect([await ask(), await ask()]).toEqual([1, 0]);
    await house.mail.runOnce();
    expect(house.letters.at(-1)!.subject).toContain('Suchst du das noch?');
  });

  test('P8 mail is enough: by the link alone it lives on, also after it had ended; P9 a look changes nothing', async () => {
    await ask();
    const at = await link();
    clock.passDays(8);
    expect(await state()).toBe('expired');
    const before = await dump(house);
    const browser = new Browser(house);
    expect((await browser.get(at)).body).toContain('Stimmt noch');
    expect(await dump(house)).toBe(before);
    const [path, query] = at.split('?');
    expect((await browser.post(`${path}/renew?${query}`, {})).body).toContain('Wer dazu passt, sieht es weiterhin.');
    expect(await state()).toBe('open');
  });

  test('is fulfilled by one press, with a story that stays private', async () => {
    await ask();
    const [path, query] = (await link()).split('?');
    const told = await new Browser(house).post(`${path}/fulfil?${query}`, { story: 'Omar hat es mir gezeigt.' });
    expect(told.body).toContain('Wie schön');
    expect((await house.call('GET', `/api/v1/statements/${id}`)).body).not.toHaveProperty('story');
    expect(await state()).toBe('fulfilled');
  });

  test('the link of one statement opens no other', async () => {
    await ask();
    const query = (await link()).split('?')[1];
    const other = await house.says(await house.member('Omar Sanz'), 'ask', 'Suche ein Faltboot zum Ausleihen');
    expect((await new Browser(house).post(`/statements/${other}/renew?${query}`, {})).status).toBe(303);
  });
});
