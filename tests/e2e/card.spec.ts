// A visitor with a card reader: the built page reads a sample card over an emulated cable.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Personality } from '../../src/card/sample/personality-names.ts';
import { Desk, expect, readers, test } from './emulated-usb.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const report = (page: Page) => page.getByRole('region', { name: 'カードから読めたこと' });

/** The words of one row of the report. */
const row = (page: Page, name: string) =>
  report(page)
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

async function visit(
  page: Page,
  reader: string,
  personality: Personality = 'in-date',
): Promise<Desk> {
  const desk = new Desk(reader, personality);
  await desk.attach(page);
  await page.goto('/card/');
  return desk;
}

for (const reader of Object.keys(readers)) {
  test(`someone with an ${reader} reads dates and locks, without a PIN`, async ({ page }) => {
    const desk = await visit(page, reader);
    await press(page, 'リーダーを選んで読む');
    await expect(report(page)).toBeVisible();
    await expect(row(page, 'カードの種類')).toHaveText('マイナンバーカード');
    await expect(row(page, '利用者証明用電子証明書')).toHaveText(/の終わりまで。期限の前です/);
    await expect(row(page, '数字4桁の暗証番号（利用者証明用）')).toHaveText(/続けて3回/);
    await expect(row(page, '英数字6〜16文字の暗証番号（署名用）')).toHaveText(/続けて5回/);
    await expect(row(page, '失効・一時停止')).toHaveText(/分かりません/);
    await expect(report(page)).not.toContainText('見本');
    expect(desk.device.opened).toBe(false);
    expect(desk.card.attempts).toBe(0);
  });
}

test('a reader that the browser already trusts is used without asking again', async ({ page }) => {
  const desk = await visit(page, 'RC-S380', 'pin-locked');
  await press(page, 'リーダーを選んで読む');
  await expect(row(page, '数字4桁の暗証番号（利用者証明用）')).toHaveText('ロックされています');
  await press(page, 'もう一度読む');
  await expect(report(page)).toBeVisible();
  expect(desk.asked).toBe(1);
});

test('closing the chooser is no dead end', async ({ page }) => {
  const desk = await visit(page, 'RC-S300');
  desk.picks = false;
  await press(page, 'リーダーを選んで読む');
  await expect(page.getByText('リーダーが選ばれませんでした', { exact: false })).toBeVisible();
  desk.picks = true;
  await press(page, 'もう一度読む');
  await expect(report(page)).toBeVisible();
});

test('a card that is moved away is named, and the next try succeeds', async ({ page }) => {
  const desk = await visit(page, 'RC-S380');
  const { card } = desk.field;
  desk.device.onTransfer = (transfer) => {
    if (transfer === 60) desk.field.disturb('card-removed');
    return undefined;
  };
  await press(page, 'リーダーを選んで読む');
  await expect(page.getByText('カードが離れました', { exact: false })).toBeVisible({
    timeout: 15_000,
  });
  expect(desk.device.opened).toBe(false);
  desk.device.onTransfer = undefined;
  desk.field.card = card;
  await press(page, 'もう一度読む');
  await expect(report(page)).toBeVisible();
});

test('cancelling closes the reader', async ({ page }) => {
  const desk = await visit(page, 'RC-S380');
  desk.field.card = undefined;
  await press(page, 'リーダーを選んで読む');
  await expect(page.getByRole('status')).toHaveText(/平らに置いてください/);
  await press(page, 'やめる');
  await expect(page.getByRole('button', { name: 'リーダーを選んで読む' })).toBeVisible();
  expect(desk.device.opened).toBe(false);
  expect(desk.field.isOn).toBe(false);
});

test('a browser without WebUSB says so, and still shows samples, marked as such', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'usb', { value: undefined, configurable: true });
  });
  await page.goto('/card/');
  await expect(
    page.getByText('このブラウザーでは、カードリーダーを使えません', { exact: false }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'リーダーを選んで読む' })).toHaveCount(0);
  expect(requests.filter((url) => url.includes('demonstration'))).toEqual([]);
  await page.getByLabel('見本のカード').selectOption('past');
  await press(page, '見本で試す');
  await expect(page.getByRole('region', { name: '見本' })).toContainText('作りものの見本です');
  await expect(row(page, '利用者証明用電子証明書')).toHaveText(/期限が過ぎています/);
});

for (const width of [320, 1280]) {
  test(`axe finds nothing on the card page at ${width} px, before and after a report`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, 'RC-S380', 'renewal-open');
    await expect(page.getByRole('button', { name: 'リーダーを選んで読む' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await press(page, 'リーダーを選んで読む');
    await expect(report(page)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
