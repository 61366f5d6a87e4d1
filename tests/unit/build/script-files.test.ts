import { describe, expect, it } from 'vitest';
import { withScriptFiles } from '../../../src/build/script-files.ts';

/** A page's HTML with its scripts in files, and the files. */
function moved(html: string) {
  const files = new Map<string, string>();
  return { html: withScriptFiles(html, (file, code) => files.set(file, code)), files };
}

describe('scripts of a page', () => {
  it('go into files, in their order, and run when the page has been read', () => {
    const { html, files } = moved(
      '<script>one()</script><p>…</p><script type="module">two()</script>',
    );
    const [[one, first] = [], [two, second] = []] = [...files];
    expect([first, second]).toEqual(['one()', 'two()']);
    expect(html).toBe(
      `<script defer src="/${one}"></script><p>…</p><script type="module" src="/${two}"></script>`,
    );
  });

  it('share a file when they are the same, under a name that changes with the code', () => {
    const { files } = moved(
      '<script>same()</script><script>same()</script><script>other()</script>',
    );
    expect([...files.values()]).toEqual(['same()', 'other()']);
    for (const file of files.keys()) expect(file).toMatch(/^_astro\/page\.[0-9a-f]{8}\.js$/);
  });

  it('stay when they are data or files already', () => {
    const html =
      '<script type="application/json" id="x">{}</script><script type="module" src="/a.js"></script>';
    expect(moved(html)).toEqual({ html, files: new Map() });
  });
});
