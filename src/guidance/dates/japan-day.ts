// Floor: dates. A calendar day in Japan. Below: nothing. Type, names and meaning are those of
// src/card/japan-day.ts, so that the two can become one file. Neither a clock nor the browser's
// zone is known here: Japan keeps UTC+9 the whole year, so days are counted in UTC.

/** A calendar day in Japan, `YYYY-MM-DD`. Strings of this form sort as dates. */
export type JapanDay = `${number}-${number}-${number}`;

const DAY_MS = 24 * 60 * 60 * 1000;
const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** The day it is in Japan at an instant. */
export function japanDayOf(instant: Date): JapanDay {
  return dayOfUtc(new Date(instant.getTime() + JST_OFFSET_MS));
}

/** A day from its numbers, or undefined when the calendar has no such day. Years 1900 to 2199. */
export function japanDay(year: number, month: number, day: number): JapanDay | undefined {
  const exists = day >= 1 && day <= daysInMonth(year, month);
  return exists && year >= 1900 && year < 2200 ? written(year, month, day) : undefined;
}

/** How many days a month has; none when there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return LONG_AND_SHORT[month - 1] ?? 0;
}

const LONG_AND_SHORT = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The day after. */
export const dayAfter = (day: JapanDay): JapanDay => daysAfter(day, 1);

/** `days` days later; earlier when negative. */
export function daysAfter(day: JapanDay, days: number): JapanDay {
  const { year, month, date } = numbersOf(day);
  return dayOfUtc(new Date(Date.UTC(year, month - 1, date + days)));
}

/** Days from one day to another: 0 on the day itself, negative when it has passed. */
export const daysUntil = (from: JapanDay, to: JapanDay): number => (utc(to) - utc(from)) / DAY_MS;

/**
 * The same date `months` months earlier, or that month's last day when it has no such date
 * (Civil Code of Japan, article 143, paragraph 2).
 */
export function monthsBefore(day: JapanDay, months: number): JapanDay {
  const { year, month, date } = numbersOf(day);
  const index = year * 12 + month - 1 - months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return written(inYear, inMonth, Math.min(date, daysInMonth(inYear, inMonth)));
}

/** The earlier of two days. */
export const earlier = (one: JapanDay, other: JapanDay): JapanDay => (other < one ? other : one);

/** Year, month (1–12) and date of a day. */
export function numbersOf(day: JapanDay): { year: number; month: number; date: number } {
  return { year: +day.slice(0, 4), month: +day.slice(5, 7), date: +day.slice(8) };
}

function utc(day: JapanDay): number {
  const { year, month, date } = numbersOf(day);
  return Date.UTC(year, month - 1, date);
}

const dayOfUtc = (at: Date): JapanDay =>
  written(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());

function written(year: number, month: number, date: number): JapanDay {
  if (year < 1000 || year > 9999) throw new RangeError('year out of range');
  return `${year}-${padded(month)}-${padded(date)}` as JapanDay;
}

const padded = (number: number): string => String(number).padStart(2, '0');
