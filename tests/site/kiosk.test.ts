import { describe, expect, it } from 'vitest';
import { brotliSize, files, pages, read, scriptsOf } from './built.ts';

const KB = 1024;
const screen = pages.find(({ path }) => path === '/kiosk/');
if (!screen) throw new Error('no help screen was built');

const isShell = (file: string): boolean => file.startsWith('_astro/kiosk-');

/** The scripts of a page with what they import at once. */
function atOnceOf(html: string): string[] {
  const loaded = new Set(scriptsOf(html));
  for (const file of loaded) {
    for (const [, name = ''] of read(file).matchAll(
      /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    )) {
      loaded.add(`_astro/${name}`);
    }
  }
  return [...loaded];
}

describe('the help screen', () => {
  it('weighs at most 80 KB: page, styles, words, lists and shell', () => {
    const scripts = atOnceOf(screen.html);
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = [screen.html, ...scripts.map(read)].map(brotliSize);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(80 * KB);
  });

  it('loads readers, certificates and samples only when a card is to be read', () => {
    const atOnce = atOnceOf(screen.html);
    const later = files.filter((file) => isShell(file) && !atOnce.includes(file));
    expect(later.map((file) => file.replace(/\..*/, ''))).toContain('_astro/kiosk-CardDesk');
    expect(atOnce.map(read).join('')).not.toContain('BasicConstraints');
  });

  it('costs public pages nothing: none of them knows of it', () => {
    const others = pages.filter(({ path }) => !path.startsWith('/kiosk/'));
    expect(others.length).toBeGreaterThan(100);
    const knowing = others.filter(({ html }) => html.includes('/kiosk')).map(({ path }) => path);
    expect(knowing).toEqual([]);
    const shared = [...new Set(others.flatMap(({ html }) => scriptsOf(html)))];
    expect(shared.filter((file) => read(file).includes('/kiosk'))).toEqual([]);
    const shell = files.filter(isShell).map(read).join('');
    const used = [...shell.matchAll(/\.\/([\w.-]+\.js)/g)].map(([, file = '']) => `_astro/${file}`);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((file) => shared.includes(file))).toEqual([]);
  });

  it('stays out of search engines', () => {
    expect(screen.html).toContain('content="noindex"');
  });
});
