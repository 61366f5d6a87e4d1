import { describe, expect, it } from 'vitest';
import {
  dayText,
  factHtml,
  factPlain,
  isPast,
  telephoneUri,
  todayInJapan,
  type FactContext,
  type KnownFact,
} from '../../../src/guidance/knowledge/facts.ts';
import { siteWords } from '../../../src/guidance/knowledge/catalogue.ts';
import type { Fact } from '../../../src/guidance/knowledge/schemas.ts';

const provenance = { source: 'a-source', checked: '2026-11-22', until: '2027-05-31' };
const known = (id: string, fact: object): KnownFact => ({
  id,
  fact: { ...provenance, ...fact } as Fact,
  text: { label: id, items: ['甲店', '乙店'] },
});
const hours = known('hours', {
  kind: 'hours',
  spans: [
    { days: 'weekday', from: '9:30', to: '20:00' },
    { days: 'weekend', from: '9:30', to: '17:30' },
  ],
  closed: 'new-year',
});
const context = (today = '2026-11-22'): FactContext => ({
  facts: new Map([['hours', hours]]),
  say: siteWords('ja'),
  today,
});

describe('how a fact is said', () => {
  it.each([
    ['a fee with its unit', { kind: 'fee', value: 1000 }, '1,000円'],
    ['a fee of nothing as free', { kind: 'fee', value: 0 }, '無料'],
    ['a period', { kind: 'period', value: 14, unit: 'day' }, '14日'],
    ['a range of periods', { kind: 'period', value: [2, 3], unit: 'month' }, '2〜3か月'],
    ['a count', { kind: 'count', value: 5, unit: 'times' }, '5回'],
    ['an ordinal', { kind: 'count', value: 6, unit: 'ordinal' }, '6回目'],
    ['a date', { kind: 'date', value: '2024-05-27' }, '2024年5月27日'],
    ['words, in order', { kind: 'words' }, '甲店、乙店'],
    ['hours that never close', { kind: 'hours', always: true }, '24時間・年中無休'],
  ])('says %s', (_, fact, text) => {
    expect(factPlain(known('x', fact), context())).toBe(text);
  });

  it('says a phone number with cost and hours, and dials it', () => {
    const phone = known('x', {
      kind: 'phone',
      value: '0120-00-0000',
      cost: 'free',
      hours: 'hours',
    });
    expect(factHtml(phone, context())).toBe(
      '<a class="tel" href="tel:0120000000">0120-00-0000</a>（無料・平日9:30〜20:00、土日祝9:30〜17:30、年末年始を除く）',
    );
    expect(factPlain(phone, context(), true)).toBe('0120-00-0000');
  });

  it('does not offer to dial a fax', () => {
    const fax = known('x', { kind: 'phone', fax: true, value: '0120-00-0000', cost: 'free' });
    expect(factHtml(fax, context())).not.toContain('<a');
  });

  it('keeps the plus of an international number', () => {
    expect(telephoneUri('+81-3-0000-0000')).toBe('tel:+81300000000');
  });
});

describe('the age of a fact', () => {
  const fee = known('x', { kind: 'fee', value: 200 });

  it('counts its last day as current', () => {
    expect(isPast(fee.fact, '2027-05-31')).toBe(false);
    expect(isPast(fee.fact, '2027-06-01')).toBe(true);
  });

  it('tells readers when a past fact was checked', () => {
    expect(factPlain(fee, context('2027-06-01'))).toBe(
      '200円（この情報は2026年11月に確認したものです）',
    );
  });
});

describe('days', () => {
  it('is already tomorrow in Japan when it is afternoon in UTC', () => {
    expect(todayInJapan(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22');
    expect(todayInJapan(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
  });

  it('writes months and days without leading zeros', () => {
    expect(dayText('2027-05-03', siteWords('ja'))).toBe('2027年5月3日');
  });
});
