import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent, problemText } from '../../../src/build/content-check/check.ts';
import { editorWords } from '../../../src/guidance/knowledge/catalogue.ts';

const OFFICE = 'office/mihon.yaml';
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'office-'));
  cpSync('content', root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** Changes one file and says what the check then finds. */
function after(file: string, from: string, to: string, today = '2026-11-22') {
  const at = path.join(root, file);
  const text = readFileSync(at, 'utf8');
  expect(text).toContain(from);
  writeFileSync(at, text.replace(from, to));
  return checkContent(root, today);
}

describe('the check of an office', () => {
  it.each([
    ['a misspelt weekday', 'days: [thu]', 'days: [thurs]', 'schema', 'hours.open.1.days.0'],
    ['a field nobody knows', 'phone: 00-', 'telefon: 00-', 'schema', '-'],
    [
      'hours that run backwards',
      "from: '9:00', to: '12:00'",
      "from: '9:00', to: '8:00'",
      'office-span',
      'hours.open.2',
    ],
    [
      'a closed time that runs backwards',
      'to: 2027-02-14',
      'to: 2027-02-12',
      'office-span',
      'hours.closed.dates.0',
    ],
    ['a day no year has', 'from: 12-29', 'from: 11-31', 'office-day', 'hours.closed.yearEnd.from'],
    [
      'a guide that is not there',
      'print: false',
      'guides: [locked-pn]',
      'unknown-guide',
      'screen.guides.0',
    ],
    ['broken YAML', 'name: 見本市役所', 'name: [見本市役所', 'not-yaml', '-'],
  ])('names %s with file, field and remedy', (_, from, to, code, field) => {
    const { problems } = after(OFFICE, from, to);
    expect(problems).toMatchObject([{ code, file: OFFICE, field }]);
    const [problem] = problems;
    if (!problem) throw new Error('unreachable');
    expect(problem.line).toBeGreaterThan(0);
    expect(problemText(problem, editorWords(root), 'report.problem')).toMatch(
      new RegExp(`^${OFFICE}:\\d+ \\[.+\\] .+。$`, 's'),
    );
  });

  it('names an office that site.yaml points at and nobody wrote', () => {
    expect(after('site.yaml', '{}', 'office: nowhere').problems).toMatchObject([
      { code: 'unknown-office', file: 'site.yaml', field: 'office' },
    ]);
  });

  it('names a stop whose fact is missing', () => {
    expect(after('stops.yaml', 'fact: national-stop', 'fact: no-stop').problems).toMatchObject([
      { code: 'unknown-fact', file: 'stops.yaml', field: 'fact' },
    ]);
  });

  it('warns when the hours have not been looked at for too long', () => {
    const { problems, warnings } = after(OFFICE, 'print: false', 'print: true', '2027-11-22');
    expect(problems).toEqual([]);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'stale-office', file: OFFICE }),
    );
  });
});
