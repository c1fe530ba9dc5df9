import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City, type Sheet } from '../story/city.js';

interface Actual {
  readonly value: string | null;
  readonly reason: string | null;
  readonly preliminary: boolean;
}

interface Entries {
  readonly total: number;
  readonly rows: readonly {
    readonly taskStageId: string;
    readonly key: string;
    readonly fiscalYear: number;
    readonly editable: boolean;
    readonly state: string;
    readonly kind: string;
    readonly departmentName: string;
    readonly answers: { readonly indicatorActual?: Actual | null; readonly source?: string | null };
    readonly lastYear: { readonly indicatorActual?: Actual | null } | null;
  }[];
}

interface Imported {
  readonly changed: number;
  readonly unchanged: number;
}

const HEADING = '体系番号,年度,実績値,到達段階,理由,確定区分,出典';

describe('the actuals of a year', () => {
  let product: Api;
  let city: City;
  let staff: Session;
  let entries: Entries;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-05-11');
    const [owner] = await product.database.query<{ name: string }>(
      `select d.name from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join directory.department d on d.id = t.current_department_id join cycle.review_cycle c on c.id = t.cycle_id
        where t.subject_kind = 'indicator' and ts.stage = 'check' and c.fiscal_year = 2021 and ts.state in ('none', 'drafting')
        group by d.name order by count(*) desc, d.name limit 1`,
    );
    staff = await city.staffOf(owner?.name ?? '');
    entries = await staff.get<Entries>('/api/actual-entries');
  });

  afterAll(() => product.stop());

  const send = (lines: readonly string[], dryRun = false) =>
    staff.upload(
      `/api/actual-entries/file?dryRun=${dryRun}`,
      'actuals.csv',
      [HEADING, ...lines, ''].join('\n'),
    );
  const own = () => entries.rows.filter(({ editable }) => editable);
  const sheetOf = (id: string | undefined) => staff.get<Sheet>(`/api/sheets/${id}`);
  const places = (answer: { body: unknown }) =>
    ((answer.body as { places?: { row?: number; column?: string; code: string }[] }).places ?? []).map(
      ({ row, column, code }) => `${row} ${column} ${code}`,
    );

  it('are listed for the department that enters them, last year beside each; for the planner all of them', async () => {
    expect(own().length).toBeGreaterThan(0);
    expect(new Set(own().map(({ departmentName }) => departmentName)).size).toBe(1);
    expect(own().some(({ lastYear }) => lastYear?.indicatorActual?.value)).toBe(true);
    const all = await (await city.planner()).get<Entries>('/api/actual-entries?pageSize=200');
    expect(all.total).toBeGreaterThan(entries.total);
    expect(all.rows).toHaveLength(all.total);
  });

  it('go out as a file and come in again without a change', async () => {
    const answer = await staff.get<string>('/api/actual-entries/file?format=csv');
    expect(answer.split('\n')).toHaveLength(entries.total + 2);
    const back = await staff.upload('/api/actual-entries/file', 'actuals.csv', answer);
    expect({ status: back.status, ...(back.body as Imported) }).toMatchObject({ status: 200, changed: 0 });
  });

  it('come in as drafts of their sheets, and a trial changes nothing', async () => {
    const [one] = own();
    const line = `${one?.key},令和3年度,12.5,,,速報,窓口の記録`;
    const trial = await send([line], true);
    expect(trial.body).toMatchObject({ changed: 1, dryRun: true });
    const told = trial.body as { differences: { rows: { row: string[]; cells: unknown[] }[] } };
    expect(told.differences.rows).toHaveLength(1);
    expect(told.differences.rows[0]?.row).toEqual([one?.key, '2021']);
    expect(told.differences.rows[0]?.cells).toContainEqual({
      heading: '出典',
      before: null,
      after: '窓口の記録',
    });
    const before = await sheetOf(one?.taskStageId);
    expect(before.answers['source']).not.toBe('窓口の記録');
    expect((await send([line])).body).toMatchObject({ changed: 1 });
    const after = await sheetOf(one?.taskStageId);
    expect(after).toMatchObject({ state: 'drafting', version: before.version + 1 });
    expect(after.answers).toMatchObject({
      indicatorActual: { value: expect.stringMatching(/^12\.5/) as unknown, preliminary: true, reason: null },
      source: '窓口の記録',
    });
    expect((await send([line])).body).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('that are not filled in yet stay as they are; a reason takes the place of a value', async () => {
    const [one] = own();
    expect((await send([`${one?.key},2021,,,,,`])).body).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await send([`${one?.key},2021,,,調査なし,速報,`])).body).toMatchObject({ changed: 1 });
    expect((await sheetOf(one?.taskStageId)).answers['indicatorActual']).toEqual({
      value: null,
      milestone: null,
      reason: 'survey_not_held',
      preliminary: false,
    });
  });

  it('are refused with the row and the column of what is wrong, and then nothing is taken', async () => {
    const [one] = own();
    const [{ key: others = '' } = {}] = (
      await (await city.planner()).get<Entries>('/api/actual-entries?pageSize=200')
    ).rows.filter(({ key }) => entries.rows.every((row) => row.key !== key));
    const { version } = await sheetOf(one?.taskStageId);
    const answer = await send([`${one?.key},2021,3,,,,`, `${others},2021,3,,,,`, `${one?.key},2019,3,,,,`]);
    expect(answer.status).toBe(422);
    expect(places(answer)).toEqual(['3 体系番号 review.no_such_entry', '4 体系番号 review.no_such_entry']);
    expect((await sheetOf(one?.taskStageId)).version).toBe(version);
    const both = await send([`${one?.key},2021,3,,調査なし,,`]);
    expect(places(both)).toEqual(['2 理由 indicator.value_and_reason']);
  });

  it('of another department are read by the planner and not entered', async () => {
    const [one] = own();
    const planner = await city.planner();
    const answer = await planner.upload(
      '/api/actual-entries/file',
      'actuals.csv',
      `${HEADING}\n${one?.key},2021,3,,,,\n`,
    );
    expect(places(answer)).toEqual(['2 体系番号 review.entry_of_others']);
  });

  it('keep what the earlier editor wrote as a version, and are closed once handed in', async () => {
    const [one] = own();
    const id = one?.taskStageId ?? '';
    await product.database.query(
      `update review.task_stage set editor_id = (select id from directory.person where id <> editor_id limit 1) where id = $1`,
      [id],
    );
    expect((await send([`${one?.key},2021,14,,,確定,窓口の記録`])).body).toMatchObject({ changed: 1 });
    const [kept] = await product.database.query<{ cause: string; reason: string }>(
      `select cause, answers->'indicatorActual'->>'reason' as reason from review.stage_version
        where task_stage_id = $1 order by number desc limit 1`,
      [id],
    );
    expect(kept).toEqual({ cause: 'editor_changed', reason: 'survey_not_held' });
    const { version } = await sheetOf(id);
    await staff.post(`/api/sheets/${id}/submit`, { version });
    expect(places(await send([`${one?.key},2021,15,,,,`]))).toEqual(['2 体系番号 review.entry_handed_in']);
  });

  it('come in from a file that also holds what was handed in, and what others enter, as long as that is unchanged', async () => {
    const whole = await staff.get<string>('/api/actual-entries/file?format=csv');
    const again = await staff.upload('/api/actual-entries/file', 'actuals.csv', whole);
    expect({ status: again.status, ...(again.body as Imported) }).toMatchObject({ status: 200, changed: 0 });
    const planner = await city.planner();
    const all = await planner.get<string>('/api/actual-entries/file?format=csv');
    const taken = await planner.upload('/api/actual-entries/file', 'actuals.csv', all);
    expect({ status: taken.status, ...(taken.body as Imported) }).toMatchObject({ status: 200, changed: 0 });
  });

  it('that somebody has changed since the file was written out are not overwritten', async () => {
    const planner = await city.planner();
    const { rows } = await planner.get<Entries>('/api/actual-entries?pageSize=200');
    const other = rows.find(
      ({ key, state, kind }) =>
        state !== 'submitted' && kind === 'level' && entries.rows.every((row) => row.key !== key),
    );
    const id = other?.taskStageId ?? '';
    const owner = await city.staffWritingFor(id);
    const { version } = await owner.get<Sheet>(`/api/sheets/${id}`);
    const row = (of: number, value: string) =>
      owner.upload(
        '/api/actual-entries/file',
        'actuals.csv',
        `体系番号,年度,版,実績値\n${other?.key},2021,${of},${value}\n`,
      );
    const saved = await owner.put<{ version: number }>(`/api/sheets/${id}/answers`, {
      version,
      answers: { indicatorActual: { value: '12', milestone: null, reason: null, preliminary: false } },
    });
    expect(places(await row(version, '10'))).toEqual(['2 版 review.entry_changed_since']);
    expect((await row(saved.version, '10')).body).toMatchObject({ changed: 1 });
  });

  it('are 速報 everywhere until their sheet is confirmed', async () => {
    const key = '6-指標1';
    const id = await city.sheetId(2021, key, 'check');
    const owner = await city.staffWritingFor(id);
    const told = async (of = key): Promise<boolean | undefined> => {
      const { indicators } = await owner.get<{
        indicators: { key: string; actuals: { fiscalYear: number; preliminary: boolean }[] }[];
      }>('/api/indicators?year=2021');
      return indicators.find((one) => one.key === of)?.actuals.find(({ fiscalYear }) => fiscalYear === 2021)
        ?.preliminary;
    };
    await city.write(owner, id, {
      indicatorActual: { value: '92', milestone: null, reason: null, preliminary: false },
      source: '令和4年4月調べ',
    });
    expect(await told()).toBe(true);
    await city.approveToTheEnd(id);
    expect(await told()).toBe(false);
    const early = await city.sheetId(2021, '7-指標1', 'check');
    await city.write(await city.staffWritingFor(early), early, {
      indicatorActual: { value: '15', milestone: null, reason: null, preliminary: true },
      source: '令和4年4月調べ',
    });
    await city.approveToTheEnd(early);
    expect(await told('7-指標1')).toBe(true);
  });

  it('are as sure as their sheet, whatever an import calls them, and corrected only on purpose', async () => {
    const key = '8-指標1';
    const id = await city.sheetId(2021, key, 'check');
    const owner = await city.staffWritingFor(id);
    const planner = await city.planner();
    const bring = async (value: string, certainty: string) => {
      const file = `体系番号,年度,実績値,確定区分\n${key},2021,${value},${certainty}\n`;
      const answer = await planner.upload('/api/exchange/indicator-history', 'actuals.csv', file);
      return answer.status === 200 ? 'taken' : places(answer);
    };
    const stored = () =>
      product.database.query(
        `select v.value::float as value, v.preliminary from indicator.indicator_actual v
           join plan.indicator n on n.id = v.indicator_id where n.key = $1 and v.fiscal_year = 2021`,
        [key],
      );
    await city.write(owner, id, {
      indicatorActual: { value: '92', milestone: null, reason: null, preliminary: false },
      source: '令和4年4月調べ',
    });
    expect(await bring('92', '確定')).toBe('taken');
    expect(await bring('93', '確定')).toEqual(['2 実績値 review.entry_handed_in']);
    expect(await stored()).toEqual([{ value: 92, preliminary: true }]);
    await city.approveToTheEnd(id);
    expect(await bring('92', '速報')).toBe('taken');
    expect(await bring('93', '確定')).toEqual(['2 実績値 review.actual_confirmed']);
    expect(await stored()).toEqual([{ value: 92, preliminary: false }]);
    expect(await bring('93', '訂正')).toBe('taken');
    expect(await stored()).toEqual([{ value: 93, preliminary: false }]);
    const audited = await product.database.query(
      `select detail from audit.audit_entry where action = 'indicator_actual.corrected'`,
    );
    expect(audited).toEqual([
      { detail: { fiscalYear: 2021, before: { value: '92' }, after: { value: '93' } } },
    ]);
    // What stands beside the value was confirmed with it.
    const withSource = `体系番号,年度,実績値,確定区分,出典\n${key},2021,93,確定,令和4年6月調べ\n`;
    const other = await planner.upload('/api/exchange/indicator-history', 'actuals.csv', withSource);
    expect(places(other)).toEqual(['2 出典 review.actual_confirmed']);
    expect(JSON.stringify(other.body)).toContain('「令和4年4月調べ」');
    const ofClosed = `体系番号,年度,実績値,確定区分\n1-指標1,2020,46.4,確定\n`;
    const settled = await planner.upload('/api/exchange/indicator-history', 'actuals.csv', ofClosed);
    expect(places(settled)).toEqual(['2 実績値 review.actual_closed']);
    const toCome = `体系番号,年度,実績値\n${key},平成99,93\n`;
    const never = await planner.upload('/api/exchange/indicator-history', 'actuals.csv', toCome);
    expect(places(never)).toEqual(['2 年度 review.year_to_come']);
    // A file of what stands there is taken, whatever its letters make of the words.
    await product.database.query(
      `update indicator.indicator_actual v set factors_own = $1 from plan.indicator n where n.id = v.indicator_id
          and n.key = $2 and v.fiscal_year = 2021`,
      ['4月〜6月の説明会。\n', key],
    );
    for (const encoding of ['utf-8', 'shift_jis']) {
      const address = `${product.url}/api/exchange/indicator-history?format=csv&encoding=${encoding}`;
      const whole = await fetch(address, { headers: { cookie: planner.cookieHeader } });
      const again = await planner.upload(
        '/api/exchange/indicator-history',
        'actuals.csv',
        new Uint8Array(await whole.arrayBuffer()),
      );
      expect(again).toMatchObject({ status: 200, body: { added: 0, changed: 0 } });
    }
    // What corrects nothing is no correction.
    expect(await bring('93', '訂正')).toBe('taken');
    expect(
      await product.database.query(
        `select 1 from audit.audit_entry where action = 'indicator_actual.corrected'`,
      ),
    ).toHaveLength(1);
  });

  it('decide which year is shown to whoever names none: the year before, until half of them are in', async () => {
    interface Years {
      readonly current: number;
      readonly shown: number;
      readonly actuals: { readonly entered: number; readonly all: number };
    }
    const years = () => staff.get<Years>('/api/reports');
    const wall = async () => (await staff.get<{ fiscalYear: number }>('/api/indicators')).fiscalYear;
    const before = await years();
    // What the overview of a year says of it is the same, and no share is told of a year of which too little is known.
    const overview = async () =>
      staff.get<
        Pick<Years, 'actuals'> & { onTrack: { share: string | null; actuals: { fiscalYear: number }[] } }
      >('/api/reports/2021');
    expect(await overview()).toMatchObject({ actuals: before.actuals, onTrack: { share: null } });
    expect([before.current, before.shown, await wall()]).toEqual([2021, 2020, 2020]);
    // Nor is it proposed to who enters it.
    const planner = await city.planner();
    const [{ id: ofShare = '' } = {}] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = 2021
         join plan.assignment a on a.id = t.assignment_id
         join plan.indicator n on n.id = a.indicator_id and n.formula = 'share_on_track' where ts.stage = 'check'`,
    );
    const proposed = async () =>
      (await planner.get<{ proposal: { value: string } | null }>(`/api/sheets/${ofShare}`)).proposal;
    expect(await proposed()).toBeNull();
    expect(before.actuals.entered).toBeLessThan(before.actuals.all / 2);
    // What nobody is asked for any more does not keep the year from being shown.
    const [gone] = await product.database.query<{ id: string }>(
      `update plan.assignment a set to_fiscal_year = 2020
        where a.id = (select x.id from plan.assignments_in(2021) x join plan.indicator n on n.id = x.indicator_id
                       where x.role = 'lead' and not exists (
                         select 1 from indicator.indicator_actual v where v.indicator_id = n.id and v.fiscal_year = 2021) limit 1)
       returning a.indicator_id as id`,
    );
    expect((await years()).actuals.all).toBe(before.actuals.all - 1);
    await product.database.query(
      `insert into indicator.indicator_actual (indicator_id, fiscal_year, value)
       select n.id, 2021, 1 from plan.indicator n where n.id <> $1 on conflict do nothing`,
      [gone?.id],
    );
    const after = await years();
    expect(after).toMatchObject({ shown: 2021, actuals: { entered: after.actuals.all } });
    expect(await wall()).toBe(2021);
    const { share } = (await overview()).onTrack;
    expect(share).not.toBeNull();
    expect((await proposed())?.value).toBe(share);
  });
});
