// The nginx example with a real nginx, where there is one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { end, expectServes, freePort, start } from './serving.ts';

const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((at) =>
  existsSync(at),
);
const MIME_TYPES = ['/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'].find((at) =>
  existsSync(at),
);

if (!nginx) console.warn('nginx is not installed: its example is not tried. apt-get install nginx');

it.skipIf(!nginx)('serves the site with every header (needs nginx installed)', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const site = readFileSync('docs/operate/nginx.conf', 'utf8')
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
    .replace('/srv/help/dist', path.resolve('dist'));
  expect(site).toContain(path.resolve('dist'));
  const conf = path.join(root, 'nginx.conf');
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    conf,
    [
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'daemon off;',
      `pid ${root}/pid;`,
      'error_log stderr warn;',
      'events {}',
      'http {',
      `include ${MIME_TYPES};`,
      'access_log off;',
      ...temp.map((kind) => `${kind}_temp_path ${root}/${kind};`),
      site,
      '}',
    ].join('\n'),
  );
  const args = ['-p', root, '-e', 'stderr', '-c', conf];
  try {
    const test = spawnSync(nginx ?? '', [...args, '-t'], { encoding: 'utf8' });
    expect([test.status, test.stderr]).toEqual([0, expect.stringContaining('successful')]);
    expect(test.stderr).not.toContain('[warn]');
    const child = await start(nginx ?? '', args, port);
    try {
      await expectServes(port);
    } finally {
      await end(child);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
