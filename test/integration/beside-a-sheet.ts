import { type Api, startApi } from '../running/product.js';
import type { Answer, Session } from '../running/session.js';
import { City } from '../story/city.js';

/** A Check sheet of 市民協働課 that is being written, with who writes it, who may not see it, and who may only read it. */
export interface BesideASheet {
  readonly product: Api;
  readonly city: City;
  readonly staff: Session;
  readonly stranger: Session;
  readonly auditor: Session;
  readonly sheet: string;
}

export async function besideASheet(): Promise<BesideASheet> {
  const product = await startApi('sample');
  const city = new City(product);
  await city.moveTo('2022-04-18');
  const [row] = await product.database.query<{ id: string }>(
    `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
       join cycle.review_cycle c on c.id = t.cycle_id join directory.department d on d.id = t.current_department_id
      where c.fiscal_year = 2021 and ts.stage = 'check' and t.role = 'lead' and t.subject_kind = 'item'
        and d.name = '市民協働課' and ts.state in ('none', 'drafting') order by ts.id limit 1`,
  );
  const [person] = await product.database.query<{ number: string }>(
    `select p.staff_number as number from directory.holders_on('2022-04-18') h join directory.post po on po.id = h.post_id
       join directory.person p on p.id = h.person_id where po.role = 'auditor' limit 1`,
  );
  return {
    product,
    city,
    staff: await city.staffOf('市民協働課'),
    stranger: await city.as('9100002'),
    auditor: await city.as(person?.number ?? ''),
    sheet: row?.id ?? '',
  };
}

export const codeOf = ({ body }: Answer): string | undefined => (body as { code?: string }).code;

/** What the log says of the evidence and the comments of a sheet, in order. */
export const auditsOf = (
  product: Api,
  sheet: string,
): Promise<{ action: string; detail: Record<string, unknown> }[]> =>
  product.database.query(
    `select action, detail from audit.audit_entry where subject_id = $1 and action ~ '^(evidence|comment)' order by id`,
    [sheet],
  );

/** The state of the sheet, and the Plan of the same task. */
export async function stagesOf(product: Api, sheet: string): Promise<{ state: string; other: string }> {
  const [row] = await product.database.query<{ state: string; other: string }>(
    `select ts.state, (select o.id from review.task_stage o where o.task_id = ts.task_id and o.stage = 'plan') as other
       from review.task_stage ts where ts.id = $1`,
    [sheet],
  );
  return row ?? { state: '', other: '' };
}
