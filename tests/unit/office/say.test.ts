import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { officeWords } from '../../../src/guidance/knowledge/catalogue.ts';
import { holidaysBetween } from '../../../src/guidance/office/holidays.ts';
import { openingAt } from '../../../src/guidance/office/opening.ts';
import {
  closedLines,
  hoursLines,
  openingLines,
  sayRule,
} from '../../../src/guidance/office/say.ts';
import { jst, SAMPLE } from './offices.ts';

const words = officeWords('ja');

describe('hours in words', () => {
  it('say when the counter is open', () => {
    expect(hoursLines(SAMPLE.hours, words)).toEqual([
      '月曜から金曜 8:30〜17:15',
      '第2・第4木曜 17:15〜19:00',
      '第2・第4日曜（祝日も） 9:00〜12:00',
    ]);
  });

  it('say when it is closed', () => {
    expect(closedLines(SAMPLE.hours, words)).toEqual([
      '祝日',
      '年末年始（12月29日〜1月3日）',
      '2027年2月13日から2027年2月14日まで（庁舎の点検）',
    ]);
  });

  it('say days that are no range, and days after others', () => {
    expect(sayRule({ days: ['sun', 'wed'] }, words)).toBe('水・日曜');
    expect(sayRule({ days: ['sat'], nth: [3], after: 1 }, words)).toBe('第3土曜の1日あと');
  });

  it.each([
    ['2026-11-24 9:00', ['いま開いています（17:15まで）']],
    [
      '2026-11-24 8:00',
      ['いまは閉まっています（まだ受付の時間になっていません）', '次に開くのは、きょうの8:30です'],
    ],
    ['2026-11-23 9:00', ['いまは閉まっています（祝日）', '次に開くのは、あしたの8:30です']],
    [
      '2026-11-22 9:00',
      [
        'いまは閉まっています（全国のシステムが止まる日）',
        '次に開くのは、11月24日（火）の8:30です',
      ],
    ],
    [
      '2027-02-13 9:00',
      ['いまは閉まっています（庁舎の点検）', '次に開くのは、2月15日（月）の8:30です'],
    ],
    ['2030-01-01 9:00', ['開いている時間は、職員に聞いてください']],
  ])('say at %s whether it is open', (text, lines) => {
    expect(openingLines(openingAt(SAMPLE, jst(text)), jst(text), words)).toEqual(lines);
  });
});

describe('the public holidays', () => {
  it('follow the Public Holidays Act for 2027', () => {
    // Written by hand from the Act's rules; the equinoxes are 21 March, a Sunday, and 23 September.
    expect(holidaysBetween('2027-01-01', '2027-12-31')).toEqual([
      '2027-01-01',
      '2027-01-11',
      '2027-02-11',
      '2027-02-23',
      '2027-03-21',
      '2027-03-22',
      '2027-04-29',
      '2027-05-03',
      '2027-05-04',
      '2027-05-05',
      '2027-07-19',
      '2027-08-11',
      '2027-09-20',
      '2027-09-23',
      '2027-10-11',
      '2027-11-03',
      '2027-11-23',
    ]);
  });
});

describe('the words of offices and staff', () => {
  it.each(['office', 'staff'])('%s.json holds no message that nothing says', (name) => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|tsx|astro)$/.test(file))
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\n');
    const prefixes = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix);
    const keys = Object.keys(
      JSON.parse(readFileSync(`content/interface/ja/${name}.json`, 'utf8')) as object,
    );
    expect(
      keys.filter(
        (key) =>
          !sources.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
      ),
    ).toEqual([]);
  });
});
