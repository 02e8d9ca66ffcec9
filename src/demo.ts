import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { load } from 'js-yaml';

import { AccountsService } from './accounts/accounts.service.js';
import { CommunitiesService } from './communities/communities.service.js';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import type { Language } from './engine/engine.js';
import { message } from './html/messages.js';
import { reasonFor } from './introductions/reason.js';
import { SuggestionsService } from './introductions/suggestions.service.js';
import { MembersService } from './members/members.service.js';
import type { BoardChoice } from './members/statement.js';
import { StatementsService } from './members/statements.service.js';
import { serve } from './serve.js';

interface DemoNetwork {
  readonly community: { readonly name: string; readonly place: string; readonly timeZone: string; readonly languages: Language[] };
  readonly members: readonly {
    readonly name: string;
    readonly languages: Language[];
    readonly place: string;
    readonly line: string;
    readonly asks?: readonly { readonly text: string; readonly board?: BoardChoice }[];
    readonly offers?: readonly { readonly text: string }[];
  }[];
}

const SHOWN = 5;

/** Serves a fictional network: loads it once, prints the best introductions of the day, and goes on serving. */
export async function demo(config: Config): Promise<void> {
  const app = await serve(config, loadNetwork);
  const community = await app.get(CommunitiesService).default();
  const best = await app.get(SuggestionsService).bestOfAll(community.id, SHOWN);
  const names = await app.get(MembersService).all(community.id);
  process.stdout.write(`\n${message('en', 'demo.best')}\n`);
  for (const { giverId, askerId, ask, offer, explanation } of best) {
    const [giver, asker] = [names.get(giverId)!.name, names.get(askerId)!.name];
    process.stdout.write(`\n  ${message('en', 'demo.line', { giver, asker })}\n    ${reasonFor('give', asker, { ask: ask.text, offer: offer.text }, explanation, 'en')}\n`);
  }
}

/** The community takes its name last: a load that was cut short is begun anew. */
async function loadNetwork(app: NestFastifyApplication): Promise<void> {
  const [communities, members, statements] = [app.get(CommunitiesService), app.get(MembersService), app.get(StatementsService)];
  const [accounts, database] = [app.get(AccountsService), app.get(Database)];
  const path = fileURLToPath(new URL('../data/demo/network.yaml', import.meta.url));
  const network = load(readFileSync(path, 'utf8')) as DemoNetwork;
  const { id: communityId, name: loaded } = await communities.default();
  if (loaded === network.community.name) return;
  for (const id of (await members.all(communityId)).keys()) await members.remove(communityId, id);
  for (const { asks = [], offers = [], name, languages, place, line } of network.members) {
    const { id: memberId } = await members.create(communityId, { name, languages, place, line, timeZone: network.community.timeZone });
    await database.write(async (transaction) => {
      const account = await accounts.create(transaction, { address: `${memberId}@example.org`, language: languages[0] ?? 'en', formal: false });
      await accounts.addMembership(transaction, { communityId, memberId, accountId: account.id, role: 'member' });
    });
    const add = async (kind: 'ask' | 'offer', text: string, board: BoardChoice | null = null): Promise<void> =>
      void (await statements.create(communityId, { memberId, kind, text, neededBy: null, place: null, board }));
    for (const { text, board } of asks) await add('ask', text, board);
    for (const { text } of offers) await add('offer', text);
  }
  await communities.change(communityId, network.community);
}
