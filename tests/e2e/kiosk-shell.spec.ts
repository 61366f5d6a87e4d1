// The help screen's shell: by keyboard alone, with no way out, with what its operator has set.
import type { Page } from '@playwright/test';
import { begin, button, giveAddress, setUp, walkToOutcome } from './kiosk.ts';
import { measure } from './kiosk-measure.ts';
import { expect, test } from './visitor.ts';

test.use({ hasTouch: true, trace: 'off', serviceWorkers: 'block' });

const sheet = (page: Page) => page.locator('.k-sheet').waitFor();

test('the whole way by keyboard alone, the heading of each screen in focus', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await giveAddress(page);
  await setUp(page, {});
  await page.goto('/kiosk/');
  await expect(button(page, /画面にさわってください/)).toBeFocused();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  const press = async (name: string | RegExp) => {
    const wanted = button(page, name).first();
    await wanted.waitFor();
    for (let step = 0; step < 60; step += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(wanted).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await expect(heading).toBeFocused();
  await press(/カードをなくした/);
  await expect(heading).toHaveText(/なくした/);
  await expect(heading).toBeFocused();
  await press('質問を始める');
  const outcome = page.locator('.k-outcome');
  while ((await outcome.count()) === 0) {
    await page.locator('.k-question, .k-outcome').waitFor();
    if ((await outcome.count()) > 0) break;
    const asked = (await heading.textContent()) ?? '';
    await expect(heading).toBeFocused();
    await page.locator('.k-answer').first().waitFor();
    const answer = (await page.locator('.k-answer b').first().textContent()) ?? '';
    await press(answer);
    await heading.filter({ hasNotText: asked }).waitFor();
  }
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(
    new RegExp(await heading.innerText().then((text) => text.replaceAll(/\s/g, ''))),
  );
  await press('もどる');
  await page.locator('.k-question').waitFor();
  await expect(page.getByText('前に選んだ答え')).toBeVisible();
  await press('終わる');
  await expect(button(page, /画面にさわってください/)).toBeFocused();
});

test('no way out: menus, dragging, zoom, shortcuts, new windows, printing', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
  });
  await setUp(page, {});
  await page.goto('/kiosk/');
  await begin(page);
  const left = await page.evaluate(() => {
    const names = ['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick', 'selectstart'];
    const target = document.querySelector('h1');
    const passes = (event: Event) => target?.dispatchEvent(event) === true;
    const events = [
      ...[...names, 'copy', 'cut', 'paste'].map(
        (name) => new Event(name, { bubbles: true, cancelable: true }),
      ),
      new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true }),
      ...['p', 's', 'o', 'n', 't', 'f', 'u', '+', '-'].map(
        (key) =>
          new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
      ),
      ...['F1', 'F3', 'F5', 'F12', 'Backspace', 'BrowserBack', 'ContextMenu'].map(
        (key) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
      new KeyboardEvent('keydown', {
        key: 'ArrowLeft',
        altKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ];
    return events.filter(passes).map((event) => event.type);
  });
  expect(left).toEqual([]);
  await page.keyboard.press('Control+p');
  const tile = page.locator('.k-tile').first();
  await tile.click({ button: 'middle' });
  await tile.click({ modifiers: ['Control'] });
  await sheet(page);
  expect(context.pages()).toHaveLength(1);
  expect(new URL(page.url()).pathname).toBe('/kiosk/');
  expect(await page.evaluate(() => [Reflect.get(window, 'printed'), history.length])).toEqual([
    0,
    await page.evaluate(() => history.length),
  ]);
  const style = await page.evaluate(() => {
    const { touchAction, overscrollBehaviorY, userSelect } = getComputedStyle(
      document.documentElement,
    );
    return { touchAction, overscrollBehaviorY, userSelect };
  });
  expect(style).toEqual({
    touchAction: 'pan-y',
    overscrollBehaviorY: 'none',
    userSelect: 'none',
  });
});

test('no page of the site leads out of the help screen', async ({ page, request }) => {
  test.setTimeout(60_000);
  await setUp(page, {});
  await page.goto('/kiosk/');
  const text = /id="kiosk-data">(.*?)<\/script>/s.exec(await (await request.get('/kiosk/')).text());
  const { languages } = JSON.parse(text?.[1] ?? '') as {
    languages: { topics: { title: string }[]; entries: { kind: string; title: string }[] }[];
  };
  const questions = languages[0]?.entries.filter(({ kind }) => kind === 'faq') ?? [];
  expect(questions.length).toBeGreaterThan(20);
  await begin(page);
  let visited = 0;
  for (const { title } of languages[0]?.topics ?? []) {
    await button(page, new RegExp(`^${title} `)).tap();
    const entries = page.locator('.k-entries button');
    await entries.first().waitFor();
    const count = await entries.count();
    for (let index = 0; index < count; index += 1) {
      await entries.nth(index).tap();
      await sheet(page);
      const { waysOut, near, targets } = await measure(page, 96 / 25.4);
      const name = await page.title();
      expect.soft(waysOut, name).toEqual([]);
      expect.soft(near, name).toEqual([]);
      expect
        .soft(
          targets.filter(({ height, width }) => height < 16 || width < 16),
          name,
        )
        .toEqual([]);
      visited += 1;
      await button(page, 'もどる').tap();
    }
    await button(page, '最初から').tap();
  }
  expect(visited).toBe(questions.length);
});

