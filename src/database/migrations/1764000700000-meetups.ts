import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const key = (name: string) => ({ ...text(name), isPrimary: true });
const whole = (name: string) => ({ name, type: 'integer', isNullable: false });
const flag = (name: string) => ({ name, type: 'boolean', isNullable: false });
const index = (name: string, columnNames: string[], isUnique = false) => new TableIndex({ name, columnNames, isUnique });

/** Meetups with their guests, the rules of pairs, the plan, and what came of it. */
export class Meetups1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'meetups',
        columns: [
          key('id'),
          text('community_id'),
          text('title'),
          text('place', true),
          text('starts_at'),
          text('ends_at'),
          text('time_zone'),
          text('language'),
          whole('per_guest'),
          whole('per_giver'),
          text('mail_basis', true),
          text('created_at'),
          text('changed_at'),
        ],
        indices: [index('ix_meetups_community', ['community_id', 'starts_at'])],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'meetup_guests',
        columns: [
          key('id'),
          text('meetup_id'),
          text('member_id', true),
          text('name'),
          text('email', true),
          text('language'),
          text('asks'),
          text('offers'),
          text('company', true),
          text('state'),
          flag('joins'),
          text('source_hash', true),
          text('created_at'),
        ],
        indices: [
          index('ix_meetup_guests_meetup', ['meetup_id']),
          index('ux_meetup_guests_member', ['meetup_id', 'member_id'], true),
          index('ux_meetup_guests_source', ['meetup_id', 'source_hash'], true),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'guest_previews',
        columns: [key('meetup_id'), key('hash'), text('guests'), text('account_id', true), text('created_at')],
        indices: [index('ix_guest_previews_created', ['created_at'])],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'guest_rules',
        columns: [key('id'), text('meetup_id'), text('low_id'), text('high_id'), text('rule'), text('account_id', true), text('created_at')],
        indices: [index('ux_guest_rules_pair', ['meetup_id', 'low_id', 'high_id', 'rule'], true)],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'meetup_plans',
        columns: [key('meetup_id'), whole('revision'), whole('askers'), whole('served'), text('unserved'), text('proof'), text('account_id', true), text('made_at')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'meetup_introductions',
        columns: [
          key('id'),
          text('meetup_id'),
          text('giver_id'),
          text('asker_id'),
          text('ask'),
          text('offer'),
          { name: 'affinity', type: 'real', isNullable: false },
          flag('must'),
          text('locked_by', true),
          text('locked_at', true),
          text('swapped_by', true),
          text('happened_by', true),
          text('happened_at', true),
        ],
        indices: [index('ux_meetup_introductions_pair', ['meetup_id', 'giver_id', 'asker_id'], true)],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'meetup_meetings',
        columns: [key('guest_id'), key('other_id'), text('meetup_id'), flag('met'), flag('helped'), text('told_at')],
        indices: [index('ix_meetup_meetings_meetup', ['meetup_id'])],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['meetup_meetings', 'meetup_introductions', 'meetup_plans', 'guest_rules', 'guest_previews', 'meetup_guests', 'meetups']) await runner.dropTable(table);
  }
}
