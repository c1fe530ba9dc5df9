import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { DESKTOP, expectSound, openBrowser, openPage, PHONE, picture } from './browser.js';

/** The planning division sees that a letter failed, mends it, and stops the mail. */
describe('the page of letters', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let failed: { id: string; name: string };

  beforeAll(async () => {
    product = await startProduct('sample');
    browser = await openBrowser();
    await until(
      'letters are sent',
      async () => {
        const [row] = await product.database.query<{ n: number }>(
          `select count(*)::int as n from notice.letter where state in ('planned', 'sending')`,
        );
        const [sent] = await product.database.query(
          `select 1 from notice.letter where state = 'sent' limit 1`,
        );
        return row?.n === 0 && sent !== undefined;
      },
      60_000,
    );
    const [row] = await product.database.query<{ id: string; name: string }>(
      `update notice.letter l set state = 'failed', server_answer = '550 no such mailbox' from directory.person p
        where p.id = l.recipient_id and l.id = (select id from notice.letter where state = 'sent' order by id desc limit 1)
       returning l.id, p.name`,
    );
    if (!row) throw new Error('no letter');
    failed = row;
    const { samplePeople } = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    page = await openPage(browser, product.url);
    await page.request.post('/api/session/sample', {
      headers: { 'x-mawasu': '1' },
      data: { staffNumber: samplePeople.find((p) => p.part === 'planner')?.staffNumber },
    });
    await page.goto('/letters');
    await page.getByRole('heading', { name: 'メール', exact: true }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** The letter itself stands in a sandbox that no script enters; every-letter.spec.ts looks at its markup. */
  const sound = (): Promise<void> => expectSound(page, { without: 'iframe' });

  it('is marked in the menu, on phones behind ほか', async () => {
    const more = page.getByRole('button', { name: 'ほか', exact: true });
    await page.setViewportSize(PHONE);
    expect(await more.getAttribute('aria-current')).toBe('true');
    await more.click();
    const entry = page.getByRole('dialog').getByRole('link', { name: 'メール' });
    expect(await entry.getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    await page.setViewportSize(DESKTOP);
  });

  it('shows the failed letter with the server’s answer, and sends it again', async () => {
    await page.getByRole('button', { name: /^失敗 ?1$/ }).click();
    await page.getByText('550 no such mailbox').waitFor();
    await picture(page, 'letters-failed');
    await page.getByRole('checkbox', { name: new RegExp(`${failed.name}さんへの`) }).check();
    await page.getByRole('button', { name: '選んだメールを送り直す' }).click();
    await page.getByText('1通を送り直します。').waitFor();
    await until('it is sent', async () => {
      const [row] = await product.database.query<{ state: string }>(
        'select state from notice.letter where id = $1',
        [failed.id],
      );
      return row?.state === 'sent';
    });
  });

  it('finds a person’s letters and shows every try of one', async () => {
    await page.getByRole('button', { name: /^すべて/ }).click();
    await page.getByRole('button', { name: /^すべて/, pressed: true }).waitFor();
    // Who narrows a list stays where they are; only a new page takes the focus to its heading.
    expect(await page.evaluate('document.activeElement?.textContent')).toMatch(/^すべて\d+$/);
    await page.getByLabel('氏名・アドレス・職員番号で探す').fill(failed.name);
    await page.keyboard.press('Enter');
    await until('the list is narrowed', async () => page.url().includes('text='));
    await page
      .getByRole('button', { name: new RegExp(`${failed.name}さんへの.*くわしく見る`) })
      .first()
      .click();
    await page.getByText('2回目').waitFor();
    await picture(page, 'letters-record');
    await sound();
    await page.keyboard.press('Escape');
  });

  it('shows a sent letter as it would be written today, and says that this is not what went', async () => {
    const show = async (): Promise<void> => {
      await page
        .getByRole('button', { name: new RegExp(`${failed.name}さんへの.*メールを見る`) })
        .first()
        .click();
    };
    await show();
    await page.getByText(/^きょう書くとしたら.*に送ったものとは/).waitFor();
    await picture(page, 'letters-sent-preview');
    await sound();
    await page.keyboard.press('Escape');
    // As if all of it were settled.
    await product.database.query(
      `update notice.notice set letter_id = (select id from notice.letter where id <> $1 limit 1) where letter_id = $1`,
      [failed.id],
    );
    await page.reload();
    await show();
    await page.getByText(/^いま書くとしたら、知らせることは残っていません。/).waitFor();
    await picture(page, 'letters-nothing-now');
    await page.keyboard.press('Escape');
  });

  it('finds letters that were not needed', async () => {
    await product.database.query(`update notice.letter set state = 'not_needed' where id = $1`, [failed.id]);
    await page.getByRole('button', { name: /^不要になった/ }).click();
    await page.getByRole('row', { name: new RegExp(failed.name) }).waitFor();
    await product.database.query(`update notice.letter set state = 'sent' where id = $1`, [failed.id]);
  });

  it('asks departments that are chosen on the board for what is left, after a look at the mail', async () => {
    await page.goto('/cycle');
    const board = page.getByRole('table', { name: /^課ごと・段階ごと/ });
    await board.getByRole('checkbox').nth(0).check();
    const boxes = await board.getByRole('checkbox').count();
    await board.getByRole('checkbox').nth(1).check();
    const bar = page.getByRole('group', { name: '選んだ課への催促' });
    await bar.getByText(/^未提出 \d+件・担当者 \d+人$/).waitFor();
    await bar.getByRole('button', { name: '届くメールを見る' }).click();
    const dialog = page.getByRole('dialog', { name: '届くメール' });
    await dialog.getByText(/提出のお願い \d+件/).waitFor();
    await sound();
    await page.keyboard.press('Escape');
    await picture(page, 'reminders-desktop');
    await bar.getByRole('button', { name: '2課に催促を送る' }).click();
    const asked = page.getByRole('dialog', { name: '2課に催促を送りますか' });
    await asked.getByText(/未提出の\d+件について、担当者\d+人にメールが届きます。/).waitFor();
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: '2課に催促を送る' }).press('Enter');
    await asked.getByRole('button', { name: '催促を送る' }).press('Enter');
    const said = await bar.getByText(/^2課の担当者\d+人に、催促を送ります。/).textContent();
    expect(await page.evaluate<string>('document.activeElement.textContent')).toContain('催促を送ります。');
    const people = Number(/担当者(\d+)人/.exec(said ?? '')?.[1]);
    await until(
      'the mails of the request have left',
      async () =>
        (
          await product.database.query(
            `select 1 from notice.letter where kind = 'request' and state = 'sent' and copy_of is null`,
          )
        ).length === people,
      60_000,
    );
    await board
      .getByText(/^4月\d+日に催促$/)
      .first()
      .waitFor();
    // Nobody is asked twice on a day.
    expect(await board.getByRole('checkbox').count()).toBe(boxes - 2);
    await page.setViewportSize(PHONE);
    await board.getByRole('checkbox').nth(0).check();
    await bar.getByRole('button', { name: '1課に催促を送る' }).waitFor();
    await sound();
    await page.setViewportSize(DESKTOP);
    await page.goto('/letters');
  });

  it('stops the mail, and says so', async () => {
    await page.getByText('通常どおり送っています。').click();
    await page.getByRole('radio', { name: /止める/ }).check();
    await page.getByRole('button', { name: 'この設定にする' }).click();
    await page.getByText('送信を止めています。').waitFor();
    await picture(page, 'letters-setting');
    await sound();
  });

  it('rehearses a coming morning and reads a letter of it', async () => {
    await page.goto('/letters');
    await page.getByRole('link', { name: 'これからの朝を予行する' }).click();
    await page.getByRole('button', { name: '予行する', exact: true }).click();
    await page.getByRole('heading', { name: /4月4日（月）の朝に \d+通が届きます/ }).waitFor();
    await sound();
    await page
      .getByRole('button', { name: /さんに届くメールを見る/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('【総合計画】').first().waitFor();
    await page.keyboard.press('Escape');
    const days = await product.database.query(`select 1 from notice.letter where day > '2022-04-01'`);
    expect(days).toEqual([]);
  });
});
