import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Product, startProduct, until } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City, type Sheet } from '../story/city.js';

interface Decision {
  readonly version: number;
  readonly commitments: readonly { readonly id: string; readonly what: string; readonly answered: boolean }[];
}

interface DecisionPage {
  readonly decision: Decision | null;
  readonly mayRecord: boolean;
  readonly places: readonly { readonly itemKey: string; readonly headTitle: string | null }[];
  readonly history: readonly {
    readonly number: number;
    readonly reason: string | null;
    readonly text: string;
    readonly personName: string;
  }[];
}

interface Refusal {
  readonly code: string;
  readonly places: readonly { readonly field: string; readonly code: string }[];
}

const DECISION = '/api/reports/2021/sections/1/decision';
const PROMISE = {
  itemKey: '1-(1)-ア',
  what: '実施のない4課に働きかける。',
  who: '市民協働課長',
  dueOn: '2023-03-31',
};
const GIVEN = { grade: 'C', reason: '働きかけが足りない。', gradeChange: '実施のない課が残ったため。' };
const WRITTEN = {
  version: 0,
  verdict: 'partly',
  direction: 'improve',
  text: '実施課を広げること。',
  decidedOn: '2022-07-11',
  body: '第2回 総合計画推進本部会議',
  commitments: [PROMISE],
};

