import type { INestApplicationContext } from '@nestjs/common';

import { CommunitiesService } from '../communities/communities.service.js';
import type { Config } from '../config.js';
import { message } from '../html/messages.js';
import { reasonFor } from '../introductions/reason.js';
import { SuggestionsService } from '../introductions/suggestions.service.js';
import { MembersService } from '../members/members.service.js';
import { serve } from '../serve.js';
import { DemoClock } from './demo-clock.js';
import { DemoModule } from './demo.module.js';
import { beginningOf, liveThroughPast, prepareWhatComes, readLife } from './life.js';
import { loadNetwork, networkDetails } from './network.js';

const SHOWN = 5;

/** Serves a fictional network: lets it live for six weeks once, prints the best introductions of the day, and goes on serving. */
export async function demo(config: Config): Promise<void> {
  const clock = new DemoClock();
  let bestOfTheDay = '';
  await serve(config, {
    clock,
    modules: [DemoModule],
    prepare: async (house) => {
      const communities = house.get(CommunitiesService);
      const { name, ...details } = networkDetails();
      clock.freezeAt(beginningOf(clock.now()));
      const people = await loadNetwork(house, readLife().host, (community) => community.name === name);
      if (people) {
        const { id } = await communities.default();
        await communities.change(id, details);
        const community = await communities.get(id);
        await liveThroughPast(house, clock, community);
        await prepareWhatComes(house, clock, community, people);
        await communities.change(id, { name });
      }
      clock.goOn();
      bestOfTheDay = await bestIntroductions(house);
    },
  });
  process.stdout.write(`Look around as somebody of it: ${config.url}/demo\n${bestOfTheDay}`);
}

async function bestIntroductions(app: INestApplicationContext): Promise<string> {
  const { id } = await app.get(CommunitiesService).default();
  const names = await app.get(MembersService).all(id);
  const lines = (await app.get(SuggestionsService).bestOfAll(id, SHOWN)).map(({ giverId, askerId, ask, offer, explanation }) => {
    const [giver, asker] = [names.get(giverId)!.name, names.get(askerId)!.name];
    return `\n  ${message('en', 'demo.line', { giver, asker })}\n    ${reasonFor('give', asker, { ask: ask.text, offer: offer.text }, explanation, 'en')}\n`;
  });
  return `\n${message('en', 'demo.best')}\n${lines.join('')}`;
}
