// A visitor with a card reader: from the button to what to do now, and on to the right outcome. The built
// page reads a sample card over an emulated cable, through every floor.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Personality } from '../../src/card/sample/personality-names.ts';
import { Desk, expect, readers, test } from './emulated-usb.ts';
import { isOwnScript } from './visitor.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const result = (page: Page) => page.getByRole('region', { name: '読み取り結果' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The words of one row of the result. */
const row = (page: Page, name: string) =>
  result(page)
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: name }) })
    .locator('dd');

async function visit(page: Page, reader: string, personality: Personality): Promise<Desk> {
  const desk = new Desk(reader, personality);
  await desk.attach(page);
  await page.goto('/card/');
  return desk;
}

/** A person with this card: what the panel says first, where that leads, what they answer, where it ends. */
interface Person {
  readonly advice: string;
  readonly asks: string;
  readonly answers: readonly RegExp[];
  readonly outcome: string;
}

const PEOPLE: Readonly<Partial<Record<Personality, Person>>> = {
  'in-date': {
    advice: '期限とロックには、困ったところは見つかりませんでした',
    asks: '画面や機械に、何と出ましたか',
    answers: [/失効しています/, /どれもない/, /まだ先の日/],
    outcome: '/guides/not-accepted/check-validity/',
  },
  'renewal-open': {
    advice: '電子証明書を更新します',
    asks: 'だれが手続に行きますか',
    answers: [/本人が行く/],
    outcome: '/guides/expiry/renew-certificate/',
  },
  past: {
    advice: '電子証明書の期限が過ぎています。新しくします',
    asks: 'いま、いちばん困っているのはどれですか',
    answers: [/また使いたい/, /本人/],
    outcome: '/guides/expiry/reissue-certificate/',
  },
  'pin-locked': {
    advice: '数字4桁の暗証番号を決め直します',
    asks: 'だれのカードですか',
    answers: [/自分のカード/, /いいえ、忘れた/],
    outcome: '/guides/locked-pin/counter/',
  },
  'both-locked': {
    advice: '2つの暗証番号を決め直します',
    asks: 'だれのカードですか',
    answers: [/自分のカード/, /両方/],
    outcome: '/guides/locked-pin/counter/',
  },
  'past-locked': {
    advice: '窓口で、電子証明書を新しくし、暗証番号も決め直します',
    asks: '「失効」と出た電子証明書の、暗証番号は分かりますか',
    answers: [/いいえ、忘れた/],
    outcome: '/guides/locked-pin/counter-new-certificate/',
  },
  'no-signature': {
    advice: '期限とロックには、困ったところは見つかりませんでした',
    asks: '画面や機械に、何と出ましたか',
    answers: [/ロックされています/],
    outcome: '/guides/not-accepted/go-to-locked-pin/',
  },
};

async function answer(page: Page, label: RegExp): Promise<void> {
  const asked = (await heading(page).textContent()) ?? '';
  await page.getByRole('radio', { name: label }).check();
  await press(page, '次へ進む');
  await expect(heading(page)).not.toHaveText(asked);
}

for (const reader of Object.keys(readers)) {
  test(`with an ${reader}, every card leads to the right advice and to the right outcome`, async ({
    page,
  }) => {
    test.slow();
    const desk = await visit(page, reader, 'in-date');
    for (const [name, person] of Object.entries(PEOPLE)) {
      desk.place(name as Personality);
      // After the first reading the panel is there at once: the tab remembers.
      await page.getByRole('button', { name: /^(?:カードを読み取る|もう一度)$/ }).click();
      await expect(result(page)).toBeVisible();
      await expect(result(page)).not.toContainText('見本');
      const advice = result(page).locator('.card-advice > li').first();
      await expect(advice.locator('b')).toHaveText(person.advice);
      await advice.getByRole('link').click();
      await expect(heading(page)).toHaveText(person.asks);
      for (const label of person.answers) await answer(page, label);
      await expect(page).toHaveURL(new RegExp(`${person.outcome}(?:\\?[a-z0-9=&-]*)?$`));
      await page.goto('/card/');
      await expect(result(page)).toBeVisible();
    }
    desk.expectHarmless();
    expect(desk.asked).toBe(Object.keys(PEOPLE).length);
  });
}

