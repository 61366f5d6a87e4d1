import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, isOwnScript, test } from './visitor.ts';
import type { Page } from '@playwright/test';

const PAGE = '/tools/dates/';

/** Noon in Japan. */
const NOON = '2026-11-22T03:00:00Z';

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label });
const result = (page: Page, title = '計算した結果') =>
  page.locator('section', { has: page.getByRole('heading', { level: 3, name: title }) }).last();

async function open(page: Page, at = NOON): Promise<void> {
  await page.clock.setFixedTime(new Date(at));
  await page.goto(PAGE);
  await field(page, '生年月日').focus();
  await expect(page.locator('[data-late]')).toHaveCount(0);
}

async function calculate(page: Page, birth: string, issued: string, kind: string): Promise<void> {
  await field(page, '生年月日').fill(birth);
  await field(page, '発行した日').fill(issued);
  await page.getByRole('radio', { name: kind }).check();
  await page.getByRole('button', { name: '期限を計算する' }).click();
}

test('nothing is loaded until someone goes to a field', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js') && !isOwnScript(request.url())) scripts.push(request.url());
  });
  await page.goto(PAGE, { waitUntil: 'networkidle' });
  expect(scripts).toEqual([]);
  await field(page, '生年月日').focus();
  await expect(page.locator('[data-late]')).toHaveCount(0);
  expect(scripts.length).toBeGreaterThan(0);
});

test('someone reads when certificates and card end, why, and from when to renew', async ({
  page,
}) => {
  await open(page);
  await calculate(page, 'S40.5.1', '２０２４／６／１', 'カードを新しく作った');
  const found = result(page);
  await expect(found.getByRole('heading', { level: 3 })).toBeFocused();
  const [certificates, card] = await found.locator('.dates-end').all();
  await expect(certificates ?? found).toContainText('2029年5月1日（令和11年）まで');
  await expect(certificates ?? found).toContainText('あと891日');
  await expect((certificates ?? found).getByRole('definition')).toHaveText([
    '発行 2024年6月1日（令和6年）',
    '→ その後の5回目の誕生日 2029年5月1日（令和11年）',
    '2029年2月2日（令和11年）から更新できます',
  ]);
  await expect(card ?? found).toContainText('2034年5月1日（令和16年）まで');
});

test('what was read is said back before the calculation', async ({ page }) => {
  await open(page);
  await field(page, '生年月日').fill('昭和６４年１月７日');
  await field(page, '生年月日').blur();
  await expect(page.getByText('1989年1月7日（昭和64年）と読みました')).toBeVisible();
});

test('a stay that ends first ends everything', async ({ page }) => {
  await open(page);
  await field(page, '在留期間の満了日').fill('2027/3/31');
  await calculate(page, '1990-10-10', '令和6年6月1日', 'カードを新しく作った');
  await expect(result(page).locator('.dates-day')).toHaveText([
    /2027年3月31日（令和9年）まで/,
    /2027年3月31日（令和9年）まで/,
  ]);
  await expect(result(page)).toContainText('在留期間の満了日 2027年3月31日（令和9年）のほうが先');
});

test('the last day is in date to its end in Japan', async ({ page }) => {
  await open(page, '2026-05-01T14:59:00Z');
  await calculate(page, '1965/5/1', '2021/6/1', '電子証明書を2つとも');
  await expect(result(page).locator('.dates-day')).toContainText('今日まで使えます');
  await page.clock.setFixedTime(new Date('2026-05-01T15:00:00Z'));
  await page.getByRole('button', { name: '期限を計算する' }).click();
  await expect(result(page).locator('.dates-day')).toContainText('1日前に過ぎました');
});

test('a birthday on 29 February is explained', async ({ page }) => {
  await open(page);
  await calculate(page, '1960.2.29', '2024.6.1', 'カードを新しく作った');
  await expect(result(page)).toContainText('2029年2月28日（令和11年）まで');
  await expect(result(page)).toContainText('早いほうの日にしました');
});

test('what must be mended is listed with links, and what was typed is kept', async ({ page }) => {
  await open(page);
  await field(page, '生年月日').fill('40.5.1');
  await field(page, '発行した日').fill('2023年2月29日');
  await field(page, 'カードの表にある有効期限').fill('2030年');
  await page.getByRole('button', { name: '期限を計算する' }).click();
  const summary = page.locator('.error-summary');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^エラー: 期限と締め切り/);
  await expect(summary.getByRole('link')).toHaveText([
    /生年月日の年に、昭和や平成などの元号をつけるか/,
    /発行した日が、カレンダーにない日/,
    /その日にしたことを、1つ選んで/,
    /カードの表にある有効期限は、「2034年5月1日」のように、年・月・日をそろえて/,
  ]);
  await summary.getByRole('link').nth(1).click();
  await expect(field(page, '発行した日')).toBeFocused();
  await expect(field(page, '発行した日')).toHaveValue('2023年2月29日');
  await expect(field(page, '発行した日')).toHaveAccessibleDescription(/カレンダーにない日/);
  await summary.getByRole('link').nth(2).click();
  await expect(page.getByRole('radio', { name: 'カードを新しく作った' })).toBeFocused();

  await field(page, 'カードの表にある有効期限').fill('');
  await calculate(page, '昭和40.5.1', '2023年2月28日', 'わからない');
  await expect(summary).toHaveCount(0);
  await expect(page).not.toHaveTitle(/エラー/);
  await expect(result(page)).toContainText('その日に何をしたかで、期限が変わります');
});

