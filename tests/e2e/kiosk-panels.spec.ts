// The help screen as a thing for standing people: every screen measured in millimetres on panels of
// several sizes, and in every contrast.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Desk } from './emulated-usb.ts';
import { begin, button, giveAddress, PANELS, setUp, turned, walkToOutcome } from './kiosk.ts';
import { measure } from './kiosk-measure.ts';
import { expect, test } from './visitor.ts';

test.use({ hasTouch: true, trace: 'off', serviceWorkers: 'block' });

/** axe also takes options of single checks, which its types leave out. */
type RunOptions = Parameters<AxeBuilder['options']>[0] & { readonly checks: object };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const sheet = (page: Page) => page.locator('.k-sheet').waitFor();

/** Walks past one screen of every kind, and looks at each. */
async function everyScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await button(page, /画面にさわってください/).waitFor();
  await look('attract');
  await begin(page);
  await look('tiles');
  await button(page, /^暗証番号 忘れた/).tap();
  await look('topic');
  await button(page, /質問と答え.*暗証番号を忘れました/).tap();
  await sheet(page);
  for (const summary of await page.locator('summary').all()) {
    if (await summary.isVisible()) await summary.tap();
  }
  await look('answer');
  await button(page, /をスマホで見る|^(?!スマホ).*案内/)
    .and(page.locator('.k-outside'))
    .first()
    .tap();
  await look('code of a page elsewhere');
  await button(page, '最初から').tap();
  await button(page, /50音/).tap();
  await look('50音');
  await button(page, /^か行/).tap();
  await look('50音 row');
  await button(page, '最初から').tap();
  await button(page, /カードをなくした/).tap();
  await sheet(page);
  await look('guide');
  await button(page, '質問を始める').tap();
  await page.locator('.k-question').waitFor();
  await look('question');
  await walkToOutcome(page);
  await look('outcome');
  await button(page, '職員を呼ぶ').tap();
  await look('staff');
  await button(page, '文字・色・時間').tap();
  await look('display');
  await button(page, '最初から').tap();
  await button(page, /カードを置いて調べる/).tap();
  await page.getByRole('region', { name: '読み取り結果' }).waitFor();
  await look('card');
  await page.clock.fastForward(100_000);
  await page.getByRole('dialog').waitFor();
  await look('asking');
}

/** A reader with a card, an address to take home, a printer. */
async function arrive(page: Page, pixelsPerMm: number): Promise<void> {
  await new Desk('RC-S380', 'pin-locked').attach(page, { permitted: true });
  await giveAddress(page);
  await setUp(page, { pixelsPerMm, print: true, office: 'mihon' });
  await page.clock.install();
  await page.goto('/kiosk/');
}

const [small, , , large] = PANELS;
if (!small || !large) throw new Error('no panels');

for (const [panel, size] of [
  [small, 'ふつう'],
  [turned(small), 'とても大きい'],
  [turned(large), '大きい'],
  [large, 'ふつう'],
] as const) {
  test(`everything to touch is large enough and far enough apart: ${panel.name}, text ${size}`, async ({
    page,
  }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: panel.width, height: panel.height });
    await arrive(page, panel.pixelsPerMm);
    if (size !== 'ふつう') {
      await begin(page);
      await button(page, '文字・色・時間').tap();
      await button(page, size).first().tap();
      // The size stays; the attract screen of a person who comes later is measured above.
      await button(page, '最初から').tap();
    }
    const look = async (name: string) => {
      const { targets, near, text, waysOut } = await measure(page, panel.pixelsPerMm);
      expect.soft(targets.length, name).toBeGreaterThan(0);
      const tooSmall = targets.filter(({ width, height, isMain }) => {
        const least = isMain ? 20 : 16;
        return width < least || height < least;
      });
      expect.soft(tooSmall, name).toEqual([]);
      expect.soft(near, name).toEqual([]);
      expect.soft(text, name).toBeGreaterThanOrEqual(5);
      expect.soft(waysOut, name).toEqual([]);
      const overflow = await page.evaluate(() => {
        const main = document.querySelector('main');
        return (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0);
      });
      expect.soft(overflow, name).toBeLessThanOrEqual(0);
    };
    if (size === 'ふつう') await everyScreen(page, look);
    else await restOfScreens(page, look);
  });
}

/** Without the attract screen, which always has the normal size. */
async function restOfScreens(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await look('tiles');
  await button(page, /暗証番号を忘れた/).tap();
  await button(page, '質問を始める').tap();
  await page.locator('.k-question').waitFor();
  await look('question');
  await walkToOutcome(page);
  await look('outcome');
  await button(page, '文字・色・時間').tap();
  await look('display');
  await page.clock.fastForward(100_000);
  await page.getByRole('dialog').waitFor();
  await look('asking');
}

for (const contrast of ['ふつう', '白地に黒', '黒地に黄']) {
  test(`axe finds nothing, and no contrast below 7:1, in the colours ${contrast}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 1280, height: 800 });
    await arrive(page, 5.9);
    const look = async (name: string) => {
      // Large text too: axe would let it pass at 4.5.
      const ratio = { normal: { expected: 7 }, large: { expected: 7 } };
      const options: RunOptions = {
        // The other colours change nothing but colours.
        runOnly:
          contrast === 'ふつう'
            ? [...TAGS, 'wcag2aaa']
            : { type: 'rule', values: ['color-contrast-enhanced'] },
        rules: { 'color-contrast-enhanced': { enabled: true } },
        checks: { 'color-contrast-enhanced': { options: { contrastRatio: ratio } } },
      };
      const { violations } = await new AxeBuilder({ page }).options(options).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 90)} ${failureSummary}`),
      );
      expect.soft(found, name).toEqual([]);
    };
    if (contrast === 'ふつう') {
      await everyScreen(page, look);
    } else {
      await begin(page);
      await button(page, '文字・色・時間').tap();
      await page.getByRole('group', { name: '色' }).getByRole('button', { name: contrast }).tap();
      await look('display');
      await button(page, '最初から').tap();
      await restOfScreens(page, look);
    }
  });
}
