import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kioskManifest, writeKioskWorker } from '../../../src/build/kiosk-worker.ts';

let dist: string;

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'worker-'));
  mkdirSync(path.join(dist, 'faq/one'), { recursive: true });
  for (const [name, text] of Object.entries({
    'index.html': 'front',
    'faq/one/index.html': 'one',
    '404.html': 'missing',
    'icon.png': 'one',
    _headers: '/*',
  })) {
    writeFileSync(path.join(dist, name), text);
  }
});

afterEach(() => rmSync(dist, { recursive: true }));

describe('the list of the offline worker', () => {
  it('names every served file by its address, with its hash', () => {
    const { files } = kioskManifest(dist);
    expect(Object.keys(files).sort()).toEqual(['/', '/404.html', '/faq/one/', '/icon.png']);
    expect(files['/faq/one/']).toBe(createHash('sha256').update('one').digest('base64'));
  });

  it('has another version as soon as one octet differs, and the same when none does', () => {
    const before = kioskManifest(dist).version;
    writeKioskWorker(dist);
    expect(kioskManifest(dist).version).toBe(before);
    writeFileSync(path.join(dist, 'icon.png'), 'two');
    expect(kioskManifest(dist).version).not.toBe(before);
  });

  it('stands before code that a browser can read: no types, no imports', () => {
    writeKioskWorker(dist);
    const code = readFileSync(path.join(dist, 'kiosk-worker.js'), 'utf8');
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toMatch(/^\s*(import|export|interface|declare)\b/m);
    expect(code).toContain(kioskManifest(dist).version);
  });
});