test('a page that does not come is said so, and comes on the next try', async ({
  page,
  expectFailures,
}) => {
  expectFailures.allowed.push(/Failed to load resource/);
  await setUp(page, {});
  await page.goto('/kiosk/');
  await begin(page);
  await page.route('**/guides/expiry/', (route) => route.abort());
  await button(page, /期限が近い/).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ページを開けませんでした');
  await page.unroute('**/guides/expiry/');
  await button(page, 'もう一度開く').tap();
  await expect(button(page, '質問を始める')).toBeVisible();
});

test('only the guides that the operator offers; the word キオスク nowhere', async ({ page }) => {
  await setUp(page, { guides: ['expiry'] });
  await page.goto('/kiosk/');
  await begin(page);
  await expect(button(page, /期限が近い/)).toBeVisible();
  await expect(button(page, /暗証番号を忘れた/)).toHaveCount(0);
  expect(await page.locator('#kiosk').innerText()).not.toMatch(/キオスク|kiosk/i);
  expect(await page.title()).not.toMatch(/キオスク|kiosk/i);
});

test('every language of the content is offered at the beginning, in its own words', async ({
  page,
}) => {
  await page.route('**/kiosk/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const data = /(?<=id="kiosk-data">).*?(?=<\/script>)/s.exec(html)?.[0] ?? '';
    const parsed = JSON.parse(data) as { languages: { code: string; words: object }[] };
    const [first] = parsed.languages;
    const words = { ...first?.words, 'language.name': 'English', 'attract.touch': 'Touch here' };
    const other = { ...first, code: 'en', words: { ...words, 'tiles.title': 'What is wrong?' } };
    const languages = JSON.stringify({ ...parsed, languages: [first, other] });
    await route.fulfill({
      response,
      body: html.replace(data, () => languages.replaceAll('<', '\\u003c')),
    });
  });
  await setUp(page, {});
  await page.goto('/kiosk/');
  await button(page, 'Touch here English').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is wrong?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await button(page, '終わる').tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});

test('staff hold the corner: everything is wiped on the way to their page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.clock.install();
  await setUp(page, {});
  await page.goto('/kiosk/');
  await begin(page);
  await page.mouse.move(1270, 10);
  await page.mouse.down();
  await page.clock.runFor(2_900);
  expect(new URL(page.url()).pathname).toBe('/kiosk/');
  await page.clock.runFor(200);
  await page.waitForURL('**/kiosk/staff/');
  await page.mouse.up();
});

test('the counter’s name, place and hours stand where people look, in Japan’s time', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00+09:00') });
  await setUp(page, { office: 'mihon' });
  await page.goto('/kiosk/');
  const open = '見本市役所 架空の見本です いま開いています（17:15まで）';
  await expect(page.getByText(open)).toBeVisible();
  await begin(page);
  await expect(page.getByRole('banner')).toContainText(open);
  await button(page, '職員を呼ぶ').tap();
  await expect(page.getByRole('main')).toContainText('マイナンバーカードの窓口（本庁舎1階 5番）');
});

test('paper: one sheet with the answers, the code and the day, without anything to press', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await giveAddress(page);
  await page.addInitScript(() => {
    Object.assign(window, { print: () => Object.assign(window, { printed: true }) });
  });
  await setUp(page, { print: true, office: 'mihon' });
  await page.goto('/kiosk/');
  await begin(page);
  await button(page, /カードをなくした/).tap();
  await button(page, '質問を始める').tap();
  await walkToOutcome(page);
  await button(page, '印刷する').tap();
  await expect(page.getByText('忘れずにお取りください')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('button:visible')).toHaveCount(0);
  await expect(page.locator('.k-code svg')).toBeVisible();
  await expect(page.getByText('内容の日付')).toBeVisible();
  await expect(page.getByText('見本のカードで試した結果')).toHaveCount(0);
  await expect(page.getByText('マイナンバーカードの窓口（本庁舎1階 5番）').first()).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBe(1);
});
