// The help screen without a network: whole after the first load, through a restart, and a new version
// only when the screen says that nobody is using it.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { kioskManifest, writeKioskWorker } from '../../src/build/kiosk-worker.ts';
import { headersFor, parseHeaders } from '../../src/build/headers.ts';
import { findChromium } from './chromium.ts';
import { begin, button, walkToOutcome } from './kiosk.ts';

test.describe.configure({ timeout: 60_000 });
test.use({ trace: 'off' });

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

let root: string;
let dist: string;
let server: Server | undefined;
let port = 0;

test.beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'offline-'));
  dist = path.join(root, 'dist');
  cpSync('dist', dist, { recursive: true });
  port = 0;
  await serve();
});

test.afterEach(() => {
  cutNetwork();
  rmSync(root, { recursive: true });
});

/** Serves the site, again on the same port: the same origin for the browser. */
async function serve(): Promise<void> {
  const rules = parseHeaders(readFileSync(path.join(dist, '_headers'), 'utf8'));
  // Reads each file anew, so that a new version is simply there.
  const started = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(dist, pathname.replace(/\/$/, '/index.html'));
    const isThere = existsSync(file);
    response.writeHead(isThere ? 200 : 404, {
      'Cache-Control': 'no-cache',
      ...headersFor(rules, pathname),
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    });
    response.end(isThere ? readFileSync(file) : undefined);
  });
  await new Promise<void>((resolve) => {
    started.listen(port, resolve);
  });
  port = (started.address() as AddressInfo).port;
  server = started;
}

function cutNetwork(): void {
  server?.close();
  server?.closeAllConnections();
  server = undefined;
}

/** A browser with a profile on disk, which a restart keeps. */
async function start(): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(path.join(root, 'profile'), {
    ...(executablePath ? { executablePath } : {}),
    locale: 'ja-JP',
    hasTouch: true,
    args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

const screen = () => `http://localhost:${port}/kiosk/staff/`;

/** Waits until the worker serves this page and has the whole site. */
async function settled(page: Page, address = screen()): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

const fetchAll = (page: Page, addresses: readonly string[]) =>
  page.evaluate(
    async (list) =>
      Promise.all(
        list.map(async (address) => {
          const answer = await fetch(address).catch(() => undefined);
          const digest = answer
            ? await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
            : new ArrayBuffer(0);
          return [address, btoa(String.fromCharCode(...new Uint8Array(digest)))] as const;
        }),
      ),
    addresses,
  );

test('without a network and after a restart, every page and file is there, byte for byte', async () => {
  const { files } = kioskManifest(dist);
  const addresses = Object.keys(files);
  expect(addresses).toContain('/guides/locked-pin/counter/');
  expect(addresses.length).toBeGreaterThan(230);

  const first = await start();
  await settled(first.page);
  cutNetwork();
  await first.page.reload();
  await expect(first.page.getByRole('heading', { name: '職員用の設定' })).toBeVisible();
  await first.context.close();

  const second = await start();
  await second.page.goto(screen());
  await expect(second.page.getByRole('heading', { name: '点検' })).toBeVisible();
  await expect(second.page.getByText(/すべてのページが、この端末に入っています/)).toBeVisible();
  expect(Object.fromEntries(await fetchAll(second.page, addresses))).toEqual(files);
  const asked = await second.page.evaluate(async () =>
    (await fetch('/guides/locked-pin/counter/?which-pin=signature')).text(),
  );
  expect(asked).toContain('class="outcome ');
  await second.context.close();
});

const help = () => `http://localhost:${port}/kiosk/`;

/** From the first touch to what to do, as a person goes. */
async function findOutcome(page: Page): Promise<void> {
  await begin(page);
  await button(page, /暗証番号を忘れた/)
    .first()
    .tap();
  await button(page, '質問を始める').tap();
  await walkToOutcome(page);
  await expect(page.locator('.k-outcome')).toContainText('持っていくもの');
}

test('without a network and after a restart, a person still gets from the first touch to what to do', async () => {
  const first = await start();
  await settled(first.page, help());
  cutNetwork();
  await first.context.close();

  const second = await start();
  await second.page.goto(help());
  await findOutcome(second.page);
  await button(second.page, '終わる').tap();
  await expect(button(second.page, /画面にさわってください/)).toBeVisible();
  await second.context.close();
});

test('a new version is never taken under a person, and is there for the next one', async () => {
  const { context, page } = await start();
  await settled(page, help());
  await begin(page);
  const at = path.join(dist, 'guides/locked-pin/index.html');
  writeFileSync(
    at,
    readFileSync(at, 'utf8').replace('質問は多くても', 'NEW VERSION 質問は多くても'),
  );
  writeKioskWorker(dist);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    await new Promise<void>((resolve) => {
      const look = () => coming?.state === 'installed' && resolve();
      coming?.addEventListener('statechange', look);
      look();
    });
  });
  await button(page, /暗証番号を忘れた/)
    .first()
    .tap();
  await expect(page.getByText('質問は多くても')).toBeVisible();
  await expect(page.getByText('NEW VERSION')).toHaveCount(0);

  await button(page, '終わる').tap();
  await begin(page);
  await button(page, /暗証番号を忘れた/)
    .first()
    .tap();
  await expect(page.getByText('NEW VERSION')).toBeVisible();
  await context.close();
});

