import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffText } from '../../../src/build/guides-diff-text.ts';
import {
  checkOut,
  editionOf,
  EditionError,
  machinesIn,
} from '../../../src/build/guides-edition.ts';
import { csvText, summaryRows, tableText } from '../../../src/build/guides-report-text.ts';
import { lockedPin } from '../../../src/guidance/guides/locked-pin.ts';
import { editorWords } from '../../../src/guidance/knowledge/catalogue.ts';

const say = editorWords();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guides-test-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the content in which a file was changed. */
function edited(file: string, change: (text: string) => string): string {
  const root = mkdtempSync(path.join(folder, 'content-'));
  cpSync('content', root, { recursive: true });
  const at = path.join(root, file);
  const before = readFileSync(at, 'utf8');
  const after = change(before);
  expect(after, 'the edit must change the file').not.toBe(before);
  writeFileSync(at, after);
  return root;
}

const compare = (root: string): string => {
  const now = editionOf([lockedPin], 'content');
  return diffText(editionOf([lockedPin], root, now.knowledge.say), now, 'old', say);
};

describe('the difference between two editions', () => {
  it('is nothing when nothing changed', () => {
    expect(compare('content')).toContain('結果、持ち物、費用、電話番号は変わりません');
  });

  it('is nothing when only a fact’s day of review changed', () => {
    const root = edited('facts/phones.yaml', (text) =>
      text.replaceAll(/until: \d{4}-\d{2}-\d{2}/g, 'until: 2020-01-01'),
    );
    expect(compare(root)).toContain('変わりません');
  });

  it('names a phone number that changed, and for whom', () => {
    const root = edited('facts/phones.yaml', (text) =>
      text.replace('0120-95-0178', '0120-00-0000'),
    );
    const text = compare(root);
    expect(text).toMatch(/電話番号:\n {4}− .*0120-00-0000.*\n(?:.*\n)*? {4}＋ .*0120-95-0178/);
    expect(text).toMatch(/答え:\n {4}・/);
  });

  it('names what is to be brought now and was not', () => {
    const root = edited('guides/ja/locked-pin/counter-proxy.md', (text) =>
      text.replace(/(## 持っていくもの\n\n)- .*\n/, '$1'),
    );
    expect(compare(root)).toMatch(/結果は同じです.*\n {2}持っていくもの:\n {4}＋ /);
  });

  it('says that a guide is paused now', () => {
    const now = edited('guides/ja/locked-pin/index.md', (text) =>
      text.replace(/^about:/m, 'status: paused\nofficial: https://www.jpki.go.jp/\nabout:'),
    );
    const before = editionOf([lockedPin], 'content');
    const text = diffText(before, editionOf([lockedPin], now), 'old', say);
    expect(text).toContain('公式のページ（https://www.jpki.go.jp/）へ案内します');
  });
});

describe('an edition out of git', () => {
  const git = (...command: string[]) =>
    execFileSync(
      'git',
      ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.jp', ...command],
      {
        stdio: 'ignore',
      },
    );

  it('has the machines and the content of that commit, and leaves the work tree alone', async () => {
    const guides = path.join(folder, 'src/guidance/guides');
    cpSync('src/guidance/guides', guides, { recursive: true });
    cpSync('content', path.join(folder, 'content'), { recursive: true });
    writeFileSync(
      path.join(guides, 'catalogue.ts'),
      "import { lockedPin } from './locked-pin.ts';\nexport const GUIDES = [lockedPin];\n",
    );
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'old');
    const machine = path.join(guides, 'locked-pin.ts');
    writeFileSync(machine, 'throw new Error("the work tree is not read");\n');

    const old = checkOut('HEAD', folder);
    try {
      const machines = await machinesIn(old);
      const now = editionOf(machines, 'content');
      const before = editionOf(machines, path.join(old, 'content'), now.knowledge.say);
      expect(before.tables.map(({ id }) => id)).toEqual(['locked-pin']);
      expect(diffText(before, now, 'HEAD', say)).toContain('変わりません');
    } finally {
      rmSync(old, { recursive: true });
    }
    expect(existsSync('node_modules')).toBe(true);
    expect(readFileSync(machine, 'utf8')).toContain('not read');
  });

  it('says when there is no such commit, or no guide in it', () => {
    expect(() => checkOut('no-such-commit', folder)).toThrow(EditionError);
    expect(() => checkOut('--help', folder)).toThrow(EditionError);
    git('rm', '--quiet', '-r', '-f', 'src');
    git('commit', '--quiet', '-m', 'none');
    expect(() => checkOut('HEAD', folder)).toThrow('no-guides');
  });
});

describe('the report', () => {
  it('stands in columns, a Japanese character being two wide', () => {
    expect(
      tableText([
        ['案内', '問'],
        ['ab', '7'],
      ]),
    ).toBe('案内  問\nab     7');
  });

  it('is CSV that a spreadsheet opens: a byte mark, CRLF, quotes where needed', () => {
    expect(
      csvText([
        ['あ', 'い"う'],
        ['1,000', ''],
      ]),
    ).toBe('\ufeffあ,"い""う"\r\n"1,000",\r\n');
  });

  it('has a head for every column', () => {
    expect(summaryRows([], say)).toEqual([
      ['案内', '質問', '結果', '道すじ', '最長（問）', '平均（問）'],
    ]);
  });

  it('is written by the command, as text and as files', () => {
    const csv = path.join(folder, 'csv');
    const { status, stdout } = spawnSync(
      process.execPath,
      ['src/build/guides-report.ts', 'locked-pin', '--csv', csv],
      { encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('[counter-proxy]');
    const lines = readFileSync(path.join(csv, 'locked-pin.csv'), 'utf8').trim().split('\r\n');
    const columns = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(',').length);
    expect(new Set(columns).size).toBe(1);
    expect(readFileSync(path.join(csv, 'guides.csv'), 'utf8')).toContain('\r\nlocked-pin,');
  });

  it('refuses a guide that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/build/guides-report.ts', 'nope'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('案内「nope」はありません');
  });
});
