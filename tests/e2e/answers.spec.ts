import { expect, test } from './visitor.ts';

const ANSWER = '/faq/wrong-tries-lock/';

test('an answer arrives in one request and runs no script', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(ANSWER, { waitUntil: 'networkidle' });
  expect(requests.filter((path) => path !== '/icon.png')).toEqual([ANSWER]);
  await expect(page.locator('script')).toHaveCount(0);
});

test('an answer says the facts, where they come from and when they were checked', async ({
  page,
}) => {
  await page.goto(ANSWER);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/何回まちがえると/);
  await expect(page.locator('.short-answer')).toContainText('5回');
  const sources = page.getByRole('region', { name: '出典と確認した日' });
  await expect(sources.getByText(/^\d+件（2026年11月22日に確認）$/)).toBeVisible();
  await sources.getByText(/^\d+件/).click();
  await expect(sources.getByRole('link').first()).toBeVisible();
  await expect(sources.getByText(/^国・J-LISなど: 2026年11月22日に確認/)).toBeVisible();
});

test('a number in an answer can be called', async ({ page }) => {
  await page.goto('/contact/');
  const call = page.getByRole('main').getByRole('link', { name: '0120-95-0178' }).first();
  await expect(call).toHaveAttribute('href', 'tel:0120950178');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor goes from the front page to an answer by links', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: '暗証番号', exact: true }).click();
    await page
      .getByRole('link', { name: '暗証番号を何回まちがえると、使えなくなりますか' })
      .click();
    await expect(page).toHaveURL(ANSWER);
    await expect(page.locator('.short-answer')).toContainText('ロック');
  });

  test('a hard word is explained in place, and closing returns to it', async ({ page }) => {
    await page.goto(ANSWER);
    const word = page.getByRole('article').getByRole('link', { name: 'ロック', exact: true });
    await word.click();
    const entry = page.locator('#word-lock');
    await expect(entry).toBeInViewport();
    await expect(entry).toContainText('ろっく');
    await entry.getByRole('link', { name: '閉じる' }).click();
    await expect(word).toBeInViewport();
  });

  test('search shows every question', async ({ page }) => {
    await page.goto('/search/?q=x');
    await expect(page.locator('.questions a')).toHaveCount(25);
  });
});

test('an address that does not exist offers ways on', async ({ page, expectFailures }) => {
  expectFailures.allowed.push(/404/);
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ページが見つかりません');
  await expect(page.getByRole('link', { name: /カードをなくした/ })).toBeVisible();
});
