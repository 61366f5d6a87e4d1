import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import siteJa from '../../../content/interface/ja/site.json' with { type: 'json' };
import { eraOf } from '../../../src/guidance/dates/eras.ts';
import { type JapanDay, numbersOf } from '../../../src/guidance/dates/japan-day.ts';
import { parseDay } from '../../../src/guidance/dates/parse-day.ts';
import { sayDay } from '../../../src/guidance/dates/say-day.ts';
import { anyDay, DAY_WORDS } from './days.ts';

const ALL = { earliest: '1900-01-01', latest: '2199-12-31' } as const;
const read = (text: string) => {
  const parsed = parseDay(text, ALL);
  return parsed.ok ? parsed.day : parsed.code;
};

const wide = (text: string) =>
  text
    .replaceAll(' ', '　')
    .replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));

describe('reading a day', () => {
  it.each([
    ['S40.5.1', '1965-05-01'],
    ['昭和40年5月1日', '1965-05-01'],
    ['昭和４０年　５月　１日', '1965-05-01'],
    ['昭40-5-1', '1965-05-01'],
    ['ｓ40/05/01', '1965-05-01'],
    ['S400501', '1965-05-01'],
    ['しょうわ40年5月1日', '1965-05-01'],
    ['㍼40年5月1日', '1965-05-01'],
    ['昭和四十年五月一日', '1965-05-01'],
    ['２０２４／１／９', '2024-01-09'],
    ['2024-01-09', '2024-01-09'],
    ['2024.1.9', '2024-01-09'],
    ['2024 1 9', '2024-01-09'],
    ['2024、1、9', '2024-01-09'],
    ['2024・1・9', '2024-01-09'],
    ['20240109', '2024-01-09'],
    ['西暦2024年1月9日', '2024-01-09'],
    ['二〇二四年一月九日', '2024-01-09'],
    ['二〇二四年十二月二十九日', '2024-12-29'],
    ['R6.1.9', '2024-01-09'],
    ['r6 1 9', '2024-01-09'],
    ['令和6年1月9日（火）', '2024-01-09'],
    ['令和6年(2024年)1月9日', '2024-01-09'],
    ['2024年（令和6年）1月9日まで有効', '2024-01-09'],
    ['㋿6年1月9日', '2024-01-09'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和元.5.1', '2019-05-01'],
    ['R元/5/1', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['大正15年12月25日', '1926-12-25'],
    ['昭和元年12月25日', '1926-12-25'],
    ['明治45年7月30日', '1912-07-30'],
    ['大正元年7月30日', '1912-07-30'],
    ['平成40年5月1日', '2028-05-01'],
    ['平成12年2月29日', '2000-02-29'],
  ])('takes %s for %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['', 'empty'],
    [' 　', 'empty'],
    ['昨日', 'incomplete'],
    ['5月1日', 'incomplete'],
    ['昭和40年5月', 'incomplete'],
    ['2024', 'incomplete'],
    ['2024年', 'incomplete'],
    ['202415', 'incomplete'],
    ['2024/1/9 10:00', 'incomplete'],
    ['1234-5678-9012', 'impossible'],
    ['40.5.1', 'era-missing'],
    ['5/1/2024', 'era-missing'],
    ['2023年2月29日', 'impossible'],
    ['1900年2月29日', 'impossible'],
    ['2024/13/1', 'impossible'],
    ['2024/0/1', 'impossible'],
    ['2024/4/31', 'impossible'],
    ['令和0年5月1日', 'impossible'],
    ['令和2024年5月1日', 'impossible'],
    ['平成元年1月7日', 'impossible'],
    ['昭和64年1月8日', 'impossible'],
    ['令和元年4月30日', 'impossible'],
    ['大正15年12月26日', 'impossible'],
    ['明治5年1月1日', 'out-of-range'],
    ['1899-12-31', 'out-of-range'],
    ['9999-12-31', 'out-of-range'],
  ])('calls 「%s」 %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('keeps to the range it is given, its ends included', () => {
    const range = { earliest: '2016-01-01', latest: '2026-11-22' } as const;
    expect(parseDay('2016/1/1', range)).toEqual({ ok: true, day: '2016-01-01' });
    expect(parseDay('令和8年11月22日', range)).toEqual({ ok: true, day: '2026-11-22' });
    for (const text of ['2015/12/31', 'R8.11.23']) {
      expect(parseDay(text, range)).toEqual({ ok: false, code: 'out-of-range' });
    }
  });

  it('names the first problem in the order empty, incomplete, impossible, out of range', () => {
    const range = { earliest: '2016-01-01', latest: '2016-01-01' } as const;
    const codes = ['', '1999/2', '1999/2/30', '1999/2/28'].map((text) => {
      const parsed = parseDay(text, range);
      return parsed.ok ? parsed.day : parsed.code;
    });
    expect(codes).toEqual(['empty', 'incomplete', 'impossible', 'out-of-range']);
  });

  it('reads every day back in both calendars, in any width and with any separator', () => {
    const letters = { meiji: 'M', taisho: 'T', showa: 'S', heisei: 'H', reiwa: 'R' };
    const separator = fc.constantFrom('/', '.', '-', ' ', '・', '、', '−', 'ー', ' . ');
    fc.assert(
      fc.property(anyDay('1900-01-01', '2199-12-31'), separator, fc.boolean(), (day, by, full) => {
        const { year, month, date } = numbersOf(day);
        const { era, year: eraYear } = eraOf(day);
        const name = DAY_WORDS.eras[era];
        const first = eraYear === 1 ? '元' : eraYear;
        const texts = [
          [year, month, date].join(by),
          day,
          day.replaceAll('-', ''),
          `${letters[era]}${[eraYear, month, date].join(by)}`,
          `${name}${first}年${month}月${date}日`,
          `${name}${[first, month, date].join(by)}`,
          sayDay(day, DAY_WORDS),
          `${name}${first}年（${year}年）${month}月${date}日`,
        ];
        for (const text of texts)
          expect([text, read(full ? wide(text) : text)]).toEqual([text, day]);
      }),
      { numRuns: 400 },
    );
  });

  it('survives any input', { timeout: 20_000 }, () => {
    const codes = ['empty', 'incomplete', 'era-missing', 'impossible', 'out-of-range'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const found = read(text);
        expect(codes.includes(found) || /^\d{4}-\d{2}-\d{2}$/.test(found)).toBe(true);
      }),
    );
  });
});

describe('saying a day', () => {
  it.each<[JapanDay, string]>([
    ['2027-05-01', '2027年5月1日（令和9年）'],
    ['2019-05-01', '2019年5月1日（令和元年）'],
    ['2019-04-30', '2019年4月30日（平成31年）'],
    ['1989-01-08', '1989年1月8日（平成元年）'],
    ['1989-01-07', '1989年1月7日（昭和64年）'],
    ['1926-12-25', '1926年12月25日（昭和元年）'],
    ['1912-07-29', '1912年7月29日（明治45年）'],
  ])('says %s as %s', (day, text) => {
    expect(sayDay(day, DAY_WORDS)).toBe(text);
    expect(DAY_WORDS.both).toBe(siteJa['dates.day']);
  });
});
