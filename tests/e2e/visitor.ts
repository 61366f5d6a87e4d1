// Every browser test is a visitor whose page is watched: an error in the console, a breach of the
// security policy or a request to anywhere else fails the test, whatever else it looked at.
import { test as base, expect } from '@playwright/test';

export const test = base.extend<{ watched: void; expectFailures: { allowed: RegExp[] } }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern.
  expectFailures: async ({}, use) => {
    await use({ allowed: [] });
  },
  watched: [
    async ({ page, baseURL, expectFailures }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) complaints.push(`left: ${request.url()}`);
      });
      await use();
      const unexpected = complaints.filter(
        (text) => !expectFailures.allowed.some((pattern) => pattern.test(text)),
      );
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

/** A page's own small script (src/build/script-files.ts); everything else is loaded late. */
export const isOwnScript = (url: string | URL): boolean =>
  /\/_astro\/page\.\w+\.js$/.test(String(url));

export { expect };
