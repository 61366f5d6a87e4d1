import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent, requireGoodContent } from '../../../src/build/content-check/check.ts';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { lockedPin } from '../../../src/guidance/guides/locked-pin.ts';
import { tableOf, type GuideTable } from '../../../src/guidance/guides/table.ts';

const TODAY = '2026-11-22';
const FAQ = 'faq/ja/forgot-password.md';
const GUIDE = 'guides/ja/locked-pin';
const table = tableOf(lockedPin);

/** All guides as they are, but for locked-pin. */
const withLockedPin = (changed: GuideTable) =>
  GUIDES.map(tableOf).map((guide) => (guide.id === changed.id ? changed : guide));

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  // Without the search's ninety thousand phrases, which take a second to check, but where they count.
  cpSync('content', root, { recursive: true, filter: (from) => from !== PHRASES });
});

const PHRASES = path.join('content', 'search', 'ja', 'said');
const withPhrases = () =>
  cpSync(PHRASES, path.join(root, 'search', 'ja', 'said'), { recursive: true });

afterEach(() => rmSync(root, { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  const at = path.join(root, file);
  const before = readFileSync(at, 'utf8');
  const after = change(before);
  expect(after, 'the edit must change the file').not.toBe(before);
  writeFileSync(at, after);
}

const append = (file: string, text: string) => edit(file, (old) => `${old}\n${text}\n`);

const found = (tables?: readonly GuideTable[]) =>
  checkContent(root, TODAY, tables).problems.map(({ code, file, field }) => ({
    code,
    file,
    field,
  }));

/** The line on which a text stands in a file. */
const lineOf = (file: string, text: string) =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('the content check', () => {
  it('is content with what is there', { timeout: 30_000 }, () => {
    withPhrases();
    expect(found()).toEqual([]);
  });

  it('names an unknown fact with file and line', () => {
    append(FAQ, '手数料は{{no-such-fee}}です。');
    expect(checkContent(root, TODAY).problems).toMatchObject([
      { code: 'unknown-fact', file: FAQ, line: lineOf(FAQ, 'no-such-fee'), field: 'body' },
    ]);
  });

  it('names an unknown fact in front matter with its field', () => {
    edit(FAQ, (text) => text.replace(/^answer: .*/m, 'answer: 手数料は{{no-such-fee}}です。'));
    expect(checkContent(root, TODAY).problems).toMatchObject([
      { code: 'unknown-fact', file: FAQ, line: lineOf(FAQ, 'no-such-fee'), field: 'answer' },
    ]);
  });

  it.each([
    ['a phone number', '0120-95-0178にかけます。'],
    ['a phone number in full width', '０１２０－９５－０１７８にかけます。'],
    ['a phone number without hyphens', '0120950178にかけます。'],
    ['a fee', '手数料は1,000円です。'],
    ['a clock time', '9:30からです。'],
    ['a deadline', '14日以内に届けます。'],
    ['a number of tries', '5回まちがえるとロックされます。'],
  ])('does not let %s be typed into text', (_, text) => {
    append(FAQ, text);
    expect(found()).toEqual([{ code: 'bare-number', file: FAQ, field: 'body' }]);
  });

  it('does not let a phone number be typed into the site’s own messages', () => {
    edit('interface/ja/site.json', (text) => text.replace('"本文へ進む"', '"電話 0120-95-0178"'));
    expect(found()).toMatchObject([{ code: 'bare-number', field: 'skip' }]);
  });

  it('finds a dead link', () => {
    append(FAQ, '[こちら](/faq/no-such-question/)を見てください。');
    expect(found()).toEqual([{ code: 'dead-link', file: FAQ, field: 'body' }]);
  });

  it('finds a link to a page outside that is no listed source', () => {
    append(FAQ, '[こちら](https://example.com/)を見てください。');
    expect(found()).toEqual([{ code: 'dead-link', file: FAQ, field: 'body' }]);
  });

  it('finds an unknown glossary term', () => {
    append(FAQ, '[[no-such-word]]です。');
    expect(found()).toEqual([{ code: 'unknown-term', file: FAQ, field: 'body' }]);
  });

  it.each([
    ['unknown-source', 'sources.0.id', /- \{ id: [\w-]+/, '- { id: no-such-source'],
    ['unknown-faq', 'related.0', /related: \[[\w-]+/, 'related: [no-such-question'],
    ['unknown-guide', 'guides.0', /guides: \[[\w-]+/, 'guides: [no-such-guide'],
    ['unknown-topic', 'topic', /^topic: .*/m, 'topic: no-such-topic'],
    ['schema', 'question', /^question: .*/m, 'question: ""'],
    ['schema', 'updated', /^updated: .*/m, 'updated: yesterday'],
    ['schema', 'yomi', /^yomi: .*/m, 'yomi: 漢字のよみ'],
    ['not-yaml', '-', /^question: /m, 'question: "'],
  ])('finds %s at %s', (code, field, from, to) => {
    edit(FAQ, (text) => text.replace(from, to));
    expect(found()).toContainEqual({ code, file: FAQ, field });
  });

  it('finds a letter that is looked for as two others, or as one that is itself another', () => {
    const file = 'search/ja/letters.yaml';
    edit(file, (old) => `${old.trimEnd()}\n髭: 照\n照: 髯\n`);
    expect(found()).toEqual([
      { code: 'letter-twice', file, field: '髭' },
      { code: 'letter-circle', file, field: '照' },
    ]);
  });

  it('finds a phrase for the search that stands twice, or leads nowhere', () => {
    const file = 'search/ja/said/nothing.txt';
    withPhrases();
    append(
      file,
      '「パスポートの　期限」のしらべかた\n「パスポートの期限」の調べ方？\tfaq/no-such-question',
    );
    append(file, 'ぱすぽーとの期限のしらべかた');
    expect(found()).toEqual([
      { code: 'unknown-search-name', file, field: '「パスポートの期限」の調べ方？' },
      { code: 'phrase-twice', file, field: 'ぱすぽーとの期限のしらべかた' },
    ]);
  });

  it('finds a required field that is missing', () => {
    edit(FAQ, (text) => text.replace(/^also: .*\n/m, ''));
    expect(found()).toEqual([{ code: 'schema', file: FAQ, field: 'also' }]);
  });

  it('finds a file without front matter', () => {
    writeFileSync(path.join(root, FAQ), '本文だけ');
    expect(found()).toContainEqual({ code: 'no-front-matter', file: FAQ, field: '-' });
  });

  it('finds two questions with one address', () => {
    cpSync(path.join(root, FAQ), path.join(root, 'faq/ja/Forgot-Password.md'));
    const codes = found().map(({ code }) => code);
    expect(codes).toContain('duplicate-slug');
  });

  it('finds a missing, a stray, an empty and a misplaced section of an outcome', () => {
    const file = `${GUIDE}/counter.md`;
    edit(file, (text) => text.replace(/## 費用と時間[\s\S]*?(?=## )/, ''));
    expect(found()).toEqual([{ code: 'missing-section', file, field: '費用と時間' }]);

    append(file, '## おまけ\n\n中身');
    expect(found().map(({ code }) => code)).toContain('stray-section');

    const other = `${GUIDE}/change-pin.md`;
    edit(other, (text) => text.replace(/(## 費用と時間\n)[\s\S]*?(?=## )/, '$1\n'));
    expect(found()).toContainEqual({ code: 'empty-section', file: other, field: '費用と時間' });

    const third = `${GUIDE}/face-card.md`;
    edit(third, (text) =>
      text.replace(/(## 持っていくもの[\s\S]*?)(## 費用と時間[\s\S]*?)(?=## )/, '$2$1'),
    );
    expect(found().filter((problem) => problem.file === third)).toMatchObject([
      { code: 'section-order' },
    ]);
  });

  it('finds a state without text and a text without state', () => {
    renameSync(path.join(root, GUIDE, 'counter.md'), path.join(root, GUIDE, 'kounter.md'));
    expect(found()).toEqual([
      { code: 'stray-state-text', file: `${GUIDE}/kounter.md`, field: '-' },
      { code: 'missing-state-text', file: `${GUIDE}/counter.md`, field: '-' },
    ]);
  });

  it('finds an answer without label and a label without answer', () => {
    const file = `${GUIDE}/whose-card.md`;
    edit(file, (text) => text.replace('  own:', '  mine:'));
    expect(found()).toEqual([
      { code: 'missing-answer-label', file, field: 'answers' },
      { code: 'stray-answer-label', file, field: 'answers.mine' },
    ]);
  });

  it('finds an answer that leads nowhere, a dead end and a state nobody reaches', () => {
    const transitions = {
      ...table.transitions,
      'whose-card': {
        own: 'which-pin',
        guardian: 'nowhere',
        proxy: 'counter-proxy',
        unknown: 'ask-counter',
      },
    };
    const codes = found(withLockedPin({ ...table, transitions }));
    expect(codes).toEqual([
      { code: 'answer-without-target', file: 'guides: locked-pin', field: 'whose-card.guardian' },
      { code: 'unreachable-state', file: 'guides: locked-pin', field: 'counter-guardian' },
    ]);

    const circle = { ...table, transitions: { problem: { unknown: 'problem' } } };
    expect(found(withLockedPin(circle))).toContainEqual({
      code: 'dead-end',
      file: 'guides: locked-pin',
      field: 'problem',
    });
  });

  it('finds facts without name, source or hours, and names without facts', () => {
    edit('facts/ja.yaml', (text) => text.replace('renewal-fee:', 'renewal-feee:'));
    edit('facts/phones.yaml', (text) => text.replace('hours: foreign-hours', 'hours: tea-time'));
    edit('facts/fees.yaml', (text) => text.replace('source: jpki-faq', 'source: hearsay'));
    expect(
      found()
        .map(({ code, field }) => `${code} ${field}`)
        .sort(),
    ).toEqual([
      'missing-label renewal-fee',
      'stray-label renewal-feee',
      'unknown-hours foreign-line.hours',
      'unknown-source renewal-fee.source',
    ]);
  });

  it('warns, and does not stop, when a fact is past its day', () => {
    const { problems, warnings } = checkContent(root, '2030-01-01');
    expect(problems).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('stale-fact');
    expect(checkContent(root, TODAY).warnings).toEqual([]);
  });

  it('stops the build with file, line, field and remedy in Japanese', () => {
    append(FAQ, '手数料は{{no-such-fee}}です。');
    const line = lineOf(FAQ, 'no-such-fee');
    expect(() => requireGoodContent(checkContent(root, TODAY), root)).toThrow(
      `${FAQ}:${line} [body] 事実「no-such-fee」は content/facts/ にありません。綴りを直すか、content/facts/ に足してください。`,
    );
  });
});
