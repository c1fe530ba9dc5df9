import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { growPlan } from '../running/large-plan.js';
import { type Api, startApi, until } from '../running/product.js';
import { expectSound, openBrowser, openPage, signedIn } from './browser.js';

const root = path.resolve(import.meta.dirname, '../..');
/** How far the page can be pushed sideways. */
const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** All other stories are told in the light one. */
const THEMES = ['dark', 'contrast'] as const;

/** Somebody of 市民協働課 looks for words, puts the pages into colours that suit them, and sees where they are signed in. */
describe('finding things, and pages as one likes them', () => {
  let product: Api;
  let browser: Browser;
  let page: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    product = await startApi('sample');
    browser = await openBrowser();
    page = await signedIn(browser, product.url, '三浦 千尋');
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) refused.push(line.text());
    });
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const groundOf = (what: Page) => what.evaluate('getComputedStyle(document.body).backgroundColor');
  const becomes = (ground: unknown) =>
    until('the page follows the device', async () => (await groundOf(page)) === ground);
  const focused = () => page.evaluate('document.activeElement.href');

  it('/ opens the search, arrows move into what is found while one types, Enter opens it', async () => {
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: '計画・シート・人を探す' }).waitFor();
    await page.keyboard.type('わーく ｼｮｯﾌﾟ');
    await page.getByText(/^\d+件見つかりました。/).waitFor();
    await page.locator('dialog mark', { hasText: 'ワーク' }).first().waitFor();
    await expectSound(page);
    await page.getByLabel('探す言葉').focus();
    await page.keyboard.press('ArrowDown');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.id')).toBe('find');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sheets\//);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('Enter in the field shows all of it on a page whose address can be kept', async () => {
    await page.keyboard.press('/');
    await page.getByLabel('探す言葉').fill('市民');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.getByRole('heading', { level: 1, name: '検索' }).waitFor();
    const kinds = page.getByRole('navigation', { name: '探すところ' });
    await kinds.waitFor();
    const counts = (await kinds.locator('.count').allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    );
    expect(counts).toHaveLength(5);
    expect(counts[0]).toBe(counts.slice(1).reduce((sum, one) => sum + one, 0));
    await kinds.getByRole('link', { name: /^計画/ }).click();
    await page.waitForURL(/kind=plan/);
    await page.getByRole('button', { name: '次の一覧' }).click();
    await page.waitForURL(/page=2/);
    await page.getByText(/^21～/).waitFor();
    await page.reload();
    await page.getByText(/^21～/).waitFor();
    await page.goBack();
    await page.getByText(/^1～20件目/).waitFor();
  });

  it('what is not there is said with what helps, a server that is away with a way to ask again', async () => {
    const field = page.getByLabel('探す言葉');
    await field.fill('ぬるぽがっ');
    await page.getByRole('button', { name: '検索する' }).press('Enter');
    await page.getByRole('heading', { name: '「ぬるぽがっ」は見つかりません' }).waitFor();
    await page.getByText('言葉を減らすか、短くして探してください。').waitFor();
    await page.route('**/api/search*', (route) => route.abort());
    await field.fill('協働');
    await page.getByRole('button', { name: '検索する' }).press('Enter');
    await page.getByText('サーバーにつながりません。', { exact: false }).waitFor();
    await page.unroute('**/api/search*');
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await page.getByRole('heading', { name: '評価シート' }).waitFor();
  });

  it('a sheet that was found leads back to the search, also when it was loaded again', async () => {
    await page.locator('.hit a[href^="/sheets/"]').first().click();
    const way = page.getByRole('navigation', { name: '現在位置' });
    await way.getByRole('link', { name: '「協働」の検索' }).waitFor();
    await page.reload();
    await way.getByRole('link', { name: '「協働」の検索' }).click();
    await page.waitForURL(/\/search\?q=/);
    await page.getByRole('heading', { name: '評価シート' }).waitFor();
  });

  it('a theme is chosen, is there before anything is painted, and stays off the paper', async () => {
    await page.getByLabel(/三浦 千尋.*の設定/).click();
    await page.getByRole('link', { name: '見え方・ことば・操作' }).click();
    await page.getByRole('heading', { level: 1, name: '見え方・ことば・操作' }).waitFor();
    const light = await groundOf(page);
    await page.getByRole('radio', { name: '暗い' }).check();
    const dark = await until('it is dark', async () => {
      const ground = await groundOf(page);
      return ground !== light && ground;
    });
    await page.addInitScript(`document.addEventListener('DOMContentLoaded', () => {
      window.schemeAtFirst = getComputedStyle(document.documentElement).colorScheme;
    })`);
    await page.reload();
    expect(await page.evaluate('window.schemeAtFirst')).toBe('dark');
    expect(await groundOf(page)).toBe(dark);
    await page.emulateMedia({ media: 'print' });
    expect(await groundOf(page)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.getByRole('radio', { name: '自動' }).check();
    await becomes(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    await becomes(dark);
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await becomes('rgb(0, 0, 0)');
    await page.emulateMedia({ colorScheme: null, contrast: null, media: null });
    expect(refused).toEqual([]);
  });

  it('single letters do nothing for whoever turned them off, and the rest of the keyboard goes on', async () => {
    const keys = page.getByRole('checkbox', { name: '1文字のキーで操作する' });
    const search = page.getByRole('dialog', { name: '計画・シート・人を探す' });
    await keys.uncheck();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('.find kbd').count()).toBe(0);
    await keys.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('/');
    await search.waitFor();
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
  });

  it.each([1280, 1920, 390])(
    'the basis of every judgement opens within a page of %i pixels',
    async (width) => {
      const before = page.viewportSize();
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/indicators');
      const bases = page.locator('.indicator .basis > summary');
      await bases.first().waitFor();
      expect(await bases.count()).toBeGreaterThan(5);
      for (const basis of await bases.all()) {
        await basis.click();
        const panel = await page.locator('.indicator .basis[open] > .pop-panel').boundingBox();
        expect(panel?.width).toBeGreaterThan(200);
        expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(width);
        expect(await page.evaluate(BEYOND)).toBe(0);
        await basis.click();
      }
      if (before) await page.setViewportSize(before);
    },
  );

  it('grades and directions of a report are pressed with a finger', async () => {
    const before = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/reports/2020/sections/1');
    const links = page.locator('.paper .items td a');
    await links.first().waitFor();
    expect(await links.count()).toBeGreaterThan(2);
    for (const link of await links.all()) {
      const box = await link.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    if (before) await page.setViewportSize(before);
  });

  it.each(THEMES)('pages are read in the theme %s', async (theme) => {
    await page.evaluate(`localStorage.setItem('mawasu.theme', '${theme}')`);
    for (const place of ['/search?q=協働', '/indicators']) {
      await page.goto(place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await expectSound(page);
    }
  });

  it('a plan of hundreds is drawn as it is reached, answers every press, and stands whole on paper', async () => {
    await growPlan(product.database, { items: 400, indicators: 60 });
    await page.goto('/indicators');
    const cards = page.locator('.indicator');
    await cards.first().waitFor();
    const all = Number(
      /\d+/.exec(await page.locator('.filter .chip .count, .filter .chip').first().innerText())?.[0],
    );
    expect(all).toBeGreaterThan(50);
    expect(await cards.count()).toBeLessThan(all);
    expect(await cards.first().getAttribute('aria-setsize')).toBe(String(all));
    await page.getByRole('searchbox').last().fill('割合');
    await page.getByText(new RegExp(`^${all}指標のうち`)).waitFor();
    await until('only what has the word is shown', async () => {
      const shown = await cards.allInnerTexts();
      return shown.length > 0 && shown.every((text) => text.includes('割合'));
    });
    // Whoever follows a link and comes back finds the wall as they left it.
    await cards.first().getByRole('link').first().click();
    await page.waitForURL(/\/plan\//);
    await page.goBack();
    await cards.first().waitFor();
    expect(await page.getByRole('searchbox').last().inputValue()).toBe('割合');
    await page.getByRole('searchbox').last().fill('');
    await until('the last card is drawn when the end is reached', async () => {
      await page.mouse.wheel(0, 5000);
      return (await cards.count()) === all;
    });
    await cards.last().getByRole('link').first().click();
    await page.waitForURL(/\/plan\//);
    await page.goBack();
    await until('it is as long as it was left', async () => (await cards.count()) === all);
    await page.reload();
    await cards.first().waitFor();
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect(await cards.count()).toBe(all);
    await page.goto('/plan');
    const search = page.getByLabel('計画の中を探す');
    await search.fill('市民');
    await page.getByRole('heading', { name: '見つかった取組' }).waitFor();
    await page.locator('.sections mark').first().waitFor();
    const found = await page.locator('.sections:visible > li.card').count();
    await until('the next sections come as the end is reached', async () => {
      await page.mouse.wheel(0, 5000);
      return (await page.locator('.sections:visible > li.card').count()) > found;
    });
    await search.fill('');
    await page.getByRole('heading', { name: '見つかった取組' }).waitFor({ state: 'detached' });
    expect(await page.locator('.sections details[open]').count()).toBe(0);
  });

  it('a device that is ended elsewhere has to sign in at its next step', async () => {
    const other = await signedIn(browser, product.url, '三浦 千尋');
    const third = await signedIn(browser, product.url, '三浦 千尋');
    const manager = await signedIn(browser, product.url, '高橋 由紀子');
    await page.goto('/me/devices');
    await page.getByText('4台').or(page.getByText('3台')).first().waitFor();
    await page.getByText('この端末', { exact: true }).waitFor();
    await page.getByText('LinuxのChrome').first().waitFor();
    const ends = page.getByRole('button', { name: /^LinuxのChrome（.*から）をログアウトさせる$/ });
    expect(await ends.count()).toBe(2);
    await ends.first().press('Enter');
    await page.getByText('ログアウトさせました。').waitFor();
    expect(await ends.count()).toBe(1);
    await page.getByRole('button', { name: 'ほかの端末をすべてログアウトさせる' }).press('Enter');
    await page.getByRole('button', { name: 'すべてログアウトさせる', exact: true }).press('Enter');
    await page.getByText('ログインしているのは、この端末だけです。').waitFor();
    for (const ended of [other, third]) {
      await ended.getByRole('link', { name: '計画', exact: true }).first().click();
      await ended.waitForURL(/\/sign-in/);
    }
    await page.reload();
    await page.getByText('1台').waitFor();
    // Somebody else's session is neither touched nor theirs to end.
    await manager.reload();
    await manager.getByRole('heading', { level: 1, name: '要対応一覧' }).waitFor();
    const [foreign] = await product.database.query<{ id: string }>(
      `select s.id from directory.session s join directory.person p on p.id = s.person_id where p.name = '高橋 由紀子'`,
    );
    const answer = await page.request.delete(`/api/me/sessions/${foreign?.id}`, {
      headers: { 'x-mawasu': '1' },
    });
    expect(answer.status()).toBe(404);
    const entries = await product.database.query<{ browser: string }>(
      `select e.detail->>'browser' as browser from audit.audit_entry e join directory.person p on p.id = e.person_id
        where e.action = 'session.ended' and p.name = '三浦 千尋'`,
    );
    expect(entries).toEqual([{ browser: 'Chrome' }, { browser: 'Chrome' }]);
    for (const one of [other, third, manager]) await one.context().close();
  });
});

describe('the catalogue of parts', () => {
  const folder = path.join(root, 'dist/apps/catalogue');
  let browser: Browser;

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    const built = spawnSync(
      process.execPath,
      [
        'node_modules/vite/bin/vite.js',
        'build',
        '-c',
        'apps/web/vite.catalogue.config.ts',
        '--logLevel',
        'error',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect({ status: built.status, said: built.stderr }).toEqual({ status: 0, said: '' });
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  it('shows every part in three themes, and nothing serious to assistive technology', async () => {
    const page = await openPage(browser, 'http://catalogue.localhost');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.route('**/*', (route) => {
      const file = path.join(folder, new URL(route.request().url()).pathname);
      return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
    });
    await page.goto('/catalogue.html');
    await page.getByRole('heading', { level: 1, name: '部品と状態' }).waitFor();
    const themes = page.getByRole('group', { name: '配色' });
    for (const name of ['明るい', '暗い', '高コントラスト']) {
      await themes.getByRole('button', { name }).click();
      await expectSound(page);
    }
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Parts and states' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('is no part of the product', () => {
    expect(existsSync(path.join(root, 'dist/apps/web/catalogue.html'))).toBe(false);
  });
});
