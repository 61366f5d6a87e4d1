// Floor: office. What one day in Japan looks like at a counter: its open spans, or why it has none.
// Pure: knows no clock; the calendar is given.
import { type JapanDay, daysAfter, numbersOf } from '../dates/japan-day.ts';
import type { DayRule, Hours, Weekday } from './schema.ts';

/** The days that hours alone do not tell. Outside `from`–`to` nothing is known. */
export interface Calendar {
  readonly from: JapanDay;
  readonly to: JapanDay;
  /** Public holidays, in order. */
  readonly holidays: readonly JapanDay[];
  /** Days on which the national systems stand still. */
  readonly stops: readonly DayRule[];
}

export interface OpenHours {
  readonly hours: Hours;
  readonly calendar: Calendar;
}

/** Minutes from midnight in Japan, `from` included, `to` not; at most 24 × 60. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Why a day has no open span, the weightiest reason first. */
export type ClosedDay = 'stop' | 'date' | 'year-end' | 'closed-day' | 'holiday' | 'day-off';

export interface DayPlan {
  /** In order, never touching each other. */
  readonly spans: readonly Span[];
  readonly why?: ClosedDay;
  /** In the office's own words, for `date`. */
  readonly note?: string;
}

const ORDER: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Weekday of a day: 0 is Sunday. */
export const weekdayOf = (day: JapanDay): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Whether a rule names this day. */
export function isNamed({ days, nth, after = 0 }: DayRule, day: JapanDay): boolean {
  const counted = daysAfter(day, -after);
  const weekday = ORDER[weekdayOf(counted)];
  const inMonth = Math.ceil(numbersOf(counted).date / 7);
  return days.some((named) => named === weekday) && (nth?.includes(inMonth) ?? true);
}

/** The plan of one day. */
export function planOf({ hours, calendar }: OpenHours, day: JapanDay): DayPlan {
  const { open, closed = {} } = hours;
  if (calendar.stops.some((stop) => isNamed(stop, day))) return { spans: [], why: 'stop' };
  const date = closed.dates?.find(({ from, to = from }) => from <= day && day <= to);
  if (date) return { spans: [], why: 'date', note: date.why };
  if (isYearEnd(closed.yearEnd, day)) return { spans: [], why: 'year-end' };
  if (closed.days?.some((rule) => isNamed(rule, day))) return { spans: [], why: 'closed-day' };
  const isHoliday = (closed.holidays ?? false) && calendar.holidays.includes(day);
  const named = open.filter((rule) => isNamed(rule, day));
  const spans = merged(
    named
      .filter(({ holidays }) => !isHoliday || holidays === true)
      .map(({ from, to }) => ({ from: minutes(from), to: minutes(to) })),
  );
  if (spans.length > 0) return { spans };
  return { spans, why: isHoliday ? 'holiday' : 'day-off' };
}

/** `8:30` → 510. */
export function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

function isYearEnd(span: { from: string; to: string } | undefined, day: JapanDay): boolean {
  if (!span) return false;
  const { from, to } = span;
  const date = day.slice(5);
  return from <= to ? from <= date && date <= to : date >= from || date <= to;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else if (span.to > span.from) {
      result.push(span);
    }
  }
  return result;
}
