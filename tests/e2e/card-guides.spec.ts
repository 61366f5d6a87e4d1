// Guides after a card was read: what is skipped, what can be changed, what is never hidden; and what of the
// card is anywhere to be found afterwards.
import type { Page } from '@playwright/test';
import type { Personality } from '../../src/card/sample/personality-names.ts';
import { Desk, expect, test } from './emulated-usb.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const answers = (page: Page) => page.getByRole('region', { name: 'あなたの答え' });

async function read(page: Page, personality: Personality): Promise<Desk> {
  const desk = new Desk('RC-S380', personality);
  await desk.attach(page);
  await page.goto('/card/');
  await press(page, 'カードを読み取る');
  await expect(page.getByRole('region', { name: '読み取り結果' })).toBeVisible();
  return desk;
}

async function answer(page: Page, label: RegExp): Promise<void> {
  const asked = (await heading(page).textContent()) ?? '';
  await page.getByRole('radio', { name: label }).check();
  await press(page, '次へ進む');
  await expect(heading(page)).not.toHaveText(asked);
}

test('a guide starts at the first question that the card has not answered; back leads out of it', async ({
  page,
}) => {
  await read(page, 'pin-locked');
  await page.goto('/guides/locked-pin/');
  await page.getByRole('link', { name: '質問を始める' }).click();
  await expect(heading(page)).toHaveText('だれのカードですか');
  await expect(answers(page)).toContainText('カードから');
  await answer(page, /自分のカード/);
  // The next question, too, was for the card.
  await expect(heading(page)).toHaveText('英数字6〜16文字の暗証番号は分かりますか');
  await expect(answers(page).getByText('カードから')).toHaveCount(2);
  expect(new URL(page.url()).search).toBe(
    '?problem=cannot-enter&whose-card=own&which-pin=four-digit',
  );
  await page.goBack();
  await expect(heading(page)).toHaveText('だれのカードですか');
  await page.goBack();
  await expect(page).toHaveURL('/guides/locked-pin/');
});

test('a card’s answer can be changed; the conflict is shown, and the person’s answer counts', async ({
  page,
}) => {
  await read(page, 'pin-locked');
  await page.goto(
    '/guides/locked-pin/know-signature/?problem=cannot-enter&whose-card=own&which-pin=four-digit',
  );
  await page.getByRole('link', { name: /どの暗証番号ですか.*変更/ }).click();
  await expect(page.getByText('カードから分かった答えを入れました')).toBeVisible();
  await expect(page.getByRole('radio', { name: /数字4桁（コンビニ/ })).toBeChecked();
  await page.getByRole('radio', { name: /^英数字6〜16文字/ }).check();
  await press(page, '次へ進む');
  await expect(heading(page)).toHaveText('数字4桁の暗証番号は分かりますか');
  await expect(answers(page)).toContainText(
    'カードの読み取りでは「数字4桁（コンビニ・ログイン・病院）」です',
  );
  // What the card knows of this question is put in, and the person confirms or changes it.
  await expect(page.getByRole('radio', { name: /いいえ、忘れた/ })).toBeChecked();
  await page.getByRole('radio', { name: /はい、分かる/ }).check();
  await press(page, '次へ進む');
  await expect(heading(page)).toHaveText(/カードを読み取れるスマホ/);
  await expect(answers(page).getByText('カードの読み取りでは')).toHaveCount(2);
});

test('wiping in a guide leaves the person’s own answers', async ({ page }) => {
  await read(page, 'renewal-open');
  await page.goto('/guides/expiry/status/');
  await expect(heading(page)).toHaveText('だれが手続に行きますか');
  await press(page, '結果を消す');
  await expect(heading(page)).toHaveText('いま、どれに近いですか');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(new URL(page.url()).search).toBe('');
});

test('a damaged report, or one of another day, is none: everything is asked', async ({ page }) => {
  for (const planted of ['{"day":"2026-01-01"}', 'x', '[]']) {
    await page.goto('/guides/locked-pin/');
    await page.evaluate((text) => sessionStorage.setItem('card-report', text), planted);
    await page.goto('/guides/locked-pin/problem/', { waitUntil: 'networkidle' });
    await expect(heading(page)).toHaveText('どんなことで困っていますか');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  }
});

test('nothing that identifies a person, a card or a reader is anywhere afterwards', async ({
  page,
  context,
}) => {
  // The sample certificate and the emulated reader carry these; so would a real one carry its own.
  const PLANTED = [
    'SAMPLE-MIHON-0000000000',
    'SAMPLE, MIHON',
    'NO-SERIAL',
    'Mihon-shi',
    '7f000001',
    '2130706433',
    'PLANTED-READER',
    '1ac100f596a3bc8c',
    'Mihon-ken',
  ].map((text) => text.toLowerCase());
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(String(error)));
  page.on('request', (request) => {
    told.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
  });
  const expectClean = async () => {
    const seen = await page.evaluate(() => [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      document.cookie,
    ]);
    const everything = [...seen, ...told].join('\n').toLowerCase();
    expect(PLANTED.filter((text) => everything.includes(text))).toEqual([]);
  };
  const desk = await read(page, 'past');
  await expectClean();
  // On paper too.
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main').innerText()).not.toMatch(/MIHON|PLANTED/i);
  await page.emulateMedia({ media: 'screen' });
  // A failure in the middle tells a code's words, nothing of what was read.
  const from = desk.device.transfers;
  desk.device.onTransfer = (transfer) => (transfer === from + 70 ? 'unplug' : undefined);
  await press(page, 'もう一度');
  await expect(page.getByRole('region', { name: 'リーダーが外れました' })).toBeVisible();
  await expectClean();
  await page.goto('/guides/expiry/status/');
  await expect(heading(page)).toHaveText('いま、いちばん困っているのはどれですか');
  await expectClean();
  await answer(page, /また使いたい/);
  await answer(page, /本人/);
  await expectClean();
  expect(await page.evaluate(() => [localStorage.length, Object.keys(sessionStorage)])).toEqual([
    0,
    ['card-report'],
  ]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});
