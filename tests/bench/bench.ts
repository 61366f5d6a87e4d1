// The command `npm run bench`: what each kind of page weighs and how soon it shows, beside one
// hand-written HTML file with the same text, measured in turn in the same run. Read the ratios; the
// milliseconds are this machine's. Exits with 1 when a budget is broken.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { siteServer } from '../../src/build/server.ts';
import { ensureChromium } from '../e2e/chromium.ts';
import { brotliSize, pages, scriptBytes } from '../site/built.ts';
import { blockingTime } from './blocking.ts';
import { visit, type Visit } from './load.ts';
import { plainPageOf } from './plain-page.ts';

const KINDS = [
  { kind: 'answer', path: '/faq/forgot-password/', bytes: 14 * 1024, script: 0 },
  { kind: 'outcome', path: '/guides/locked-pin/store-signature/', bytes: 14 * 1024, script: 0 },
  { kind: 'question', path: '/guides/locked-pin/which-pin/', bytes: 20 * 1024, script: 6 * 1024 },
  { kind: 'home', path: '/', bytes: 20 * 1024, script: 6 * 1024 },
] as const;

const ROUNDS = Number(process.env['ROUNDS'] ?? 61);
const LCP_RATIO = 1.15;

/** Each how many rounds a visit of each kind is traced, for its blocking time: tracing slows all else down. */
const TRACED = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The mean of the middle half: single visits waver by a quarter, some by more. */
function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const aside = Math.floor(sorted.length / 4);
  const kept = sorted.slice(aside, sorted.length - aside);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

const lcpRatio = (ours: readonly Visit[], plain: readonly Visit[]): number =>
  middle(ours.map(({ lcp }) => lcp)) / middle(plain.map(({ lcp }) => lcp));

/** Into how many groups the rounds are dealt to see how far their ratio wavers. */
const GROUPS = 10;

/**
 * The standard error of the LCP ratio, by the jackknife: how far it moves when a tenth of the rounds is
 * left out. Of two runs that differ by less than twice this nothing can be said.
 */
function wavering(ours: readonly Visit[], plain: readonly Visit[]): number {
  const without = Array.from({ length: GROUPS }, (_, group) => {
    const kept = (_visit: Visit, round: number) => round % GROUPS !== group;
    return lcpRatio(ours.filter(kept), plain.filter(kept));
  });
  const mean = without.reduce((sum, ratio) => sum + ratio, 0) / GROUPS;
  const spread = without.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0);
  return Math.sqrt(((GROUPS - 1) / GROUPS) * spread);
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, () => {
      resolve(`http://localhost:${(server.address() as AddressInfo).port}`);
    });
  });

/** Serves the yardstick pages, by the path of the page they stand for. */
function plainServer(plain: ReadonlyMap<string, string>): Server {
  const bodies = new Map([...plain].map(([path, html]) => [path, brotliCompressSync(html)]));
  bodies.set('/icon.png', brotliCompressSync(readFileSync('public/icon.png')));
  return createServer((request, response) => {
    const body = bodies.get(request.url ?? '') ?? Buffer.alloc(0);
    response.writeHead(200, {
      'Content-Type': request.url === '/icon.png' ? 'image/png' : 'text/html; charset=utf-8',
      'Content-Encoding': 'br',
      'Content-Length': body.length,
    });
    response.end(body);
  });
}

async function plainPages(browser: Browser, site: string): Promise<Map<string, string>> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const plain = new Map<string, string>();
  for (const { path } of KINDS) {
    await page.goto(site + path);
    plain.set(path, await plainPageOf(page));
  }
  await page.close();
  return plain;
}

async function measure(browser: Browser, site: string, yardstick: string, path: string) {
  const side = (url: string) => ({ url, visits: [] as Visit[], blocked: [] as number[] });
  const ours = side(site + path);
  const plain = side(yardstick + path);
  await visit(browser, ours.url);
  await visit(browser, plain.url);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each goes first in turn: a visit may also pay for what the one before left to clear away.
    const inTurn = round % 2 === 0 ? [ours, plain] : [plain, ours];
    for (const { url, visits } of inTurn) visits.push(await visit(browser, url));
    if (round % TRACED !== 0) continue;
    for (const { url, blocked } of inTurn) blocked.push(await blockingTime(browser, url));
  }
  const lcp = (visits: readonly Visit[]) => middle(visits.map((each) => each.lcp));
  return {
    lcp: lcp(ours.visits),
    plainLcp: lcp(plain.visits),
    ratio: lcpRatio(ours.visits, plain.visits),
    wavering: wavering(ours.visits, plain.visits),
    tbt: median(ours.blocked),
    plainTbt: median(plain.blocked),
    requests: Math.max(...ours.visits.map(({ requests }) => requests)),
  };
}

const site = siteServer('dist');
const address = await listen(site);
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
});
const plain = await plainPages(browser, address);
const yardstick = plainServer(plain);
const plainAddress = await listen(yardstick);

const broken: string[] = [];
const budget = (kind: string, what: string, value: number, limit: number) => {
  if (!(value <= limit)) broken.push(`${kind}: ${what} ${value.toFixed(2)} > ${limit}`);
};

const rows: Record<string, Record<string, string | number>> = {};
for (const { kind, path, bytes, script } of KINDS) {
  const html = pages.find((page) => page.path === path)?.html ?? '';
  const seen = await measure(browser, address, plainAddress, path);
  const weight = brotliSize(html);
  budget(kind, 'bytes', weight, bytes);
  budget(kind, 'script bytes', scriptBytes(html), script);
  budget(kind, 'LCP ratio', seen.ratio, LCP_RATIO);
  budget(kind, 'TBT ms', seen.tbt, 0);
  if (kind === 'answer') budget(kind, 'requests', seen.requests, 1);
  rows[kind] = {
    'html br B': weight,
    'plain br B': brotliSize(plain.get(path) ?? ''),
    'script br B': scriptBytes(html),
    requests: seen.requests,
    'LCP ms': Math.round(seen.lcp),
    'plain LCP ms': Math.round(seen.plainLcp),
    'later ms': Math.round(seen.lcp - seen.plainLcp),
    'LCP ratio': seen.ratio.toFixed(3),
    '±': seen.wavering.toFixed(3),
    'TBT ms': Math.round(seen.tbt),
    'plain TBT ms': Math.round(seen.plainTbt),
  };
}
await browser.close();
site.close();
yardstick.close();

console.log(`first visit, slow 4G, 4x CPU slowdown, middle half of ${ROUNDS}`);
console.table(rows);
const answers = pages.filter(({ path }) => /^\/faq\/[^/]+\/$/.test(path));
const heaviest = Math.max(...answers.map(({ html }) => brotliSize(html)));
console.log(`heaviest of ${answers.length} answers: ${heaviest} B brotli`);
console.log(broken.length === 0 ? 'all budgets kept' : `broken: ${broken.join('; ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;
