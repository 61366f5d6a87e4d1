import { describe, expect, it } from 'vitest';
import { unnamedScripts, withScriptFiles } from '../../../src/build/script-files.ts';

/** A page's HTML with its scripts in files, and the files. */
function moved(html: string) {
  const files = new Map<string, string>();
  return { html: withScriptFiles(html, (file, code) => files.set(file, code)), files };
}

describe('scripts of a page', () => {
  it('go into files that the end of the page names, modules after the rest', () => {
    const { html, files } = moved(
      '<body><script type="module">two()</script><script>one()</script><p>…</p></body>',
    );
    const [[one, first] = [], [two, second] = []] = [...files];
    expect([first, second]).toEqual(['one()', 'two()']);
    expect(html).toBe(
      `<body><p>…</p><script defer src="/${one}"></script><script type="module" src="/${two}"></script></body>`,
    );
  });

  it('that are no modules share a file, in their order', () => {
    const { html, files } = moved('<script>one()</script><p>…</p><script>two()</script>');
    expect([...files.values()]).toEqual(['one();\ntwo()']);
    expect(html).toBe(`<p>…</p><script defer src="/${[...files.keys()].join('')}"></script>`);
  });

  it('have names that change with the code', () => {
    const names = ['same()', 'same()', 'other()'].flatMap((code) => [
      ...moved(`<script>${code}</script>`).files.keys(),
    ]);
    for (const name of names) expect(name).toMatch(/^_astro\/page\.[0-9a-f]{8}\.js$/);
    expect(new Set(names).size).toBe(2);
  });

  it('stay when they are data or files already', () => {
    const html =
      '<script type="application/json" id="x">{}</script><script type="module" src="/a.js"></script>';
    expect(moved(html)).toEqual({ html, files: new Map() });
  });
});

describe('scripts that nothing names', () => {
  const scripts = new Map([
    ['_astro/page.1a.js', 'import("./late.2b.js")'],
    ['_astro/late.2b.js', 'import "./shared.3c.js"'],
    ['_astro/shared.3c.js', ''],
    ['_astro/client.4d.js', 'import "./renderer.5e.js"'],
    ['_astro/renderer.5e.js', 'import "./client.4d.js"'],
  ]);

  it('are found, even when they name each other', () => {
    expect(unnamedScripts(scripts, ['<script src="/_astro/page.1a.js"></script>'])).toEqual([
      '_astro/client.4d.js',
      '_astro/renderer.5e.js',
    ]);
  });

  it('are not those that only data names', () => {
    expect(unnamedScripts(scripts, ['/_astro/page.1a.js', '{"x":"/_astro/client.4d.js"}'])).toEqual(
      [],
    );
  });
});
