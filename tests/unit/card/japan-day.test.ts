import { describe, expect, it } from 'vitest';
import { dayAfter, japanDay, japanDayOf, monthsBefore } from '../../../src/card/japan-day.ts';

describe('a day in Japan', () => {
  it('is not the day of the zone in which the tests run', () => {
    expect(new Date('2026-11-22T03:00:00Z').getDate()).toBe(21);
    expect(japanDayOf(new Date('2026-11-22T03:00:00Z'))).toBe('2026-11-22');
  });

  it.each([
    ['2027-04-01T14:59:59Z', '2027-04-01'],
    ['2027-04-01T15:00:00Z', '2027-04-02'],
    ['2026-12-31T15:00:00Z', '2027-01-01'],
  ])('%s belongs to %s', (instant, day) => {
    expect(japanDayOf(new Date(instant))).toBe(day);
  });

  it.each([
    [2028, 2, 29, '2028-02-29'],
    [2027, 2, 29, undefined],
    [2027, 13, 1, undefined],
    [2027, 0, 1, undefined],
    [2027, 4, 0, undefined],
    [2027, 4, 31, undefined],
    [1899, 1, 1, undefined],
    [2200, 1, 1, undefined],
  ])('%i-%i-%i is %s', (year, month, day, expected) => {
    expect(japanDay(year, month, day)).toBe(expected);
  });

  it.each([
    ['2027-04-01', 3, '2027-01-01'],
    ['2027-02-15', 3, '2026-11-15'],
    ['2027-05-31', 3, '2027-02-28'],
    ['2028-05-31', 3, '2028-02-29'],
    ['2027-01-31', 3, '2026-10-31'],
    ['2027-03-31', 4, '2026-11-30'],
  ] as const)('%s less %i months is %s', (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected);
  });

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2027-02-28', '2027-03-01'],
    ['2028-02-28', '2028-02-29'],
  ] as const)('after %s comes %s', (day, expected) => {
    expect(dayAfter(day)).toBe(expected);
  });
});
