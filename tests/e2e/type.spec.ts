// Type on a phone: one size of text, bold or not, and one of titles (docs/decisions/0005). Each further
// pair of size and weight delays the first paint, and small print is hard to read for many here.
import { expect, test } from './visitor.ts';

const PAGES = [
  '/',
  '/about/',
  '/contact/',
  '/faq/',
  '/faq/forgot-password/',
  '/glossary/',
  '/guides/',
  '/guides/locked-pin/',
  '/guides/locked-pin/which-pin/',
  '/guides/locked-pin/store-signature/',
  '/search/',
];

/** Runs in the page: each size and weight in which text shows, with a few words in it. */
function inkOf() {
  const pairs: Record<string, string> = {};
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    const words = textContent?.trim() ?? '';
    if (words === '' || !parentElement?.checkVisibility()) continue;
    const { fontSize, fontWeight } = getComputedStyle(parentElement);
    pairs[`${fontSize} ${fontWeight}`] ??= words.slice(0, 20);
  }
  return pairs;
}

for (const width of [320, 390]) {
  test(`at ${width} px text has one size, and titles one more`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of PAGES) {
      await page.goto(path);
      const pairs = await page.evaluate(inkOf);
      expect(Object.keys(pairs).toSorted(), `${path} ${JSON.stringify(pairs)}`).toEqual([
        '17px 400',
        '17px 700',
        '26.35px 700',
      ]);
    }
  });
}

test('the menu is one line on a common phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto('/');
  const tops = await page
    .getByRole('navigation', { name: 'メインメニュー' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(1);
});
