// Time at the help screen, on a clock that the test moves; and what is left of a person afterwards.
import type { Page } from '@playwright/test';
import { Desk } from './emulated-usb.ts';
import { begin, button, giveAddress, setUp, walkToOutcome } from './kiosk.ts';
import { expect, test } from './visitor.ts';

test.use({
  hasTouch: true,
  trace: 'off',
  serviceWorkers: 'block',
  viewport: { width: 1280, height: 800 },
});

const question = (page: Page) => page.getByRole('dialog', { name: 'まだお使いですか' });
const attract = (page: Page) => button(page, /画面にさわってください/);

/** On a virtual clock, at the attract screen. */
async function sitDown(page: Page, settings = {}): Promise<void> {
  await page.clock.install();
  await setUp(page, settings);
  await page.goto('/kiosk/');
}

test('nobody there: the question, the count in its second half, a fresh document', async ({
  page,
}) => {
  await sitDown(page);
  await begin(page);
  await page.evaluate(() => Object.assign(window, { ofThePerson: true }));
  await page.clock.runFor(88_000);
  await expect(question(page)).toBeHidden();
  await page.clock.runFor(2_000);
  await expect(button(page, 'はい、使っています')).toBeFocused();
  await expect(page.getByRole('timer')).toHaveText('');
  await page.clock.runFor(23_000);
  await expect(page.getByRole('timer')).toHaveText(/あと\d+秒/);
  await page.clock.runFor(23_000);
  await expect(attract(page)).toBeVisible();
  expect(await page.evaluate(() => 'ofThePerson' in window)).toBe(false);
});

test('the answer brings back exactly what was there, as often as one likes', async ({ page }) => {
  await sitDown(page);
  await begin(page);
  await button(page, /暗証番号を忘れた/).tap();
  await button(page, '質問を始める').tap();
  await page.locator('.k-question').waitFor();
  await page.locator('summary').tap();
  await page.locator('main').evaluate((main) => {
    main.scrollTop = 100;
  });
  const look = () =>
    page.evaluate(() => ({
      html: document.querySelector('main')?.innerHTML,
      top: document.querySelector('main')?.scrollTop,
      open: document.querySelector('details')?.open,
      focus: document.activeElement?.tagName,
      title: document.title,
    }));
  const before = await look();
  expect(before.open).toBe(true);
  for (let time = 0; time < 10; time += 1) {
    await page.clock.runFor(100_000);
    await expect(button(page, 'はい、使っています')).toBeFocused();
    await (time % 2 === 0
      ? button(page, 'はい、使っています').tap()
      : page.keyboard.press('Enter'));
    await expect(question(page)).toBeHidden();
    expect(await look()).toEqual(before);
  }
});

test('touching, scrolling and keys count as use; three times the time for those who ask', async ({
  page,
}) => {
  await sitDown(page);
  await begin(page);
  const main = page.locator('main');
  const uses = [
    () => main.tap({ position: { x: 3, y: 3 } }),
    // The event comes a frame after the movement: the clock must not run on before it.
    () =>
      main.evaluate(
        (element) =>
          new Promise<void>((resolve) => {
            element.addEventListener('scroll', () => resolve(), { once: true });
            element.scrollBy(0, element.scrollTop > 0 ? -20 : 20);
          }),
      ),
    () => page.keyboard.press('Tab'),
  ];
  for (const use of [...uses, ...uses]) {
    await page.clock.runFor(80_000);
    await use();
    await expect(question(page)).toBeHidden();
  }
  await button(page, '文字・色・時間').tap();
  await button(page, '3倍ゆっくり').tap();
  await page.clock.runFor(260_000);
  await expect(question(page)).toBeHidden();
  await page.clock.runFor(11_000);
  await expect(question(page)).toBeVisible();
  await page.clock.runFor(130_000);
  await expect(question(page)).toBeVisible();
});

test('a code to scan waits longer', async ({ page }) => {
  await giveAddress(page);
  await sitDown(page);
  await begin(page);
  await button(page, /いつまで使えるか確かめたい/).tap();
  await page.locator('.k-sheet').waitFor();
  await page.getByRole('button', { name: 'スマホで見る', exact: true }).tap();
  await page.clock.runFor(170_000);
  await expect(question(page)).toBeHidden();
  await page.clock.runFor(11_000);
  await expect(question(page)).toBeVisible();
});

