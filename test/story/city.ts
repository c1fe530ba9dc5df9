import { type Product, until } from '../running/product.js';
import { Session } from '../running/session.js';

export interface Row {
  readonly taskStageId: string;
  readonly stage: string;
  readonly fiscalYear: number;
  readonly subject: { readonly key: string; readonly kind: string; readonly title: string };
  readonly role: 'lead' | 'support';
  readonly action: string;
  readonly dueOn: string;
}

export interface Today {
  readonly date: string;
  readonly groups: readonly {
    readonly kind: string;
    readonly total: number;
    readonly rows: readonly Row[];
  }[];
}

export interface Sheet {
  readonly taskStageId: string;
  readonly state: string;
  readonly version: number;
  readonly dueOn: string;
  readonly editable: boolean;
  readonly fields: readonly { readonly key: string; readonly type: string; readonly required: boolean }[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly planAnswers: Readonly<Record<string, unknown>> | null;
  readonly lastYear: {
    readonly fiscalYear: number;
    readonly answers: Readonly<Record<string, unknown>>;
  } | null;
  readonly commitments: readonly {
    readonly id: string;
    readonly what: string;
    readonly madeInFiscalYear: number;
    readonly decidedOn: string | null;
  }[];
  readonly missing: readonly { readonly field: string; readonly code: string }[];
  readonly returned: readonly { readonly reason: string }[];
  readonly chain: readonly {
    readonly position: number;
    readonly title: string;
    readonly personName: string | null;
    readonly state: string;
    readonly comment: string | null;
    readonly grade: string | null;
    readonly proposedGrade: string | null;
  }[];
}

interface Saved {
  readonly version: number;
  readonly state: string;
}

/** The sample city as its people see it: everything goes through the API, rows are only looked at. */
export class City {
  private readonly sessions = new Map<string, Session>();

  constructor(readonly product: Pick<Product, 'url' | 'database'>) {}

  async as(staffNumber: string): Promise<Session> {
    const known = this.sessions.get(staffNumber);
    if (known) return known;
    const session = await new Session(this.product.url).signIn(staffNumber);
    this.sessions.set(staffNumber, session);
    return session;
  }

  /** Somebody who writes for a department. */
  async staffOf(departmentName: string): Promise<Session> {
    const [person] = await this.product.database.query<{ staffNumber: string }>(
      `select p.staff_number as "staffNumber" from directory.post_holding h join directory.post po on po.id = h.post_id
         join directory.department d on d.id = po.department_id join directory.person p on p.id = h.person_id
        where d.name = $1 and po.level = 'member' and h.kind = 'main' and po.role is null
          and h.from_date <= $2 and (h.to_date is null or h.to_date >= $2) order by p.staff_number limit 1`,
      [departmentName, await this.today()],
    );
    if (!person) throw new Error(`nobody writes for ${departmentName}`);
    return this.as(person.staffNumber);
  }

  /** Somebody who writes for the department of a sheet. */
  async staffWritingFor(id: string): Promise<Session> {
    return this.staffOf(await this.departmentOf(id));
  }

  async departmentOf(id: string): Promise<string> {
    const [row] = await this.product.database.query<{ name: string }>(
      `select d.name from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join directory.department d on d.id = t.current_department_id where ts.id = $1`,
      [id],
    );
    return row?.name ?? '';
  }

  async planner(): Promise<Session> {
    return this.as(await this.holderOf(`po.role = 'planner'`));
  }

  private async holderOf(condition: string, values: unknown[] = []): Promise<string> {
    const [person] = await this.product.database.query<{ staffNumber: string }>(
      `select p.staff_number as "staffNumber" from directory.post_holding h join directory.post po on po.id = h.post_id
         join directory.person p on p.id = h.person_id
        where ${condition} and h.from_date <= current_date and (h.to_date is null or h.to_date >= '2022-04-01')
        order by (h.kind = 'acting'), p.staff_number limit 1`,
      values,
    );
    if (!person) throw new Error(`nobody holds ${condition}`);
    return person.staffNumber;
  }

  async today(): Promise<string> {
    const [row] = await this.product.database.query<{ day: string }>(
      `select ((clock_timestamp() + make_interval(secs => offset_ms / 1000.0)) at time zone 'Asia/Tokyo')::date::text as day from calendar.business_clock`,
    );
    return row?.day ?? '';
  }

