import { expect, test } from './visitor.ts';

test('every answer comes with the security headers', async ({ request }) => {
  for (const path of ['/', '/faq/forgot-password/', '/no-such-page/']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['permissions-policy']).toContain('usb=(self)');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('the browser enforces the policy: foreign code and foreign requests are stopped', async ({
  page,
  expectFailures,
}) => {
  expectFailures.allowed.push(/Content Security Policy/, /Refused to/, /violates/);
  await page.goto('/');
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    return {
      planted: 'planted' in window,
      hidden: getComputedStyle(document.body).display === 'none',
      reached,
    };
  });
  expect(outcome).toEqual({ planted: false, hidden: false, reached: false });
});

test('a whole visit leaves nothing behind on the device', async ({ page, context }) => {
  await page.goto('/search/?q=暗証番号');
  await expect(page.getByRole('list', { name: '検索結果' })).toBeVisible();
  await page.goto('/guides/locked-pin/problem/');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: '次へ進む' }).click();
  await expect(page).toHaveURL(/whose-card/);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: 0 });
});
