import type { Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';

import { DomainError } from '../../errors.js';

/** @param house opens the whole house on the operator's database, without HTTP */
export function addDigestCommand(program: Command, house: () => Promise<INestApplicationContext>): void {
  program
    .command('digest')
    .description('Plan a round of digests now and show what it proposes. It goes out when an organizer releases it, or at once where the community does not review.')
    .option('--date <day>', 'local date of the round, YYYY-MM-DD; today when left out')
    .action(async ({ date }: { date?: string }) => {
      if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(date)) throw new DomainError('wrong-use', `--date takes a day as YYYY-MM-DD, not "${date}".`);
      // Loaded only now: the other commands should not wait for the whole house.
      const [{ CommunitiesService }, { RoundReview }, { RoundPlanning }] = await Promise.all([
        import('../../communities/communities.service.js'),
        import('./round-review.service.js'),
        import('./round-planning.service.js'),
      ]);
      const app = await house();
      try {
        const community = await app.get(CommunitiesService).default();
        const rounds = app.get(RoundPlanning);
        const round = await rounds.plan(community, date ?? rounds.today(community));
        const { entries } = await app.get(RoundReview).look(community.id, round.id);
        for (const { giver, asker, ask, offer, affinity, kind } of entries) process.stdout.write(`${kind}\t${affinity.toFixed(2)}\t${giver.name}\t${offer.text}\t${asker.name}\t${ask.text}\n`);
        process.stderr.write(`${entries.length} introductions, ${round.state}\n`);
      } finally {
        await app.close();
      }
    });
}
