import { SuggestionsService } from '../../src/introductions/suggestions.service.js';
import { Browser } from '../accounts/browser.js';
import { Village, type Person } from '../introductions/village.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';

interface Press {
  readonly action: string;
  readonly fields: Record<string, string>;
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** Every button of every form of a page, with what stands in its fields; of choices each one. */
function buttonsOf(page: string): Press[] {
  return [...page.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/gu)].flatMap(([, action, inside]): Press[] => {
    const fields: Record<string, string> = {};
    const choices: [string, string][] = [];
    for (const [tag] of inside!.matchAll(/<(?:input|button|textarea|select)\b[^>]*>/gu)) {
      const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1];
      const [name, value, type] = [attribute('name'), unescaped(attribute('value') ?? ''), attribute('type')];
      if (name === undefined) continue;
      if (type === 'radio' || type === 'checkbox' || tag.startsWith('<button')) choices.push([name, value || 'yes']);
      else fields[name] = value || 'Gern!';
    }
    for (const [, value] of inside!.matchAll(/<option[^>]*value="([^"]*)"/gu)) choices.push([/<select[^>]*name="([^"]*)"/u.exec(inside!)![1]!, unescaped(value!)]);
    const presses = choices.length > 0 ? choices.map(([name, value]) => ({ ...fields, [name]: value })) : [fields];
    return presses.map((its) => ({ action: unescaped(action!), fields: its }));
  });
}

describe('a robot that opens every page of everybody and presses every button at once', () => {
  const clock = new TestClock('2026-09-01T08:00:00.000Z');
  let house: House;
  let village: Village;
  let people: Person[];

  beforeEach(async () => {
    clock.set('2026-09-01T08:00:00.000Z');
    house = await House.open({ clock });
    village = await Village.open(clock, house);
    const names = ['Nina Weber', 'Omar Sanz', 'Carla Ruiz', 'Vera Lund'];
    people = [];
    for (const name of names) people.push(await village.person(name));
    const [nina, omar, carla, vera] = people as [Person, Person, Person, Person];
    const offer = await village.says(nina, 'offer', 'Product photos for small shops');
    const asks = [];
    for (const [person, thing] of [
      [omar, 'pottery'],
      [carla, 'hand-made soap'],
      [vera, 'woollen hats'],
    ] as const)
      asks.push(await village.says(person, 'ask', `Looking for someone to take product photos of my ${thing}`));
    // One asked for, one offered, one only suggested.
    await village.introductions.wouldLike(village.communityId, omar.id, asks[0]!, offer);
    await village.introductions.gladly(village.communityId, nina.id, asks[1]!, offer, 'call');
  });
  afterEach(() => house.close());

  test.each(['at once', 'again and again, for fourteen minutes'])('P3, P9 %s: within the hold no contact data leaves', async (how) => {
    const rounds = how === 'at once' ? 1 : 7;
    for (let round = 0; round < rounds; round++) {
      const pressed = await pressEverything();
      if (round === 0) expect(pressed).toBeGreaterThan(10);
      clock.passSeconds(how === 'at once' ? 0 : 120);
      await village.time.tick();
    }
    await house.mail.runOnce();
    const held: { state: string }[] = await house.read('SELECT state FROM introductions');
    expect(held.length).toBeGreaterThan(0);
    const leaked = house.letters.filter(({ to, text, html }) => people.some(({ address }) => address !== to && `${text}${html}`.includes(address)));
    expect(leaked.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([]);
    expect((await village.mails()).filter(({ kind }) => kind === 'introduction')).toEqual([]);
  });

  async function pressEverything(): Promise<number> {
    const presses: (() => Promise<unknown>)[] = [];
    for (const person of people) {
      const browser = new Browser(house);
      const [name, value] = (await house.sessionOf(person.id)).split('=') as [string, string];
      browser.cookies.set(name, value);
      for (const path of await pagesOf(person)) {
        const { status, body } = await browser.get(path);
        expect(status).toBeLessThan(500);
        for (const { action, fields } of buttonsOf(body)) if (!/sign-out|leave/u.test(action)) presses.push(() => browser.post(action.startsWith('/') ? action : path, fields));
      }
    }
    await Promise.all(presses.map((press) => press()));
    return presses.length;
  }

  /** Home, settings, what is under way, and every suggestion. */
  async function pagesOf({ id }: Person): Promise<string[]> {
    const { give, receive } = await village.views.list(village.communityId, id);
    const suggested = await house.app.get(SuggestionsService).forMember(village.communityId, id, 5);
    return [
      '/',
      '/introductions',
      '/preferences',
      ...[...give, ...receive].map((one) => `/introductions/${one.id}`),
      ...[...suggested.give, ...suggested.receive].flatMap(({ ask, offer }) => [`/suggestions/${ask.id}/${offer.id}`, `/asks/${ask.id}/connect`]),
    ];
  }
});
