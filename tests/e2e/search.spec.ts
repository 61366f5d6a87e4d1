import { expect, isOwnScript, test } from './visitor.ts';
import { box, results } from './search-page.ts';

test('nothing of the search is loaded until someone goes to the box', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/', { waitUntil: 'networkidle' });
  const loaded = requests.filter((url) => /\.js(?:on)?$/.test(url));
  expect(loaded.filter((url) => !isOwnScript(url))).toEqual([]);
  await box(page).fill('ロック');
  await expect(results(page)).toBeVisible();
  expect(requests.some((url) => url.includes('/search-index/ja.'))).toBe(true);
});

test('whoever is in the box before the page’s script has come finds too', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(isOwnScript, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await box(page).focus();
  release();
  await box(page).pressSequentially('ロック');
  await expect(results(page)).toBeVisible();
});

test('someone whose PIN is locked finds the guide and the answer in their own words', async ({
  page,
}) => {
  await page.goto('/');
  await box(page).fill('暗証番号 忘れた');
  const first = results(page).getByRole('link');
  await expect(first.nth(0)).toHaveAttribute('href', '/faq/forgot-password/');
  await expect(first.nth(1)).toHaveAttribute('href', '/guides/locked-pin/');
  await expect(page.getByRole('status')).toHaveText(/件見つかりました/);
});

test('Enter opens the search page, whose address can be shared', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('引っ越し');
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await expect(box(page)).toHaveValue('引っ越し');
  await expect(results(page).getByRole('link').first()).toHaveAttribute(
    'href',
    // The question and its guide are as likely.
    /^\/(?:guides\/moved-house|faq\/moved-or-married)\/$/,
  );
});

test('finding nothing is said honestly, with the situations and the phone', async ({ page }) => {
  await page.goto('/search/?q=パスポート');
  const main = page.getByRole('main');
  await expect(main.locator('.search-nothing:visible')).toContainText(
    '「パスポート」は見つかりませんでした',
  );
  await expect(main.locator('.search-nothing:visible').getByRole('link')).toHaveAttribute(
    'href',
    /^tel:/,
  );
  await expect(main.getByRole('link', { name: /カードをなくした/ })).toBeVisible();
  await expect(results(page)).toHaveCount(0);
});

test('what was typed is shown as text, never as markup', async ({ page }) => {
  // `$&` would be the place itself to who replaces without care.
  const typed = '<img src=x onerror=alert(1)>$&';
  await page.goto(`/search/?q=${encodeURIComponent(typed)}`);
  await expect(page.locator('.search-nothing:visible')).toContainText(typed);
});

test('without a connection the search says so, keeps what was typed, and finds when it is back', async ({
  page,
  context,
  expectFailures,
}) => {
  expectFailures.allowed.push(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch dynamically/);
  await page.goto('/search/');
  await context.setOffline(true);
  await box(page).fill('暗証番号');
  await expect(page.locator('.search-nothing:visible')).toContainText(
    '検索の用意ができませんでした',
  );
  await expect(box(page)).toHaveValue('暗証番号');
  await context.setOffline(false);
  await page.getByRole('main').getByRole('button').focus();
  await expect(results(page)).toBeVisible();
});

test('once the connection is back, whoever types on finds, and all is fetched once', async ({
  page,
  expectFailures,
}) => {
  expectFailures.allowed.push(/ERR_FAILED/);
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto('/search/');
  await box(page).fill('暗証番号');
  const failure = page.locator('.search-nothing:visible');
  await expect(failure).toContainText('検索の用意ができませんでした');
  await page.unroute('**/search-index/**');
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const fetched: string[] = [];
  await page.route('**/search-index/**', async (route) => {
    fetched.push(route.request().url());
    await released;
    await route.continue();
  });
  await box(page).pressSequentially(' 忘れた');
  release();
  await expect(results(page)).toBeVisible();
  await expect(failure).toHaveCount(0);
  expect(fetched).toHaveLength(2);
});

