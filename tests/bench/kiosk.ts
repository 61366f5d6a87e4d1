// The help screen over a long day: one person after another, in one and the same window. Prints the
// heap after each batch and its slope, and what is left in storage. Run after `npm run build`.
//
//   node tests/bench/kiosk.ts [sessions]     500 sessions are a day; the default is 60
import { chromium, type CDPSession, type Page } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import { siteServer } from '../../src/build/server.ts';
import { begin, button, walkToOutcome } from '../e2e/kiosk.ts';
import { findChromium } from '../e2e/chromium.ts';

const SESSIONS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 60);
const BATCH = Math.max(5, Math.round(SESSIONS / 12));
/** Growth per session that would be a leak: 500 sessions would add 5 MB. */
const LEAK = 10 * 1024;

interface Sample {
  readonly session: number;
  readonly heap: number;
  readonly nodes: number;
  readonly documents: number;
}

async function sampleOf(cdp: CDPSession, session: number): Promise<Sample> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    session,
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    documents: value('Documents'),
  };
}

/** Least squares: growth per session. */
function slopeOf(samples: readonly Sample[], read: (sample: Sample) => number): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(({ session }) => session));
  const y = mean(samples.map(read));
  const along = samples.map((sample) => (sample.session - x) * (read(sample) - y));
  const across = samples.map(({ session }) => (session - x) ** 2);
  return mean(along) / mean(across);
}

/** Every third person answers a guide, every third leaves midway, every third lets the time run out. */
async function onePerson(page: Page, number: number): Promise<void> {
  await begin(page);
  await button(page, /カードをなくした/).tap();
  await button(page, '質問を始める').tap();
  await page.locator('.k-question').waitFor();
  if (number % 3 === 0) await walkToOutcome(page);
  if (number % 3 === 1) {
    await page.clock.fastForward(91_000);
    await page.clock.fastForward(46_000);
    await page.clock.runFor(30_000);
  } else {
    await button(page, '終わる').tap();
  }
  await button(page, /画面にさわってください/).waitFor();
}

const server = siteServer('dist');
await new Promise<void>((resolve) => {
  server.listen(0, resolve);
});
const executablePath = findChromium();
const browser = await chromium.launch(executablePath ? { executablePath } : {});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, hasTouch: true });
await page.clock.install();
await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/kiosk/`);
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable');

const samples: Sample[] = [];
const started = performance.now();
for (let number = 1; number <= SESSIONS; number += 1) {
  await onePerson(page, number);
  if (number % BATCH !== 0) continue;
  const sample = await sampleOf(cdp, number);
  samples.push(sample);
  console.log(
    `${String(number).padStart(4)} sessions: heap ${(sample.heap / 1024).toFixed(0)} KB, ${sample.nodes} nodes, ${sample.documents} documents`,
  );
}
const left = await page.evaluate(() => ({
  keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  entries: history.length,
}));
await browser.close();
server.close();
server.closeAllConnections();

// The first batch warms the engine up.
const slope = slopeOf(samples.slice(1), ({ heap }) => heap);
const seconds = (performance.now() - started) / 1000;
console.log(`slope ${slope.toFixed(0)} bytes a session (a leak from ${LEAK})`);
console.log(`left: ${left.keys.join(', ')}; ${left.entries} entries of history`);
console.log(`${SESSIONS} sessions in ${seconds.toFixed(0)} s`);
if (slope > LEAK || left.keys.some((key) => !key.startsWith('kiosk.'))) process.exitCode = 1;
