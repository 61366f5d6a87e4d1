import { AxeBuilder } from '@axe-core/playwright';
import { lockedPin } from '../../src/guidance/guides/locked-pin.ts';
import { allPaths } from '../../src/guidance/guides/paths.ts';
import { sheetOf } from '../../src/guidance/guides/replay.ts';
import { tableOf } from '../../src/guidance/guides/table.ts';
import { expect, test } from './visitor.ts';

const MAP = '/guides/locked-pin/map/';
const table = tableOf(lockedPin);
const longest = allPaths(table).toSorted((a, b) => b.steps.length - a.steps.length)[0]!;
const followed = `${MAP}?${new URLSearchParams(sheetOf(longest.steps)).toString()}`;

test('the guide’s own page leads to its map', async ({ page }) => {
  await page.goto('/guides/locked-pin/');
  await page.getByRole('link', { name: /この案内の地図/ }).click();
  await expect(page).toHaveURL(MAP);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});

test('the map shows every state and every answer, in the drawing and in words', async ({
  page,
}) => {
  await page.goto(MAP);
  const states = [...Object.keys(table.transitions), ...table.outcomes];
  const answers = Object.values(table.transitions).flatMap((on) => Object.keys(on));
  await expect(page.locator('svg .state')).toHaveCount(states.length);
  await expect(page.locator('svg .label')).toHaveCount(answers.length);
  await expect(page.locator('svg .question')).toHaveCount(Object.keys(table.transitions).length);
  await expect(page.locator('.outline li[data-state]')).toHaveCount(states.length);
  await expect(page.locator('.outline li[data-on]')).toHaveCount(answers.length);
  await expect(page.getByRole('img', { name: /質問と結果のつながり/ })).toBeVisible();
  await expect(page.locator('.mine')).toHaveCount(0);
});

test('the words of the drawing stay inside their boxes', async ({ page }) => {
  await page.goto(MAP);
  const outside = await page.locator('svg .state, svg .label').evaluateAll((groups) =>
    groups.flatMap((group) => {
      const box = group.querySelector('rect')?.getBoundingClientRect();
      const text = group.querySelector('text')?.getBoundingClientRect();
      if (!box || !text) return ['empty'];
      const fits =
        text.left >= box.left && text.right <= box.right + 1 && text.bottom <= box.bottom + 1;
      return fits ? [] : [group.textContent];
    }),
  );
  expect(outside).toEqual([]);
});

test('the answers in the address are followed on the map', async ({ page }) => {
  await page.goto(followed);
  const rows = page.locator('.outline li[data-on].mine');
  await expect(rows).toHaveCount(longest.steps.length);
  for (const row of await rows.all()) {
    await expect(row.locator('.yours')).toHaveText('あなたの答え');
  }
  await expect(page.locator(`.outline [data-state="${longest.end}"] .yours`)).not.toBeEmpty();
  await expect(page.locator('svg .state.mine')).toHaveCount(longest.steps.length + 1);
  await expect(page.locator('svg .label.mine')).toHaveCount(longest.steps.length);
});

test('an answer that is none marks nothing', async ({ page }) => {
  await page.goto(`${MAP}?problem=%22%5D&x=y`);
  await expect(page.locator('.mine')).toHaveCount(0);
});

test('the drawing can be moved by keyboard; the page itself never moves sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(MAP);
  const region = page.getByRole('region', { name: /案内の図/ });
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [1280, 'dark'],
] as const) {
  test(`axe finds nothing on the map at ${width} px, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(followed);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the map is complete; its outline leads to the questions', async ({ page }) => {
    await page.goto(MAP);
    await page.locator('.outline li[data-state] > a').first().click();
    await expect(page).toHaveURL(`/guides/locked-pin/${table.initial}/`);
  });
});
