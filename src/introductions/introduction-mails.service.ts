import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../clock.js';
import { Correspondence, type Envelope, type LinkTo, type Reader } from '../communities/correspondence.service.js';
import type { MailContent } from '../mail/mail.js';
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
  readonly giver: Member;
  readonly asker: Member;
  readonly connector: Member | undefined;
  readonly ask: string;
  readonly offer: string;
  readonly now: string;
}

/** How a letter travels, and how it is written once its reader is known. */
interface Rendered extends Pick<Envelope, 'kind' | 'category' | 'validUntil'> {
  readonly replyTo?: string | undefined;
  readonly compose: (reader: Reader, linkTo: LinkTo) => Promise<MailContent>;
}

/** Writes what a change of an introduction is to be told, in the transaction of that change. */
@Injectable()
export class IntroductionMails {
  constructor(
    private readonly clock: Clock,
    private readonly correspondence: Correspondence,
    private readonly accounts: AccountsService,
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
    const { introduction, connector } = scene;
    const { id, communityId } = introduction;
    const memberId = letter.to === 'connector' ? connector?.id : memberOn(letter.to, introduction);
    if (memberId === undefined) return;
    const { compose, replyTo, ...rest } = await this.render(transaction, scene, letter);
    const envelope = { ...rest, key: `${id}:${letter.what}:${letter.to}`, about: id, ...(replyTo !== undefined && { replyTo }) };
    await this.correspondence.write(transaction, { communityId, memberId }, envelope, compose);
  }

  private async render(transaction: EntityManager, scene: Scene, { what, to }: Letter): Promise<Rendered> {
    const { introduction, giver, asker, connector, ask, offer, now } = scene;
    const { askPhrase, offerPhrase, expiresAt, words, thanks } = introduction;
    const side: Side = to === 'asker' ? 'asker' : 'giver';
    const other = side === 'giver' ? asker : giver;
    const page = `/introductions/${introduction.id}`;
    const question = { category: 'introductions', validUntil: expiresAt } as const;
    const news = { category: 'introductions', validUntil: later(now, FOLLOW_UP_AFTER) } as const;
    const texts = { ask, offer, askPhrase, offerPhrase };
    switch (what) {
      case 'asked':
        if (connector) {
          const people = { connectorFirstName: firstName(connector), otherFirstName: firstName(other), side, words: words!, ask };
          return { kind: 'connector-request', ...question, compose: async (reader, linkTo) => connectorRequestMail({ ...reader, ...people, link: await linkTo(page) }) };
        }
        return side === 'giver'
          ? { kind: 'could-you-help', ...question, compose: async (reader, linkTo) => couldYouHelpMail({ ...reader, askerFirstName: firstName(asker), ...texts, link: await linkTo(page) }) }
          : {
              kind: 'would-gladly-help',
              ...question,
              compose: async (reader, linkTo) => wouldGladlyHelpMail({ ...reader, giverFirstName: firstName(giver), ...texts, step: introduction.step!, link: await linkTo(page) }),
            };
      case 'reminder':
        return { kind: 'reminder', ...question, compose: async (reader, linkTo) => reminderMail({ ...reader, otherFirstName: firstName(other), side, askPhrase, link: await linkTo(page) }) };
      case 'introduced':
        return this.introduce(transaction, scene, side);
      case 'outcome': {
        const until = later(now, RECORD_LIFE - FOLLOW_UP_AFTER);
        return { kind: 'follow-up', ...news, compose: async (reader, linkTo) => followUpMail({ ...reader, otherFirstName: firstName(other), side, askPhrase, link: await linkTo(page, until) }) };
      }
      case 'thanks':
        return { kind: 'thank-you', ...news, compose: async (reader) => thankYouMail({ ...reader, askerFirstName: firstName(asker), note: thanks!, askPhrase }) };
      case 'news': {
        const { helped } = introduction.askerOutcome!;
        return { kind: 'connector-news', ...news, compose: async (reader) => connectorNewsMail({ ...reader, askerFirstName: firstName(asker), giverFirstName: firstName(giver), helped }) };
      }
    }
  }

  /** The one mail that carries contact data: exactly the other's card, to one reader. */
  private async introduce(transaction: EntityManager, { introduction, giver, asker, ask, offer, now }: Scene, side: Side): Promise<Rendered> {
    const { id, communityId, askPhrase, offerPhrase } = introduction;
    const [reader, other] = side === 'giver' ? [giver, asker] : [asker, giver];
    const card = (await this.cards.cardsFor(transaction, [other.id])).get(other.id)!;
    const address = card.sharesAddress ? (await this.accounts.ofMember(communityId, memberOn(otherSide(side), introduction), transaction))?.address : undefined;
    const contact = {
      ...(address !== undefined && { address }),
      ...(card.phone !== null && { phone: card.phone }),
      ...(card.link !== null && { link: card.link }),
      ...(card.note !== null && { note: card.note }),
    };
    const people = { readerName: reader.name, otherName: other.name, side, askPhrase, offerPhrase, ask, offer, step: introduction.step!, contact };
    return {
      kind: 'introduction',
      category: 'service',
      validUntil: later(now, FOLLOW_UP_AFTER),
      replyTo: address,
      compose: async (common, linkTo) => introductionMail({ ...common, ...people, reportLink: `${await linkTo(`/introductions/${id}`, later(now, RECORD_LIFE))}#never` }),
    };
  }
}
