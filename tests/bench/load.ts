// One first visit on a slow phone: Lighthouse's slow 4G and a quarter of this machine's processor.
// Reports when the largest content was painted.
import type { Browser } from '@playwright/test';

export interface Visit {
  readonly lcp: number;
  readonly requests: number;
}

/**
 * Slow 4G: round trips of 150 ms, 1.6 Mbit/s down and 750 kbit/s up. Chromium's emulation delays requests,
 * not packets, so that the round trips which open a first connection cost nothing in it. Lighthouse makes
 * up for that with 3.75 round trips a request and nine tenths of the throughput, as do the presets of that
 * name in DevTools and Puppeteer.
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/core/config/constants.js `mobileSlow4G`
 */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};

/** Milliseconds after which no larger content follows: some four frames, each as long as a slow one. */
const SETTLED = 300;

/** A slow phone whose browser runs already, for one visit to `url`. Close its context afterwards. */
export async function slowPhone(browser: Browser, url: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ja-JP',
  });
  const page = await context.newPage();
  // A running browser, as on a phone: without it the start of its processes, which no page can
  // help, would be most of what is measured, and its jitter more than any difference.
  await page.goto(new URL('/icon.png', url).href);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { context, page, session };
}

export async function visit(browser: Browser, url: string): Promise<Visit> {
  const { context, page, session } = await slowPhone(browser, url);
  let requests = 0;
  page.on('request', (request) => {
    if (!/icon|^data:/.test(request.url())) requests += 1;
  });
  await session.send('PerformanceTimeline.enable', { eventTypes: ['largest-contentful-paint'] });
  let shown = 0;
  const first = new Promise<void>((resolve) => {
    session.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
      shown = event.lcpDetails?.renderTime ?? Number.NaN;
      resolve();
    });
  });
  await Promise.all([page.goto(url, { waitUntil: 'load' }), first]);
  const start = await page.evaluate(rest, SETTLED);
  await context.close();
  return { lcp: shown * 1000 - start, requests };
}

/**
 * Runs in the page once it shows: until then no script of ours takes any of its time. Waits until it has
 * settled and is idle.
 * @returns when the visit began, in milliseconds since 1970.
 */
async function rest(settled: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, settled));
  await new Promise((resolve) => requestIdleCallback(resolve));
  return performance.timeOrigin;
}
