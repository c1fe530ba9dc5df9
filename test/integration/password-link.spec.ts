import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { openBrowser, openPage } from '../story/browser.js';

/** A newcomer who was imported without a password gets in by the mail address that the city has of them. */
describe('choosing a password', () => {
  let product: Product;
  let browser: Browser;
  let anybody: Session;
  let person: { id: string; staffNumber: string; email: string };

  beforeAll(async () => {
    product = await startProduct('sample', { MAWASU_SAMPLE_CITY: '0' });
    browser = await openBrowser();
    anybody = new Session(product.url);
    const [found] = await product.database.query<typeof person>(
      `update directory.person set password_hash = null where staff_number =
         (select max(staff_number) from directory.person) returning id, staff_number as "staffNumber", email`,
    );
    if (!found) throw new Error('nobody there');
    person = found;
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const links = async (): Promise<string[]> =>
    (await product.mails())
      .filter(({ to, subject }) => to[0]?.address === person.email && subject.includes('パスワード'))
      .map(({ text }) => /http\S+\/password#\S+/.exec(text)?.[0] ?? '');

  it('is asked for on the sign-in page, done on the page behind the mail’s link, and lets in', async () => {
    const page = await openPage(browser, product.url);
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'はじめてのとき・パスワードを忘れたとき' }).click();
    // Both pages have such a field.
    await page.getByRole('heading', { name: 'パスワードを設定する' }).waitFor();
    await page.getByLabel('利用者名（職員番号またはメールアドレス）').fill(person.staffNumber);
    await page.getByRole('button', { name: 'リンクを送る' }).click();
    await page.getByText('登録があれば、メールを送りました').waitFor();
    const [link] = await until('the mail arrives', async () => {
      const all = await links();
      return all.length > 0 && all;
    });
    await page.goto(link ?? '');
    await page.getByLabel('新しいパスワード').fill('短い');
    await page.getByRole('button', { name: 'このパスワードにする' }).click();
    await page.getByText('12文字以上にしてください。').waitFor();
    await page.getByLabel('新しいパスワード').fill('correct horse battery');
    await page.getByRole('button', { name: 'このパスワードにする' }).click();
    await page.getByText('パスワードを設定しました').waitFor();
    const signIn = { name: person.staffNumber, password: 'correct horse battery' };
    expect((await new Session(product.url).send('POST', '/api/session', signIn)).status).toBe(200);
    const wide = signIn.name.replace(/[0-9]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    expect(wide).not.toBe(signIn.name);
    expect(
      (await new Session(product.url).send('POST', '/api/session', { ...signIn, name: wide })).status,
    ).toBe(200);
    await page.goto(link ?? '');
    await page.reload();
    await page.getByLabel('新しいパスワード').fill('another password 2');
    await page.getByRole('button', { name: 'このパスワードにする' }).click();
    await page.getByText('このリンクはもう使えません').waitFor();
  });

  it('tells nobody whether a name is known, and fills no inbox', async () => {
    const ask = (name: string) => anybody.send('POST', '/api/password-links', { name });
    const before = (await links()).length;
    expect((await ask('nobody@example.jp')).status).toBe(204);
    for (let at = 0; at < 6; at += 1) expect((await ask(person.email)).status).toBe(204);
    const made = await product.database.query<{ n: number }>(
      'select count(*)::int as n from directory.password_link where person_id = $1',
      [person.id],
    );
    expect(made[0]?.n).toBe(3);
    await until('the mails are there', async () => (await links()).length === before + 3);
  });

  it('ends what the old password had opened, and is written in the audit log', async () => {
    const session = new Session(product.url);
    await session.ask('POST', '/api/session', {
      name: person.staffNumber,
      password: 'correct horse battery',
    });
    const link = (await links()).at(-1) ?? '';
    await anybody.ask('POST', '/api/password-links/redeem', {
      token: link.split('#')[1],
      password: 'a new password 3',
    });
    expect((await session.send('GET', '/api/session')).status).toBe(401);
    const [audit] = await product.database.query<{ n: number }>(
      `select count(*)::int as n from audit.audit_entry where action = 'person.password_set' and subject_id = $1::text`,
      [person.id],
    );
    expect(audit?.n).toBe(2);
    const old = await product.database.query<{ n: number }>(
      'select count(*)::int as n from directory.password_link where person_id = $1',
      [person.id],
    );
    expect(old[0]?.n).toBe(0);
  });

  it('after too many guesses waits, whichever name is tried, and a new password ends the wait', async () => {
    await product.database.query('delete from directory.password_link');
    const before = (await links()).length;
    await anybody.ask('POST', '/api/password-links', { name: person.email });
    const link = await until('the mail arrives', async () => {
      const all = await links();
      return all.length > before && all.at(-1);
    });
    const names = [person.staffNumber, person.email, person.email.toUpperCase()];
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1) {
      const answer = await anybody.send('POST', '/api/session', {
        name: names[at % names.length],
        password: `wrong ${at}`,
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
    const password = 'the fourth password';
    await anybody.ask('POST', '/api/password-links/redeem', { token: link.split('#')[1], password });
    const signedIn = await anybody.send('POST', '/api/session', { name: person.email, password });
    expect(signedIn.status).toBe(200);
  });
});
