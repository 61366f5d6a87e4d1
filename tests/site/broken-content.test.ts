// The real build, on content with a mistake: it must stop and say what to mend.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

it('a mistake in content stops the build with file, field and remedy', { timeout: 60_000 }, () => {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'));
  try {
    cpSync('content', root, { recursive: true });
    appendFileSync(path.join(root, 'faq/ja/same-day-use.md'), '\n[こちら](/no-such-page/)\n');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', path.join(root, 'dist')],
      {
        encoding: 'utf8',
        env: { ...process.env, CONTENT_DIR: root, ASTRO_TELEMETRY_DISABLED: '1' },
      },
    );
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(
      /faq\/ja\/same-day-use\.md:\d+ \[body\] リンク先「\/no-such-page\/」/,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
