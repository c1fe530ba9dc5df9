import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi, until } from '../running/product.js';
import { expectSound, openBrowser, picture, signedIn } from './browser.js';
import { City } from './city.js';

/** A hand that drops a table and a program on the card. */
const DROP = `{
  const data = new DataTransfer();
  data.items.add(new File(['年度,件数\\n令和3年度,12\\n'], '集計.csv'));
  data.items.add(new File(['MZ\\0'], '計画.pdf'));
  for (const kind of ['dragenter', 'dragover', 'drop'])
    document.querySelector('#evidence .evidence')
      .dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}`;

/** A screenshot from the clipboard, wherever one is on the page. */
const PASTE = `{
  const data = new DataTransfer();
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  data.items.add(new File([png], 'image.png', { type: 'image/png' }));
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}`;

/** Staff lay down what a sheet rests on and ask their manager, who hears of it on Today. */
describe('evidence and comments, in the browser', () => {
  let product: Api;
  let city: City;
  let browser: Browser;
  let staff: Page;
  let manager: Page;
  let sheet: string;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-04-18');
    const [row] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id join directory.department d on d.id = t.current_department_id
        where c.fiscal_year = 2021 and ts.stage = 'check' and t.role = 'lead' and t.subject_kind = 'item'
          and d.name = '市民協働課' and ts.state in ('none', 'drafting') order by ts.id limit 1`,
    );
    sheet = row?.id ?? '';
    browser = await openBrowser();
    staff = await signedIn(browser, product.url, '三浦 千尋');
    manager = await signedIn(browser, product.url, '高橋 由紀子');
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const titles = () =>
    product.database
      .query<{ title: string }>(
        'select title from review.evidence where task_stage_id = $1 order by added_at',
        [sheet],
      )
      .then((rows) => rows.map(({ title }) => title));
  const card = (page: Page) => page.locator('#evidence');

  it('files are dropped, pasted and chosen; what cannot be taken says why at once', async () => {
    await staff.goto(`/sheets/${sheet}`);
    await card(staff).getByText('根拠資料はまだありません。').waitFor();
    await staff.evaluate(DROP);
    await card(staff)
      .getByRole('link', { name: /保存：集計\.csv（テキスト、/ })
      .waitFor();
    await card(staff).getByText('この種類は追加できません。').waitFor();
    await card(staff).getByRole('button', { name: '計画.pdfの知らせを閉じる' }).click();
    await staff.evaluate(PASTE);
    await card(staff)
      .getByRole('link', { name: /保存：貼り付けた画像 .*\.png/ })
      .waitFor();
    await staff.setInputFiles('input[data-evidence]', {
      name: '報告書.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 報告'),
    });
    await card(staff)
      .getByRole('link', { name: /保存：報告書\.pdf/ })
      .waitFor();
    expect(await titles()).toEqual([
      '集計.csv',
      expect.stringMatching(/^貼り付けた画像 .*\.png$/),
      '報告書.pdf',
    ]);
  });

  it('a file that did not get through waits, holds the submission back, and is sent again once', async () => {
    await staff.route('**/evidence/files', (route) => route.abort());
    await staff.setInputFiles('input[data-evidence]', {
      name: '写真.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]),
    });
    await card(staff).getByText('送れませんでした。').waitFor();
    await staff.getByRole('button', { name: /確認へ提出する/ }).click();
    await staff.getByText('根拠資料の送信がまだ終わっていません。').waitFor();
    await staff.unroute('**/evidence/files');
    // The line was never away, so no browser tells that it is back.
    await card(staff)
      .getByRole('link', { name: /保存：写真\.jpg/ })
      .waitFor();
    expect((await titles()).filter((title) => title === '写真.jpg')).toHaveLength(1);
  });

  it('by keyboard: a link, its source and its date in the era; and it is taken off again', async () => {
    await card(staff).getByRole('button', { name: 'リンクを追加する' }).press('Enter');
    await staff.keyboard.type('javascript:alert(1)');
    await staff.keyboard.press('Enter');
    await card(staff).getByText('アドレスを「https://」から入力してください。').waitFor();
    await card(staff).getByLabel('アドレス（URL）').fill('https://www.example.jp/r3');
    await card(staff).getByLabel('題名（空欄ならサーバー名）').fill('令和3年度の年次報告');
    await card(staff).getByRole('textbox', { name: '出典' }).fill('広報課');
    await card(staff).getByRole('textbox', { name: '資料の日付' }).fill('R4.3.31');
    await staff.keyboard.press('Enter');
    await card(staff).getByText('令和4年3月31日付け').waitFor();
    await card(staff).getByRole('button', { name: '集計.csvの出典・日付を直す' }).press('Enter');
    await staff.keyboard.type('市民アンケート');
    await staff.keyboard.press('Enter');
    await card(staff).getByText('市民アンケート').waitFor();
    await until('the focus is back on its button', () =>
      staff.evaluate(`document.activeElement?.getAttribute('aria-label')?.startsWith('集計.csv')`),
    );
    await card(staff).getByRole('button', { name: '写真.jpgを外す' }).press('Enter');
    await staff.getByRole('dialog').getByRole('button', { name: '外す' }).press('Enter');
    await card(staff)
      .getByRole('link', { name: /保存：写真/ })
      .waitFor({ state: 'detached' });
    expect(await titles()).not.toContain('写真.jpg');
  });

  it('a comment names people from the keyboard, survives a lost connection and a closed tab, and is written once', async () => {
    await staff.route('**/comments', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    const field = staff.getByLabel('コメントを書く');
    await field.focus();
    await staff.keyboard.type('@高橋');
    await staff.getByRole('option', { name: /市民協働課 高橋 由紀子/ }).waitFor();
    await staff.keyboard.press('Enter');
    await staff.keyboard.type('成果の数字を確認してください。');
    expect(await field.inputValue()).toBe('@市民協働課 高橋 由紀子 成果の数字を確認してください。');
    await picture(staff, 'sheet-evidence', '#evidence');
    await staff.keyboard.press('Control+Enter');
    await staff.locator('#comments').getByRole('alert').waitFor();
    await staff.reload();
    await staff.getByText('前に書きかけたコメントが残っていました。').waitFor();
    // What is loaded while the interception ends may stay on its way for good.
    await staff.locator('html[data-font]').waitFor({ state: 'attached' });
    await staff.unroute('**/comments');
    await staff.getByRole('button', { name: 'コメントする' }).click();
    await staff.locator('.comment').getByText('成果の数字を確認してください。').waitFor();
    expect(await field.inputValue()).toBe('');
    const [{ n } = { n: 0 }] = await product.database.query<{ n: number }>(
      'select count(*)::int as n from review.comment where task_stage_id = $1',
      [sheet],
    );
    expect(n).toBe(1);
    await picture(staff, 'sheet-comments', '#comments');
    await expectSound(staff);
  });

  it('what is typed while a comment is on its way stays, and what was written without an answer is shown', async () => {
    const field = staff.getByLabel('コメントを書く');
    const comments = staff.locator('#comments');
    const written = (text: string) => staff.locator('.comment').getByText(text, { exact: true }).waitFor();
    let arrive = (): void => undefined;
    const onItsWay = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await staff.route('**/comments', async (route) => {
      if (route.request().method() === 'POST') await onItsWay;
      await route.continue();
    });
    await field.fill('一つ目です。');
    await staff.keyboard.press('Control+Enter');
    await comments.getByText('送っています…').waitFor();
    await staff.keyboard.type('二つ目です。');
    arrive();
    await written('一つ目です。');
    expect(await field.inputValue()).toBe('二つ目です。');
    await staff.unroute('**/comments');
    await staff.keyboard.press('Control+Enter');
    await written('二つ目です。');

    await staff.route('**/comments', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await field.fill('三つ目です。');
    await staff.keyboard.press('Control+Enter');
    await comments.getByRole('alert').waitFor();
    await staff.unroute('**/comments');
    await staff.keyboard.type('続きです。');
    await staff.keyboard.press('Control+Enter');
    await comments.getByText('前に送った内容で書き込まれています', { exact: false }).waitFor();
    await written('三つ目です。');
    expect(await field.inputValue()).toBe('三つ目です。続きです。');
    await picture(staff, 'sheet-comment-written-before', '#comments');
    await staff.keyboard.press('Control+Enter');
    await written('三つ目です。続きです。');

    // A comment that is mended in another window is shown beside the words typed here.
    await staff
      .locator('.comment', { hasText: '二つ目です。' })
      .getByRole('button', { name: /を直す$/ })
      .click();
    await product.database.query(
      `update review.comment set body = '別の画面の言葉です。', version = version + 1 where body = '二つ目です。'`,
    );
    await staff.getByLabel('コメントを直す').fill('ここで直した言葉です。');
    await staff.keyboard.press('Control+Enter');
    await comments.getByText('別の画面で先に直されています', { exact: false }).waitFor();
    await comments.getByText('今の内容', { exact: true }).waitFor();
    await written('別の画面の言葉です。');
    await picture(staff, 'sheet-comment-changed-elsewhere', '#comments');
    await staff.keyboard.press('Control+Enter');
    await staff.getByLabel('コメントを直す').waitFor({ state: 'detached' });
    await written('ここで直した言葉です。');
    await expectSound(staff);
  });

  it('whom it speaks to finds it on Today, and opening the sheet is reading it', async () => {
    await manager.goto('/');
    const group = manager.getByRole('region', { name: 'あなた宛てのコメント' });
    await group.getByText('成果の数字を確認してください。').waitFor();
    await group.getByText('市民協働課　三浦 千尋さん').waitFor();
    await picture(manager, 'today-mention');
    await expectSound(manager);
    await group.getByRole('link').first().press('Enter');
    await manager.locator('.comment').getByText('未読').waitFor();
    await until('it is read', async () => {
      const [row] = await product.database.query<{ n: number }>(
        'select count(*)::int as n from review.mention where read_at is not null',
      );
      return row?.n === 1;
    });
    await manager.goto('/');
    await manager.getByRole('link', { name: '所属全体' }).waitFor();
    expect(await group.count()).toBe(0);
  });

  it('a manager sees all sheets below with who holds them; each count opens its list, and the address keeps it', async () => {
    await product.database.query(`update review.task_stage set state = 'drafting' where id = $1`, [sheet]);
    await manager.getByRole('link', { name: '所属全体' }).click();
    await manager.waitForURL(/view=department/);
    const chips = manager.getByRole('navigation', { name: '絞り込み' }).getByRole('link');
    const rows = manager.locator('.today-department .today-row');
    await rows.first().waitFor();
    const counts = (await chips.allInnerTexts()).map((text) => Number(/\d+/.exec(text)?.[0]));
    const [all = 0, ...kinds] = counts;
    expect(kinds.length).toBeGreaterThan(1);
    expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(all);
    await picture(manager, 'today-department');
    await expectSound(manager);
    await chips.nth(1).press('Enter');
    await manager.waitForURL(/state=/);
    await until('the list is as long as its chip says', async () => (await rows.count()) === kinds[0]);
    await manager.reload();
    await rows.first().waitFor();
    expect(await rows.count()).toBe(kinds[0]);
  });
});
