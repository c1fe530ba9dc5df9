import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { expectSound, openBrowser, PHONE, picture, signedIn } from './browser.js';
import { City } from './city.js';
import { packedDownload } from './packed-download.js';

const REPORT = '/reports/2021/sections/1';

/** The director of the bureau grades a section; management decides on its report; a department finds the promise. */
describe('a section from its draft to the decision, in the browser', () => {
  let product: Product;
  let city: City;
  let browser: Browser;
  let review: string;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    browser = await openBrowser();
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, '1-(1)-ア', 'do').catch(() => undefined),
    );
    await city.moveTo('2022-06-16');
    review = await city.sheetId(2021, '1', 'review');
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  it('is drafted from its sheets side by side, with a draft of the opinion to edit', async () => {
    const staff = await signedIn(browser, product.url, '三浦 千尋');
    await staff.goto(`/sheets/${review}`);
    const sheets = staff.getByRole('region', { name: 'この節の評価シート' });
    await sheets.getByRole('row', { name: /ＰＩの手法|PIの手法/ }).waitFor();
    await sheets.getByRole('link', { name: 'アの点検のシートを開く' }).waitFor();
    await sheets.getByRole('button', { name: 'この内容から意見の下書きを作る' }).press('Enter');
    const opinion = staff.getByRole('textbox', { name: '施策に対する意見' });
    expect(await opinion.inputValue()).toMatch(/課題|改善策|検証指標/);
    // What citizens will read tells nothing of what is unfinished; who writes is told.
    expect(await opinion.inputValue()).not.toContain('点検の確認');
    await sheets.getByText(/点検の確認がまだの取組（.+）は入っていません。/).waitFor();
    await staff.getByText(/この節の取組のうち\d+件は、点検の確認がまだです。/).waitFor();
    await opinion.press('End');
    await staff.keyboard.type('実施する課が広がった。');
    await staff.getByRole('radio', { name: /^A/ }).check();
    await staff.getByText('評価が変わった理由', { exact: false }).first().waitFor();
    await staff.getByRole('radio', { name: /^B/ }).check();
    await picture(staff, 'review');
    await expectSound(staff);
    await staff.getByRole('button', { name: /確認へ提出する/ }).click();
    await until('it is handed in', async () => {
      const [row] = await product.database.query<{ state: string }>(
        'select state from review.task_stage where id = $1',
        [review],
      );
      return row?.state === 'submitted';
    });
    await staff.context().close();
    const manager = await city.firstApprover(review);
    const { version } = await manager.get<{ version: number }>(`/api/approvals/${review}`);
    await manager.post(`/api/approvals/${review}/approve`, { version });
  });

  it('tells whoever stands in for the director that the grade waits for them', async () => {
    const director = await city.firstApprover(review);
    const [person] = await product.database.query<{ id: string }>(
      `select id from directory.person where name = '藤沢 隆一'`,
    );
    const today = await city.today();
    const absence = { fromDate: today, toDate: today, delegateId: person?.id, decides: true };
    await director.post('/api/me/absences', absence);
    const standIn = await signedIn(browser, product.url, '藤沢 隆一');
    await standIn.goto(`/approvals/${review}`);
    await standIn.getByText('施策の総合評価は本人が決めるため', { exact: false }).waitFor();
    await standIn.getByRole('button', { name: '差し戻す' }).waitFor();
    expect(await standIn.getByRole('button', { name: /^(確認|代決)す/ }).count()).toBe(0);
    expect(await standIn.getByRole('region', { name: '施策の総合評価を決める' }).count()).toBe(0);
    await picture(standIn, 'grade-of-another');
    await expectSound(standIn);
    await standIn.context().close();
    const { own } = await director.get<{ own: { id: string }[] }>('/api/me/absences');
    for (const { id } of own) await director.ask('DELETE', `/api/me/absences/${id}`);
  });

  it('is graded by the director, by keyboard alone, beside the proposal and last year’s grade', async () => {
    const director = await signedIn(browser, product.url, '池田 学');
    await director.goto(`/approvals/${review}`);
    const grading = director.getByRole('region', { name: '施策の総合評価を決める' });
    await grading.getByText('担当課の案').waitFor();
    await director.getByRole('button', { name: /^確認/ }).press('Enter');
    await grading.getByText('評価を選んでください。').waitFor();
    // The focus went to the grades; the arrow chooses.
    await director.keyboard.press('ArrowDown');
    // A letter pressed among the grades is none of the keys of the page: A would confirm the grade that is chosen.
    await grading.getByRole('radio', { name: /^B/ }).check();
    await director.keyboard.press('a');
    await director.waitForLoadState('networkidle');
    expect(await director.getByRole('radio', { name: /^B/ }).isVisible()).toBe(true);
    const [{ graded } = { graded: 1 }] = await product.database.query<{ graded: number }>(
      'select count(grade)::int as graded from review.approval where task_stage_id = $1',
      [review],
    );
    expect(graded).toBe(0);
    await grading.getByRole('radio', { name: /^C/ }).check();
    await director.getByRole('button', { name: /^確認/ }).press('Enter');
    await grading.getByText('案と違う評価にする理由を書いてください。').waitFor();
    await director.keyboard.type('働きかけが足りない。');
    await grading.getByLabel(/昨年度のBからCに変わった理由/).fill('実施のない課が残ったため。');
    // What is chosen and typed outlives the tab.
    await director.reload();
    expect(await grading.getByRole('radio', { name: /^C/ }).isChecked()).toBe(true);
    expect(await grading.getByLabel(/^案と違う評価にする理由/).inputValue()).toBe('働きかけが足りない。');
    expect(await grading.getByLabel(/昨年度のBからCに変わった理由/).inputValue()).toBe(
      '実施のない課が残ったため。',
    );
    await picture(director, 'grading');
    await expectSound(director);
    await director.setViewportSize(PHONE);
    await director.getByRole('button', { name: /^確認/ }).press('Enter');
    await until('the director has decided', async () => {
      const [row] = await product.database.query<{ grade: string | null }>(
        'select grade from review.approval where task_stage_id = $1 and grade is not null',
        [review],
      );
      return row?.grade === 'C';
    });
    await director.context().close();
    await city.approveToTheEnd(review);
  });

  it('has a decision that management records in the meeting, read on a phone afterwards', async () => {
    await city.moveTo('2022-07-11');
    const management = await signedIn(browser, product.url, '藤沢 隆一');
    await management.goto(REPORT);
    await management.getByText('実施のない課が残ったため。').first().waitFor();
    await management
      .getByText(/市民局長が評価を決めた理由（担当課の案 B）/)
      .first()
      .waitFor();
    // Without a connection the writer of Word files does not come, and that is said beside the choice of files.
    await management.locator('html[data-font]').waitFor({ state: 'attached' });
    await management.context().setOffline(true);
    await management.getByText('データ', { exact: true }).press('Enter');
    await management.getByRole('button', { name: '施策評価書をWordで取り出す' }).press('Enter');
    await management.getByText('Wordファイルを作れませんでした。').waitFor();
    await management.context().setOffline(false);
    await management.reload();
    await management.getByText('データ', { exact: true }).press('Enter');
    const workbook = await packedDownload(management, () =>
      management.getByRole('link', { name: '取組・指標・改善策をExcelで取り出す' }).press('Enter'),
    );
    expect(workbook.name).toMatch(/^施策評価書_2021_.*\.xlsx$/);
    expect([...workbook.parts.keys()].filter((name) => /sheet\d+\.xml$/.test(name))).toHaveLength(3);
    const cells = workbook.text('xl/sharedStrings.xml');
    for (const word of ['1-(1)-ア', '市民参画・協働による事業の割合', '概ね順調', '市民協働課長'])
      expect(cells).toContain(word);
    await management.getByText('データ', { exact: true }).press('Enter');
    const paper = await packedDownload(management, () =>
      management.getByRole('button', { name: '施策評価書をWordで取り出す' }).press('Enter'),
    );
    await management.getByText('Wordファイルを取り出しました。').waitFor();
    expect(paper.name).toMatch(/^施策評価書_2021_.*\.docx$/);
    const words = paper.text('word/document.xml');
    for (const word of ['施策評価書', '実施のない課が残ったため。', '検証指標', '推進本部の決定'])
      expect(words).toContain(word);
    expect(words).toContain('w:tblHeader');
    // Pages end between items and short tables, not within.
    const rows = words.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? [];
    expect(rows.filter((row) => !row.includes('w:cantSplit'))).toEqual([]);
    expect(rows.find((row) => row.includes('期待値'))?.includes('w:val="KeptWithNext"')).toBe(true);
    // The chart and the marks of its legend.
    expect(paper.parts.get('word/media/image1.png')?.length).toBeGreaterThan(5000);
    expect(words.match(/<w:drawing/g)?.length).toBeGreaterThan(3);
    expect(await darkShare(management, paper.parts.get('word/media/image1.png'))).toBeLessThan(0.2);
    await management.getByRole('button', { name: '決定の記録へ' }).press('Enter');
    const form = management.getByRole('form', { name: '推進本部の決定' });
    await form.getByRole('button', { name: '決定を記録する' }).press('Enter');
    await form.getByText('1つ選んでください。').first().waitFor();
    await form.getByRole('radio', { name: '一部修正' }).check();
    await form.getByRole('radio', { name: '改善', exact: true }).check();
    await form.getByLabel('決定の内容').fill('実施課を広げること。');
    await form.getByRole('button', { name: '改善策を加える' }).press('Enter');
    await form.getByLabel('どの取組で行うか').selectOption('1-(1)-ア');
    expect(await form.getByLabel('担当の職').inputValue()).toBe('市民協働課長');
    await form.getByLabel('何をするか').fill('実施のない4課に働きかける。');
    await form.getByRole('textbox', { name: '期限' }).fill('R5.3.31');
    await picture(management, 'decision');
    await expectSound(management);
    await form.getByRole('button', { name: '決定を記録する' }).press('Enter');
    await management.getByText('決定を記録しました。', { exact: false }).waitFor();
    await management.locator('.paper').getByText('実施課を広げること。').first().waitFor();
    await management.setViewportSize(PHONE);
    await management.locator('.paper').getByText('実施のない4課に働きかける。').first().waitFor();
    await management.context().close();
  });

  it('loses nothing of what is typed while somebody else corrects the decision', async () => {
    const planner = await city.planner();
    const address = `/api/reports/2021/sections/1/decision`;
    interface Recorded {
      readonly version: number;
      readonly commitments: readonly object[];
    }
    const correctedBy = async (text: string): Promise<void> => {
      const { decision } = await planner.get<{ decision: Recorded }>(address);
      const commitments = decision.commitments.map((one) => ({
        ...one,
        state: undefined,
        answered: undefined,
      }));
      await planner.put(address, { ...decision, text, commitments, reason: '議事録のとおり' });
    };
    const management = await signedIn(browser, product.url, '藤沢 隆一');
    await management.goto(REPORT);
    await management.getByRole('button', { name: '決定を訂正する' }).press('Enter');
    const form = management.getByRole('form', { name: '推進本部の決定' });
    await form.getByLabel('決定の内容').fill('私が書いている決定');
    await form.getByLabel('訂正の理由').fill('書き落とし');

    await correctedBy('先に記録された決定');
    // Back at the window after a while, the page looks again at what is old, but not below what is typed.
    const asked: string[] = [];
    management.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await management.clock.setSystemTime(Date.now() + 60_000);
    const looked = management.waitForResponse(
      (one) => new URL(one.url()).pathname === '/api/reports/2021/sections/1',
    );
    await management.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    await looked;
    await management.locator('.paper').getByText('先に記録された決定').first().waitFor();
    expect(asked).not.toContain(address);
    expect(await form.getByLabel('決定の内容').inputValue()).toBe('私が書いている決定');

    // The tab is closed and opened again: what was typed stands beside what is recorded now.
    await management.reload();
    const told = form.getByRole('alert');
    await told.getByText('先に記録された決定', { exact: false }).waitFor();
    expect(await form.getByLabel('決定の内容').inputValue()).toBe('私が書いている決定');
    await picture(management, 'decision-meanwhile');
    await expectSound(management);
    await told.getByRole('button', { name: '自分の入力を残して直す' }).press('Enter');
    await told.waitFor({ state: 'detached' });
    await form.getByRole('button', { name: '決定を訂正する' }).press('Enter');
    await management.getByText('決定を訂正しました。', { exact: false }).waitFor();
    await management.locator('.paper').getByText('私が書いている決定').first().waitFor();
    // A form that is opened afterwards begins with what is recorded.
    await management.getByRole('button', { name: '決定を訂正する' }).press('Enter');
    expect(await form.getByLabel('訂正の理由').inputValue()).toBe('');
    await management.context().close();
  });

  it('is found from the numbers of the overview, and a year stands beside another', async () => {
    const management = await signedIn(browser, product.url, '藤沢 隆一');
    await management.goto('/reports/2021');
    const row = management.getByRole('row', { name: /参画と協働の推進/ }).first();
    const all = row.getByRole('link', { name: /^すべての記入 \d+件の一覧$/ });
    const count = /\d+/.exec((await all.getAttribute('aria-label')) ?? '')?.[0];
    const paper = await management.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await management.getByLabel('並べる年度').selectOption('2020');
    await management
      .getByRole('row', { name: /執行率|決算額/ })
      .first()
      .waitFor();
    await picture(management, 'overview');
    await expectSound(management);
    await management.setViewportSize(PHONE);
    await all.press('Enter');
    await management.getByText(`${count}件`, { exact: true }).waitFor();
    await expectSound(management);
    await management.context().close();
  });

  it('is a promise of its department, which sees where it comes from', async () => {
    await city.moveTo('2022-10-03');
    const staff = await signedIn(browser, product.url, '三浦 千尋');
    await staff.goto(`/sheets/${await city.sheetId(2022, '1-(1)-ア', 'do')}`);
    const ledger = staff.getByRole('complementary');
    await ledger.getByText('実施のない4課に働きかける。').waitFor();
    await ledger.getByText('推進本部決定（令和4年7月11日）').waitFor();
  });
});

/** How much of a picture is as good as black: a chart without its styles is filled with it. */
async function darkShare(page: Page, png: Buffer | undefined): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png?.toString('base64') ?? ''}';
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const isDark = (at) => data[at + 3] > 200 && data[at] + data[at + 1] + data[at + 2] < 90;
    const all = data.length / 4;
    return Array.from({ length: all }, (_, at) => isDark(at * 4)).filter(Boolean).length / all;
  })()`);
}
