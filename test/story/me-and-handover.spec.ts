import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { expectSound, openBrowser, openPage, signedIn } from './browser.js';
import { City } from './city.js';

/** A manager before a leave, and the newcomer who takes over the post: both in their browsers. */
describe('one’s own mail, and taking over a post', () => {
  let product: Product;
  let city: City;
  let browser: Browser;
  let manager: Page;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    browser = await openBrowser();
    await until(
      'the sheets of fiscal 2022 are there',
      () => city.sheetId(2022, '1-(1)-ア', 'plan').catch(() => undefined),
      60_000,
    );
    manager = await signedIn(browser, product.url, '高橋 由紀子');
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const preferenceOf = async (staffNumber: string) =>
    (
      await product.database.query<{ decisions: string; digest: boolean }>(
        `select m.decisions, m.digest from notice.mail_preference m join directory.person p on p.id = m.person_id
          where p.staff_number = $1`,
        [staffNumber],
      )
    )[0];
  const numberOf = async (name: string) =>
    (
      await product.database.query<{ number: string }>(
        'select staff_number as number from directory.person where name = $1',
        [name],
      )
    )[0]?.number ?? '';

  it('from the own name to the page: how mail comes is kept at once, and what cannot be ended is named', async () => {
    await manager.getByLabel(/高橋 由紀子.*の設定/).click();
    await manager.getByRole('link', { name: 'メールの受け取り方・不在' }).click();
    await manager.getByRole('heading', { level: 1, name: 'メールの受け取り方と不在' }).waitFor();
    await manager.getByRole('radio', { name: 'そのつどすぐに' }).check();
    const number = await numberOf('高橋 由紀子');
    await until('it is kept', async () => (await preferenceOf(number))?.decisions === 'at_once');
    await manager.getByText('保存しました。').waitFor();
    await manager.getByText('職に付いた仕事そのものなので、止められません').waitFor();
    await manager.getByText('届いた理由').first().waitFor();
  });

  it('an absence is entered by keyboard alone: days in the Japanese era, a colleague or anybody by name', async () => {
    await manager.getByRole('button', { name: '不在を入力する' }).press('Enter');
    await manager.getByRole('button', { name: 'この内容で入力する' }).press('Enter');
    await manager.getByText('日付を入力してください。').first().waitFor();
    await manager.keyboard.type('令和4年5月9日');
    await manager.getByRole('textbox', { name: '終わりの日' }).focus();
    await manager.keyboard.type('R4.5.13');
    await manager
      .getByRole('radio', { name: /同じ課/ })
      .first()
      .waitFor();
    await expectSound(manager);
    await manager.getByRole('searchbox', { name: '氏名・ふりがな・職員番号で探す' }).focus();
    await manager.keyboard.type(await numberOf('三浦 千尋'));
    await manager.getByText('1人', { exact: true }).waitFor();
    await manager.getByRole('radio', { name: /三浦 千尋/ }).press('Space');
    await manager.getByRole('button', { name: 'この内容で入力する' }).press('Enter');
    await manager.getByText('三浦 千尋さんにもメールが届きます。').waitFor();
    const staff = await signedIn(browser, product.url, '三浦 千尋');
    await staff.goto('/me/mail');
    await staff.getByText(/高橋 由紀子（.*）：令和4年5月9日から令和4年5月13日まで/).waitFor();
    await staff.context().close();
    await manager.getByRole('button', { name: /取り消す$/ }).press('Enter');
    await manager.getByText('不在を終えました。').waitFor();
  });

  it('the link of a letter ends the digest without a sign-in, and takes it back', async () => {
    const number = await numberOf('高橋 由紀子');
    const [letter] = await product.database.query<{ token: string }>(
      `insert into notice.letter (recipient_id, kind, day, occasion, state)
       select id, 'digest', '2021-12-06', 'for the test', 'sent' from directory.person where staff_number = $1
       returning unsubscribe_token as token`,
      [number],
    );
    const anybody = await openPage(browser, product.url);
    await anybody.goto(`/api/unsubscribe/${letter?.token}`);
    await anybody.getByRole('heading', { name: '「週次まとめ」のメールを止めますか' }).waitFor();
    expect((await preferenceOf(number))?.digest).toBe(true);
    await expectSound(anybody);
    await anybody.getByRole('button', { name: 'このメールを止める' }).click();
    await anybody.getByText('「週次まとめ」を止めました').waitFor();
    expect((await preferenceOf(number))?.digest).toBe(false);
    await anybody.getByRole('button', { name: '元に戻す（また受け取る）' }).click();
    await anybody.getByRole('button', { name: 'このメールを止める' }).waitFor();
    expect((await preferenceOf(number))?.digest).toBe(true);
    await anybody.goto('/unsubscribe/00000000-0000-4000-8000-000000000000');
    await anybody.getByText('このリンクはもう使えません').waitFor();
    await anybody.context().close();
  });

  it('who takes over the post opens the brief from the link of the letter: open work, promises, last year', async () => {
    await product.database.query(
      `with post as (select h.post_id from directory.holders_on('2022-04-01') h join directory.person p on p.id = h.person_id
                      where p.name = '高橋 由紀子' and h.kind = 'main'),
       over as (update directory.post_holding set to_date = '2022-04-30' where post_id in (select post_id from post) and to_date is null)
       insert into directory.post_holding (post_id, person_id, kind, from_date)
       select post.post_id, p.id, 'concurrent', '2022-05-01' from post, directory.person p where p.name = '三浦 千尋'`,
    );
    await city.moveTo('2022-05-09');
    // As from the letter, without a session: the sign-in leads back to the brief.
    const newcomer = await openPage(browser, product.url);
    await newcomer.goto('/handover');
    await newcomer.getByRole('button', { name: /三浦 千尋/ }).click();
    await newcomer.getByRole('navigation', { name: '職を選ぶ' }).waitFor();
    await newcomer.getByRole('link', { name: '市民協働課長', exact: true }).click();
    await newcomer.getByRole('heading', { level: 1, name: '市民協働課長の引継ぎ' }).waitFor();
    await newcomer.getByText('あなたは令和4年5月1日からこの職に就いています。').waitFor();
    await newcomer.getByText(/高橋 由紀子（.*から令和4年4月30日まで）/).waitFor();
    await newcomer.getByRole('heading', { name: '期限を過ぎたシート' }).waitFor();
    await newcomer.getByRole('heading', { name: '終わっていない改善策' }).waitFor();
    await newcomer.getByText('令和2年度の評価').first().waitFor();
    await expectSound(newcomer);
    await newcomer
      .getByRole('link', { name: /^点検のシートを開く/ })
      .first()
      .press('Enter');
    await newcomer.waitForURL(/\/sheets\//);
    await newcomer.getByRole('heading', { level: 1, name: /^(?!.*引継ぎ)/ }).waitFor();
  });
});