test('a move gives its deadlines, and the form says what is missing', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '締め切りを計算する' }).click();
  await expect(page.locator('.error-summary')).toContainText(
    '引っ越した日を、「令和9年4月1日」のように書いてください',
  );
  await field(page, '引っ越した日').fill('R9.4.1');
  await field(page, '引っ越した日').press('Enter');
  await expect(result(page, '引っ越しの締め切り').locator('.dates-day')).toHaveText([
    /2027年4月14日（令和9年）まで/,
    /2027年4月14日（令和9年）まで/,
    /2027年6月29日（令和9年）まで/,
  ]);
});

test('a calendar file is saved that holds nothing about the person', async ({ page }) => {
  await open(page);
  await calculate(page, '1965-05-01', '2024-06-01', 'カードを新しく作った');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '予定表に入れるファイルを保存' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('jpki-help.ics');
  const file = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '');
  expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual([
    'DTSTART;VALUE=DATE:20290202',
    'DTSTART;VALUE=DATE:20290501',
    'DTSTART;VALUE=DATE:20340501',
  ]);
  expect(file).not.toContain('1965');
  await expect(page.getByText('ファイルを保存しました')).toBeVisible();
});

test('no date leaves the page: no address, no storage, no request', async ({ page, context }) => {
  await open(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await calculate(page, '1965-05-01', '2024-06-01', 'カードを新しく作った');
  await expect(result(page)).toBeVisible();
  await expect(page).toHaveURL(PAGE);
  expect(requests).toEqual([]);
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
  expect(await page.evaluate(() => [sessionStorage.length, JSON.stringify(history.state)])).toEqual(
    [0, 'null'],
  );
});

test('without a connection the form says so and keeps what was typed', async ({
  page,
  context,
  expectFailures,
}) => {
  expectFailures.allowed.push(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch dynamically/);
  await page.goto(PAGE);
  await context.setOffline(true);
  await field(page, '生年月日').fill('S40.5.1');
  await expect(page.getByText('計算の用意ができませんでした')).toBeVisible();
  await expect(field(page, '生年月日')).toHaveValue('S40.5.1');
  await field(page, '生年月日').press('Enter');
  await expect(page).toHaveURL(PAGE);
});

test('with problems and with results, a machine finds no barrier', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '期限を計算する' }).click();
  await expect(page.locator('.error-summary')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await calculate(page, '1960-02-29', '2024-06-01', 'カードを新しく作った');
  await expect(result(page)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page explains the rule with examples, and what the form would do', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('noscript .notice')).toContainText('この画面では使えません');
    await expect(field(page, '生年月日')).toBeHidden();
    await expect(page.getByRole('heading', { name: '期限の決まり' })).toBeVisible();
    const rows = page.getByRole('table').getByRole('row');
    await expect(rows).toHaveCount(6);
    await expect(rows.nth(1)).toContainText('2029年5月1日（令和11年）');
    await expect(rows.nth(4)).toContainText('2029年2月28日（令和11年）');
  });
});

for (const width of [320, 768, 1280]) {
  test(`at ${width} px nothing is wider than the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await calculate(page, '1965-05-01', '2024-06-01', 'カードを新しく作った');
    await expect(result(page)).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}

test('the circle of a choice stands beside its words', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await open(page);
  const choices = page.locator('label', { has: page.getByRole('radio') });
  const places = await choices.evaluateAll((labels) =>
    labels.map((label) => {
      const words = document.createRange();
      words.selectNodeContents(label.querySelector('b') ?? label);
      return {
        circleEnds: label.querySelector('input')?.getBoundingClientRect().right ?? Infinity,
        wordsBegin: words.getBoundingClientRect().left,
        height: label.getBoundingClientRect().height,
      };
    }),
  );
  expect(places.length).toBeGreaterThan(0);
  for (const { circleEnds, wordsBegin, height } of places) {
    expect(circleEnds).toBeLessThan(wordsBegin);
    expect(height).toBeGreaterThanOrEqual(44);
  }
});