/** Everything of a page and its origin in which something of a person could stay. */
const remains = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
    state: history.state as unknown,
    entries: history.length,
    address: location.href,
    marks: getSelection()?.toString(),
    fields: document.querySelectorAll('input, textarea, select').length,
    globals: Object.keys(window).length,
    root: document.documentElement.outerHTML.split('<head>')[0],
    body: document.body.outerHTML,
    opened: (await navigator.usb.getDevices()).map(({ opened }) => opened),
  }));

test('after the wipe nothing differs from a fresh start, twenty times Back included', async ({
  page,
  browser,
  baseURL,
}) => {
  const desk = new Desk('RC-S380', 'pin-locked');
  await desk.attach(page, { permitted: true });
  await giveAddress(page);
  await setUp(page, {});
  await page.goto('/kiosk/');
  await attract(page).waitFor();
  const fresh = await remains(page);

  await begin(page);
  await button(page, /カードを置いて調べる/).tap();
  await page.getByRole('region', { name: '読み取り結果' }).waitFor();
  await page.locator('.card-advice a').first().tap();
  await walkToOutcome(page);
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.locator('input[type=checkbox]').first().check({ force: true });
  await button(page, '文字・色・時間').tap();
  await button(page, 'とても大きい').tap();
  await button(page, '黒地に黄').tap();
  await page.evaluate(async (name) => {
    localStorage.setItem('person', name);
    sessionStorage.setItem('person', name);
    document.cookie = 'person=here; path=/';
    history.replaceState({ name }, '', '?person');
    await (await caches.open('person')).put('/person', new Response(name));
    await new Promise((resolve) => {
      indexedDB.open('person').addEventListener('success', ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        resolve(undefined);
      });
    });
    getSelection()?.selectAllChildren(document.body);
    Object.assign(window, { person: name });
  }, title);

  const asNew = async () => {
    await attract(page).waitFor();
    const { local, ...left } = await remains(page);
    const { local: freshLocal, ...wanted } = fresh;
    expect(left).toEqual(wanted);
    const mine = local.filter(([key]) => key !== 'kiosk.counts');
    expect(mine).toEqual(freshLocal);
    // What the operator counts: a day and the outcome, nothing else.
    const [, counts = ''] = local.find(([key]) => key === 'kiosk.counts') ?? [];
    expect(counts).toMatch(/^\{"\d{4}-\d\d-\d\d":\{"locked-pin\/[a-z-]+":1\}\}$/);
  };
  await button(page, '終わる').tap();
  await asNew();
  expect(desk.device.opened).toBe(false);
  expect(await page.screenshot()).toEqual(await freshPicture());

  for (let step = 0; step < 20; step += 1) await page.goBack();
  // The blank page of the new window stands before the help screen.
  if (page.url() === 'about:blank') await page.goForward();
  await asNew();

  async function freshPicture() {
    const other = await browser.newPage({ viewport: { width: 1280, height: 800 }, hasTouch: true });
    await setUp(other, {});
    await other.goto(`${baseURL}/kiosk/`);
    await attract(other).waitFor();
    const picture = await other.screenshot();
    await other.close();
    return picture;
  }
});

test('whoever leaves at any moment of a reading leaves a closed reader and nothing else', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const desk = new Desk('RC-S380', 'in-date');
  await desk.attach(page, { permitted: true });
  await setUp(page, {});
  await page.goto('/kiosk/');
  await attract(page).waitFor();
  const fresh = await remains(page);
  for (const moment of [0, 4, 30, 70]) {
    const first = desk.device.transfers;
    const reached = new Promise<void>((resolve) => {
      desk.device.onTransfer = (transfer) => {
        if (transfer - first < moment) return undefined;
        resolve();
        return 'lost';
      };
    });
    await begin(page);
    await button(page, /カードを置いて調べる/).tap();
    await reached;
    await button(page, '終わる').tap();
    await attract(page).waitFor();
    desk.device.onTransfer = undefined;
    expect([moment, desk.device.opened]).toEqual([moment, false]);
    expect(await remains(page)).toEqual(fresh);
  }
});

test('the question also comes while a card is awaited; laying one down answers it', async ({
  page,
}) => {
  const desk = new Desk('RC-S380', 'in-date');
  const { card } = desk.field;
  desk.field.card = undefined;
  await desk.attach(page, { permitted: true });
  await sitDown(page);
  await begin(page);
  await button(page, /カードを置いて調べる/).tap();
  await page.getByText('カードを1枚、リーダーに平らに置いてください').waitFor();
  await page.clock.fastForward(90_000);
  await expect(question(page)).toBeVisible();
  desk.field.card = card;
  await expect(question(page)).toBeHidden({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: '読み取り結果' })).toBeVisible({
    timeout: 20_000,
  });
  expect(desk.device.opened).toBe(false);
});
