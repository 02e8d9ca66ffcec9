import { Injectable } from '@nestjs/common';

import { MembersService } from '../../members/members.service.js';
import { StatementsService } from '../../members/statements.service.js';
import type { Round } from './round.js';
import type { RoundEntryDto } from './rounds.dto.js';
import { RoundsService } from './rounds.service.js';

/** A round as an organizer reads it: names and topics, no contact data. */
@Injectable()
export class RoundReview {
  constructor(
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly rounds: RoundsService,
  ) {}

  /** What has been removed since the round was planned is left out. */
  async look(communityId: string, roundId: string): Promise<{ round: Round; entries: RoundEntryDto[] }> {
    const round = await this.rounds.get(communityId, roundId);
    const [entries, members] = [await this.rounds.entries(roundId), await this.members.all(communityId)];
    const statements = await this.statements.some(
      communityId,
      entries.flatMap(({ askId, offerId }) => [askId, offerId]),
    );
    return {
      round,
      entries: entries.flatMap(({ id, giverId, askerId, askId, offerId, affinity, kind, forbiddenBy }): RoundEntryDto[] => {
        const [giver, asker, ask, offer] = [members.get(giverId), members.get(askerId), statements.get(askId), statements.get(offerId)];
        if (!giver || !asker || !ask || !offer) return [];
        return [
          {
            id,
            giver: { id: giverId, name: giver.name },
            asker: { id: askerId, name: asker.name },
            ask: { id: askId, text: ask.text },
            offer: { id: offerId, text: offer.text },
            affinity,
            kind,
            forbidden: forbiddenBy !== null,
          },
        ];
      }),
    };
  }
}
