// What happens letter by letter: what is drawn, and how the address follows.
import { box, results } from './search-page.ts';
import { expect, test } from './visitor.ts';

test('the address follows what is typed, and Back from an answer returns to the results', async ({
  page,
}) => {
  await page.goto('/search/');
  await box(page).fill('てんきょ');
  await box(page).fill('期限切れ');
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('期限切れ')}`);
  await results(page).getByRole('link').first().click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(box(page)).toHaveValue('期限切れ');
  await expect(results(page)).toBeVisible();
});

test('the address waits until the words rest, or until something is pressed', async ({ page }) => {
  await page.clock.install();
  await page.goto('/search/');
  await box(page).fill('てんきょ');
  await expect(results(page)).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  await expect(page).toHaveURL(/%E3%82%87$/);
  const before = page.url();
  await box(page).fill('期限切れ');
  await page.clock.runFor(400);
  expect(page.url()).toBe(before);
  await page.clock.runFor(200);
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('期限切れ')}`);
  await box(page).fill('期限が切れた');
  await results(page).getByRole('link').first().click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('期限が切れた')}`);
  await expect(box(page)).toHaveValue('期限が切れた');
});

test('Back while the address waits leaves the topic gone back to in its address', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/search/?q=更新&topic=expiry');
  const topics = page.getByRole('navigation', { name: '分類でしぼる' });
  await topics.getByRole('link', { name: /すべて/ }).click();
  await expect(page).not.toHaveURL(/topic/);
  await page.clock.pauseAt(Date.now() + 60_000);
  await box(page).fill('更新の');
  await page.goBack();
  await expect(page).toHaveURL(/topic=expiry/);
  await expect(box(page)).toHaveValue('更新');
  await page.clock.runFor(1000);
  await expect(page).toHaveURL(/topic=expiry/);
});

test('arrow keys that choose among kanji do not leave the box', async ({ page }) => {
  await page.goto('/search/?q=更新');
  await expect(results(page)).toBeVisible();
  await box(page).focus();
  const press = (isComposing: boolean) =>
    box(page).evaluate(
      (input, composing) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, isComposing: composing }),
        ),
      isComposing,
    );
  await press(true);
  await expect(box(page)).toBeFocused();
  await press(false);
  await expect(box(page)).not.toBeFocused();
});

test('words typed before the search was ready are searched', async ({ page }) => {
  await page.route('**/search-index/**', async (route) => {
    await page.getByRole('searchbox').fill('法人');
    await route.continue();
  });
  await page.goto('/');
  await box(page).focus();
  await expect(results(page).getByRole('link').first()).toHaveAttribute(
    'href',
    '/faq/corporate-name/',
  );
});

test('what is drawn letter by letter is what the whole query shows', async ({ page }) => {
  const shown = page.locator('.search-shown');
  const answer = shown.locator('.search-results, .search-nothing');
  for (const query of ['電子証明書の有効期限', 'forgot my pin number', 'パスポートの更新', '188']) {
    await page.goto('/search/');
    await box(page).pressSequentially(query);
    await expect(answer).toBeVisible();
    const drawn = await shown.innerHTML();
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(answer).toBeVisible();
    expect(drawn).toBe(await shown.innerHTML());
  }
});

test('a result that is still one keeps its link while one types on', async ({ page }) => {
  await page.goto('/search/');
  await box(page).fill('暗証番号を忘れ');
  const first = await results(page).getByRole('link').first().elementHandle();
  await box(page).pressSequentially('た');
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('暗証番号を忘れた')}`);
  expect(await first?.evaluate((link) => link.isConnected)).toBe(true);
});