/** 施策評価 as the director of the bureau grades it, and what management decides on its report. */
describe('a section is graded, and management decides on it', () => {
  let product: Product;
  let city: City;
  let staff: Session;
  let review: string;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, '1-(1)-ア', 'do').catch(() => undefined),
    );
    await city.moveTo('2022-06-16');
    staff = await city.staffOf('市民協働課');
    review = await city.sheetId(2021, '1', 'review');
  });

  afterAll(() => product.stop());

  const fieldsOf = (body: unknown): string[] => (body as Refusal).places.map(({ field }) => field);
  const approver = async (): Promise<{ who: Session; version: number; grading: unknown }> => {
    const who = await city.firstApprover(review);
    return { who, ...(await who.get<{ version: number; grading: unknown }>(`/api/approvals/${review}`)) };
  };

  it('cannot be handed in with another grade than last year’s and no word on why', async () => {
    const sheet = await staff.get<Sheet>(`/api/sheets/${review}`);
    const saved = await staff.put<{ version: number; missing: { field: string }[] }>(
      `/api/sheets/${review}/answers`,
      { version: sheet.version, answers: { sectionGrade: 'A', opinion: '実施する課が広がった。' } },
    );
    expect(saved.missing.map(({ field }) => field)).toEqual(['gradeChange']);
    const refused = await staff.send('POST', `/api/sheets/${review}/submit`, { version: saved.version });
    expect(refused.status).toBe(422);
    await city.write(staff, review, { sectionGrade: 'B' });
  });

  it('is graded neither by the manager nor by anybody in the place of a director who is away', async () => {
    const manager = await approver();
    expect(manager.grading).toBeNull();
    expect(
      await manager.who.send('POST', `/api/approvals/${review}/approve`, {
        version: manager.version,
        grade: 'A',
      }),
    ).toMatchObject({ status: 403, body: { code: 'review.grade_not_yours' } });
    await manager.who.post(`/api/approvals/${review}/approve`, { version: manager.version });
    const { who: director } = await approver();
    const standIn = await city.as('1000002');
    const { person } = await standIn.get<{ person: { id: string } }>('/api/session');
    const today = await city.today();
    await director.post('/api/me/absences', {
      fromDate: today,
      toDate: today,
      delegateId: person.id,
      decides: true,
    });
    const view = await standIn.get<{ version: number; grading: unknown; standsInFor: unknown }>(
      `/api/approvals/${review}`,
    );
    expect(view.standsInFor).not.toBeNull();
    expect(view.grading).toBeNull();
    const { version } = view;
    for (const given of [{}, GIVEN])
      expect(
        await standIn.send('POST', `/api/approvals/${review}/approve`, { version, ...given }),
      ).toMatchObject({ status: 403, body: { code: 'review.grade_not_delegated' } });
    expect(
      await standIn.post<object>('/api/approvals/approve', { sheets: [{ taskStageId: review, version }] }),
    ).toEqual({ approved: [], refused: [{ taskStageId: review, code: 'review.grade_not_delegated' }] });
    const { own } = await director.get<{ own: { id: string }[] }>('/api/me/absences');
    for (const { id } of own) await director.ask('DELETE', `/api/me/absences/${id}`);
  });

  it('is graded by the director alone, who says why it is another grade than proposed and than last year’s', async () => {
    const { who: director, version, grading } = await approver();
    expect(grading).toEqual({ proposed: 'B', last: 'B', gradeChange: null });
    const approve = (body: object) =>
      director.send('POST', `/api/approvals/${review}/approve`, { version, ...body });
    expect(fieldsOf((await approve({})).body)).toEqual(['grade']);
    expect(fieldsOf((await approve({ grade: 'C' })).body)).toEqual(['reason', 'gradeChange']);
    expect((await approve({ version: version - 1, grade: 'B' })).status).toBe(409);
    expect(
      await director.post<object>('/api/approvals/approve', { sheets: [{ taskStageId: review, version }] }),
    ).toEqual({ approved: [], refused: [{ taskStageId: review, code: 'review.grade_missing' }] });
    expect((await approve(GIVEN)).status).toBe(200);
    expect((await staff.get<Sheet>(`/api/sheets/${review}`)).answers).toMatchObject({
      sectionGrade: 'C',
      gradeChange: GIVEN.gradeChange,
    });
  });

  it('is graded anew after the planning division has returned it, beside what the division proposed', async () => {
    const planning = await approver();
    await planning.who.post(`/api/approvals/${review}/return`, {
      version: planning.version,
      reason: '意見に件数を書いてください。',
    });
    const returned = await staff.get<Sheet>(`/api/sheets/${review}`);
    expect(returned.answers['sectionGrade']).toBe('B');
    expect(returned.answers['gradeChange']).toBeUndefined();
    await staff.post(`/api/sheets/${review}/submit`, { version: returned.version });
    const manager = await approver();
    await manager.who.post(`/api/approvals/${review}/approve`, { version: manager.version });
    const { who: director, version, grading } = await approver();
    expect(grading).toEqual({ proposed: 'B', last: 'B', gradeChange: null });
    const silent = await director.send('POST', `/api/approvals/${review}/approve`, { version, grade: 'C' });
    expect(fieldsOf(silent.body)).toEqual(['reason', 'gradeChange']);
    await director.post(`/api/approvals/${review}/approve`, { version, ...GIVEN });
    await city.approveToTheEnd(review);

    const sheet = await staff.get<Sheet>(`/api/sheets/${review}`);
    expect(sheet.answers).toMatchObject({ sectionGrade: 'C', gradeChange: GIVEN.gradeChange });
    expect(sheet.chain[1]).toMatchObject({ grade: 'C', proposedGrade: 'B', comment: GIVEN.reason });
    expect(await staff.get<object>('/api/reports/2021/sections/1')).toMatchObject({
      grade: 'C',
      lastGrade: 'B',
      gradeChange: GIVEN.gradeChange,
      graded: { by: '市民局長', proposed: 'B', reason: GIVEN.reason },
    });
    const kept = await product.database.query<{ cause: string; grade: string }>(
      `select cause, answers->>'sectionGrade' as grade from review.stage_version where task_stage_id = $1 order by number`,
      [review],
    );
    // As it was handed in, as the manager confirmed it, as the director graded it, as it went back to the division; and again,
    // up to the planning division's confirmation.
    expect(kept.map(({ grade }) => grade)).toEqual(['B', 'B', 'C', 'B', 'B', 'B', 'C', 'C']);
    const [audit] = await product.database.query<{ detail: object }>(
      `select detail from audit.audit_entry where action = 'task_stage.graded'`,
    );
    expect(audit?.detail).toMatchObject({ proposed: 'B', grade: 'C', lastYear: 'B', reason: GIVEN.reason });
  });

  it('has a decision that management records, with what is wrong named place by place', async () => {
    await city.moveTo('2022-07-11');
    const management = await city.as('1000002');
    const page = await management.get<DecisionPage>(DECISION);
    expect(page).toMatchObject({ decision: null, mayRecord: true, history: [] });
    expect(page.places.find(({ itemKey }) => itemKey === PROMISE.itemKey)?.headTitle).toBe('市民協働課長');
    const record = (change: object) => management.send('PUT', DECISION, { ...WRITTEN, ...change });
    const wrong = await record({
      text: ' ',
      decidedOn: '2022-07-12',
      commitments: [
        { ...PROMISE, itemKey: '2-(1)-ア' },
        { ...PROMISE, dueOn: '2022-07-01' },
      ],
    });
    expect(wrong.status).toBe(422);
    expect(fieldsOf(wrong.body)).toEqual([
      'text',
      'decidedOn',
      'commitments.0.itemKey',
      'commitments.1.dueOn',
    ]);
    expect((await record({ verdict: 'perhaps' })).status).toBe(422);
    expect((await record({ version: 1 })).status).toBe(409);
    expect(await management.send('PUT', DECISION.replace('2021', '2019'), WRITTEN)).toMatchObject({
      status: 409,
      body: { code: 'report.year_closed' },
    });
    expect((await record({})).status).toBe(200);
    expect(await staff.get<DecisionPage>(DECISION)).toMatchObject({ mayRecord: false, history: [] });
    const auditor = await city.as('1986139');
    expect((await auditor.get<DecisionPage>(DECISION)).history).toMatchObject([
      { number: 1, personName: '西村 誠' },
    ]);
    expect((await staff.send('PUT', DECISION, { ...WRITTEN, version: 1 })).status).toBe(403);
  });

  it('is recorded once: who comes second is told what it says now, and a correction keeps what it said', async () => {
    const planner = await city.planner();
    const second = await planner.send('PUT', DECISION, { ...WRITTEN, text: '別の決定' });
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'report.decision_changed', extra: { version: 1, decision: { text: WRITTEN.text } } },
    });
    const { decision } = await planner.get<DecisionPage>(DECISION);
    const [promise] = decision?.commitments ?? [];
    const corrected = {
      ...WRITTEN,
      version: 1,
      text: '実施課をすべての局に広げること。',
      commitments: [
        { ...PROMISE, id: promise?.id },
        { ...PROMISE, what: '手引きを配る。' },
      ],
    };
    expect(fieldsOf((await planner.send('PUT', DECISION, corrected)).body)).toEqual(['reason']);
    const page = await planner.put<DecisionPage>(DECISION, {
      ...corrected,
      reason: '議事録と照らして直した。',
    });
    expect(page.decision?.commitments.map(({ id }) => id)[0]).toBe(promise?.id);
    expect(page.history.map(({ number, reason, text }) => ({ number, reason, text }))).toEqual([
      { number: 2, reason: '議事録と照らして直した。', text: corrected.text },
      { number: 1, reason: null, text: WRITTEN.text },
    ]);
    const audits = await product.database.query<{ action: string }>(
      `select action from audit.audit_entry where subject_kind = 'management_decision' order by id`,
    );
    expect(audits.map(({ action }) => action)).toEqual([
      'management_decision.recorded',
      'management_decision.corrected',
    ]);
  });

  it('is not recorded when its year is closed at the same time', async () => {
    const planner = await city.planner();
    const before = await planner.get<DecisionPage>(DECISION);
    const closing = new pg.Client({ connectionString: product.database.url });
    await closing.connect();
    try {
      await closing.query('begin');
      await closing.query(`update cycle.review_cycle set state = 'closed' where fiscal_year = 2021`);
      const late = planner.send('PUT', DECISION, { ...WRITTEN, version: 2, reason: '締切と同時' });
      await until('the decision waits for the year', async () => {
        const waiting = await product.database.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length > 0;
      });
      await closing.query('commit');
      expect(await late).toMatchObject({ status: 409, body: { code: 'report.year_closed' } });
    } finally {
      await closing.end();
      await product.database.query(`update cycle.review_cycle set state = 'open' where fiscal_year = 2021`);
    }
    expect(await planner.get<DecisionPage>(DECISION)).toEqual(before);
  });

  it('stands on an overview whose every number has a list that adds up to it', async () => {
    interface Counted {
      readonly grades: readonly { readonly grade: string; readonly count: number }[];
    }
    const report = await staff.get<
      Counted & {
        readonly completion: { sheets: number; approved: number; late: number };
        readonly statuses: readonly { readonly count: number }[];
        readonly onTrack: Record<'denominator' | 'notJudged' | 'awaited', number>;
        readonly answered: Record<'done' | 'changed' | 'dropped' | 'open' | 'overdue', number>;
        readonly sections: readonly (Counted & {
          key: string;
          sheets: number;
          approved: number;
          late: number;
          openCommitments: number;
        })[];
      }
    >('/api/reports/2021');
    const counted = async (list: string): Promise<number> => {
      const { total, rows } = await staff.get<{ total: number; rows: unknown[] }>(
        `/api/reports/2021/${list}&pageSize=1`,
      );
      expect(rows).toHaveLength(Math.min(1, total));
      return total;
    };
    const { completion, answered, statuses, onTrack } = report;
    // The share is one of the plan's indicators, and none of those it is computed from.
    const { denominator, notJudged, awaited } = onTrack;
    expect(statuses.reduce((sum, { count }) => sum + count, 0)).toBe(denominator + notJudged + awaited);
    // Nothing is entered of the year yet, and nothing says that it never will be.
    expect({ notJudged, awaited }).toEqual({ notJudged: 0, awaited: 9 });
    expect(await counted('sheets?show=all')).toBe(completion.sheets);
    expect(await counted('sheets?show=approved')).toBe(completion.approved);
    expect(await counted('sheets?show=open')).toBe(completion.sheets - completion.approved);
    expect(await counted('sheets?show=late')).toBe(completion.late);
    for (const show of ['done', 'changed', 'dropped', 'open', 'overdue'] as const)
      expect({ show, n: await counted(`commitments?show=${show}`) }).toEqual({ show, n: answered[show] });
    for (const { key, sheets, late, openCommitments } of report.sections.slice(0, 3)) {
      expect(await counted(`sheets?section=${key}`)).toBe(sheets);
      expect(await counted(`sheets?section=${key}&show=late`)).toBe(late);
      expect(await counted(`commitments?section=${key}&show=open`)).toBe(openCommitments);
    }
    const before = await staff.get<Counted>('/api/reports/2020');
    for (const { grade, count } of before.grades) {
      const list = await staff.get<{ total: number }>(`/api/reports/2020/sheets?show=${grade}`);
      expect({ grade, n: list.total }).toEqual({ grade, n: count });
    }
  });

  it('stands on a report whose items are a table for spreadsheet programs, too', async () => {
    interface Items {
      readonly items: readonly {
        readonly key: string;
        readonly grade: string | null;
        readonly results: string | null;
        readonly settled: string | null;
      }[];
    }
    const at = '/api/reports/2020/sections/1';
    const { items } = await staff.get<Items>(at);
    expect(items.filter(({ grade, results }) => grade !== null && results !== null).length).toBeGreaterThan(
      0,
    );
    const csv = await staff.send('GET', `${at}/file?format=csv`);
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="section-report-2020_/);
    const [headings, ...lines] = String(csv.body)
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(headings).toMatch(/^体系番号,事業,取組,主担当課,.*決算額（千円）/);
    expect(lines.map((line) => line.split(',')[0])).toEqual(items.map(({ key }) => key));
    for (const [place, item] of items.entries())
      for (const value of [item.grade, item.results, item.settled])
        if (value !== null) expect(lines[place]).toContain(value);
    expect(String(csv.body)).toMatch(/,(継続|改善|拡充),/);
    const excel = await staff.send('GET', `${at}/file?format=xlsx`);
    expect([excel.status, excel.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect((await staff.send('GET', `${at}/file?format=doc`)).status).toBe(422);
  });

  it('becomes promises that the department answers in the running year’s Do, and that then stay', async () => {
    await city.moveTo('2022-10-03');
    const id = await city.sheetId(2022, PROMISE.itemKey, 'do');
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    const decided = sheet.commitments.filter(({ madeInFiscalYear }) => madeInFiscalYear === 2021);
    expect(decided).toMatchObject([
      { what: PROMISE.what, decidedOn: '2022-07-11' },
      { what: '手引きを配る。', decidedOn: '2022-07-11' },
    ]);
    const answers = Object.fromEntries(
      sheet.commitments.map((one) => [one.id, { answer: 'done', text: '働きかけた。' }]),
    );
    const saved = await staff.put<{ version: number }>(`/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { progress: 'as_planned', done: '相談会を開いた。' },
    });
    const refused = await staff.send('POST', `/api/sheets/${id}/submit`, { version: saved.version });
    expect(fieldsOf(refused.body)).toEqual(
      expect.arrayContaining(decided.map((one) => `commitment:${one.id}`)),
    );
    await city.write(staff, id, { commitmentAnswers: answers });
    await city.approveToTheEnd(id);

    const planner = await city.planner();
    const { decision } = await planner.get<DecisionPage>(DECISION);
    expect(decision?.commitments.map(({ answered }) => answered)).toEqual([true, true]);
    const correct = (commitments: object[]) =>
      planner.send('PUT', DECISION, { ...WRITTEN, version: 2, reason: '誤記', commitments });
    const [first, second] = decision?.commitments ?? [];
    expect(fieldsOf((await correct([{ ...PROMISE, id: first?.id, what: '別の約束' }])).body)).toEqual([
      'commitments.0.what',
      'commitments',
    ]);
    const kept = [
      { ...PROMISE, id: first?.id },
      { ...PROMISE, id: second?.id, what: '手引きを配る。' },
    ];
    expect((await correct(kept)).status).toBe(200);
    const report = await staff.get<{
      commitmentAnswers: { what: string; decidedOn: string | null; answer: string }[];
    }>('/api/reports/2022/sections/1');
    expect(report.commitmentAnswers.filter((one) => one.decidedOn !== null)).toMatchObject([
      { what: PROMISE.what, decidedOn: '2022-07-11', answer: 'done' },
      { what: '手引きを配る。', decidedOn: '2022-07-11', answer: 'done' },
    ]);
  });
});
