// A visitor for whom it does not go smoothly: every failure is a screen with a way on, whatever is pulled
// out, pressed twice or open twice.
import type { Page } from '@playwright/test';
import { Desk, expect, test } from './emulated-usb.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const result = (page: Page) => page.getByRole('region', { name: '読み取り結果' });
const failure = (page: Page, name: string) => page.getByRole('region', { name });

async function visit(page: Page, reader = 'RC-S380'): Promise<Desk> {
  const desk = new Desk(reader, 'in-date');
  await desk.attach(page);
  await page.goto('/card/');
  return desk;
}

/** The screen is there, has the focus, says why and what to do; the next try succeeds. */
async function expectWayOn(page: Page, desk: Desk, title: string, mend: () => void): Promise<void> {
  const screen = failure(page, title);
  await expect(screen).toBeVisible({ timeout: 20_000 });
  await expect(screen.getByRole('heading', { name: title })).toBeFocused();
  await expect(screen.getByRole('heading', { name: '考えられること' })).toBeVisible();
  expect(await screen.getByRole('listitem').count()).toBeGreaterThan(0);
  await expect(page.getByRole('status').filter({ hasText: /./ })).toHaveCount(0);
  expect(desk.device.opened).toBe(false);
  mend();
  await press(page, 'もう一度');
  await expect(result(page)).toBeVisible({ timeout: 20_000 });
}

test('each failure has its own screen, and the next try succeeds', async ({ page }) => {
  test.slow();
  const desk = await visit(page);
  desk.picks = false;
  await press(page, 'カードを読み取る');
  await expectWayOn(page, desk, 'リーダーが選ばれませんでした', () => {
    desk.picks = true;
  });

  desk.device.refusals = { open: 'NetworkError' };
  await press(page, 'もう一度');
  await expectWayOn(page, desk, 'リーダーを開けませんでした', () => {
    desk.device.refusals = {};
  });

  desk.device.refusals = { claim: 'SecurityError' };
  await press(page, 'もう一度');
  await expectWayOn(page, desk, 'ブラウザーが、このリーダーを使わせません', () => {
    desk.device.refusals = {};
  });

  desk.place('other-card');
  await press(page, 'もう一度');
  await expectWayOn(page, desk, 'マイナンバーカードとして答えませんでした', () => {
    desk.place('in-date');
  });

  const start = desk.device.transfers;
  desk.device.onTransfer = (transfer) => {
    if (transfer === start + 60) desk.field.disturb('card-removed');
    return undefined;
  };
  await press(page, 'もう一度');
  await expectWayOn(page, desk, '読み取りの途中で、カードが離れました', () => {
    desk.device.onTransfer = undefined;
    desk.place('in-date');
  });

  for (const moment of [0, 20, 70]) {
    const from = desk.device.transfers;
    desk.device.onTransfer = (transfer) => (transfer === from + moment ? 'unplug' : undefined);
    await press(page, 'もう一度');
    await expectWayOn(page, desk, 'リーダーが外れました', () => {
      desk.device.onTransfer = undefined;
      desk.device.plug();
    });
  }
  desk.expectHarmless();
});

test('pressing twice, or a sample in between, reads the real card once', async ({ page }) => {
  const desk = await visit(page);
  desk.field.card = undefined;
  await page.getByRole('button', { name: 'カードを読み取る' }).dblclick();
  await expect(page.getByText('平らに置いてください')).toBeVisible();
  await page.getByText('見本のカードで試す').click();
  await press(page, 'この見本で試す');
  desk.place('in-date');
  await expect(result(page)).toBeVisible();
  await expect(page.getByText('作りものの見本です')).toHaveCount(0);
  expect(desk.asked).toBe(1);
  desk.expectHarmless();
});

