import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepEveryTryOfALetter1790000000014 implements MigrationInterface {
  name = 'KeepEveryTryOfALetter1790000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice.letter
        add column tries_before integer not null default 0,
        add column sent_to text,
        add column as_test boolean not null default false`);
    // Who waits at the screen goes before who reads in the morning, and before thousands of digests.
    await runner.query('drop index notice.letter_due');
    await runner.query(`
      create index letter_due on notice.letter
        ((case kind when 'password' then 0 when 'at_once' then 1 else 2 end), not_before, id)
        where state in ('planned', 'uncertain')`);
    await runner.query(`
      create index letter_leased on notice.letter (lease_until) where state = 'sending'`);
    await runner.query('create index letter_state_day on notice.letter (state, day, id)');
    await runner.query('create index letter_kind_day on notice.letter (kind, day, id)');
    await runner.query('create index letter_recipient_day on notice.letter (recipient_id, day, id)');
    await runner.query(`
      create index letter_bounced on notice.letter (day, id) where bounced_at is not null`);
    await runner.query('alter table notice.letter_try drop constraint letter_try_outcome');
    await runner.query(`
      alter table notice.letter_try add constraint letter_try_outcome check (outcome in
        ('sent', 'later', 'never', 'uncertain', 'not_needed', 'unreachable', 'bounced'))`);
    await runner.query(
      'alter table directory.password_link add column id uuid not null default gen_random_uuid()',
    );
    await runner.query('create unique index password_link_id on directory.password_link (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index directory.password_link_id');
    await runner.query('alter table directory.password_link drop column id');
    await runner.query('alter table notice.letter_try drop constraint letter_try_outcome');
    await runner.query(`update notice.letter_try set outcome = 'later' where outcome = 'unreachable'`);
    await runner.query(`update notice.letter_try set outcome = 'never' where outcome = 'bounced'`);
    await runner.query(`
      alter table notice.letter_try add constraint letter_try_outcome
        check (outcome in ('sent', 'later', 'never', 'uncertain', 'not_needed'))`);
    await runner.query('drop index notice.letter_bounced');
    await runner.query('drop index notice.letter_recipient_day');
    await runner.query('drop index notice.letter_kind_day');
    await runner.query('drop index notice.letter_state_day');
    await runner.query('drop index notice.letter_leased');
    await runner.query('drop index notice.letter_due');
    await runner.query(`
      create index letter_due on notice.letter (not_before, id) where state in ('planned', 'sending', 'uncertain')`);
    // What waits for a person's decision would wait for ever under the older program.
    await runner.query(`update notice.letter set not_before = now() where not_before = 'infinity'`);
    await runner.query(
      'alter table notice.letter drop column tries_before, drop column sent_to, drop column as_test',
    );
  }
}