test('a new version waits until nobody uses the screen, then takes over whole', async () => {
  const { context, page } = await start();
  await settled(page);
  const at = path.join(dist, 'faq/forgot-password/index.html');
  const before = readFileSync(at, 'utf8');
  writeFileSync(at, before.replace('</main>', '<p>NEW VERSION</p></main>'));
  writeKioskWorker(dist);

  const answer = () => page.evaluate(async () => (await fetch('/faq/forgot-password/')).text());
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    await new Promise<void>((resolve) => {
      const look = () => coming?.state === 'installed' && resolve();
      coming?.addEventListener('statechange', look);
      look();
    });
  });
  expect(await answer()).not.toContain('NEW VERSION');
  await page.reload();
  expect(await answer()).not.toContain('NEW VERSION');

  const loadedAnew = page.waitForEvent('load');
  await page.getByRole('button', { name: 'いま切り替える' }).click();
  await loadedAnew;
  cutNetwork();
  await page.reload();
  expect(await answer()).toContain('NEW VERSION');
  const kept = await page.evaluate(() => caches.keys());
  expect(kept).toEqual([`kiosk.${kioskManifest(dist).version}`]);
  await context.close();
});

test('a version that arrives damaged never takes over', async () => {
  const { context, page } = await start();
  await settled(page);
  const at = path.join(dist, 'faq/forgot-password/index.html');
  const before = readFileSync(at, 'utf8');
  writeFileSync(at, before.replace('</main>', '<p>NEW VERSION</p></main>'));
  writeKioskWorker(dist);
  writeFileSync(at, before.replace('</main>', '<p>DAMAGED</p></main>'));
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    return new Promise<string>((resolve) => {
      const look = () =>
        coming && ['installed', 'redundant'].includes(coming.state) && resolve(coming.state);
      coming?.addEventListener('statechange', look);
      look();
    });
  });
  expect(end).toBe('redundant');
  cutNetwork();
  await page.reload();
  const text = await page.evaluate(async () => (await fetch('/faq/forgot-password/')).text());
  expect(text).toBe(before);
  await context.close();
});

test('public pages start no worker', async () => {
  const { context, page } = await start();
  for (const address of ['/', '/faq/forgot-password/', '/search/', '/card/']) {
    await page.goto(`http://localhost:${port}${address}`, { waitUntil: 'networkidle' });
    const count = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    );
    expect([address, count]).toEqual([address, 0]);
  }
  await context.close();
});