  async moveTo(date: string, hour = 9): Promise<void> {
    await (await this.planner()).post('/api/clock', { date, hour });
  }

  /** Waits until the worker has closed a year: what nobody answered in it is asked by the next. */
  async yearIsOver(fiscalYear: number): Promise<void> {
    await until(`fiscal ${fiscalYear} is over`, async () => {
      const open = await this.product.database.query(
        `select 1 from cycle.review_cycle where fiscal_year = $1 and state = 'open'`,
        [fiscalYear],
      );
      return open.length === 0;
    });
  }

  /** The stage of a sheet, by year and 体系番号; only its address is looked up. */
  async sheetId(fiscalYear: number, key: string, stage: string, department?: string): Promise<string> {
    const [row] = await this.product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id join plan.assignment a on a.id = t.assignment_id
         join directory.department d on d.id = t.current_department_id
         left join plan.program_item i on i.id = a.item_id left join plan.indicator n on n.id = a.indicator_id
         left join plan.section s on s.id = a.section_id
        where c.fiscal_year = $1 and coalesce(i.key, n.key, s.key) = $2 and ts.stage = $3
          and ($4::text is null and t.role = 'lead' or d.name = $4)`,
      [fiscalYear, key, stage, department ?? null],
    );
    if (!row) throw new Error(`there is no sheet ${fiscalYear} ${key} ${stage}`);
    return row.id;
  }

  /** Fills in a sheet and hands it in. */
  async write(who: Session, id: string, answers: Record<string, unknown>): Promise<void> {
    const sheet = await who.get<Sheet>(`/api/sheets/${id}`);
    const saved = await who.put<Saved>(`/api/sheets/${id}/answers`, { version: sheet.version, answers });
    await who.post<Saved>(`/api/sheets/${id}/submit`, { version: saved.version });
  }

  /** Whoever the sheet waits for approves it, step by step, until it is done. Returns the titles of the posts. */
  async approveToTheEnd(id: string): Promise<string[]> {
    const titles: string[] = [];
    for (;;) {
      const [step] = await this.product.database.query<{ postId: string }>(
        `select ap.post_id as "postId" from review.approval ap join review.task_stage ts on ts.id = ap.task_stage_id and ts.round = ap.round
          where ts.id = $1 and ts.state = 'submitted' and ap.waiting_since is not null and ap.decision is null`,
        [id],
      );
      if (!step) return titles;
      const approver = await this.as(await this.holderOf('h.post_id = $1', [step.postId]));
      const view = await approver.get<{
        version: number;
        chain: Sheet['chain'];
        grading: { proposed: string | null } | null;
      }>(`/api/approvals/${id}`);
      titles.push(view.chain.find((s) => s.state === 'waiting')?.title ?? '?');
      // Who gives a section's grade gives the one that was proposed.
      const grade = view.grading?.proposed ?? undefined;
      await approver.post(`/api/approvals/${id}/approve`, { version: view.version, grade });
    }
  }

  /** The first approver of a sheet. */
  async firstApprover(id: string): Promise<Session> {
    const [step] = await this.product.database.query<{ postId: string }>(
      `select post_id as "postId" from review.approval where task_stage_id = $1 and waiting_since is not null and decision is null`,
      [id],
    );
    return this.as(await this.holderOf('h.post_id = $1', [step?.postId]));
  }

  /** Answers of a Check sheet, with every activity indicator of its Plan measured and every promise answered. */
  async checkAnswers(
    who: Session,
    id: string,
    given: { results: string; settledCost: string; grade: string },
  ): Promise<Record<string, unknown>> {
    const sheet = await who.get<Sheet>(`/api/sheets/${id}`);
    const planned = (sheet.planAnswers?.['activityIndicators'] ?? []) as { name: string; target: string }[];
    return {
      ...given,
      gradeReason: '目標に対する実績による。',
      settledPersonYears: '1.3',
      participationActual: 'pi',
      activityActuals: planned.map((p) => ({ name: p.name, value: p.target })),
      commitmentAnswers: Object.fromEntries(
        sheet.commitments.map((c) => [c.id, { answer: 'done', text: '予定どおり行った。' }]),
      ),
    };
  }
}
