// Floor: build. Writes the help screen's service worker: its code without types, and before it the
// list of every file of this very build with its hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/** At the root, so that its scope may be /kiosk/ and no header is needed for it. */
const WORKER = 'kiosk-worker.js';
const SOURCE = 'src/kiosk/worker/kiosk-worker.ts';
const NOT_SERVED = new Set(['_headers', WORKER]);

export interface KioskManifest {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Every served file of a built site by request path, with its SHA-256 in base64. */
export function kioskManifest(dist: string): KioskManifest {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => !NOT_SERVED.has(name) && statSync(path.join(dist, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  const files = Object.fromEntries(
    names.map((name) => [
      `/${name}`.replace(/\/index\.html$/, '/'),
      sha256(readFileSync(path.join(dist, name))).toString('base64'),
    ]),
  );
  return { version: sha256(JSON.stringify(files)).toString('hex').slice(0, 16), files };
}

/** Writes the worker of the site in `dist`; call it when every other file is final. */
export function writeKioskWorker(dist: string): void {
  const code = stripTypeScriptTypes(readFileSync(SOURCE, 'utf8'))
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\n\s*\n/g, '\n');
  const manifest = JSON.stringify(kioskManifest(dist));
  writeFileSync(path.join(dist, WORKER), `const KIOSK_MANIFEST = ${manifest};\n${code}`);
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
