// The borders of the house: which folder may import which. A new import against the stream fails.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folder → the folders and packages it may import; the longest matching folder counts. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  // Its own rooms are held to their order by tests/unit/card/floors.test.ts.
  card: ['@peculiar/x509', 'reflect-metadata'],
  session: ['card/', 'xstate'],
  'guidance/knowledge': ['astro/zod', 'yaml', 'node:'],
  // What a card says, before any guide is asked.
  'guidance/diagnosis': ['card/'],
  'guidance/guides': ['guidance/diagnosis/', 'xstate'],
  'guidance/assistant': ['guidance/diagnosis/', 'guidance/guides/', 'xstate'],
  'guidance/search': ['fuse.js/min-basic'],
  // Makes the index at build time; never in the page.
  'guidance/search/making': ['guidance/', 'astro/zod', 'node:'],
  'guidance/dates': [],
  'guidance/office': [
    'guidance/dates/',
    'guidance/knowledge/',
    '@holiday-jp/holiday_jp',
    'astro/zod',
    'node:',
  ],
  site: [
    'budoux',
    'qr',
    'elkjs/',
    'card/',
    'session/',
    'xstate',
    'guidance/',
    'astro:',
    'astro',
    'preact',
    'node:crypto',
  ],
  kiosk: ['card/', 'session/', 'guidance/', 'site/', 'preact', 'xstate'],
  pages: ['kiosk/', 'site/', 'guidance/', 'astro:', 'astro'],
  build: ['guidance/', 'astro', 'fflate', 'node:', 'mdast', 'purgecss', 'vite'],
};

/** Files with a border of their own. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  budoux: ['site/phrases.ts'],
  '@holiday-jp/holiday_jp': ['guidance/office/holidays.ts'],
  '@peculiar/x509': ['card/certificate/read.ts'],
  fflate: ['build/pack.ts'],
  purgecss: ['build/unused-styles.ts'],
  'fuse.js/min-basic': ['guidance/search/guess.ts'],
  yaml: ['guidance/knowledge/yaml-file.ts'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && file.includes('/'));

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(path.join('src', file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(?<target>[^']+)'/g)].map(({ groups }) => ({
    file,
    target: resolve(file, groups?.['target'] ?? ''),
  }));
});

function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
}

const floorOf = (file: string) =>
  Object.keys(FLOORS)
    .filter((floor) => file.startsWith(`${floor}/`))
    .sort((a, b) => b.length - a.length)[0];

describe('the house', () => {
  it('has a floor for every file', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !floorOf(file))).toEqual([]);
  });

  it('imports only downwards', () => {
    const against = imports.filter(({ file, target }) => {
      const floor = floorOf(file) ?? '';
      const allowed = [`${floor}/`, '../content/interface/', ...(FLOORS[floor] ?? [])];
      return !allowed.some((prefix) => target.startsWith(prefix));
    });
    expect(against).toEqual([]);
  });

  it('keeps each library behind one door', () => {
    for (const [library, doors] of Object.entries(ONLY)) {
      const users = imports.filter(({ target }) => target === library).map(({ file }) => file);
      expect(users).toEqual(doors);
    }
  });

  it('keeps content and pages out of the browser’s code', () => {
    const inPage = [
      'site/guide/question-form.ts',
      'site/islands/wake.ts',
      'site/search/search-box.ts',
      'site/islands/dates-late.ts',
      'site/islands/Dates.tsx',
      'site/card/start.ts',
      'site/card/panel.tsx',
      'site/guide/assistant.ts',
    ];
    const loaded = new Set(inPage);
    for (const file of loaded) {
      const text = readFileSync(path.join('src', file), 'utf8');
      for (const [, target = ''] of text.matchAll(/^import (?!type)[^;]*?'(\.[^']+)'/gm)) {
        // A query asks the bundler for a copy of its own; the file is the same.
        loaded.add(resolve(file, target.replace(/\?\w+$/, '')));
      }
    }
    const ofTheBuild = /^guidance\/(?:knowledge|search\/making)\//;
    expect([...loaded].filter((file) => ofTheBuild.test(file))).toEqual([]);
  });
});
