// What the office tests share: the sample office, calendars, and any office there could be.
import fc from 'fast-check';
import { type JapanDay, daysAfter } from '../../../src/guidance/dates/japan-day.ts';
import type { OpenHours } from '../../../src/guidance/office/day-plan.ts';
import { holidaysBetween } from '../../../src/guidance/office/holidays.ts';
import { officeOf } from '../../../src/guidance/office/office.ts';
import type { Hours } from '../../../src/guidance/office/schema.ts';
import { WEEKDAYS } from '../../../src/guidance/office/schema.ts';

const found = officeOf('mihon', '2026-11-22');
if (!found) throw new Error('content/office/mihon.yaml is missing');

/** The sample office, as built on 22 November 2026. */
export const SAMPLE = found;

/** The Sunday after the third Saturday. */
const NATIONAL_STOP = { days: ['sat' as const], nth: [3], after: 1 };

const FROM: JapanDay = '2026-10-01';
const TO: JapanDay = '2028-03-31';

export const CALENDAR = {
  from: FROM,
  to: TO,
  holidays: holidaysBetween(FROM, TO),
  stops: [NATIONAL_STOP],
};

/** An instant in Japan: `2026-11-24 8:30`. */
export const jst = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ');
  return new Date(`${day}T${time.padStart(5, '0')}:00+09:00`);
};

const clock = fc
  .integer({ min: 0, max: 24 * 12 })
  .map((fives) => fives * 5)
  .map((minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`);

const rule = fc.record(
  {
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    nth: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
    after: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['days'] },
);

const open = fc
  .tuple(rule, clock, clock, fc.boolean())
  .filter(([, from, to]) => from !== to)
  .map(([days, one, other, holidays]) => {
    const value = (text: string) => Number(text.replace(':', ''));
    const [from, to] = value(one) < value(other) ? [one, other] : [other, one];
    return { ...days, from, to, holidays };
  });

const anyDate = fc.integer({ min: 0, max: 500 }).map((days) => daysAfter('2026-11-01', days));

const hours: fc.Arbitrary<Hours> = fc.record({
  open: fc.array(open, { minLength: 1, maxLength: 4 }),
  closed: fc.record({
    holidays: fc.boolean(),
    yearEnd: fc.constantFrom({ from: '12-29', to: '01-03' }, { from: '01-01', to: '01-03' }),
    days: fc.array(rule, { maxLength: 1 }),
    dates: fc.array(
      anyDate.map((from) => ({ from, to: daysAfter(from, 2), why: 'x' })),
      { maxLength: 2 },
    ),
  }),
});

/** Any office whose hours can be written. */
export const anyOffice: fc.Arbitrary<OpenHours> = hours.map((written) => ({
  hours: written,
  calendar: CALENDAR,
}));

/** Any minute well within the calendar, year ends included. */
export const anyInstant: fc.Arbitrary<Date> = fc
  .integer({ min: 0, max: 480 * 24 * 60 })
  .map((minute) => new Date(jst('2026-10-02 0:00').getTime() + minute * 60_000));
