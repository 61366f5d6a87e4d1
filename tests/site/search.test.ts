import { describe, expect, it } from 'vitest';
import { brotliSize, files, pages, read, scriptsOf } from './built.ts';

const html = pages.find((page) => page.path === '/search/')?.html ?? '';

/** The script that wakes the box, the box's own, and what that imports. */
function scriptsOfTheSearch(): string[] {
  const late = /data-late="([^"]+)"/.exec(html)?.[1] ?? '';
  return scriptsOf(`${html}<script src="${late}"></script>`);
}

describe('the search of the built site', () => {
  it('comes with no more than 16 KB of script, Fuse and all', () => {
    const scripts = scriptsOfTheSearch();
    expect(scripts.some((file) => file.includes('forms-search'))).toBe(true);
    // Fuse is in one of them: nothing of the search comes later and uncounted.
    expect(scripts.map(read).join('')).toContain('ignoreFieldNorm');
    const bytes = scripts.reduce((sum, file) => sum + brotliSize(read(file)), 0);
    console.log(`the search loads ${bytes} bytes of script (brotli) in ${scripts.length} files`);
    expect(bytes).toBeLessThanOrEqual(16_000);
  });

  it('has an index of two files, the first for questions and guides', () => {
    const [more = '', core = ''] = files.filter((file) => file.startsWith('search-index/')).sort();
    expect([core, more].map((file) => file.replace(/\.\w+\.json$/, ''))).toEqual([
      'search-index/ja',
      'search-index/ja-more',
    ]);
    expect(brotliSize(read(core))).toBeLessThanOrEqual(30_000);
    expect(brotliSize(read(more))).toBeLessThanOrEqual(20_000);
  });
});
