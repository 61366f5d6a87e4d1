// Finds a Chromium for the browser tests: CHROMIUM_PATH, a system Chromium or Chrome, Playwright's
// own download. `ensureChromium` installs one where it can, or says in one line how to get one.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium that is there, or undefined. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path));
}

const run = (command: string, args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'inherit' });
    return true;
  } catch {
    return false;
  }
};

/** Path of a Chromium, installed if need be. @throws Error with the remedy when none can be had. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
  }
  const installed =
    findChromium() ?? (run('playwright', ['install', 'chromium']) ? findChromium() : undefined);
  if (installed) return installed;
  throw new Error(
    'No Chromium found. Install Chrome or Chromium, or run "npx playwright install chromium", or set CHROMIUM_PATH.',
  );
}
