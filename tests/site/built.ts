// The built site as files, for tests that need no browser. Run after `npm run build`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const DIST = 'dist';

if (!existsSync(DIST)) throw new Error('dist/ is missing: run "npm run build" first');

export const files: readonly string[] = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => statSync(path.join(DIST, name)).isFile());

export const read = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');

export interface BuiltPage {
  /** Request path, e.g. `/faq/forgot-password/`. */
  readonly path: string;
  readonly file: string;
  readonly html: string;
}

export const pages: readonly BuiltPage[] = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, path: `/${file.replace(/index\.html$/, '')}`, html: read(file) }));

export const brotliSize = (text: string | Buffer): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Script files a page loads, following static imports between them. */
export function scriptsOf(html: string): string[] {
  const found = new Set(
    [...html.matchAll(/<script[^>]*\bsrc="\/(?<file>[^"]+)"/g)].map(
      ({ groups }) => groups?.['file'] ?? '',
    ),
  );
  for (const file of found) {
    for (const [, target = ''] of read(file).matchAll(/from"\.\/([^"]+)"/g)) {
      found.add(path.posix.join(path.posix.dirname(file), target));
    }
  }
  return [...found];
}

const DATA = /type="application\/json"/;

/** Code of a page's inline scripts (data blocks are no code). */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g)]
    .filter(({ groups }) => !DATA.test(groups?.['attributes'] ?? ''))
    .map(({ groups }) => groups?.['code'] ?? '')
    .filter((code) => code !== '');

/** Bytes (brotli) of all script a page runs on arrival, inline and loaded. */
export const scriptBytes = (html: string): number =>
  [...inlineScripts(html), ...scriptsOf(html).map(read)].reduce(
    (sum, code) => sum + brotliSize(code),
    0,
  );

export const isFaq = ({ path: at }: BuiltPage): boolean => /^\/faq\/[^/]+\/$/.test(at);

export const isQuestion = ({ html }: BuiltPage): boolean => html.includes('data-question=');

export const isOutcome = ({ html }: BuiltPage): boolean => html.includes('class="outcome ');
