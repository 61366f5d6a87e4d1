// Serves the folder `site` on this computer only: node serve.mjs [port]. Needs Node.js 18 or newer and
// nothing else. Sends the headers of site/_headers. Not for the public internet.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('./site/', import.meta.url));
const PORT = Number(process.argv[2] ?? 8080);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** Rules of `_headers`: an unindented line is a path, the indented ones below it are headers. */
const rules = [];
for (const line of readFileSync(path.join(ROOT, '_headers'), 'utf8').split(/\r?\n/)) {
  const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
  if (header) rules.at(-1).headers[header[1]] = header[2];
  else if (/^\//.test(line)) rules.push({ pattern: line.trim(), headers: {} });
}

const headersFor = (pathname) =>
  Object.assign(
    { 'Cache-Control': 'no-cache' },
    ...rules
      .filter(({ pattern }) =>
        pattern.endsWith('*') ? pathname.startsWith(pattern.slice(0, -1)) : pathname === pattern,
      )
      .map(({ headers }) => headers),
  );

/** The file of a request path; undefined when there is none or it would leave the folder. */
function fileOf(pathname) {
  const file = path.normalize(path.join(ROOT, decodeURIComponent(pathname)));
  const isInside = file.startsWith(ROOT) && file !== path.join(ROOT, '_headers');
  return isInside ? file : undefined;
}

const kindOf = (file) => {
  const found = file && statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : undefined;
};

const server = createServer((request, response) => {
  try {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = fileOf(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (kindOf(file) === 'folder') {
      response.writeHead(308, { Location: `${pathname}/` }).end();
      return;
    }
    const isThere = kindOf(file) === 'file';
    const served = isThere ? file : path.join(ROOT, '404.html');
    response.writeHead(isThere ? 200 : 404, {
      ...headersFor(pathname),
      'Content-Type': TYPES[path.extname(served)] ?? 'application/octet-stream',
    });
    response.end(request.method === 'HEAD' ? undefined : readFileSync(served));
  } catch {
    response.writeHead(400).end();
  }
});
server.listen(PORT, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`));
