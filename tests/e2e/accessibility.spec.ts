import { AxeBuilder } from '@axe-core/playwright';
import { GUIDES } from '../../src/guidance/guides/catalogue.ts';
import { tableOf } from '../../src/guidance/guides/table.ts';
import { expect, test } from './visitor.ts';

const PAGES = {
  home: '/',
  questions: '/faq/',
  answer: '/faq/forgot-password/',
  'open explanation': '/faq/wrong-tries-lock/#word-lock',
  guides: '/guides/',
  guide: '/guides/locked-pin/',
  question:
    '/guides/locked-pin/know-four-digit/?problem=cannot-enter&whose-card=own&which-pin=signature&phone-four-digit=yes',
  outcome: '/guides/locked-pin/store-signature/',
  search: '/search/?q=暗証番号',
  'empty search': '/search/?q=パスポート',
  contact: '/contact/',
  about: '/about/',
  glossary: '/glossary/',
  'not found': '/404.html',
};

const VIEWS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

for (const [name, path] of Object.entries(PAGES)) {
  for (const { width, colorScheme } of VIEWS) {
    test(`${name}: axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found).toEqual([]);
    });
  }

  test(`${name}: nothing needs sideways scrolling at 320 px, with wide letter spacing too`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path, { waitUntil: 'networkidle' });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    // WCAG 1.4.12 text spacing, set through the CSSOM (the policy forbids injected style elements).
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        element.style.lineHeight = '1.5';
        element.style.letterSpacing = '0.12em';
        element.style.wordSpacing = '0.16em';
      }
    });
    expect(await overflow()).toBe(0);
  });
}

test('the first Tab offers to skip to the text', async ({ page }) => {
  await page.goto('/faq/forgot-password/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '本文へ進む' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
});

test('main choices are at least 44 px high, every target at least 24 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [PAGES.home, PAGES.question, PAGES.outcome]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const heights = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) =>
          all
            .map((element) => element.getBoundingClientRect().height)
            .filter((height) => height > 0),
        );
    for (const height of await heights('.tile-link, .answer, .button, .check, .site-nav a')) {
      expect(height).toBeGreaterThanOrEqual(44);
    }
  }
});

for (const { id, outcomes } of GUIDES.map(tableOf)) {
  test(`every outcome of ${id} prints on one sheet of A4`, async ({ page }) => {
    // A guide has up to twenty sheets, and a slow machine takes a second or two for each.
    test.setTimeout(120_000);
    const tooLong: string[] = [];
    for (const outcome of outcomes) {
      await page.goto(`/guides/${id}/${outcome}/`);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
      if (sheets !== 1) tooLong.push(outcome);
    }
    expect(tooLong).toEqual([]);
  });
}
