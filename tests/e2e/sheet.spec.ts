// The sheet a person takes to the counter, as it prints once the site has an address of its own:
// the real build with `url` and `office` set, every outcome of every guide.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { siteServer } from '../../src/build/server.ts';
import { GUIDES } from '../../src/guidance/guides/catalogue.ts';
import { tableOf } from '../../src/guidance/guides/table.ts';
import { scan } from '../scan.ts';

const ADDRESS = 'https://denshi-shomei.city.example.lg.jp';
const MM = 96 / 25.4;

let root: string;
let server: Server;
let base: string;

test.describe.configure({ mode: 'default', timeout: 180_000 });
test.use({ trace: 'off' });

test.beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'sheet-'));
  const content = path.join(root, 'content');
  cpSync('content', content, { recursive: true });
  writeFileSync(path.join(content, 'site.yaml'), `url: ${ADDRESS}\noffice: mihon\n`);
  const dist = path.join(root, 'dist');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--force', '--outDir', dist],
    {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: content, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  expect(status, stderr).toBe(0);
  server = siteServer(dist);
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(root, { recursive: true });
});

const isPaused = (guide: string): boolean =>
  /^status: paused$/m.test(readFileSync(`content/guides/ja/${guide}/index.md`, 'utf8'));

for (const { id, outcomes } of GUIDES.map(tableOf).filter((table) => !isPaused(table.id))) {
  test(`every outcome of ${id} prints on one sheet with its address to scan and to read`, async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print' });
    for (const outcome of outcomes) {
      const address = `/guides/${id}/${outcome}/`;
      await page.goto(base + address, { waitUntil: 'domcontentloaded' });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
      expect.soft(sheets, outcome).toBe(1);
      await expect.soft(page.locator('.qr-address')).toHaveText(ADDRESS + address);
      expect.soft(await scanned(page.locator('.qr svg')), outcome).toBe(ADDRESS + address);
    }
  });
}

/** Reads the code back from the drawing itself. */
async function scanned(code: import('@playwright/test').Locator): Promise<string> {
  const drawing = await code.evaluate((svg) => ({
    size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    path: svg.querySelector('.qr-dark')?.getAttribute('d') ?? '',
  }));
  return scan(drawing);
}

test('on paper the code is at least 40 mm wide, black on white, the text at least 10 pt', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', forcedColors: 'active' });
  await page.goto(`${base}/guides/locked-pin/counter/`);
  const code = await page.locator('.qr-dark').boundingBox();
  expect(code?.width).toBeGreaterThanOrEqual(40 * MM);
  await expect(page.locator('.qr')).toHaveCSS('forced-color-adjust', 'none');
  await expect(page.locator('.qr-dark')).toHaveCSS('fill', 'rgb(0, 0, 0)');
  await expect(page.locator('.qr-light')).toHaveCSS('fill', 'rgb(255, 255, 255)');
  const sizes = await page
    .locator('.outcome :is(h1, h2, .part p, li, .short-answer p)')
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13.33);
});

test('on wide screens the code takes the page to a phone; on a phone it is not there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${base}/guides/locked-pin/counter/`);
  const code = page.getByRole('img', { name: /QRコード/ });
  await expect(code).toBeVisible();
  await expect(page.getByText('スマホで続きを見る')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(code).toBeHidden();
});

test('the help screen knows the address, for its codes to take home', async ({ request }) => {
  const html = await (await request.get(`${base}/kiosk/`)).text();
  expect(html).toContain(`"siteUrl":"${ADDRESS}"`);
});
