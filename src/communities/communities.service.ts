import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import type { HomeCommunity } from '../accounts/home-community.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { LANGUAGES } from '../engine/engine.js';
import { notFound } from '../errors.js';
import { CommunityEntity } from './community.entity.js';

export type Community = Readonly<CommunityEntity>;

/** Networks of members, strictly apart. The first start creates one; it is the one that visitors visit. */
@Injectable()
export class CommunitiesService implements HomeCommunity, OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.default();
  }

  /** The community of this install that was made first; made now when there is none. */
  async default(): Promise<Community> {
    return (await this.first(this.database.read)) ?? (await this.createFirst());
  }

  /** @throws not-found */
  async get(id: string): Promise<Community> {
    const community = await this.database.read.findOneBy(CommunityEntity, { id });
    if (!community) throw notFound('This community');
    return community;
  }

  async all(): Promise<Community[]> {
    return this.database.read.find(CommunityEntity, { order: { id: 'ASC' } });
  }

  async nameOf(id: string): Promise<string> {
    return (await this.get(id)).name;
  }

  async change(id: string, change: Partial<Pick<Community, 'name' | 'languages' | 'place' | 'timeZone' | 'reviewsRounds'>>): Promise<void> {
    await this.database.write((transaction) => this.changeIn(transaction, id, change));
  }

  /** As `change`, inside the transaction of something larger. */
  async changeIn(transaction: EntityManager, id: string, change: Partial<Pick<Community, 'name' | 'languages' | 'place' | 'timeZone' | 'reviewsRounds'>>): Promise<void> {
    // An update of nothing is no statement that the database knows.
    if (Object.values(change).some((value) => value !== undefined)) await transaction.update(CommunityEntity, { id }, change);
  }

  private createFirst(): Promise<Community> {
    return this.database.write(async (transaction) => {
      const made = await this.first(transaction);
      if (made) return made;
      const community = { id: newId(), name: 'Our network', languages: [...LANGUAGES], place: null, timeZone: 'Europe/Madrid', reviewsRounds: true, createdAt: this.clock.now().toISOString() };
      await transaction.insert(CommunityEntity, community);
      return community;
    });
  }

  private async first(manager: Database['read']): Promise<Community | undefined> {
    const [community] = await manager.find(CommunityEntity, { order: { id: 'ASC' }, take: 1 });
    return community;
  }
}
