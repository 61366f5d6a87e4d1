// How long one first visit keeps a slow phone from answering a press once something shows: total blocking
// time as Lighthouse counts it, from Chromium's own trace. The page's own list of long tasks often leaves
// out the longest, and a script that asks for it is a task itself.
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { slowPhone } from './load.ts';

/** What a task may take before it keeps anyone waiting, in microseconds. */
const LONG_TASK = 50_000;

/** Milliseconds after loading in which a page does what it puts off: its icon, its script's second part. */
const PUT_OFF = 1_500;

const CATEGORIES = [
  '-*',
  'loading',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
] as const;

/** Of a trace event what is read here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: {
    readonly data?: { readonly navigationId?: string; readonly documentLoaderURL?: string };
  };
}

/** Total blocking time of a first visit to `url`, in milliseconds. @throws Error when nothing was shown. */
export async function blockingTime(browser: Browser, url: string): Promise<number> {
  const { context, page } = await slowPhone(browser, url);
  await browser.startTracing(page, { categories: [...CATEGORIES] });
  await page.goto(url, { waitUntil: 'load' });
  await wait(PUT_OFF);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  await context.close();
  return blockingIn(trace.traceEvents, url);
}

/**
 * Of each task of the page's main thread the time beyond 50 ms; of one that the first paint falls into, the
 * share after it. Up to the trace's end, where Lighthouse goes up to the page's first long rest.
 */
function blockingIn(events: readonly TraceEvent[], url: string): number {
  const begun = events.find(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url,
  );
  const shown = events.find(
    ({ name, args }) =>
      name === 'firstContentfulPaint' && args.data?.navigationId === begun?.args.data?.navigationId,
  );
  if (!begun || !shown) throw new Error(`${url}: nothing was shown`);
  let blocked = 0;
  for (const { name, pid, tid, ts, dur = 0 } of events) {
    const after = Math.min(dur, ts + dur - shown.ts);
    if (name !== 'RunTask' || pid !== begun.pid || tid !== begun.tid || after <= 0) continue;
    blocked += Math.max(0, after - (LONG_TASK * after) / dur);
  }
  return blocked / 1000;
}
