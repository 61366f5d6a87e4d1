// Floor: build. A small server of the built site, as a static host would serve it: the headers of
// `_headers`, brotli, `404.html`. For `npm start`, for tests and for the benchmark; not for the
// public internet.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { headersFor, parseHeaders } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

interface Served {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
}

const compress = (plain: Buffer): Buffer =>
  brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Reads a built site into memory, by request path; `_headers` itself is not served. */
function load(dist: string): Map<string, Served> {
  const site = new Map<string, Served>();
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(dist, name);
    if (!statSync(file).isFile() || name === '_headers') continue;
    const plain = readFileSync(file);
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    const pathname = `/${name.split(path.sep).join('/')}`.replace(/\/index\.html$/, '/');
    site.set(pathname, { type, plain, brotli: compress(plain) });
  }
  return site;
}

/** Serves the built site in `dist`. Listen on it with a port of your choice. */
export function siteServer(dist: string): Server {
  const site = load(dist);
  const rules = parseHeaders(readFileSync(path.join(dist, '_headers'), 'utf8'));
  const missing = site.get('/404.html');
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!site.has(pathname) && site.has(`${pathname}/`)) {
      response.writeHead(308, { Location: `${pathname}/` }).end();
      return;
    }
    const found = site.get(pathname) ?? missing;
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const encoded = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const body = encoded ? found.brotli : found.plain;
    response.writeHead(site.has(pathname) ? 200 : 404, {
      'Cache-Control': 'no-cache',
      ...headersFor(rules, pathname),
      'Content-Type': found.type,
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
      ...(encoded ? { 'Content-Encoding': 'br' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
}
