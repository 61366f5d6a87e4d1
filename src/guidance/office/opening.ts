// Floor: office. Whether a counter is open at an instant, until when, or when it opens next. Pure and in
// Japan's time, whatever zone the device is set to; Japan has no summer time.
import { type JapanDay, dayAfter, japanDayOf } from '../dates/japan-day.ts';
import { type ClosedDay, type OpenHours, type Span, planOf } from './day-plan.ts';

/** Why it is closed: the day itself, or the hour of a day that has open hours. */
export type Closed = ClosedDay | 'before' | 'between' | 'after';

export type Opening =
  | { readonly state: 'open'; readonly until: Date }
  | {
      readonly state: 'closed';
      readonly why: Closed;
      /** In the office's own words, for a closed date. */
      readonly note?: string;
      /** Next opening; missing when the calendar knows of none. */
      readonly next?: Date;
    }
  /** The calendar does not reach this day: nothing is claimed. */
  | { readonly state: 'unknown' };

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/** Whether the counter is open at `instant`; the end of a span counts as closed. */
export function openingAt(office: OpenHours, instant: Date): Opening {
  const { calendar } = office;
  const today = japanDayOf(instant);
  if (today < calendar.from || today > calendar.to) return { state: 'unknown' };

  const { spans, why, note } = planOf(office, today);
  const minute = (instant.getTime() - startOf(today)) / MINUTE_MS;
  const current = spans.find(({ from, to }) => from <= minute && minute < to);
  if (current) return { state: 'open', until: endOf(office, today, current) };

  const next = nextAfter(office, today, minute);
  return {
    state: 'closed',
    why: why ?? hourOf(spans, minute),
    ...(note === undefined ? {} : { note }),
    ...(next ? { next } : {}),
  };
}

function hourOf(spans: readonly Span[], minute: number): 'before' | 'between' | 'after' {
  if (spans.every(({ from }) => minute < from)) return 'before';
  return spans.every(({ to }) => minute >= to) ? 'after' : 'between';
}

/** The end of an open span, which may run on over midnight. */
function endOf(office: OpenHours, day: JapanDay, { to }: Span): Date {
  let [end, on] = [to, day];
  while (end === DAY_MINUTES && on < office.calendar.to) {
    const tomorrow = dayAfter(on);
    const first = planOf(office, tomorrow).spans[0];
    if (first?.from !== 0) break;
    [end, on] = [first.to, tomorrow];
  }
  return at(on, end);
}

function nextAfter(office: OpenHours, today: JapanDay, minute: number): Date | undefined {
  for (let day = today; day <= office.calendar.to; day = dayAfter(day)) {
    const span = planOf(office, day).spans.find(({ from }) => day !== today || from > minute);
    if (span) return at(day, span.from);
  }
  return undefined;
}

const startOf = (day: JapanDay): number => Date.parse(`${day}T00:00:00+09:00`);

const at = (day: JapanDay, minute: number): Date => new Date(startOf(day) + minute * MINUTE_MS);
