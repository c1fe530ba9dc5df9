import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepEvidenceAndComments1790000000018 implements MigrationInterface {
  name = 'KeepEvidenceAndComments1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review.evidence (
        id uuid not null default gen_random_uuid(),
        task_id uuid not null,
        task_stage_id uuid not null,
        key uuid not null,
        kind text not null,
        title text not null,
        url text,
        size integer not null default 0,
        sha256 text,
        source text not null default '',
        dated_on date,
        added_by uuid not null,
        added_on date not null,
        added_at timestamptz not null default clock_timestamp(),
        version integer not null default 0,
        constraint evidence_key unique (added_by, key),
        constraint evidence_kind check (kind in ('pdf', 'png', 'jpeg', 'xlsx', 'docx', 'pptx', 'text', 'link')),
        constraint evidence_content_or_address check ((kind = 'link') = (url is not null) and (kind = 'link') = (sha256 is null)),
        primary key (id),
        constraint evidence_task_fk foreign key (task_id) references review.annual_task (id),
        constraint evidence_stage_fk foreign key (task_stage_id) references review.task_stage (id),
        constraint evidence_person_fk foreign key (added_by) references directory.person (id)
      )`);
    await runner.query('create unique index evidence_content on review.evidence (task_id, sha256)');
    await runner.query('create unique index evidence_address on review.evidence (task_id, url)');
    await runner.query('create index evidence_stage on review.evidence (task_stage_id)');
    await runner.query(`
      create table review.evidence_chunk (
        evidence_id uuid not null,
        position integer not null,
        bytes bytea not null,
        primary key (evidence_id, position),
        constraint evidence_chunk_evidence_fk foreign key (evidence_id) references review.evidence (id) on delete cascade
      )`);
    // Pictures and Office documents are compressed already.
    await runner.query('alter table review.evidence_chunk alter column bytes set storage external');
    await runner.query(`
      create table review.comment (
        id uuid not null default gen_random_uuid(),
        task_id uuid not null,
        task_stage_id uuid not null,
        author_id uuid not null,
        key uuid not null,
        body text not null,
        written_on date not null,
        written_at timestamptz not null default clock_timestamp(),
        edited_at timestamptz,
        removed_at timestamptz,
        version integer not null default 0,
        constraint comment_key unique (author_id, key),
        primary key (id),
        constraint comment_task_fk foreign key (task_id) references review.annual_task (id),
        constraint comment_stage_fk foreign key (task_stage_id) references review.task_stage (id),
        constraint comment_author_fk foreign key (author_id) references directory.person (id)
      )`);
    await runner.query('create index comment_task on review.comment (task_id, written_at, id)');
    await runner.query('create index comment_stage on review.comment (task_stage_id)');
    await runner.query(`
      create table review.mention (
        comment_id uuid not null,
        person_id uuid not null,
        read_at timestamptz,
        primary key (comment_id, person_id),
        constraint mention_comment_fk foreign key (comment_id) references review.comment (id) on delete cascade,
        constraint mention_person_fk foreign key (person_id) references directory.person (id)
      )`);
    await runner.query('create index mention_unread on review.mention (person_id) where read_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review.mention');
    await runner.query('drop table review.comment');
    await runner.query('drop table review.evidence_chunk');
    await runner.query('drop table review.evidence');
  }
}