test('what is known, what is not, and why, in plain words', async ({ page }) => {
  const desk = await visit(page, 'RC-S380', 'pin-locked');
  await press(page, 'カードを読み取る');
  await expect(row(page, '利用者証明用電子証明書')).toHaveText(
    /^\d{4}年\d+月\d+日（令和\d+年）まで。あと1120日/,
  );
  await expect(row(page, '数字4桁の暗証番号')).toHaveText('ロックされています');
  await expect(row(page, '英数字6〜16文字の暗証番号')).toHaveText(/あと5回/);
  await expect(row(page, 'カードの種類')).toHaveText('マイナンバーカード');
  await expect(
    result(page).getByRole('listitem').filter({ hasText: '失効や一時停止' }),
  ).toContainText('読み取りでは分かりません');
  await expect(result(page)).toContainText('遅くとも');
  await expect(result(page).getByRole('img')).toHaveAccessibleName(
    /利用者証明用: 期限内.*数字4桁: ロック.*署名用: あり.*英数字: ロックなし/,
  );
  // A second reading asks for nothing: the reader is trusted, the parts are here.
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  desk.place('in-date');
  await press(page, 'もう一度');
  await expect(row(page, '数字4桁の暗証番号')).toHaveText(/あと3回/);
  expect(desk.asked).toBe(1);
  expect(requests).toEqual([]);
  desk.expectHarmless();
});

test('nothing is loaded before the press, and nothing but the panel’s parts after it', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => {
    expect([request.method(), request.postData()]).toEqual(['GET', null]);
    requests.push(new URL(request.url()).pathname);
  });
  const desk = await visit(page, 'RC-S300', 'in-date');
  await page.waitForLoadState('networkidle');
  const late = () => requests.filter((path) => path !== '/icon.png' && !isOwnScript(path));
  expect(late()).toEqual(['/card/']);
  desk.field.card = undefined;
  await press(page, 'カードを読み取る');
  await expect(page.getByRole('status').filter({ hasText: '平らに置いてください' })).toBeVisible();
  // The parser comes while the card is awaited.
  await expect.poll(() => requests.some((path) => path.includes('-parser.'))).toBe(true);
  const loaded = late().slice(1);
  expect(loaded.filter((path) => !/^\/(?:_astro|card-words)\//.test(path))).toEqual([]);
  const before = requests.length;
  desk.place('past');
  await expect(result(page)).toBeVisible();
  expect(requests.length).toBe(before);
});

test('by keyboard: the focus goes with the screens, and one line tells the steps', async ({
  page,
}) => {
  const desk = await visit(page, 'RC-S380', 'in-date');
  desk.field.card = undefined;
  await page.getByRole('button', { name: 'カードを読み取る' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '読み取り中' })).toBeFocused();
  const told = page.getByRole('status').filter({ hasText: /./ });
  await expect(told).toHaveCount(1);
  await expect(told).toHaveText(/カードを1枚/);
  await expect(page.getByRole('listitem').filter({ hasText: 'カードを置く' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'やめる' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'カードを読み取る' })).toBeFocused();
  await expect(told).toHaveText('やめました。');
  expect(desk.device.opened).toBe(false);
  expect(desk.field.isOn).toBe(false);
  desk.place('renewal-open');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '読み取り結果' })).toBeFocused();
  await expect(told).toHaveCount(0);
});

test('wiping forgets the card here and in the guides', async ({ page }) => {
  await visit(page, 'CCID', 'both-locked');
  await press(page, 'カードを読み取る');
  await expect(result(page)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['card-report']);
  await press(page, '結果を消す');
  await expect(page.getByRole('button', { name: 'カードを読み取る' })).toBeFocused();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.goto('/guides/locked-pin/problem/', { waitUntil: 'networkidle' });
  await expect(heading(page)).toHaveText('どんなことで困っていますか');
});

for (const { width, colorScheme } of [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const) {
  test(`axe finds nothing in any state at ${width} px, ${colorScheme}, and nothing moves sideways`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const desk = await visit(page, 'RC-S380', 'past-locked');
    const check = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    };
    await check();
    const { card } = desk.field;
    desk.field.card = undefined;
    await press(page, 'カードを読み取る');
    await expect(page.getByText('平らに置いてください')).toBeVisible();
    await check();
    desk.field.card = card;
    await expect(result(page)).toBeVisible();
    await check();
    desk.picks = false;
    await press(page, '別のリーダーを選ぶ');
    await expect(page.getByRole('region', { name: 'リーダーが選ばれませんでした' })).toBeVisible();
    await check();
    await page.goto('/guides/not-accepted/');
    await page.getByText('カードリーダーがある人は').click();
    await expect(result(page)).toBeVisible({ timeout: 15_000 });
    await page.goto('/guides/not-accepted/message/', { waitUntil: 'networkidle' });
    await expect(page.getByText('カードを読み取った結果を使っています')).toBeVisible();
    await check();
    await page.goto('/card/readers/');
    await check();
  });
}
