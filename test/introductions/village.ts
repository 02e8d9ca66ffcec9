import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { AccountsService } from '../../src/accounts/accounts.service.js';
import { CommunitiesService } from '../../src/communities/communities.service.js';
import { Database } from '../../src/database/database.js';
import type { Language } from '../../src/engine/engine.js';
import { IntroductionTime } from '../../src/introductions/introduction-time.service.js';
import { IntroductionViews } from '../../src/introductions/introduction-views.service.js';
import { IntroductionsService } from '../../src/introductions/introductions.service.js';
import { SuggestionsService } from '../../src/introductions/suggestions.service.js';
import { ContactCardsService } from '../../src/members/contact-cards.service.js';
import { MembersService } from '../../src/members/members.service.js';
import { StatementsService } from '../../src/members/statements.service.js';
import { TestClock } from '../support/clock.js';
import { House } from '../support/house.js';

export interface Person {
  readonly id: string;
  readonly accountId: string;
  readonly address: string;
}

export interface QueuedMail {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly recipient: string;
  readonly text: string;
}

/** A small community with accounts, spoken to through the services of the rooms. */
export class Village {
  readonly introductions = this.house.app.get(IntroductionsService);
  readonly views = this.house.app.get(IntroductionViews);
  readonly time = this.house.app.get(IntroductionTime);
  readonly suggestions = this.house.app.get(SuggestionsService);
  readonly members = this.house.app.get(MembersService);
  readonly statements = this.house.app.get(StatementsService);
  readonly cards = this.house.app.get(ContactCardsService);
  private people = 0;

  private constructor(
    readonly house: Pick<House, 'app' | 'close'>,
    readonly clock: TestClock,
    readonly communityId: string,
  ) {}

  static async open(clock = new TestClock('2026-03-02T08:00:00.000Z'), house?: Pick<House, 'app' | 'close'>): Promise<Village> {
    const opened = house ?? (await House.open({ clock }));
    return new Village(opened, clock, (await opened.app.get(CommunitiesService).default()).id);
  }

  async person(name: string, { language = 'en', capacity = 3, place = null }: { language?: Language; capacity?: number; place?: string | null } = {}): Promise<Person> {
    const { id } = await this.members.create(this.communityId, { name, languages: [language], place, timeZone: 'Europe/Berlin', line: null });
    await this.members.change(this.communityId, id, { capacity });
    const address = `person${++this.people}@example.org`;
    const accounts = this.house.app.get(AccountsService);
    const account = await this.house.app.get(Database).write(async (transaction) => {
      const made = await accounts.create(transaction, { address, language, formal: false });
      await accounts.addMembership(transaction, { communityId: this.communityId, memberId: id, accountId: made.id, role: 'member' });
      return made;
    });
    return { id, accountId: account.id, address };
  }

  async says({ id }: Person, kind: 'ask' | 'offer', text: string): Promise<string> {
    return (await this.statements.create(this.communityId, { memberId: id, kind, text, neededBy: null, place: null })).id;
  }

  async phase({ id }: Person, introductionId: string): Promise<string> {
    return (await this.views.get(this.communityId, id, introductionId)).phase;
  }

  /** Whom a member could help, and who could help the member, by first name. */
  async suggested({ id }: Person): Promise<{ give: string[]; receive: string[] }> {
    const { give, receive } = await this.suggestions.forMember(this.communityId, id, 5);
    const names = (list: typeof give): string[] => list.map(({ counterpart }) => counterpart.name.split(' ')[0]!);
    return { give: names(give), receive: names(receive) };
  }

  async later(days: number, minutes = 0): Promise<void> {
    this.clock.passSeconds(days * 86_400 + minutes * 60);
    await this.time.tick();
  }

  async mails(): Promise<QueuedMail[]> {
    const rows: (Omit<QueuedMail, 'text'> & { bytes: Buffer })[] = await this.reader.query('SELECT key, kind, state, recipient, bytes FROM outbox ORDER BY rowid');
    return rows.map(({ bytes, ...mail }) => ({ ...mail, text: bytes.toString('utf8') }));
  }

  /** Every row of every table. */
  async dump(): Promise<string> {
    const tables: { name: string }[] = await this.reader.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    const rows = [];
    for (const { name } of tables) rows.push([name, await this.reader.query(`SELECT * FROM "${name}" ORDER BY rowid`)]);
    return JSON.stringify(rows);
  }

  get reader(): DataSource {
    return this.house.app.get<DataSource>(getDataSourceToken());
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
