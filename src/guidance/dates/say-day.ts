// Floor: dates. Says a day in both calendars. The words come from the caller's message catalogue.
import { eraOf, type Era } from './eras.ts';
import { type JapanDay, numbersOf } from './japan-day.ts';

/** Messages with `{placeholders}`. */
export interface DayWords {
  /** Holds `{year}`, `{month}`, `{day}`, `{era}` and `{eraYear}`. */
  readonly both: string;
  readonly eras: Readonly<Record<Era, string>>;
  /** How the first year of an era is written: 元. */
  readonly firstYear: string;
}

/** 2027-05-01 → 「2027年5月1日（令和9年）」. */
export function sayDay(day: JapanDay, words: DayWords): string {
  const { year, month, date } = numbersOf(day);
  const { era, year: eraYear } = eraOf(day);
  return fill(words.both, {
    year,
    month,
    day: date,
    era: words.eras[era],
    eraYear: eraYear === 1 ? words.firstYear : eraYear,
  });
}

/** Fills a message's `{placeholders}`; one without a value stays visible. */
export const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
