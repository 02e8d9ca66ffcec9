import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { Analyzer, fold } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { mailboxOf } from '../guest-list/people.js';
import { previewGuestList, type GuestListPreview, type PreviewOptions } from '../guest-list/preview.js';
import type { PreviewedGuest } from '../guest-list/same-guest.js';
import { languageOf } from '../intro-list.js';
import type { Meetup } from '../meetup.js';
import { GuestEntity, GuestPreviewEntity, type PreparedGuest } from './guest.entity.js';
import { GuestsService } from './guests.service.js';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const PREVIEW_LIFE = 3_600_000;

/** A guest list comes in two steps: looked at, then confirmed by the hash of exactly what was seen. */
@Injectable()
export class GuestImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestsService,
    private readonly analyzer: Analyzer,
  ) {}

  /** What the list would bring; kept for an hour. Who did not agree to be on the list, where it asks, is not kept at all (P3). */
  async preview(meetup: Meetup, bytes: Buffer, options: PreviewOptions, accountId: string): Promise<GuestListPreview> {
    const preview = previewGuestList(bytes, options);
    const { hash } = preview;
    const guests = preview.guests.filter(({ consents }) => consents !== false).map((guest) => this.prepared(guest, meetup));
    const createdAt = this.clock.now().toISOString();
    if (preview.questions.length === 0)
      await this.database.write((transaction) => transaction.upsert(GuestPreviewEntity, { meetupId: meetup.id, hash, guests, accountId, createdAt }, ['meetupId', 'hash']));
    return preview;
  }

  /** Takes over what was previewed, all or nothing. A guest whom an earlier list brought is brought up to date; the same list again changes nothing. */
  async confirm(meetup: Meetup, hash: string): Promise<ImportCounts> {
    const meetupId = meetup.id;
    return this.database.write(async (transaction) => {
      const preview = await transaction.findOneBy(GuestPreviewEntity, { meetupId, hash });
      if (!preview || preview.createdAt < this.oldest()) throw new DomainError('not-possible', 'This preview is gone: it is kept for an hour. Nothing was imported; please send the list once more.');
      const known = new Map((await this.guests.all(meetupId, transaction)).flatMap((guest) => (guest.sourceHash === null ? [] : [[guest.sourceHash, guest] as const])));
      const fresh = preview.guests.filter(({ sourceHash }) => !known.has(sourceHash!));
      await this.guests.mustHaveRoom(transaction, meetupId, fresh.length);
      const made = fresh.map((guest) => this.guests.made({ ...guest, meetupId, memberId: null, state: 'invited' }));
      for (let from = 0; from < made.length; from += ROWS_AT_ONCE) await transaction.insert(GuestEntity, made.slice(from, from + ROWS_AT_ONCE));
      let changed = 0;
      for (const { sourceHash, ...guest } of preview.guests) {
        const before = known.get(sourceHash!);
        // What a member says of themselves outweighs a list.
        if (before === undefined || before.memberId !== null || saysTheSame(before, guest)) continue;
        await transaction.update(GuestEntity, { id: before.id }, guest);
        changed++;
      }
      await transaction.delete(GuestPreviewEntity, { meetupId, hash });
      return { added: made.length, changed, unchanged: preview.guests.length - made.length - changed };
    });
  }

  /** Wipes what nobody confirmed within the hour. */
  async wipeOld(): Promise<void> {
    const stale = { createdAt: LessThan(this.oldest()) };
    if (await this.database.read.existsBy(GuestPreviewEntity, stale)) await this.database.write((transaction) => transaction.delete(GuestPreviewEntity, stale));
  }

  private oldest(): string {
    return new Date(this.clock.now().getTime() - PREVIEW_LIFE).toISOString();
  }

  private prepared({ name, email, isMailable, asks, offers, company }: PreviewedGuest, meetup: Meetup): PreparedGuest {
    const said = asks.length + offers.length > 0;
    const person = email === '' ? JSON.stringify([fold(name), asks, offers]) : mailboxOf(email);
    return {
      name: name || email,
      email: isMailable ? email : null,
      language: said ? languageOf({ asks, offers }, this.analyzer) : meetup.language,
      asks: [...asks],
      offers: [...offers],
      company: company === '' ? null : company,
      sourceHash: createHash('sha256').update(person).digest('hex'),
    };
  }
}

/** Few enough for the number of values that one statement may hold. */
const ROWS_AT_ONCE = 500;

function saysTheSame(
  before: Omit<PreparedGuest, 'sourceHash' | 'asks' | 'offers'> & { readonly asks: readonly string[]; readonly offers: readonly string[] },
  now: Omit<PreparedGuest, 'sourceHash'>,
): boolean {
  const words = ({ name, email, language, company, asks, offers }: typeof before): string => JSON.stringify([name, email, language, company, asks, offers]);
  return words(before) === words(now);
}
