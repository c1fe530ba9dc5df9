import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person decided about an indicator stands beside what the document says, and wins over it at every import. */
export class DecideDirectionAndKind1790000000011 implements MigrationInterface {
  name = 'DecideDirectionAndKind1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan.indicator
        add column decided_direction text,
        add column decided_kind text,
        add constraint indicator_decided_direction check
          (decided_direction is null or decided_direction in ('up', 'down', 'maintain')),
        add constraint indicator_decided_kind check
          (decided_kind is null or decided_kind in ('level', 'yearly_count', 'running_total', 'plan_total', 'milestone'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan.indicator drop column decided_direction, drop column decided_kind');
  }
}
