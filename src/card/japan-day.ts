/**
 * Floor: the calendar of Japanese law, beside all floors. Below: nothing. Above: jpki, certificate, report.
 * It does not know the browser's zone: Japan keeps UTC+9 the whole year, so days are counted in UTC after
 * adding nine hours. Periods counted in months follow the Civil Code of Japan, article 143: where the
 * month has no such day, the last day of the month stands for it.
 */

/** A calendar day in Japan, `YYYY-MM-DD`. Strings of this form sort as dates. */
export type JapanDay = `${number}-${number}-${number}`;

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** The day it is in Japan at an instant. */
export function japanDayOf(instant: Date): JapanDay {
  return dayOfUtc(new Date(instant.getTime() + JST_OFFSET_MS));
}

/** A day from its numbers, or undefined when the calendar has no such day. Years 1900 to 2199. */
export function japanDay(year: number, month: number, day: number): JapanDay | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? dayOfUtc(at) : undefined;
}

/** The day after. */
export function dayAfter(day: JapanDay): JapanDay {
  const [year, month, date] = numbersOf(day);
  return dayOfUtc(new Date(Date.UTC(year, month - 1, date + 1)));
}

/** The same date `months` months earlier, or that month's last day when it has no such date. */
export function monthsBefore(day: JapanDay, months: number): JapanDay {
  const [year, month, date] = numbersOf(day);
  const lastDate = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return dayOfUtc(new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastDate))));
}

function numbersOf(day: JapanDay): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

function dayOfUtc(at: Date): JapanDay {
  const day = at.toISOString().slice(0, 10);
  if (!isJapanDay(day)) throw new RangeError('year out of range');
  return day;
}

function isJapanDay(text: string): text is JapanDay {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