test('results are shown with their styles: without these the search says so, and tries again', async ({
  page,
  expectFailures,
}) => {
  expectFailures.allowed.push(/ERR_FAILED/);
  await page.route('**/*.css', (route) => route.abort());
  await page.goto('/search/');
  await box(page).fill('暗証番号');
  await expect(page.locator('.search-nothing:visible')).toContainText(
    '検索の用意ができませんでした',
  );
  await page.unroute('**/*.css');
  await box(page).pressSequentially(' 忘れた');
  await expect(results(page)).toBeVisible();
  await expect(page.locator('.search-kind').first()).toHaveCSS('display', 'block');
});

test('a fee or a number to call is answered at once, with who says so and when', async ({
  page,
}) => {
  await page.goto('/search/?q=電話番号');
  const fact = page.locator('.search-at-once dl > div').first();
  await expect(fact.getByRole('link').first()).toHaveAttribute('href', /^tel:\d+$/);
  await expect(fact).toContainText(/\d{4}年\d+月\d+日に確かめました/);
  await expect(fact).toContainText('出典: ');
});

test('what a word means is said at once, and its page stands first in the list', async ({
  page,
}) => {
  await page.goto('/search/?q=代替文字');
  const term = page.locator('.search-at-once dl > div').first();
  await expect(term.getByRole('term')).toHaveText(/^代替文字/);
  await expect(results(page).getByRole('link').first()).toHaveAttribute(
    'href',
    '/faq/substitute-characters/',
  );
  await expect(page.getByRole('status')).toHaveText(
    'すぐに分かること1件と、ページ1件が見つかりました',
  );
  await box(page).press('ArrowDown');
  await expect(term.getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/glossary/#substitute-characters');
});

test('results can be narrowed by topic, and Back undoes it', async ({ page }) => {
  await page.goto('/search/?q=更新');
  const topics = page.getByRole('navigation', { name: '分類でしぼる' });
  await expect(results(page)).toBeVisible();
  const all = await results(page).getByRole('listitem').count();
  const expiry = topics.getByRole('link', { name: /有効期限と更新/ });
  await expiry.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]topic=expiry/);
  // Who came by keyboard goes on from there.
  await expect(expiry).toBeFocused();
  await expect.poll(() => results(page).getByRole('listitem').count()).toBeLessThan(all);
  await page.goBack();
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('更新')}`);
  await expect(expiry).toBeFocused();
  await expect(results(page).getByRole('listitem')).toHaveCount(all);
});

test('what matched is marked, and the arrow keys go through the results', async ({ page }) => {
  await page.goto('/search/');
  await box(page).fill('パスワード 忘れた');
  await expect(results(page).getByRole('link').first().locator('mark').first()).toHaveText(
    '暗証番号',
  );
  await box(page).press('ArrowDown');
  await expect(results(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
});

test('what a guide may come to stands under the guide, as links of its own', async ({ page }) => {
  await page.goto('/search/?q=火事でカードが燃えた');
  const guide = results(page).getByRole('listitem').first();
  await expect(guide.getByRole('link').first()).toHaveAttribute('href', '/guides/lost-card/');
  const outcomes = guide.getByRole('list', { name: '手続の案内' });
  await outcomes.getByRole('link', { name: /^罹災証明を持って/ }).click();
  await expect(page).toHaveURL('/guides/lost-card/reissue-disaster/');
});

test('an empty box offers the topics', async ({ page }) => {
  await page.goto('/');
  await box(page).focus();
  const topics = page.getByRole('navigation', { name: /分類からえらぶ/ });
  await expect(topics.getByRole('link', { name: '暗証番号' })).toHaveAttribute('href', '/faq/#pin');
});

test('the query never leaves the page', async ({ page }) => {
  const asked: string[] = [];
  await page.goto('/search/');
  await box(page).focus();
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await box(page).fill('まいなんばー');
  await expect(results(page)).toBeVisible();
  expect(asked.filter((url) => decodeURIComponent(url).includes('まいなんばー'))).toEqual([]);
});
