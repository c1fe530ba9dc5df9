import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { openBrowser, openPage } from './browser.js';

/** A Plan sheet that last year's answers complete. */
const WITHOUT_PROMISES = `
  select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
    join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = 2022
    join plan.assignment a on a.id = t.assignment_id and a.item_id is not null
    join directory.department d on d.id = t.current_department_id and d.name = '市民協働課'
   where ts.stage = 'plan' and ts.state = 'none'
     and not exists (select 1 from review.commitments_to_answer(a.item_id, 2022, 'plan')) limit 1`;

/** Presses of Tab before a control counts as out of reach. */
const FAR = 150;

/** No mouse is touched: from the sign-in to the end everything is reached by Tab and done by keys, and the focus is seen. */
describe('the daily work, by keyboard alone', () => {
  let product: Product;
  let browser: Browser;
  let sheet = '';

  beforeAll(async () => {
    product = await startProduct('sample');
    browser = await openBrowser();
    sheet = await until('a sheet of fiscal 2022 without promises to answer is there', async () => {
      const [row] = await product.database.query<{ id: string }>(WITHOUT_PROMISES);
      return row?.id;
    });
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** Shows the page in another language of its reader's. */
  async function speaks(page: Page, language: string): Promise<void> {
    await product.database.query(`update directory.person set language = $1 where name = '三浦 千尋'`, [
      language,
    ]);
    await page.reload();
  }

  /** Goes on by Tab until the focus is there; every stop on the way must show that it has the focus. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    await wanted.first().waitFor();
    const unseen: string[] = [];
    for (let press = 0; press < FAR; press += 1) {
      await page.keyboard.press('Tab');
      const flaw = await page.evaluate<string | null>(UNSEEN_FOCUS);
      if (flaw !== null) unseen.push(flaw);
      if ((await wanted.and(page.locator(':focus')).count()) > 0) {
        expect(unseen).toEqual([]);
        return;
      }
    }
    throw new Error(`${String(wanted)} is not reached by Tab`);
  }

  async function enter(page: Page, wanted: Locator): Promise<void> {
    await tabTo(page, wanted);
    await page.keyboard.press('Enter');
  }

  async function signIn(name: string): Promise<Page> {
    const page = await openPage(browser, product.url);
    await page.goto('/');
    await enter(page, page.getByRole('button', { name: new RegExp(name) }));
    await page.getByRole('heading', { level: 1, name: /要対応一覧|全体状況/ }).waitFor();
    return page;
  }

  const isNow = (state: string) =>
    until(`the sheet is ${state}`, async () => {
      const [row] = await product.database.query<{ state: string }>(
        'select state from review.task_stage where id = $1',
        [sheet],
      );
      return row?.state === state;
    });

  it('staff confirm last year, answer what is asked and hand the sheet in', async () => {
    const staff = await signIn('三浦 千尋');
    await enter(staff, staff.locator(`a[href="/sheets/${sheet}"]`));
    await enter(
      staff,
      staff.getByRole('button', { name: /^未確認の\d+項目(（うち任意\d+）)?を前年のまま確定$/ }),
    );
    await staff.keyboard.press('Control+Enter');
    await isNow('submitted');
    await staff.context().close();
  });

  it('the division manager returns it with a reason', async () => {
    const manager = await signIn('高橋 由紀子');
    await enter(manager, manager.getByRole('link', { name: /確認待ち/ }));
    await enter(manager, manager.locator(`.queue a[href^="/approvals/${sheet}"]`));
    await manager.getByRole('button', { name: '差し戻す' }).waitFor();
    // Whoever dictates has turned single letters off: words that are said decide nothing.
    await manager.evaluate(`localStorage.setItem('mawasu.single-keys', 'off')`);
    await manager.keyboard.type('ar');
    expect(await manager.getByRole('textbox', { name: '理由' }).count()).toBe(0);
    await manager.evaluate(`localStorage.removeItem('mawasu.single-keys')`);
    await manager.keyboard.press('r');
    await manager.getByRole('textbox', { name: '理由' }).waitFor();
    await manager.keyboard.type('目標の根拠を書いてください。');
    await enter(manager, manager.getByRole('button', { name: '今年度の目標', pressed: false }));
    await enter(manager, manager.getByRole('button', { name: '理由を付けて差し戻す' }));
    await isNow('drafting');
    await manager.context().close();
  });

  it('staff read the reason on Today, write, and hand it in again', async () => {
    const staff = await signIn('三浦 千尋');
    await staff.getByText('直すところ：今年度の目標').waitFor();
    await staff.getByText('目標の根拠を書いてください。').waitFor();
    await enter(staff, staff.locator(`a[href="/sheets/${sheet}"]`));
    // The place that the reason is about leads to its field.
    await enter(staff, staff.getByRole('button', { name: '今年度の目標', exact: true }));
    expect(await staff.evaluate<string>('document.activeElement.closest("[id$=goal]")?.id ?? ""')).toMatch(
      /goal$/,
    );
    // It is no less a place for who reads in another language than the approver.
    await speaks(staff, 'en');
    await staff.getByRole('button', { name: 'Goal of the year', exact: true }).waitFor();
    await speaks(staff, 'ja');
    await enter(staff, staff.getByRole('button', { name: '変更する：今年度の目標' }));
    // The focus is in the field.
    await staff.getByRole('textbox', { name: /今年度の目標/ }).waitFor();
    await staff.keyboard.press('Control+End');
    await staff.keyboard.type('根拠は前年度の参加者数。');
    await staff.keyboard.press('Control+Enter');
    await isNow('submitted');
    await staff.context().close();
  });

  it('the division manager reads what changed since and confirms', async () => {
    const manager = await signIn('高橋 由紀子');
    await enter(manager, manager.getByRole('link', { name: /確認待ち/ }));
    await enter(manager, manager.locator(`.queue a[href^="/approvals/${sheet}"]`));
    await manager.getByText('差戻しのあとに変わったところ').first().waitFor();
    await manager.keyboard.press('a');
    await isNow('approved');
    await manager.context().close();
  });

  it('the planner moves a due date on the timeline and sees whom it concerns before it is kept', async () => {
    const planner = await signIn('上田 大輔');
    await enter(planner, planner.getByRole('link', { name: '評価サイクル' }));
    await enter(planner, planner.locator('.cycle').getByRole('button', { name: /^改善/ }));
    const handle = planner.getByRole('slider').first();
    await tabTo(planner, handle);
    const before = await handle.getAttribute('aria-valuetext');
    await planner.keyboard.press('ArrowRight');
    await planner.keyboard.press('ArrowRight');
    const after = await handle.getAttribute('aria-valuetext');
    expect(after).not.toBe(before);
    await planner.getByText(/期限が変わります/).waitFor();
    // Whoever leaves without saving is asked, and stays at first.
    await enter(planner, planner.getByRole('navigation').getByRole('link', { name: '検証指標' }));
    await planner.getByRole('heading', { name: '保存していない変更があります' }).waitFor();
    await planner.keyboard.press('Enter');
    expect(await handle.getAttribute('aria-valuetext')).toBe(after);
    await enter(planner, planner.getByRole('button', { name: 'この日程にする' }));
    await planner.getByText('保存しました。').waitFor();
    await planner.reload();
    await enter(planner, planner.locator('.cycle').getByRole('button', { name: /^改善/ }));
    expect(await handle.getAttribute('aria-valuetext')).toBe(after);
    // A day without its year is the nearest one; one before the stage begins is told while it is typed.
    await enter(planner, planner.getByRole('link', { name: '日程' }));
    const due = planner.getByRole('group', { name: '改善' }).getByRole('textbox', { name: '期限' });
    await tabTo(planner, due);
    await planner.keyboard.press('Control+a');
    await planner.keyboard.type('４月４日');
    await planner.getByText('開始（令和4年6月1日（水））より前です。').waitFor();
    expect(await due.getAttribute('aria-invalid')).toBe('true');
    await planner.keyboard.press('Tab');
    expect(await due.inputValue()).toBe('令和4年4月4日');
    // A stage that outlasts the one after it is odd, and said.
    await planner.keyboard.press('Shift+Tab');
    await planner.keyboard.press('Control+a');
    await planner.keyboard.type('７月２９日');
    await planner.getByText(/^次の「施策評価」の期限（.+）より前に終わりません。$/).waitFor();
    // What cannot be read stands, also on the way over another part of the page, and nothing is saved beside it.
    await planner.keyboard.press('Control+a');
    await planner.keyboard.type('13月40日');
    await planner.getByText('読み取れないところが1か所あります。', { exact: false }).waitFor();
    await enter(planner, planner.getByRole('link', { name: '確認の流れ' }));
    await enter(planner, planner.getByRole('button', { name: '保存する' }));
    await due.waitFor();
    expect(await due.inputValue()).toBe('13月40日');
    await enter(planner, planner.getByRole('button', { name: '保存する' }));
    expect(await planner.evaluate<string>('document.activeElement.value')).toBe('13月40日');
    await enter(planner, planner.getByRole('button', { name: '元に戻す' }));
    await planner.getByText('変更はありません。').waitFor();
    await planner.context().close();
  });

  it('management goes from the overview to a section and records what was decided', async () => {
    const management = await signIn('藤沢 隆一');
    // Who oversees begins there, as long as nothing waits for them.
    await management.getByRole('heading', { level: 1, name: '全体状況' }).waitFor();
    // Hardly a value of the year that is evaluated is in yet: it is one press away.
    await enter(management, management.getByRole('link', { name: '令和3年度の途中の状況を見る' }));
    await management.getByText(/^評価の途中です。実績値は\d+指標のうち\d+指標/).waitFor();
    await enter(management, management.locator('main').getByRole('link', { name: /参画と協働の推進/ }));
    await enter(management, management.getByRole('button', { name: '決定の記録へ' }));
    const form = management.getByRole('form', { name: '推進本部の決定' });
    await enter(management, form.getByRole('button', { name: '決定を記録する' }));
    await form.getByText('1つ選んでください。').first().waitFor();
    // The focus went to the first choice that is missing; Space takes it, arrows choose in a group.
    await management.keyboard.press('Space');
    await tabTo(management, form.getByRole('radio', { name: '拡充' }));
    await management.keyboard.press('ArrowDown');
    expect(await form.getByRole('radio', { name: '継続' }).isChecked()).toBe(true);
    await enter(management, form.getByRole('button', { name: '決定を記録する' }));
    await management.getByText('決定を記録しました。', { exact: false }).waitFor();
    await management.context().close();
  });
});

/** Names what has the focus and does not show it: neither it nor its label has an outline. */
const UNSEEN_FOCUS = `(() => {
  const focused = document.activeElement;
  // What a page gives the focus to, to be read on from there, is no control.
  if (!focused || focused === document.body || focused.tabIndex < 0) return null;
  const outlined = [focused, focused.closest('label')].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
  return outlined ? null : focused.outerHTML.slice(0, 160);
})()`;
