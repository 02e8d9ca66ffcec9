import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Account } from '../accounts/account.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../clock.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { CONFIG, type Config } from '../config.js';
import type { Category, Mail, MailContent } from '../mail/mail.js';
import { Outbox } from '../mail/outbox.service.js';
import { ContactCardsService } from '../members/contact-cards.service.js';
import { firstName, type Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { StatementsService } from '../members/statements.service.js';
import { unlessGone } from './gone.js';
import { FOLLOW_UP_AFTER, RECORD_LIFE, later, memberOn, otherSide, type Introduction, type Side } from './introduction.js';
import { lettersOf, type Letter } from './letters.js';
import { connectorNewsMail } from './mails/connector-news.mail.js';
import { connectorRequestMail } from './mails/connector-request.mail.js';
import { couldYouHelpMail } from './mails/could-you-help.mail.js';
import { followUpMail } from './mails/follow-up.mail.js';
import { introductionMail } from './mails/introduction.mail.js';
import { reminderMail } from './mails/reminder.mail.js';
import { thankYouMail } from './mails/thank-you.mail.js';
import { wouldGladlyHelpMail } from './mails/would-gladly-help.mail.js';

/** What every mail about one introduction is made of. */
interface Scene {
  readonly introduction: Introduction;
  readonly communityName: string;
  readonly giver: Member;
  readonly asker: Member;
  readonly connector: Member | undefined;
  readonly ask: string;
  readonly offer: string;
  readonly now: string;
}

interface Rendered {
  readonly kind: string;
  readonly category: Category;
  readonly content: MailContent;
  readonly validUntil: string;
  readonly replyTo?: string | undefined;
}

/** Writes what a change of an introduction is to be told, in the transaction of that change. */
@Injectable()
export class IntroductionMails {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly accounts: AccountsService,
    private readonly communities: CommunitiesService,
    private readonly members: MembersService,
    private readonly cards: ContactCardsService,
    private readonly statements: StatementsService,
  ) {}

  async tell(transaction: EntityManager, before: Introduction | undefined, after: Introduction): Promise<void> {
    const letters = lettersOf(before, after);
    const scene = letters.length > 0 ? await this.sceneOf(after) : undefined;
    if (scene) for (const letter of letters) await this.write(transaction, scene, letter);
  }

  /** Undefined where one of the two is gone: then there is nothing left to tell. */
  private async sceneOf(introduction: Introduction): Promise<Scene | undefined> {
    const { communityId, giverId, askerId, connectorId, askId, offerId, askPhrase, offerPhrase } = introduction;
    const people = await this.members.some(communityId, [giverId, askerId, ...(connectorId === null ? [] : [connectorId])]);
    const [giver, asker] = [people.get(giverId), people.get(askerId)];
    if (!giver || !asker) return undefined;
    const textOf = async (id: string | null, phrase: string): Promise<string> => (id === null ? undefined : await unlessGone(this.statements.get(communityId, id)))?.text ?? phrase;
    return {
      introduction,
      communityName: (await this.communities.get(communityId)).name,
      giver,
      asker,
      connector: connectorId === null ? undefined : people.get(connectorId),
      ask: await textOf(askId, askPhrase),
      offer: await textOf(offerId, offerPhrase),
      now: this.clock.now().toISOString(),
    };
  }

  /** Members without an account have no address: they find the same on their page. */
  private async write(transaction: EntityManager, scene: Scene, letter: Letter): Promise<void> {
    const { introduction, connector, communityName } = scene;
    const reader = letter.to === 'connector' ? connector?.id : memberOn(letter.to, introduction);
    const account = reader === undefined ? undefined : await this.accounts.ofMember(introduction.communityId, reader, transaction);
    if (!account) return;
    const { content, replyTo, ...rest } = await this.render(transaction, scene, letter, account);
    const mail: Mail = {
      ...content,
      ...rest,
      key: `${introduction.id}:${letter.what}:${letter.to}`,
      to: account.address,
      accountId: account.id,
      about: introduction.id,
      communityId: introduction.communityId,
      communityName,
      language: account.language,
      ...(replyTo !== undefined && { replyTo }),
    };
    await this.outbox.queue(transaction, mail);
  }

  private async render(transaction: EntityManager, scene: Scene, { what, to }: Letter, account: Account): Promise<Rendered> {
    const { introduction, giver, asker, connector, ask, offer, communityName, now } = scene;
    const { askPhrase, offerPhrase, expiresAt, words, thanks } = introduction;
    const common = { manner: { language: account.language, formal: account.formal }, communityName, url: this.config.url };
    const side: Side = to === 'asker' ? 'asker' : 'giver';
    const other = side === 'giver' ? asker : giver;
    const link = (until: string): Promise<string> => this.accounts.mailLink(transaction, account.id, `/introductions/${introduction.id}`, until);
    const news = { category: 'introductions', validUntil: later(now, FOLLOW_UP_AFTER) } as const;
    switch (what) {
      case 'asked': {
        const question = { category: 'introductions', validUntil: expiresAt } as const;
        if (connector) {
          const content = connectorRequestMail({ ...common, connectorFirstName: firstName(connector), otherFirstName: firstName(other), side, words: words!, ask, link: await link(expiresAt) });
          return { kind: 'connector-request', ...question, content };
        }
        const texts = { ask, offer, askPhrase, offerPhrase, link: await link(expiresAt) };
        if (side === 'giver') return { kind: 'could-you-help', ...question, content: couldYouHelpMail({ ...common, askerFirstName: firstName(asker), ...texts }) };
        return { kind: 'would-gladly-help', ...question, content: wouldGladlyHelpMail({ ...common, giverFirstName: firstName(giver), ...texts, step: introduction.step! }) };
      }
      case 'reminder':
        return {
          kind: 'reminder',
          category: 'introductions',
          validUntil: expiresAt,
          content: reminderMail({ ...common, otherFirstName: firstName(other), side, askPhrase, link: await link(expiresAt) }),
        };
      case 'introduced':
        return this.introduce(transaction, scene, side, common, await link(later(now, RECORD_LIFE)));
      case 'outcome': {
        const page = await link(later(now, RECORD_LIFE - FOLLOW_UP_AFTER));
        return { kind: 'follow-up', ...news, content: followUpMail({ ...common, otherFirstName: firstName(other), side, askPhrase, link: page }) };
      }
      case 'thanks':
        return { kind: 'thank-you', ...news, content: thankYouMail({ ...common, askerFirstName: firstName(asker), note: thanks!, askPhrase }) };
      case 'news': {
        const helped = introduction.askerOutcome!.helped;
        return { kind: 'connector-news', ...news, content: connectorNewsMail({ ...common, askerFirstName: firstName(asker), giverFirstName: firstName(giver), helped }) };
      }
    }
  }

  /** The one mail that carries contact data: exactly the other's card, to one reader. */
  private async introduce(transaction: EntityManager, scene: Scene, side: Side, common: CommonProps, page: string): Promise<Rendered> {
    const { introduction, giver, asker, ask, offer, now } = scene;
    const { communityId, askPhrase, offerPhrase } = introduction;
    const [reader, other] = side === 'giver' ? [giver, asker] : [asker, giver];
    const card = (await this.cards.cardsFor(transaction, [other.id])).get(other.id)!;
    const address = card.sharesAddress ? (await this.accounts.ofMember(communityId, memberOn(otherSide(side), introduction), transaction))?.address : undefined;
    const contact = {
      ...(address !== undefined && { address }),
      ...(card.phone !== null && { phone: card.phone }),
      ...(card.link !== null && { link: card.link }),
      ...(card.note !== null && { note: card.note }),
    };
    const content = introductionMail({
      ...common,
      readerName: reader.name,
      otherName: other.name,
      side,
      askPhrase,
      offerPhrase,
      ask,
      offer,
      step: introduction.step!,
      contact,
      reportLink: `${page}#never`,
    });
    return { kind: 'introduction', category: 'service', content, validUntil: later(now, FOLLOW_UP_AFTER), replyTo: address };
  }
}

type CommonProps = Pick<Parameters<typeof introductionMail>[0], 'manner' | 'communityName' | 'url'>;
