import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { LessThan, MoreThan, type EntityManager } from 'typeorm';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { Analyzer, fold } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { message } from '../../html/messages.js';
import { mailboxOf } from '../guest-list/people.js';
import { previewGuestList, type GuestListPreview, type PreviewOptions } from '../guest-list/preview.js';
import type { PreviewedGuest } from '../guest-list/same-guest.js';
import { languageOf } from '../intro-list.js';
import type { Meetup } from '../meetup.js';
import { Organizers } from '../organizers.service.js';
import { GuestEntity, GuestPreviewEntity, type PreparedGuest } from './guest.entity.js';
import { GuestsService } from './guests.service.js';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Somebody took over a list before another could. */
export interface Forestalling {
  /** Name of whoever did; empty for one who has left. */
  readonly by: string;
  /** Time of day at the meetup, HH:mm. */
  readonly time: string;
  /** Whether it was the very same list, so that nothing is missing. */
  readonly isSame: boolean;
}

const PREVIEW_LIFE = 3_600_000;

/** A guest list comes in two steps: looked at, then confirmed by the hash of exactly what was seen. */
@Injectable()
export class GuestImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestsService,
    private readonly organizers: Organizers,
    private readonly analyzer: Analyzer,
  ) {}

  /** What the list would bring; kept for an hour. Who did not agree to be on the list, where it asks, is not kept at all (P3). */
  async preview(meetup: Meetup, bytes: Buffer, options: PreviewOptions, accountId: string): Promise<GuestListPreview> {
    const preview = previewGuestList(bytes, options);
    const { hash } = preview;
    const guests = preview.guests.filter(({ consents }) => consents !== false).map((guest) => this.prepared(guest, meetup));
    const createdAt = this.clock.now().toISOString();
    if (preview.questions.length === 0)
      await this.database.write((transaction) =>
        transaction.upsert(GuestPreviewEntity, { meetupId: meetup.id, hash, guests, accountId, createdAt, takenBy: null, takenAt: null }, ['meetupId', 'hash']),
      );
    return preview;
  }

  /**
   * Takes over what was previewed, all or nothing. A guest whom an earlier list brought is brought up to date; the same list again changes nothing.
   * @throws import-running where somebody took over a list since this one was looked at; not-possible where the preview is gone
   */
  async confirm(meetup: Meetup, hash: string, accountId: string): Promise<ImportCounts> {
    const meetupId = meetup.id;
    return this.database.write(async (transaction) => {
      const preview = await transaction.findOneBy(GuestPreviewEntity, { meetupId, hash });
      if (!preview || preview.createdAt < this.oldest()) throw new DomainError('not-possible', 'This preview is gone: it is kept for an hour. Nothing was imported; please send the list once more.');
      const forestalling = await this.forestalling(meetup, hash, transaction);
      if (forestalling) throw new DomainError('import-running', message('en', 'import.forestalled', { ...forestalling, isSame: String(forestalling.isSame) }));
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
      await transaction.update(GuestPreviewEntity, { meetupId, hash }, { guests: [], takenBy: accountId, takenAt: this.clock.now().toISOString() });
      return { added: made.length, changed, unchanged: preview.guests.length - made.length - changed };
    });
  }

  /** Who was quicker, where a list of this meetup was taken over since this one was looked at: what its preview showed holds no longer. */
  async forestalling(meetup: Meetup, hash: string, manager: EntityManager = this.database.read): Promise<Forestalling | undefined> {
    const { id: meetupId, communityId, timeZone } = meetup;
    const preview = await manager.findOneBy(GuestPreviewEntity, { meetupId, hash });
    if (!preview) return undefined;
    const isSame = preview.takenAt !== null;
    const last = await manager.findOne(GuestPreviewEntity, { where: { meetupId, takenAt: MoreThan(preview.createdAt) }, order: { takenAt: 'DESC' } });
    const first = isSame ? preview : last;
    if (!first) return undefined;
    const nameOf = await this.organizers.names(communityId);
    return { by: nameOf(first.takenBy), time: DateTime.fromISO(first.takenAt!, { zone: timeZone }).toFormat('HH:mm'), isSame };
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
