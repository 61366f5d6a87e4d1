// One first visit on a slow phone: Lighthouse's slow 4G (1.6 Mbit/s, 150 ms) and a quarter of this
// machine's processor. Reports when the largest content was painted and how long the page was busy.
import type { Browser } from '@playwright/test';

export interface Visit {
  readonly lcp: number;
  readonly tbt: number;
  readonly requests: number;
}

const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Time beyond 50 ms of each long task: what total blocking time adds up. */
const LONG_TASK = 50;

export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ja-JP',
  });
  const page = await context.newPage();
  // A running browser, as on a phone: without it the start of its processes, which no page can
  // help, would be most of what is measured, and its jitter more than any difference.
  await page.goto(new URL('/icon.svg', url).href);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { lcp: 0, tasks: [] as number[] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  let requests = 0;
  page.on('request', (request) => {
    if (!/icon|^data:/.test(request.url())) requests += 1;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => (Reflect.get(globalThis, 'seen') as { lcp: number }).lcp > 0);
  const seen = await page.evaluate(
    () => Reflect.get(globalThis, 'seen') as { lcp: number; tasks: number[] },
  );
  await context.close();
  return {
    lcp: seen.lcp,
    tbt: seen.tasks.reduce((sum, duration) => sum + Math.max(0, duration - LONG_TASK), 0),
    requests,
  };
}
