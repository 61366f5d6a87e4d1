import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import {
  brotliSize,
  files,
  inlineScripts,
  isFaq,
  isOutcome,
  isQuestion,
  pages,
  read,
  scriptBytes,
  scriptsOf,
} from './built.ts';
import { parseHeaders, styleHashes } from '../../src/build/headers.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Preact prints <input/>; long titles say question, guide and site.
    'void-style': 'off',
    'long-title': 'off',
    // Phone numbers stand in running text with their own line-breaking rule.
    'tel-non-breaking': 'off',
    'no-inline-style': 'error',
  },
});

describe('the built pages', () => {
  it('are all there', () => {
    expect(pages.filter(isFaq)).toHaveLength(25);
    expect(pages.filter(isQuestion).length).toBeGreaterThan(8);
    expect(pages.filter(isOutcome).length).toBeGreaterThan(10);
    const paths = pages.map(({ path }) => path);
    for (const path of [
      '/',
      '/faq/',
      '/search/',
      '/guides/',
      '/guides/locked-pin/',
      '/contact/',
      '/about/',
      '/404.html',
    ]) {
      expect(paths).toContain(path);
    }
  });

  it.each(pages.map((page) => [page.path, page] as const))(
    '%s is valid HTML',
    async (_, { html }) => {
      const { results } = await validator.validateString(html);
      const messages = results.flatMap((result) =>
        result.messages.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`),
      );
      expect(messages).toEqual([]);
    },
  );

  it('have titles that tell them apart', () => {
    const titles = pages.map(({ html }) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
    expect(new Set(titles).size).toBe(pages.length);
  });

  it('have one h1 each', () => {
    for (const { path, html } of pages)
      expect([path, html.match(/<h1/g)?.length]).toEqual([path, 1]);
  });

  it('link to nothing that is not there', () => {
    const ids = new Map(
      pages.map(({ path, html }) => [
        path,
        new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    const dead = pages.flatMap(({ path, html }) =>
      [...html.matchAll(/\bhref="([^"]+)"/g)]
        .map(([, href = '']) => href.replaceAll('&amp;', '&'))
        .filter((href) => href.startsWith('/') || href.startsWith('#'))
        .filter((href) => {
          const [page = '', id] = href.split('#');
          const target = page === '' ? path : (page.split('?')[0] ?? '');
          if (id === undefined) return !ids.has(target) && !files.includes(target.slice(1));
          return !ids.get(target)?.has(decodeURIComponent(id));
        })
        .map((href) => `${path} → ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it('load nothing from elsewhere', () => {
    for (const { path, html } of pages) {
      const loaded = [...html.matchAll(/<(?:script|img|iframe|source)[^>]*\bsrc="([^"]+)"/g)]
        .concat([...html.matchAll(/<link(?![^>]*canonical)[^>]*\bhref="([^"]+)"/g)])
        .map(([, src = '']) => src);
      expect([path, loaded.filter((src) => !src.startsWith('/'))]).toEqual([path, []]);
    }
  });

  it('have titles that break between phrases', () => {
    for (const { path, html } of pages.filter((page) => !page.path.startsWith('/kiosk/'))) {
      expect([path, /<h1(?! class="phrases")/.test(html)]).toEqual([path, false]);
    }
  });

  it('contain no WebAssembly', () => {
    expect(files.filter((file) => file.endsWith('.wasm'))).toEqual([]);
  });

  it('keep questions out of search engines and answers in', () => {
    const hidden = (html: string) => html.includes('content="noindex"');
    expect(pages.filter(isQuestion).every(({ html }) => hidden(html))).toBe(true);
    expect(pages.filter(isOutcome).some(({ html }) => hidden(html))).toBe(false);
    expect(pages.filter(isFaq).some(({ html }) => hidden(html))).toBe(false);
  });
});

describe('what pages weigh', () => {
  const KB = 1024;

  it('a question and answer is one request of at most 14 KB, with no script', () => {
    for (const { path, html } of pages.filter(isFaq)) {
      expect([path, scriptBytes(html)]).toEqual([path, 0]);
      expect([path, html.includes('<link rel="stylesheet"')]).toEqual([path, false]);
      expect(brotliSize(html)).toBeLessThanOrEqual(14 * KB);
    }
  });

  it('an outcome has no script', () => {
    for (const { path, html } of pages.filter(isOutcome)) {
      expect([path, inlineScripts(html), scriptsOf(html)]).toEqual([path, [], []]);
    }
  });

  it('a question of a guide runs at most 6 KB of script', () => {
    for (const { html } of pages.filter(isQuestion)) {
      expect(scriptBytes(html)).toBeGreaterThan(0);
      expect(scriptBytes(html)).toBeLessThanOrEqual(6 * KB);
    }
  });
});

describe('the security policy', () => {
  const [everywhere] = parseHeaders(read('_headers'));
  const policy = everywhere?.headers['Content-Security-Policy'] ?? '';

  it('starts from nothing and lets nothing out', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain('frame-ancestors');
    expect(policy).not.toMatch(/unsafe|\*|https?:|\{/);
    expect(everywhere?.headers).toMatchObject({ 'Referrer-Policy': 'no-referrer' });
    expect(everywhere?.headers['Permissions-Policy']).toContain('usb=(self)');
  });

  it('knows every inline style by its hash, in the header and in the page, and no inline script', () => {
    for (const { path, html } of pages) {
      expect([path, inlineScripts(html)]).toEqual([path, []]);
      const meta = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      for (const hash of styleHashes(html)) {
        expect([path, policy.includes(hash), meta.includes(hash)]).toEqual([path, true, true]);
      }
      expect([path, meta.includes("default-src 'none'")]).toEqual([path, true]);
    }
  });
});

describe('the scripts of the built site', () => {
  const scripts = files.filter((file) => /^_astro\/.*\.js$/.test(file));
  const nameOf = (file: string) => file.replace(/^.*\//, '');

  it('are each named by a page, by data or by another script', () => {
    const texts = files
      .filter((file) => /\.(?:html|json|js)$/.test(file))
      .map((file) => ({ file, text: read(file) }));
    for (const script of scripts) {
      const by = texts.filter(({ file, text }) => file !== script && text.includes(nameOf(script)));
      expect(by, script).not.toEqual([]);
    }
  });

  it('are there when a page names one', () => {
    for (const { path, html } of pages) {
      for (const [, name = ''] of html.matchAll(/"\/(_astro\/[^"]+\.js)"/g)) {
        expect(files, `${name}, named by ${path}`).toContain(name);
      }
    }
  });
});
