import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkContent, problemText } from '../../../src/build/content-check/check.ts';
import { lockedPin } from '../../../src/guidance/guides/locked-pin.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';
import { editorWords } from '../../../src/guidance/knowledge/catalogue.ts';

const FILE = 'guides/ja/locked-pin/index.md';
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync('content', root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

function pause(lines: string) {
  const at = path.join(root, FILE);
  writeFileSync(at, readFileSync(at, 'utf8').replace(/^about:/m, `${lines}\nabout:`));
  return checkContent(root, '2026-11-22', [tableOf(lockedPin)]).problems.filter(
    ({ file }) => file === FILE,
  );
}

it('a paused guide needs the official page to send people to', () => {
  const problems = pause('status: paused');
  expect(problems).toMatchObject([
    { code: 'paused-without-official', file: FILE, field: 'status' },
  ]);
  const text = problems.map((problem) => problemText(problem, editorWords(root), 'report.problem'));
  expect(text[0]).toContain('official に書いてください');
});

it('a paused guide with an official page is fine', () => {
  expect(pause('status: paused\nofficial: https://www.jpki.go.jp/')).toEqual([]);
});

it('an official page may stay when the guide is taken up again', () => {
  expect(pause('official: https://www.jpki.go.jp/')).toEqual([]);
});
