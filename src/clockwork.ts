import { Logger, type INestApplicationContext } from '@nestjs/common';

import { AccountsService } from './accounts/accounts.service.js';
import { CommunitiesService } from './communities/communities.service.js';
import { ConnectorQuestions } from './introductions/connector-questions/connector-questions.service.js';
import { DigestsService } from './introductions/digest/digests.service.js';
import { RoundPlanning } from './introductions/digest/round-planning.service.js';
import { IntroductionTime } from './introductions/introduction-time.service.js';
import { VisitsService } from './introductions/visits/visits.service.js';
import { GuestImports } from './meetups/guests/guest-imports.service.js';
import { GuestsService } from './meetups/guests/guests.service.js';
import { VisitorNews } from './meetups/visitors/visitor-news.service.js';
import { RenewalsService } from './members/renewals.service.js';

const MINUTE = 60_000;

/** What time does by itself, in this order. Each step is safe to repeat and safe beside another process that does the same. */
export async function minute(app: Pick<INestApplicationContext, 'get'>): Promise<void> {
  await app.get(IntroductionTime).tick();
  await app.get(RoundPlanning).planDue();
  await app.get(DigestsService).tell();
  await app.get(GuestImports).wipeOld();
  await app.get(GuestsService).forgetDue();
  await app.get(ConnectorQuestions).forget();
  await app.get(AccountsService).forgetOldLinks();
  for (const { id } of await app.get(CommunitiesService).all()) {
    await app.get(RenewalsService).askWhetherStillTrue(id);
    await app.get(VisitsService).tell(id);
    await app.get(ConnectorQuestions).askAround(id);
    await app.get(VisitorNews).tell(id);
  }
}

/** Runs `minute` at the start and then each minute, never twice at once; a step that fails is logged and tried again the next minute. Stopping waits for the step under way. */
export function clockworkOf(app: INestApplicationContext): { start: () => void; stop: () => Promise<void> } {
  const logger = new Logger('clockwork');
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const turn = (): void => {
    running ??= minute(app)
      .catch((error: unknown) => logger.error(error instanceof Error ? error.stack : error))
      .finally(() => (running = undefined));
  };
  return {
    start: () => {
      timer = setInterval(turn, MINUTE);
      turn();
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
