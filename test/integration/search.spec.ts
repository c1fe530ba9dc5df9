import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Piece {
  readonly text: string;
  readonly hit: boolean;
}
interface Hit {
  readonly type: string;
  readonly key: string;
  readonly sectionKey: string | null;
  readonly title: readonly Piece[];
  readonly excerpt: readonly Piece[] | null;
  readonly fiscalYear: number | null;
  readonly stage: string | null;
  readonly departmentName: string | null;
  readonly departmentCode: string | null;
}
interface Result {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly leftOut: readonly string[];
  readonly groups: readonly {
    readonly kind: string;
    readonly total: number;
    readonly rows: readonly Hit[];
  }[];
}

/** What a sheet of 市民協働課 says from here on, and nothing else in the city. */
const WRITTEN =
  'ｾﾞﾌｨﾗﾝｻｽ講座をＡＢＣ会館で開き、満足度は９７.３％\\_だった。「ゆめ・みらい」会議は次年度へ。';

describe('search', () => {
  let product: Api;
  let city: City;
  let planner: Session;
  let sheet: string;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    planner = await city.planner();
    sheet = await city.sheetId(2020, '1-(1)-ア', 'check');
    await product.database.query(
      `update review.task_stage set answers = answers || jsonb_build_object('results', $2::text) where id = $1`,
      [sheet, WRITTEN],
    );
    await product.database.query('analyze');
  });

  afterAll(() => product.stop());

  const ask = (who: Session, q: string, more = ''): Promise<Result> =>
    who.get<Result>(`/api/search?q=${encodeURIComponent(q)}${more}`);
  const group = (result: Result, kind: string) => result.groups.find((one) => one.kind === kind);
  const plainOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
  const hitsOf = (pieces: readonly Piece[] | null) =>
    (pieces ?? []).filter(({ hit }) => hit).map(({ text }) => text);

  it('looks for eight words and names those it leaves out', async () => {
    const eight = '講座 会館 満足度 みらい 会議 次年度 開き ゆめ';
    const within = await ask(planner, eight);
    const beyond = await ask(planner, `${eight} どこにもない もうひとつ`);
    expect(group(within, 'sheets')?.rows.map(({ key }) => key)).toEqual([sheet]);
    expect(within.leftOut).toEqual([]);
    expect(beyond.total).toBe(within.total);
    expect(beyond.leftOut).toEqual(['どこにもない', 'もうひとつ']);
  });

  it.each([
    ['ゼフィランサス', ['ｾﾞﾌｨﾗﾝｻｽ']],
    ['ぜふぃらんさす', ['ｾﾞﾌｨﾗﾝｻｽ']],
    ['ｾﾞﾌｨﾗﾝｻｽ講座', ['ｾﾞﾌｨﾗﾝｻｽ講座']],
    ['講座　abc会館', ['講座', 'ＡＢＣ会館']],
    ['ＡＢＣかいかん abc会館', null],
    ['夢みらい', null],
    ['ゆめみらい会議', ['ゆめ・みらい」会議']],
    ['ユメ ミライ ぜふぃ', ['ｾﾞﾌｨ', 'ゆめ', 'みらい']],
    ['97.3%\\_', ['９７.３％\\_']],
    ['97_3%', null],
    ['ゼフィラ%サス', null],
    ['ゼフ.*サス', null],
    // All pairs of its letters stand in the sheet, the word does not.
    ['ゆめみらいゆめみ', null],
    ['講座を開き', null],
  ])('%s in a sheet: %j', async (q, marks) => {
    const found = group(await ask(planner, q), 'sheets');
    expect(found?.rows.map(({ key }) => key)).toEqual(marks ? [sheet] : []);
    expect(found?.total).toBe(marks ? 1 : 0);
    if (marks) expect(hitsOf(found?.rows[0]?.excerpt ?? null)).toEqual(marks);
  });

  it.each(['1-(1)-ア', '1(1)ア', '第1節 （１）ア'])('%s finds the item of that number alone', async (q) => {
    expect(group(await ask(planner, q), 'plan')?.rows.map(({ key }) => key)).toEqual(['1-(1)-ア']);
  });

  it('finds a program by its number, and its items after it', async () => {
    const found = group(await ask(planner, '第1節(1)'), 'plan');
    expect(found?.rows[0]).toMatchObject({ type: 'program', key: '1-(1)' });
    expect(found?.rows.slice(1).map(({ key }) => key)).toEqual(['1-(1)-ア', '1-(1)-イ', '1-(1)-ウ']);
    expect(found?.total).toBe(4);
  });

  it('takes a number that the plan does not have, or that stands among words, for words', async () => {
    expect(group(await ask(planner, '99(1)ア'), 'plan')?.total).toBe(0);
    expect((await ask(planner, 'ゼフィランサス 1(1)ア')).leftOut).toEqual([]);
  });

  it('tells year, stage and department of a sheet, and finds the report that prints it', async () => {
    const result = await ask(planner, 'ゼフィランサス');
    expect(group(result, 'sheets')?.rows[0]).toMatchObject({
      fiscalYear: 2020,
      stage: 'check',
      departmentName: '市民協働課',
      sectionKey: '1',
    });
    expect(group(result, 'reports')?.rows).toMatchObject([
      { type: 'report', fiscalYear: 2020, sectionKey: '1' },
    ]);
    expect(result.total).toBe(2);
  });

  it('finds a report by what management decided on it', async () => {
    await product.database.query(
      `insert into report.management_decision (cycle_id, section_id, verdict, direction, text, decided_on, body, recorder_id)
       select c.id, s.id, 'as_is', 'expand', 'サルビアの植栽を広げること。', '2021-07-20', '推進本部会議', p.id
         from cycle.review_cycle c, plan.section s, directory.person p
        where c.fiscal_year = 2020 and s.key = '1' and p.staff_number = '1000001'`,
    );
    const found = await ask(await city.staffOf('人事課'), 'さるびあ');
    expect(found.total).toBe(1);
    expect(group(found, 'reports')?.rows).toMatchObject([{ fiscalYear: 2020, sectionKey: '1' }]);
    expect((await ask(await city.as('9100002'), 'さるびあ')).total).toBe(0);
  });

  it('finds no report by what no report prints', async () => {
    const act = await city.sheetId(2020, '1-(1)-ア', 'act');
    await product.database.query(
      `update review.task_stage set answers = answers || '{"handoverMemo": "ヒソカナメモ"}' where id = $1`,
      [act],
    );
    const result = await ask(planner, 'ひそかなめも');
    expect(group(result, 'sheets')?.rows.map(({ key }) => key)).toEqual([act]);
    expect(group(result, 'reports')?.total).toBe(0);
  });

  it('neither finds nor counts what lies outside one’s scope', async () => {
    const own = await city.staffOf('市民協働課');
    const together = await city.staffOf('広報課');
    const other = await city.staffOf('人事課');
    const partner = await city.as('9100002');
    const evaluator = await city.as('9900001');
    const sheetsOf = async (who: Session, q: string) => group(await ask(who, q), 'sheets')?.total;
    expect(await sheetsOf(own, 'ゼフィランサス')).toBe(1);
    // 広報課 works on the same item and may open the sheet too.
    expect(await sheetsOf(together, 'ゼフィランサス')).toBe(1);
    for (const who of [other, partner, evaluator]) {
      expect(await sheetsOf(who, 'ゼフィランサス')).toBe(0);
      expect((await ask(who, 'ゼフィランサス', '&kind=sheets')).groups.flatMap(({ rows }) => rows)).toEqual(
        [],
      );
    }
    // The report is for everybody in the house; outsiders see neither reports nor people.
    expect((await ask(other, 'ゼフィランサス')).total).toBe(1);
    for (const who of [partner, evaluator]) {
      const { groups, total } = await ask(who, '市民');
      expect(groups.map(({ kind }) => kind)).toEqual(['plan', 'sheets']);
      expect(total).toBe(groups.reduce((sum, one) => sum + one.total, 0));
      expect((await ask(who, '市民協働課', '&kind=people')).groups.map(({ kind }) => kind)).not.toContain(
        'people',
      );
    }
    // Every sheet that is found opens, and the others do not.
    const { groups } = await ask(other, 'の', '&kind=sheets');
    for (const { key } of groups.flatMap(({ rows }) => rows).slice(0, 5))
      expect((await other.send('GET', `/api/sheets/${key}`)).status).toBe(200);
    expect((await other.send('GET', `/api/sheets/${sheet}`)).status).toBe(404);
  });

  it('counts that add up, and pages that hold each hit once', async () => {
    const all = await ask(planner, '市民');
    expect(all.total).toBe(all.groups.reduce((sum, one) => sum + one.total, 0));
    for (const { kind, total, rows } of all.groups) {
      expect(rows).toHaveLength(Math.min(total, all.pageSize));
      const keys: string[] = [];
      for (let page = 1; keys.length < total; page += 1) {
        const one = await ask(planner, '市民', `&kind=${kind}&page=${page}`);
        expect({ kind, total: one.total }).toEqual({ kind, total: all.total });
        const shown = group(one, kind)?.rows ?? [];
        if (shown.length === 0) break;
        keys.push(...shown.map((hit) => `${hit.type} ${hit.sectionKey} ${hit.key} ${hit.fiscalYear}`));
      }
      expect({ kind, found: new Set(keys).size, listed: keys.length }).toEqual({
        kind,
        found: total,
        listed: total,
      });
    }
  });

  it('puts titles before texts and newer years first', async () => {
    const { groups } = await ask(planner, '協働', '&kind=sheets');
    const rows = groups.find(({ kind }) => kind === 'sheets')?.rows ?? [];
    const order = rows.map(({ title, fiscalYear }) => [hitsOf(title).length > 0 ? 0 : 1, -(fiscalYear ?? 0)]);
    expect(order).toEqual(order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
    expect(new Set(order.map(([rank]) => rank)).size).toBe(2);
    const plan = group(await ask(planner, '協働', '&kind=plan'), 'plan')?.rows ?? [];
    const named = plan.map(({ title }) => hitsOf(title).length > 0);
    expect(named).toEqual(named.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('leads from a person to what their department hands in, who looks after that department', async () => {
    const found = async (who: Session, q: string) => {
      const [hit] = group(await ask(who, q), 'people')?.rows ?? [];
      return { department: hit?.departmentName, leads: hit?.departmentCode !== null };
    };
    const manager = await city.as('1993111');
    const staff = await city.staffOf('市民協働課');
    expect(await found(planner, '三浦千尋')).toEqual({ department: '市民協働課', leads: true });
    expect(await found(manager, '三浦千尋')).toEqual({ department: '市民協働課', leads: true });
    expect((await found(manager, '企画課')).leads).toBe(false);
    expect((await found(staff, '三浦千尋')).leads).toBe(false);
  });

  it('finds people by name, kana, department and post together', async () => {
    const people = async (q: string) =>
      (group(await ask(planner, q), 'people')?.rows ?? []).map(({ title }) => plainOf(title));
    expect(await people('三浦千尋')).toEqual(['三浦 千尋']);
    expect(await people('みうら ちひろ')).toEqual(['三浦 千尋']);
    expect(await people('市民協働課 課長')).toEqual(['高橋 由紀子']);
    expect(await people('三浦 人事課')).toEqual([]);
    expect(await people('２００９１１９')).toEqual(['三浦 千尋']);
    expect(await people('200911')).toEqual([]);
  });

  it('a word of the section finds what is in it only with a word of its own', async () => {
    const types = async (q: string) =>
      (group(await ask(planner, q), 'plan')?.rows ?? []).map(({ type }) => type);
    expect(await types('第1節')).toEqual(['section']);
    expect(await types('第1節 手順書')).toEqual(['item']);
  });

  it('stays calm with what is no word, too long, or meant to break it', async () => {
    for (const q of [
      '',
      '　',
      '、。',
      '\0',
      '"',
      "'",
      '\\',
      '%',
      '_',
      '*',
      '[',
      '(?=',
      '***:x',
      "' or 1=1 --",
      '🙂',
    ])
      expect({
        q,
        status: (await planner.send('GET', `/api/search?q=${encodeURIComponent(q)}`)).status,
      }).toEqual({
        q,
        status: 200,
      });
    expect((await ask(planner, '、。')).total).toBe(0);
    expect((await ask(planner, 'のに'.repeat(100))).total).toBe(0);
    const letters = Array.from('ゼフィランサス講座満足度次年度').join(' ');
    expect(group(await ask(planner, `${letters} `.repeat(6)), 'sheets')?.total).toBe(1);
    expect((await planner.send('GET', `/api/search?q=${'あ'.repeat(201)}`)).status).toBe(422);
    expect((await planner.send('GET', '/api/search?q=あ&kind=secrets')).status).toBe(422);
    expect((await planner.send('GET', '/api/search?q=あ&page=0')).status).toBe(422);
    const many = await ask(planner, 'の');
    expect(group(many, 'sheets')?.total).toBeGreaterThan(500);
  });

  it('asks an index, not every sheet', async () => {
    for (const [table, text, index] of [
      ['review.task_stage', `search.words_of(answers)`, 'task_stage_words'],
      ['plan.program_item', `key || E'\\x1f' || text`, 'program_item_words'],
      ['directory.person', `name || E'\\x1f' || kana`, 'person_words'],
    ] as const) {
      const plan = await product.database.query<{ 'QUERY PLAN': string }>(
        `explain select 1 from ${table} where search.tokens(${text}) @> search.asked('{市民協働}')
           ${table === 'review.task_stage' ? `and answers <> '{}'` : ''}`,
      );
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(index);
    }
  });

  it('folds a letter and its twin to the same', async () => {
    const twins = [
      ['アァヴヶヽー', 'あぁゔゖゝー'],
      ['ｱｶﾞﾊﾟ', 'アガパ'],
      ['ＡｚＺ０９', 'azz09'],
      ['－–—−', '----'],
      ['か\u3099', 'が'],
      ['①㈱Ⅲ', '1株iii'],
      ['～〜', '~~'],
    ];
    for (const [one, other] of twins) {
      const [row] = await product.database.query<{ same: boolean }>(
        'select search.letters($1) = search.letters($2) as same',
        [one, other],
      );
      expect({ one, other, same: row?.same }).toEqual({ one, other, same: true });
    }
    const [row] = await product.database.query<{ same: boolean }>(
      `select search.letters('はは') = search.letters('ぱぱ') as same`,
    );
    expect(row?.same).toBe(false);
  });

  it('a save is found at once', async () => {
    const open = await city.sheetId(2021, '1-(1)-ア', 'check').catch(() => undefined);
    const staff = await city.staffOf('市民協働課');
    if (open === undefined) throw new Error('the sample city evaluates 2021');
    const { version } = await staff.get<{ version: number }>(`/api/sheets/${open}`);
    await staff.put(`/api/sheets/${open}/answers`, { version, answers: { results: 'アガパンサスを植えた' } });
    const found = group(await ask(staff, 'あがぱんさす'), 'sheets');
    expect(found?.rows.map(({ key }) => key)).toEqual([open]);
  });
});
