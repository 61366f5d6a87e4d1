// A person at the help screen: a touch panel of a known size, a site with an address of its own.
import type { Locator, Page } from '@playwright/test';
import { GUIDES } from '../../src/guidance/guides/catalogue.ts';
import { tableOf, type GuideTable } from '../../src/guidance/guides/table.ts';
import type { KioskSettings } from '../../src/kiosk/settings.ts';
import { scan } from '../scan.ts';

export const ADDRESS = 'https://denshi-shomei.city.example.lg.jp';

/** A panel as it stands at counters: its size in CSS pixels, and how many of them make a millimetre. */
export interface Panel {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMm: number;
}

/** Long side first; each is also turned. */
export const PANELS: readonly Panel[] = [
  { name: '10.1 inch', width: 1280, height: 800, pixelsPerMm: 5.9 },
  { name: '15.6 inch', width: 1920, height: 1080, pixelsPerMm: 5.6 },
  { name: '21.5 inch', width: 1920, height: 1080, pixelsPerMm: 4 },
  { name: '32 inch', width: 1920, height: 1080, pixelsPerMm: 2.7 },
];

export const turned = ({ name, width, height, pixelsPerMm }: Panel): Panel => ({
  name: `${name}, turned`,
  width: height,
  height: width,
  pixelsPerMm,
});

/** Sets the screen up as its operator does. Before `goto`. */
export async function setUp(page: Page, settings: Partial<KioskSettings>): Promise<void> {
  await page.addInitScript(
    (text) => {
      // A blank page has no storage.
      if (location.protocol !== 'about:') localStorage.setItem('kiosk.settings', text);
    },
    JSON.stringify({ pixelsPerMm: 96 / 25.4, ...settings }),
  );
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name });

/** From the attract screen to the first choice. */
export async function begin(page: Page): Promise<void> {
  await button(page, /画面にさわってください/).tap();
  await page.getByRole('heading', { level: 1, name: '何に困っていますか' }).waitFor();
}

const TABLES = GUIDES.map(tableOf);

/** How many questions are left from a state, by the shortest way. */
function distance({ transitions }: GuideTable, state: string): number {
  const next = Object.values(transitions[state] ?? {});
  return next.length === 0
    ? 0
    : 1 + Math.min(...next.map((target) => distance({ transitions } as GuideTable, target)));
}

/** The place of the answer that leads to an outcome soonest. */
function nearestAnswer(question: string): number {
  const table = TABLES.find(({ transitions }) => transitions[question]);
  const ways = Object.values(table?.transitions[question] ?? {}).map((target) =>
    table ? distance(table, target) : 0,
  );
  return ways.indexOf(Math.min(...ways));
}

/** Answers every question, the shortest way, until there is an outcome. */
export async function walkToOutcome(page: Page): Promise<void> {
  const outcome = page.locator('.k-outcome');
  for (;;) {
    await page.locator('.k-question, .k-outcome').waitFor();
    if ((await outcome.count()) > 0) return;
    const question = (await page.locator('[data-question]').getAttribute('data-question')) ?? '';
    await page.locator('.k-answer').nth(nearestAnswer(question)).tap();
    await page.locator(`[data-question="${question}"]`).waitFor({ state: 'detached' });
  }
}

/** Reads the code on the screen back from its drawing. */
export async function scanned(code: Locator): Promise<string> {
  const drawing = await code.evaluate((svg) => ({
    size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    path: svg.querySelector('.k-dark')?.getAttribute('d') ?? '',
  }));
  return scan(drawing);
}

/**
 * Gives the site an address of its own, as a deployment does in content/site.yaml: the build writes it
 * into the page's data (sheet.spec.ts builds with one). Before `goto`.
 */
export async function giveAddress(page: Page): Promise<void> {
  await page.route('**/kiosk/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace('"built":', `"siteUrl":"${ADDRESS}","built":`);
    if (body === html) throw new Error('the help screen has no data to write an address into');
    await route.fulfill({ response, body });
  });
}
