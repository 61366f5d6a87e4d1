// The staff page of the help screen, with the keys, the mouse and a finger.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './visitor.ts';

const STAFF = '/kiosk/staff/';
const section = (page: Page, name: string) => page.getByRole('region', { name });

async function open(page: Page): Promise<void> {
  await page.goto(STAFF);
  await expect(page.getByRole('heading', { name: '点検' })).toBeVisible();
}

for (const [width, colorScheme] of [
  [320, 'light'],
  [1280, 'dark'],
] as const) {
  test(`axe finds nothing at ${width} px, ${colorScheme}, and nothing overflows`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.addInitScript(() => {
      localStorage.setItem('kiosk.counts', '{"2026-11-22":{"locked-pin/counter":2}}');
    });
    await open(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });
}

test('a card held to the screen sets the size, by keyboard too, and it is kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  const size = section(page, '画面の大きさを合わせる');
  const slider = size.getByRole('slider', { name: '枠の横の長さ' });
  await slider.fill('480');
  await slider.press('ArrowRight');
  await size.getByRole('button', { name: '長く' }).press('Enter');
  const box = await page.getByRole('img', { name: 'カードと同じ大きさにする枠' }).boundingBox();
  expect(box?.width).toBeCloseTo(482, 0);
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(85.6 / 53.98, 2);
  await size.getByRole('button', { name: 'この大きさで保存' }).press('Enter');
  await expect(page.getByText('保存しました')).toBeVisible();
  const kept = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('kiosk.settings') ?? '{}') as unknown);
  expect(await kept()).toMatchObject({ pixelsPerMm: 482 / 85.6, print: false });
  // The other settings do not undo it.
  await page.getByRole('combobox', { name: '役所' }).selectOption({ label: '見本市役所' });
  await page.getByRole('checkbox', { name: '印刷のボタンを出す' }).check();
  await page.getByRole('button', { name: '設定を保存' }).click();
  expect(await kept()).toMatchObject({ pixelsPerMm: 482 / 85.6, print: true, office: 'mihon' });
  await page.getByRole('combobox', { name: '役所' }).selectOption({ label: '決めない' });
  await page.getByRole('button', { name: '設定を保存' }).click();
  expect(await kept()).not.toHaveProperty('office');
});

test('counts are shown, handed out as a file and cleared only when confirmed', async ({ page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.length > 0) return;
    sessionStorage.setItem('once', '');
    localStorage.setItem('kiosk.counts', '{"2026-11-22":{"locked-pin/counter":2,"search/none":1}}');
  });
  await open(page);
  const counts = section(page, '使われた回数');
  await expect(counts.getByRole('row')).toHaveCount(3);
  const download = page.waitForEvent('download');
  await counts.getByRole('button', { name: 'CSVで取り出す' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^kiosk-counts-\d{4}-\d\d-\d\d\.csv$/);
  expect(readFileSync(await file.path(), 'utf8')).toBe(
    'day,id,times\r\n2026-11-22,locked-pin/counter,2\r\n2026-11-22,search/none,1\r\n',
  );
  await counts.getByRole('button', { name: '記録を消す' }).click();
  await counts.getByRole('button', { name: '消さない' }).click();
  await expect(counts.getByRole('row')).toHaveCount(3);
  await counts.getByRole('button', { name: '記録を消す' }).click();
  await counts.getByRole('button', { name: 'ほんとうに消す' }).click();
  await expect(counts.getByText('まだ記録がありません。')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('kiosk.counts'))).toBeNull();
});

test('for thirty seconds no touch does anything; Escape ends it', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T00:00:00Z') });
  await open(page);
  await page.clock.pauseAt(new Date('2026-11-24T01:00:00Z'));
  const start = page.getByRole('button', { name: 'そうじを始める' });
  await start.click();
  const cover = page.getByRole('dialog', { name: 'そうじ中です' });
  await expect(cover.getByText('あと30秒')).toBeVisible();
  for (const [x, y] of [
    [10, 10],
    [195, 400],
    [380, 830],
  ] as const) {
    await page.mouse.click(x, y);
  }
  await page.clock.runFor(29_000);
  await expect(cover.getByText('あと1秒')).toBeVisible();
  await page.clock.runFor(1000);
  await expect(cover).toBeHidden();
  expect(page.url()).toContain(STAFF);
  await start.click();
  await page.keyboard.press('Escape');
  await expect(cover).toBeHidden();
  await start.click();
  await expect(cover.getByText('あと30秒')).toBeVisible();
});

test('a clock before the build and content too old are named', async ({ page }) => {
  await page.clock.install({ time: new Date('2020-01-01T00:00:00Z') });
  await open(page);
  await expect(page.getByText('時計: 直す')).toBeVisible();
  await page.clock.setFixedTime(new Date(Date.now() + 100 * 86_400_000));
  await page.getByRole('button', { name: 'もう一度調べる' }).click();
  await expect(page.getByText('案内の新しさ: 確かめる')).toBeVisible();
  await expect(page.getByText('時計: よし')).toBeVisible();
});

test.describe('on a touch panel', () => {
  test.use({ hasTouch: true });
  test('a finger is recognised', async ({ page }) => {
    await open(page);
    await expect(page.getByText('タッチ: 確かめる')).toBeVisible();
    await page.getByRole('button', { name: 'ここを指で押す' }).tap();
    await expect(page.getByText('タッチ: よし')).toBeVisible();
  });
});

test('with a code the page opens to the code only, pressed or typed', async ({ page }) => {
  const hash = createHash('sha256').update('2580').digest('hex');
  await page.route(`**${STAFF}`, async (route) => {
    const answer = await route.fetch();
    // As the build writes it when content/site.yaml has a staffCode.
    const body = (await answer.text()).replace('{"words":', `{"codeHash":"${hash}","words":`);
    expect(body).toContain(hash);
    await route.fulfill({ response: answer, body });
  });
  await page.goto(STAFF);
  await expect(page.getByRole('heading', { name: '職員のコード' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '点検' })).toHaveCount(0);
  for (const digit of '2581') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: '開く' }).click();
  await expect(page.getByRole('alert')).toHaveText(/コードが違います/);
  await page.keyboard.type('2588');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('0');
  await page.getByRole('button', { name: '開く' }).click();
  await expect(page.getByRole('heading', { name: '点検' })).toBeVisible();
});

for (const pixelsPerMm of [3.78, 5.9]) {
  test(`every button is at least 16 mm high at ${pixelsPerMm} pixels a millimetre`, async ({
    page,
  }) => {
    await page.addInitScript((value) => {
      localStorage.setItem('kiosk.settings', JSON.stringify({ pixelsPerMm: value }));
    }, pixelsPerMm);
    await page.setViewportSize({ width: 800, height: 1280 });
    await open(page);
    const buttons = await page.getByRole('button').all();
    expect(buttons.length).toBeGreaterThan(6);
    for (const button of buttons) {
      const { height = 0 } = (await button.boundingBox()) ?? {};
      expect(height).toBeGreaterThanOrEqual(16 * pixelsPerMm - 0.5);
    }
  });
}
