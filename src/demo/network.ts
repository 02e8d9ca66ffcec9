import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { INestApplicationContext } from '@nestjs/common';
import { load } from 'js-yaml';

import { AccountsService } from '../accounts/accounts.service.js';
import { CommunitiesService, type Community } from '../communities/communities.service.js';
import { Database } from '../database/database.js';
import { fold, type Language } from '../engine/engine.js';
import { MembersService } from '../members/members.service.js';
import type { BoardChoice } from '../members/statement.js';
import { StatementsService } from '../members/statements.service.js';

/** Members by the names of data/demo/network.yaml. */
export type People = ReadonlyMap<string, string>;

interface DemoNetwork {
  readonly community: { readonly name: string; readonly place: string; readonly timeZone: string; readonly languages: Language[] };
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly languages: Language[];
    readonly place: string;
    readonly line: string;
    readonly asks?: readonly { readonly text: string; readonly board?: BoardChoice }[];
    readonly offers?: readonly { readonly text: string }[];
  }[];
}

const demoFile = (name: string): string => fileURLToPath(new URL(`../../data/demo/${name}`, import.meta.url));
export const readDemoYaml = (name: string): unknown => load(readFileSync(demoFile(name), 'utf8'));
export const readDemoFile = (name: string): Buffer => readFileSync(demoFile(name));

/** A name as the files of the demo write it: Ana Ferrer is ana-ferrer. */
export const idOf = (name: string): string => fold(name).replaceAll(/[^a-z]+/gu, '-');

/** Fills the community with the people of the fictional network; undefined where that was done before. It takes its name last, so a load that was cut short is begun anew. */
export async function loadNetwork(app: INestApplicationContext, hostId: string, isWhole: (community: Community) => boolean): Promise<People | undefined> {
  const [communities, members, statements] = [app.get(CommunitiesService), app.get(MembersService), app.get(StatementsService)];
  const [accounts, database] = [app.get(AccountsService), app.get(Database)];
  const network = readDemoYaml('network.yaml') as DemoNetwork;
  const community = await communities.default();
  if (isWhole(community)) return undefined;
  for (const id of (await members.all(community.id)).keys()) await members.remove(community.id, id);
  const people = new Map<string, string>();
  for (const { id, asks = [], offers = [], name, languages, place, line } of network.members) {
    const { id: memberId } = await members.create(community.id, { name, languages, place, line, timeZone: network.community.timeZone });
    people.set(id, memberId);
    await database.write(async (transaction) => {
      const account = await accounts.create(transaction, { address: `${id.replaceAll('-', '.')}@example.org`, language: languages[0] ?? 'en', formal: false });
      await accounts.addMembership(transaction, { communityId: community.id, memberId, accountId: account.id, role: id === hostId ? 'admin' : 'member' });
    });
    const add = async (kind: 'ask' | 'offer', text: string, board: BoardChoice | null = null): Promise<void> =>
      void (await statements.create(community.id, { memberId, kind, text, neededBy: null, place: null, board }));
    for (const { text, board } of asks) await add('ask', text, board);
    for (const { text } of offers) await add('offer', text);
  }
  return people;
}

/** What the network is called once all of it is there. */
export function networkDetails(): DemoNetwork['community'] {
  return (readDemoYaml('network.yaml') as DemoNetwork).community;
}
