import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { City, type Sheet, type Today } from './city.js';

interface PlanReport {
  readonly onTrack: {
    readonly share: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly notJudged: number;
    readonly expected: string;
    readonly status: string;
  };
  readonly sections: readonly {
    readonly key: string;
    readonly indicators: readonly { readonly key: string; readonly status: string }[];
  }[];
}

interface SectionReport {
  readonly items: readonly {
    readonly key: string;
    readonly grade: string | null;
    readonly settled: string | null;
    readonly executionRate: string | null;
  }[];
  readonly costs: { readonly budget: string; readonly settled: string };
  readonly grade: string | null;
  readonly commitments: readonly { readonly what: string }[];
  readonly answered: { readonly done: number; readonly changed: number };
}

/**
 * Fiscal 2021 is evaluated in spring 2022 while fiscal 2022 runs: read from the letters, sheets and reports of the
 * people who do it. Only the clock is moved; nothing is inserted.
 */
describe('the year turns, end to end', () => {
  let product: Product;
  let city: City;

  const cyclesOpen = async (): Promise<number[]> =>
    (
      await product.database.query<{ y: number }>(
        `select fiscal_year as y from cycle.review_cycle where state = 'open' order by 1`,
      )
    ).map((r) => r.y);

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
  });

  afterAll(() => product.stop());

  it('on 1 April the scheduler opens fiscal 2022 by itself and hands out a sheet for every assignment', async () => {
    await until('fiscal 2022 is open', async () => (await cyclesOpen()).includes(2022));
    await until('the sheets are there', async () => {
      const [row] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id where c.fiscal_year = 2022`,
      );
      return row?.n === 232;
    });
    const board = await (
      await city.planner()
    ).get<{ rows: unknown[]; columns: { stage: string }[] }>('/api/cycles/2022/board');
    expect(board.rows).toHaveLength(42);
  });

  it('people hear once, in one mail, what they must do', async () => {
    const mails = await until('letters arrive', async () => {
      const [row] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from notice.letter where state <> 'sent'`,
      );
      const all = await product.mails();
      return row?.n === 0 && all.length > 50 ? all : undefined;
    });
    const addresses = mails.map((mail) => mail.to[0]?.address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(mails[0]?.subject).toMatch(/^【総合計画】/);
    expect(mails.every((mail) => mail.text.includes(product.url) && mail.html.includes('<'))).toBe(true);
  });

  it('staff see last year beside this year and what is missing before they submit', async () => {
    const staff = await city.staffOf('市民協働課');
    const today = await staff.get<Today>('/api/today');
    const keys = today.groups.flatMap((g) =>
      g.rows.map((r) => `${r.fiscalYear} ${r.stage} ${r.subject.key}`),
    );
    expect(keys).toContain('2021 check 1-(1)-ア');
    expect(keys).toContain('2022 plan 1-(1)-ア');
    const sheet = await staff.get<Sheet>(`/api/sheets/${await city.sheetId(2021, '1-(1)-ア', 'check')}`);
    expect(sheet.editable).toBe(true);
    expect(sheet.lastYear?.fiscalYear).toBe(2020);
    expect(sheet.lastYear?.answers['results']).toEqual(expect.any(String));
    const refused = await staff.send('POST', `/api/sheets/${sheet.taskStageId}/submit`, {
      version: sheet.version,
    });
    expect(refused.status).toBe(422);
    expect(
      (refused.body as { places: { field: string; text: string }[] }).places.map((p) => p.field),
    ).toEqual(expect.arrayContaining(['results', 'settledCost', 'grade']));
  });

  it('the division manager returns one with a reason, and it comes back better', async () => {
    const staff = await city.staffOf('市民協働課');
    const id = await city.sheetId(2021, '1-(1)-ア', 'check');
    await city.write(
      staff,
      id,
      await city.checkAnswers(staff, id, { results: '手順書を改訂した。', settledCost: '7960', grade: 'B' }),
    );
    const manager = await city.firstApprover(id);
    const view = await manager.get<{
      version: number;
      changes: { field: string }[];
      standardReturnDueOn: string;
    }>(`/api/approvals/${id}`);
    expect(view.changes.map((c) => c.field)).toContain('results');
    expect(view.standardReturnDueOn).toBe('2022-04-08');
    const refused = await staff.send('POST', `/api/approvals/${id}/approve`, { version: view.version });
    expect(refused.status).toBe(403);
    await manager.post(`/api/approvals/${id}/return`, {
      version: view.version,
      reason: '件数を書いてください。',
    });
    const today = await staff.get<Today>('/api/today');
    const row = today.groups.find((g) => g.kind === 'returned')?.rows[0];
    expect(row).toMatchObject({ taskStageId: id, action: 'mend', dueOn: '2022-04-08' });
    await city.write(staff, id, { results: 'ＰＩの手法を38事業で活用した。' });
    expect(await city.approveToTheEnd(id)).toHaveLength(3);
  });

  it('three departments finish Check, and two people saving at once lose nothing', async () => {
    for (const [key, cost, grade] of [
      ['1-(1)-イ', '4870', 'B'],
      ['1-(1)-ウ', '9270', 'A'],
      ['2-(2)-ア', '12000', 'B'],
    ] as const) {
      const id = await city.sheetId(2021, key, 'check');
      const staff = await city.staffWritingFor(id);
      await city.write(
        staff,
        id,
        await city.checkAnswers(staff, id, { results: `${key} の成果を得た。`, settledCost: cost, grade }),
      );
      await city.approveToTheEnd(id);
    }
    const id = await city.sheetId(2021, '7-(2)-ア', 'check');
    const staff = await city.staffWritingFor(id);
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    await staff.put(`/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { results: '先に保存した文' },
    });
    const second = await staff.send('PUT', `/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { gradeReason: '後の人' },
    });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'review.changed_by_another',
      extra: { changed: [{ field: 'results', after: '先に保存した文' }] },
    });
    expect((await staff.get<Sheet>(`/api/sheets/${id}`)).answers['results']).toBe('先に保存した文');
  });

  it('indicators are judged and the share on track is the one counted by hand', async () => {
    // Nine judged beside the share itself; achieved or on track are 47.5, 4, 160, 92 and 15: 5 of 9 = 55.6 %.
    const actuals: Record<string, string> = {
      '1-指標1': '47.5',
      '2-指標1': '53.5',
      '4-指標1': '4',
      '4-指標2': '160',
      '5-指標1': '35.0',
      '6-指標1': '92',
      '7-指標1': '15',
      '7-指標2': '5700',
      '8-指標1': '43.1',
      '3-指標1': '55.6',
    };
    for (const [key, value] of Object.entries(actuals)) {
      const id = await city.sheetId(2021, key, 'check');
      const owner = await city.staffWritingFor(id);
      await city.write(owner, id, {
        indicatorActual: { value, milestone: null, reason: null, preliminary: true },
        source: '令和4年4月調べ',
      });
      await city.approveToTheEnd(id);
    }
    const shareId = await city.sheetId(2021, '3-指標1', 'check');
    const proposed = await (await city.planner()).get<{ proposal: object }>(`/api/sheets/${shareId}`);
    expect(proposed.proposal).toEqual({ value: '55.6', numerator: 5, denominator: 9 });
    const report = await (await city.planner()).get<PlanReport>('/api/reports/2021');
    const status = Object.fromEntries(
      report.sections.flatMap((s) => s.indicators.map((i) => [i.key, i.status])),
    );
    expect(status).toEqual({
      '1-指標1': 'on_track',
      '2-指標1': 'mostly_on_track',
      '3-指標1': 'behind',
      '4-指標1': 'on_track',
      '4-指標2': 'on_track',
      '5-指標1': 'behind',
      '6-指標1': 'achieved',
      '7-指標1': 'on_track',
      '7-指標2': 'worse',
      '8-指標1': 'mostly_on_track',
    });
    expect(report.onTrack).toMatchObject({
      share: '55.6',
      numerator: 5,
      denominator: 9,
      notJudged: 0,
      expected: '78.2',
      status: 'behind',
    });
  });

  it('overdue work climbs into the manager’s digest', async () => {
    await city.moveTo('2022-05-30');
    const [manager] = await product.database.query<{ email: string }>(
      `select p.email from directory.post_holding h join directory.post po on po.id = h.post_id
         join directory.department d on d.id = po.department_id join directory.person p on p.id = h.person_id
        where d.name = '国際課' and po.level = 'divisionManager' and h.from_date <= '2022-05-30' and (h.to_date is null or h.to_date >= '2022-05-30')`,
    );
    const mail = await until('the digest of the week arrives', async () =>
      (await product.mails()).find((m) => m.subject.includes('今週') && m.to[0]?.address === manager?.email),
    );
    expect(mail.subject).toMatch(/今週の要対応 \d+件（うち期限超過 \d+件）/);
    expect(mail.text).toContain('在住外国人数');
  });

  it('Act goes up to the planning division and its commitments are promises from then on', async () => {
    await city.moveTo('2022-06-01');
    const id = await city.sheetId(2021, '1-(1)-ア', 'act');
    const staff = await city.staffOf('市民協働課');
    await city.write(staff, id, {
      issues: '実施のない課が残った。',
      direction: 'improve',
      commitments: [
        { what: '残る4課と個別の相談会を開く。', who: '市民協働課長', dueOn: '2022-09-30' },
        { what: '手引きを作り直す。', who: '市民協働課長', dueOn: '2023-03-31' },
      ],
    });
    const titles = await city.approveToTheEnd(id);
    expect(titles.length).toBeGreaterThanOrEqual(4);
    expect(titles.at(-1)).toBe('企画課長');
  });

  it('the section report has the numbers computed by hand', async () => {
    await city.moveTo('2022-06-16');
    const id = await city.sheetId(2021, '1', 'review');
    const staff = await city.staffOf('市民協働課');
    await city.write(staff, id, { sectionGrade: 'B', opinion: '実施する課が広がった。' });
    await city.approveToTheEnd(id);
    const report = await staff.get<SectionReport>('/api/reports/2021/sections/1');
    expect(report.grade).toBe('B');
    expect(report.items.map((i) => i.grade)).toEqual(['B', 'B', 'A']);
    // Lead sheets 7,960 + 4,870 + 9,270; the supporting sheets have not been handed in.
    expect(report.costs.settled).toBe('22100');
    expect(report.items[0]?.executionRate).toBe('94.5');
    expect(report.commitments.map((c) => c.what)).toEqual([
      '残る4課と個別の相談会を開く。',
      '手引きを作り直す。',
    ]);
  });

  it('the promises wait in the running year’s Do and must be answered', async () => {
    await city.moveTo('2022-10-03');
    const id = await city.sheetId(2022, '1-(1)-ア', 'do');
    const staff = await city.staffOf('市民協働課');
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    expect(sheet.commitments.map((c) => c.what)).toEqual([
      '残る4課と個別の相談会を開く。',
      '手引きを作り直す。',
    ]);
    const saved = await staff.put<{ version: number }>(`/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { progress: 'as_planned', done: '相談会を開いた。' },
    });
    const refused = await staff.send('POST', `/api/sheets/${id}/submit`, { version: saved.version });
    expect((refused.body as { places: { field: string }[] }).places.map((p) => p.field)).toEqual(
      sheet.commitments.map((c) => `commitment:${c.id}`),
    );
    const [first, second] = sheet.commitments;
    const emptyChange = await staff.put<{ version: number }>(`/api/sheets/${id}/answers`, {
      version: saved.version,
      answers: {
        commitmentAnswers: {
          // Its day is over when the sheet is due; the other one may go on until its own.
          [first?.id ?? '']: { answer: 'changed', text: '4課のうち2課が残る。' },
          [second?.id ?? '']: { answer: 'changed', text: '年度末まで続ける。' },
        },
      },
    });
    const again = await staff.send('POST', `/api/sheets/${id}/submit`, { version: emptyChange.version });
    expect((again.body as { places: { field: string; code: string }[] }).places).toMatchObject([
      { field: `commitment:${first?.id}`, code: 'missing.nothing_changed' },
    ]);
    // So it is for a promise whose day passes while the sheet is late.
    await product.database.query(`update review.commitment set due_on = '2022-11-04' where id = $1`, [
      second?.id,
    ]);
    await city.moveTo('2022-11-07');
    const late = await staff.send('POST', `/api/sheets/${id}/submit`, { version: emptyChange.version });
    expect((late.body as { places: { field: string }[] }).places.map(({ field }) => field)).toEqual(
      [first, second].map((promise) => `commitment:${promise?.id}`),
    );
    await city.write(staff, id, {
      commitmentAnswers: {
        [first?.id ?? '']: { answer: 'done', text: '4課と相談会を開いた。' },
        [second?.id ?? '']: {
          answer: 'changed',
          text: '電子版に改める。',
          what: '手引きを電子版で作る。',
          dueOn: '2023-09-29',
        },
      },
    });
    await city.approveToTheEnd(id);
  });

  it('on the next 1 April the next year opens by itself, and what is still open is asked in one place', async () => {
    await city.moveTo('2023-04-03');
    await until('fiscal 2023 is open', async () => (await cyclesOpen()).includes(2023));
    const plan = await until('the sheet is there', () =>
      city.sheetId(2023, '1-(1)-ア', 'plan').catch(() => undefined),
    );
    const staff = await city.staffOf('市民協働課');
    const promised = async (id: string): Promise<string[]> =>
      (await staff.get<Sheet>(`/api/sheets/${id}`)).commitments
        .filter((c) => c.madeInFiscalYear === 2021)
        .map((c) => c.what);
    expect(await promised(await city.sheetId(2022, '1-(1)-ア', 'check'))).toEqual(['手引きを電子版で作る。']);
    expect(await promised(plan)).toEqual([]);
  });
});
