// The zip as a city gets it: unpacked elsewhere, started with Node and with Python.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packed } from '../../src/build/pack.ts';
import { files } from '../site/built.ts';
import { end, expectServes, freePort, start } from './serving.ts';

let root: string;
let content: Readonly<Record<string, Uint8Array>>;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'pack-'));
  content = unzipSync(packed('dist', '2026-11-22'));
  for (const [name, data] of Object.entries(content)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), data);
  }
});

afterAll(() => rmSync(root, { recursive: true }));

describe('the zip', () => {
  it('holds the whole site, both servers and how to start them', () => {
    expect(Object.keys(content).sort()).toEqual(
      [...files.map((file) => `site/${file}`), 'README.ja.txt', 'serve.mjs', 'serve.py'].sort(),
    );
    for (const file of files) {
      expect([
        file,
        readFileSync(path.join(root, 'site', file)).equals(readFileSync(`dist/${file}`)),
      ]).toEqual([file, true]);
    }
    expect(readFileSync(path.join(root, 'README.ja.txt'), 'utf8')).toContain('2026-11-22に作成');
  });

  it('names no outside host that a browser would ask', () => {
    const asks =
      /(?:src|action)="https?:|<link[^>]+rel="(?!canonical)[^"]*"[^>]+href="https?:|@import|url\(["']?https?:/;
    const pages = Object.entries(content).filter(([name]) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(200);
    const asking = pages.filter(([, data]) => asks.test(new TextDecoder().decode(data)));
    expect(asking.map(([name]) => name)).toEqual([]);
  });

  it('runs with Node', async () => {
    const port = await freePort();
    const child = await start(process.execPath, ['serve.mjs', String(port)], port, root);
    try {
      await expectServes(port);
    } finally {
      await end(child);
    }
  });

  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  it.skipIf(!python)('runs with Python (needs Python installed)', async () => {
    const port = await freePort();
    const child = await start(python ?? '', ['serve.py', String(port)], port, root);
    try {
      await expectServes(port);
    } finally {
      await end(child);
    }
  });
});
