// What the card panel costs: nothing where nobody presses, 75 KB in all where someone does.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CARD_ANSWERS } from '../../src/guidance/guides/card-catalogue.ts';
import { brotliSize, files, isOutcome, isQuestion, pages, read, scriptsOf } from './built.ts';

const KB = 1024;
const one = (pattern: RegExp): string => {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`${pattern.source}: ${found.length} files`);
  return found[0] ?? '';
};

/** A script and all that it imports from the start. */
function withImports(file: string): Set<string> {
  const all = new Set([file]);
  for (const each of all) {
    for (const [, target = ''] of read(each).matchAll(/from"\.\/([^"]+)"/g)) {
      all.add(path.posix.join(path.posix.dirname(each), target));
    }
  }
  return all;
}

const page = (at: string): string => pages.find((each) => each.path === at)?.html ?? '';

describe('the card panel', () => {
  const panel = withImports(one(/^_astro\/card-panel\./));
  const parser = withImports(one(/^_astro\/card-parser\./));
  const words = one(/^card-words\/ja\.[0-9a-f]+\.json$/);

  it('loads at most 75 KB in all: panel, parser of certificates, words', () => {
    const loaded = [...new Set([...panel, ...parser, words])];
    const sum = loaded.reduce((bytes, file) => bytes + brotliSize(read(file)), 0);
    console.log(`a reading loads ${sum} bytes of brotli in ${loaded.length} files`);
    expect(sum).toBeLessThanOrEqual(75 * KB);
  });

  it('brings neither the parser nor the sample cards with the button', () => {
    const text = [...panel].map(read).join('\n');
    expect(text).not.toContain('SAMPLE-MIHON');
    expect([...panel]).not.toContain(one(/^_astro\/card-parser\./));
  });

  it('is on its page and on the guides that it helps, with nothing of the card in the script there', () => {
    const guides = Object.keys(CARD_ANSWERS).map((guide) => `/guides/${guide}/`);
    const having = pages
      .filter(({ html }) => html.includes('data-panel='))
      .map(({ path: at }) => at);
    expect(having.sort()).toEqual(['/card/', ...guides].sort());
    for (const at of having) {
      expect([at, scriptsOf(page(at))]).toEqual([at, [expect.stringMatching(/page\.\w+\.js$/)]]);
    }
  });

  it('keeps the looks that its script gives to what was read', () => {
    for (const tone of ['good', 'soon', 'bad']) expect(page('/card/')).toContain(`.tone-${tone}`);
  });

  it('finds every part: no mark is left where an address belongs', () => {
    for (const { path: at, html } of pages)
      expect([at, html.includes('@late:')]).toEqual([at, false]);
    const addresses = [words, one(/^card-words\/ja\.assist\./)].map(read).join('\n');
    expect(addresses).not.toContain('@late:');
    for (const [, file = ''] of addresses.matchAll(/"\/(_astro\/[^"]+)"/g))
      expect(files).toContain(file);
  });
});

describe('guides', () => {
  it('know of the card only where it can answer', () => {
    const known = pages.filter(isQuestion).filter(({ html }) => html.includes('"card":['));
    const guideOf = (at: string) => at.split('/')[2] ?? '';
    expect([...new Set(known.map(({ path: at }) => guideOf(at)))].sort()).toEqual(
      Object.keys(CARD_ANSWERS).sort(),
    );
  });

  it('load nothing of the card: the assistant is no part of a question page', () => {
    for (const { path: at, html } of pages.filter(isQuestion)) {
      expect([at, scriptsOf(html)]).toEqual([at, [expect.stringMatching(/page\.\w+\.js$/)]]);
    }
  });

  it('have room for a sample’s mark where a sample can lead', () => {
    const marked = pages.filter(isOutcome).filter(({ html }) => html.includes('id="sample"'));
    expect(marked.length).toBeGreaterThan(40);
  });
});
