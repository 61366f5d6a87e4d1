// The real build with the sample office: each outcome's sheet names the counter, without script.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isOutcome, pages } from './built.ts';

it('the site without an office names none', () => {
  expect(pages.filter(isOutcome).length).toBeGreaterThan(80);
  // The staff page lists every office, to choose from.
  for (const { path: at, html } of pages.filter(({ path: page }) => !page.startsWith('/kiosk/'))) {
    expect([at, /見本市|受付時間: /.test(html)]).toEqual([at, false]);
  }
});

it('outcomes of a city name its counter, hours and phone', { timeout: 600_000 }, () => {
  const root = mkdtempSync(path.join(tmpdir(), 'office-site-'));
  try {
    cpSync('content', root, { recursive: true });
    writeFileSync(path.join(root, 'site.yaml'), 'office: mihon\n');
    const dist = path.join(root, 'dist');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', 'build', '--force', '--outDir', dist],
      {
        encoding: 'utf8',
        env: { ...process.env, CONTENT_DIR: root, ASTRO_TELEMETRY_DISABLED: '1' },
      },
    );
    expect(status, stdout + stderr).toBe(0);
    const outcomes = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => ({ file, html: readFileSync(path.join(dist, file), 'utf8') }))
      .filter(({ html }) => html.includes('class="outcome '));
    expect(outcomes.length).toBe(pages.filter(isOutcome).length);
    for (const { file, html } of outcomes) {
      for (const said of [
        '見本市役所',
        '架空の見本',
        '月曜から金曜 8:30〜17:15',
        'tel:0000000000',
      ]) {
        expect([file, said, html.includes(said)]).toEqual([file, said, true]);
      }
      expect([file, html.includes('第3土曜の次の日の日曜')]).toEqual([file, true]);
      expect([file, /<script(?![^>]*application\/)/.test(html)]).toEqual([file, false]);
    }
  } finally {
    rmSync(root, { recursive: true });
  }
});
