// Floor: office. Japan's public holidays between two days, from a library that follows the Cabinet
// Office's list. Runs at build time only: a page is given the few days it needs.
import holidayJp from '@holiday-jp/holiday_jp';
import type { JapanDay } from '../dates/japan-day.ts';

/** Public holidays, substitute holidays included, in order. */
export function holidaysBetween(from: JapanDay, to: JapanDay): JapanDay[] {
  return (Object.keys(holidayJp.holidays) as JapanDay[])
    .filter((day) => from <= day && day <= to)
    .sort();
}
