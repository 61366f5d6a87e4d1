import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, japanDayOf, numbersOf } from '../../../src/guidance/dates/japan-day.ts';
import { planOf, weekdayOf } from '../../../src/guidance/office/day-plan.ts';
import { openingAt } from '../../../src/guidance/office/opening.ts';
import { anyInstant, anyOffice, CALENDAR, jst, SAMPLE } from './offices.ts';

const MINUTE = 60_000;
const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

/** The third Saturday of November 2026 is the 21st. */
describe('the sample office', () => {
  const at = (text: string) => openingAt(SAMPLE, jst(text));

  it.each([
    ['2026-11-24 8:29', { state: 'closed', why: 'before', next: jst('2026-11-24 8:30') }],
    ['2026-11-24 8:30', { state: 'open', until: jst('2026-11-24 17:15') }],
    ['2026-11-24 17:14', { state: 'open', until: jst('2026-11-24 17:15') }],
    ['2026-11-24 17:15', { state: 'closed', why: 'after', next: jst('2026-11-25 8:30') }],
    // Second and fourth Thursday: the evening joins the day.
    ['2026-11-26 12:00', { state: 'open', until: jst('2026-11-26 19:00') }],
    ['2026-11-19 18:00', { state: 'closed', why: 'after', next: jst('2026-11-20 8:30') }],
    // The national stop, then a holiday on Monday.
    ['2026-11-22 10:00', { state: 'closed', why: 'stop', next: jst('2026-11-24 8:30') }],
    ['2026-11-23 10:00', { state: 'closed', why: 'holiday', next: jst('2026-11-24 8:30') }],
    // Over the turn of the year: 28 December is a Monday, 4 January a Monday.
    ['2026-12-28 18:00', { state: 'closed', why: 'after', next: jst('2027-01-04 8:30') }],
    ['2026-12-31 10:00', { state: 'closed', why: 'year-end', next: jst('2027-01-04 8:30') }],
    ['2027-01-01 0:00', { state: 'closed', why: 'year-end', next: jst('2027-01-04 8:30') }],
    ['2026-12-05 10:00', { state: 'closed', why: 'day-off', next: jst('2026-12-07 8:30') }],
    [
      '2027-02-14 10:00',
      { state: 'closed', why: 'date', note: '庁舎の点検', next: jst('2027-02-15 8:30') },
    ],
  ])('at %s', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  it('claims nothing about days its calendar does not reach', () => {
    expect(at('2028-01-01 10:00')).toEqual({ state: 'unknown' });
    expect(at('2026-11-14 10:00')).toEqual({ state: 'unknown' });
    expect(at('2027-12-31 10:00')).toEqual({ state: 'closed', why: 'year-end' });
  });
});

describe('any office', () => {
  it('stays as it is until the instant it names, and changes there', () => {
    fc.assert(
      fc.property(anyOffice, anyInstant, fc.double({ min: 0, max: 1, noNaN: true }), (...given) => {
        const [office, instant, part] = given;
        const now = openingAt(office, instant);
        if (now.state === 'unknown') throw new Error('the calendar reaches every instant tried');
        const turn = now.state === 'open' ? now.until : now.next;
        if (!turn) return;
        expect(turn.getTime()).toBeGreaterThan(instant.getTime());
        const span = turn.getTime() - instant.getTime();
        const between = new Date(instant.getTime() + Math.floor(part * (span - 1)));
        const then = openingAt(office, between);
        expect(then.state).toBe(now.state);
        expect(then.state === 'open' ? then.until : 'next' in then && then.next).toEqual(turn);
        const after = openingAt(office, turn).state;
        expect(after).toBe(
          now.state === 'closed' ? 'open' : japanDayOf(turn) > CALENDAR.to ? 'unknown' : 'closed',
        );
      }),
      { numRuns: 400 },
    );
  });

  it('never names an earlier turn at a later instant', () => {
    fc.assert(
      fc.property(anyOffice, anyInstant, fc.nat(10 * 24 * 60), (office, instant, wait) => {
        const turnOf = (when: Date) => {
          const opening = openingAt(office, when);
          if (opening.state === 'open') return opening.until.getTime();
          return opening.state === 'closed' && opening.next ? opening.next.getTime() : Infinity;
        };
        expect(turnOf(later(instant, wait * MINUTE))).toBeGreaterThanOrEqual(turnOf(instant));
      }),
    );
  });

  it('is never open on the Sunday after a third Saturday', () => {
    const saturdays = Array.from({ length: 520 }, (_, days) => daysAfter('2026-10-01', days))
      .filter((day) => weekdayOf(day) === 6)
      .filter((day) => numbersOf(day).date >= 15 && numbersOf(day).date <= 21);
    expect(saturdays).toContain('2026-11-21');
    expect(saturdays.length).toBeGreaterThan(16);
    fc.assert(
      fc.property(anyOffice, fc.constantFrom(...saturdays), fc.nat(1439), (...given) => {
        const [office, saturday, minute] = given;
        const sunday = jst(`${daysAfter(saturday, 1)} 0:00`);
        expect(openingAt(office, later(sunday, minute * MINUTE))).toMatchObject({
          state: 'closed',
          why: 'stop',
        });
      }),
    );
  });

  it('agrees with its plan of the day at every minute', () => {
    fc.assert(
      fc.property(anyOffice, anyInstant, (office, instant) => {
        const day = japanDayOf(instant);
        const minute = (instant.getTime() - jst(`${day} 0:00`).getTime()) / MINUTE;
        const { spans } = planOf(office, day);
        const isWithin = spans.some(({ from, to }) => from <= minute && minute < to);
        expect(openingAt(office, instant).state === 'open').toBe(isWithin);
        for (const [index, { from, to }] of spans.entries()) {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThan(spans[index - 1]?.to ?? -1);
        }
      }),
    );
  });
});

describe('an office that never closes', () => {
  it('is open until the calendar ends, or until the next stop', () => {
    const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
    const hours = { open: [{ days: [...days], from: '0:00', to: '24:00' }] };
    expect(openingAt({ hours, calendar: CALENDAR }, jst('2026-11-24 3:00'))).toEqual({
      state: 'open',
      until: jst('2026-12-20 0:00'),
    });
    const calendar = { ...CALENDAR, stops: [] };
    expect(openingAt({ hours, calendar }, jst('2026-11-24 3:00'))).toEqual({
      state: 'open',
      until: jst('2028-04-01 0:00'),
    });
  });
});
