// The real build with a guide that is paused: its addresses stay, and lead to the official page.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lockedPin } from '../../src/guidance/guides/locked-pin.ts';
import { tableOf } from '../../src/guidance/guides/table.ts';

const OFFICIAL = 'https://www.jpki.go.jp/procedure/password.html';
const { transitions, outcomes } = tableOf(lockedPin);

it(
  'a paused guide asks and answers nothing, and sends to the official page',
  { timeout: 600_000 },
  () => {
    const root = mkdtempSync(path.join(tmpdir(), 'paused-'));
    try {
      cpSync('content', root, { recursive: true });
      const about = path.join(root, 'guides/ja/locked-pin/index.md');
      const text = readFileSync(about, 'utf8');
      writeFileSync(
        about,
        text.replace(/^about:/m, `status: paused\nofficial: ${OFFICIAL}\nabout:`),
      );
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
      const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
      for (const state of ['', ...Object.keys(transitions), ...outcomes]) {
        const html = read(path.join('guides/locked-pin', state, 'index.html'));
        expect([state, html.includes('いま直しています')]).toEqual([state, true]);
        expect([state, html.includes(`href="${OFFICIAL}"`)]).toEqual([state, true]);
        expect([state, /data-question|class="outcome |<script/.test(html)]).toEqual([state, false]);
        expect([state, html.includes('content="noindex"')]).toEqual([state, state !== '']);
      }
      const index = readdirSync(path.join(dist, 'search-index'))
        .map((file) => read(`search-index/${file}`))
        .join('');
      expect(index).toContain('"guides/locked-pin"');
      expect(index).not.toMatch(/guides\/locked-pin\/\w/);
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);
