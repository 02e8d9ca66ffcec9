import { getDataSourceToken } from '@nestjs/typeorm';
import { simpleParser } from 'mailparser';
import type { DataSource } from 'typeorm';

import { SignInService } from '../../src/accounts/sign-in.service.js';
import { OutboxEntity } from '../../src/mail/outbox.entity.js';
import type { House } from '../support/house.js';

/** Texts of the mails to an address, in the order in which they were queued. */
export async function mailsTo(house: House, address: string): Promise<string[]> {
  await house.app.get(SignInService).settled();
  const rows = await house.app.get<DataSource>(getDataSourceToken()).manager.find(OutboxEntity, { where: { recipient: address }, order: { id: 'ASC' } });
  return Promise.all(rows.map(({ bytes }) => textOf(bytes!)));
}

/** Path and query of the link in the last mail to an address. */
export async function linkTo(house: House, address: string): Promise<string> {
  const text = (await mailsTo(house, address)).at(-1) ?? '';
  return /http:\/\/localhost:3000(\/\S+key=[\w-]+)/u.exec(text)![1]!;
}

export async function codeTo(house: House, address: string): Promise<string> {
  return /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/u.exec((await mailsTo(house, address)).at(-1) ?? '')![0];
}

export function keyIn(link: string): string {
  return new URL(link, 'http://localhost:3000').searchParams.get('key')!;
}

/** Every row of every table, to see whether anything has changed. */
export async function dump(house: House): Promise<string> {
  const source = house.app.get<DataSource>(getDataSourceToken());
  const tables: { name: string }[] = await source.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return JSON.stringify(await Promise.all(tables.map(async ({ name }) => [name, await source.query(`SELECT * FROM "${name}" ORDER BY 1`)])));
}

/** The whole message, or the bare text while nothing is put around it. */
async function textOf(bytes: Buffer): Promise<string> {
  const raw = Buffer.from(bytes).toString('utf8');
  return /^[A-Za-z-]+:\s/u.test(raw) ? ((await simpleParser(raw)).text ?? '') : raw;
}
