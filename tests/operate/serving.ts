// What the tests of servers share: starting a program, waiting until it answers, and what a server of
// the site must do.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from 'vitest';
import { files } from '../site/built.ts';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return port;
}

/** Asks a server and reads the whole answer: one left unread troubles the connection's end. */
async function ask(port: number, address: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, { redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Starts a program and waits until it answers on the port. @throws Error with what it said. */
export async function start(
  command: string,
  args: readonly string[],
  port: number,
  cwd = process.cwd(),
): Promise<ChildProcess> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  while (child.exitCode === null) {
    // oxlint-disable-next-line no-await-in-loop -- each try waits for the last.
    const isUp = await ask(port, '/').then(
      () => true,
      () => false,
    );
    if (isUp) return child;
  }
  throw new Error(`${command} ended: ${said}`);
}

/** Ends a program and waits for its end. */
export async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

/** What the types of the site's files must hold, by file extension. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** One file of each type in each of the built site's folders; what hosts read themselves is none. */
const oneOfEachType = (): Iterable<string> =>
  new Map(
    files
      .filter((file) => file !== '_headers')
      .map((file) => [path.dirname(file).split('/')[0] + path.extname(file), file]),
  ).values();

function cachingOf(file: string): string {
  if (/^(?:_astro|search-index)\//.test(file)) return 'public, max-age=31536000, immutable';
  return file.startsWith('kiosk/') ? 'no-store' : 'no-cache';
}

/** Whatever serves the site must do this. */
export async function expectServes(port: number): Promise<void> {
  const get = (address: string) => ask(port, address);
  for (const [address, type, cache] of [
    ['/', 'text/html', 'no-cache'],
    ['/guides/locked-pin/counter/?which-pin=signature', 'text/html', 'no-cache'],
    ['/kiosk/staff/', 'text/html', 'no-store'],
    ['/kiosk-worker.js', 'javascript', 'no-cache'],
    ['/icon.png', 'image/png', 'no-cache'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that a failure has a name.
    const answer = await get(address);
    const { headers } = answer;
    expect([address, answer.status]).toEqual([address, 200]);
    expect([address, headers.get('content-type')]).toEqual([
      address,
      expect.stringContaining(type),
    ]);
    expect([address, headers.get('cache-control')]).toEqual([address, cache]);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('permissions-policy')).toContain('usb=(self)');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
  // Browsers are told not to guess (nosniff): a style sheet or script of another type is refused.
  for (const file of oneOfEachType()) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that a failure has a name.
    const { status, headers } = await get(`/${file}`);
    const type = headers.get('content-type');
    const expected = TYPES[path.extname(file)] ?? 'a type that this test does not know';
    expect([file, status, type]).toEqual([file, 200, expect.stringContaining(expected)]);
    expect([file, headers.get('cache-control')]).toEqual([file, cachingOf(file)]);
  }

  const missing = await get('/no-such-page/');
  expect(missing.status).toBe(404);
  expect(missing.text).toContain('<!DOCTYPE html>');
  expect(missing.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await get('/_headers')).status).toBe(404);
  expect((await get('/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
  const short = await get('/faq');
  expect([301, 308]).toContain(short.status);
  expect(short.headers.get('location')).toMatch(/\/faq\/$/);
}