test('a second tab is told that the reader is in use, and goes on when it is free', async ({
  page,
  context,
}) => {
  const desk = await visit(page);
  desk.field.card = undefined;
  await press(page, 'カードを読み取る');
  await expect(page.getByText('平らに置いてください')).toBeVisible();
  const other = await context.newPage();
  await desk.attach(other);
  await other.goto('/card/');
  await press(other, 'カードを読み取る');
  await expect(failure(other, 'リーダーを開けませんでした')).toBeVisible();
  desk.place('in-date');
  await expect(result(page)).toBeVisible();
  await press(other, 'もう一度');
  await expect(result(other)).toBeVisible();
  desk.expectHarmless();
});

test('leaving in the middle and coming back finds the page ready', async ({ page }) => {
  const desk = await visit(page);
  desk.field.card = undefined;
  await press(page, 'カードを読み取る');
  await expect(page.getByText('平らに置いてください')).toBeVisible();
  await page.goto('/about/');
  // The browser closes what a page leaves open.
  await desk.device.close();
  desk.place('in-date');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('カードリーダーで調べる');
  const ready = page.getByRole('button', { name: /^(?:カードを読み取る|もう一度)$/ });
  await expect(ready.or(page.getByRole('button', { name: 'やめる' }))).toBeVisible();
});

test('when the parts do not arrive, it is said, and the next press succeeds', async ({
  page,
  expectFailures,
}) => {
  expectFailures.allowed.push(/Failed to load resource/);
  const desk = new Desk('RC-S300', 'in-date');
  await desk.attach(page);
  let isOffline = true;
  await page.route('**/card-words/*', (route) => (isOffline ? route.abort() : route.continue()));
  await page.goto('/card/');
  await press(page, 'カードを読み取る');
  await expect(page.getByRole('status')).toHaveText(/通信を確かめて/);
  isOffline = false;
  await press(page, 'カードを読み取る');
  await expect(result(page)).toBeVisible();
});

test('a browser without WebUSB is told kindly, and still shows samples, marked as such', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'usb', { value: undefined, configurable: true });
  });
  await page.goto('/card/');
  await expect(page.getByText('このブラウザーでは、カードリーダーを使えません。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'カードを読み取る' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'ほかの調べ方' })).toBeVisible();
  await page.getByText('見本のカードで試す').click();
  // A sample that fails is marked as well.
  await page.getByLabel('見本のカード', { exact: true }).selectOption('other-card');
  await press(page, 'この見本で試す');
  await expect(failure(page, 'マイナンバーカードとして答えませんでした')).toBeVisible();
  await expect(page.getByText('作りものの見本です')).toBeVisible();
  await page.getByLabel('見本のカード', { exact: true }).selectOption('past-locked');
  await press(page, 'この見本で試す');
  await expect(page.getByText('作りものの見本です')).toBeVisible();
  await expect(page.getByRole('heading', { name: '読み取り結果' })).toHaveAccessibleDescription(
    /作りものの見本です/,
  );
  // The mark goes along: to the question, to the map, and to the outcome, which runs no script.
  await result(page).locator('.card-advice a').first().click();
  await expect(page.locator('.notice').first()).toContainText('作りものの見本です');
  await press(page, '次へ進む');
  await expect(page).toHaveURL(/counter-new-certificate\/\?[^#]*#sample$/);
  await expect(page.locator('script')).toHaveCount(0);
  await expect(page.getByText('見本のカードで試した結果です')).toBeVisible();
  await page.goto('/guides/locked-pin/map/');
  await expect(page.getByText('作りものの見本です')).toBeVisible();
  await expect(page.locator('.outline li[data-on].mine .yours')).toHaveText([
    'カードから分かった答え',
    'カードから分かった答え',
  ]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so, and shows the other ways', async ({ page }) => {
    await page.goto('/card/');
    await expect(page.locator('noscript .notice')).toContainText('JavaScriptが動いていないため');
    await expect(page.getByRole('button', { name: 'カードを読み取る' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'ほかの調べ方' })).toBeVisible();
    await page.goto('/guides/locked-pin/counter/');
    await expect(page.getByText('見本のカードで試した結果です')).toBeHidden();
  });
});
