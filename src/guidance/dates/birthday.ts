// Floor: dates. Counting birthdays, and ages, as certificates and cards do.
import { type JapanDay, japanDay, numbersOf } from './japan-day.ts';

/**
 * The birthday in a year. Someone born on 29 February has it on 28 February in other years.
 *
 * Our cautious choice: neither the ordinance on the card nor the one on the certificates could be
 * read for this case. The Road Traffic Act takes 28 February for driving licences (article 92-2,
 * table, note 5; houseikyoku.sangiin.go.jp/column/column077.htm), and by the Act on Calculation of
 * Age the year of life is complete with the end of that day. The other candidate, 1 March, is later:
 * someone who comes by 28 February is in time under both.
 */
export function birthdayIn(birth: JapanDay, year: number): JapanDay {
  const { month, date } = numbersOf(birth);
  return japanDay(year, month, date) ?? existing(year, 2, 28);
}

/** The last day that could be meant by the birthday in a year: 1 March for 29 February. */
function latestBirthdayIn(birth: JapanDay, year: number): JapanDay {
  const { month, date } = numbersOf(birth);
  return japanDay(year, month, date) ?? existing(year, 3, 1);
}

/**
 * The `count`-th birthday after a day; a birthday on the day itself does not count
 * (「発行の日の後の5回目の誕生日」, www2.jpki.go.jp/faq/digital_id.html).
 * For 29 February the count starts as early as it can: a card issued on 28 February of a common
 * year may still have that year's birthday (1 March) before it.
 */
export function birthdayAfter(birth: JapanDay, day: JapanDay, count: number): JapanDay {
  const { year } = numbersOf(day);
  const first = latestBirthdayIn(birth, year) > day ? year : year + 1;
  return birthdayIn(birth, first + count - 1);
}

/**
 * Whether someone has that age all day. The law adds a year with the end of the day before the
 * birthday; on 29 February's birthdays the later day is taken, which makes people younger and so
 * never their card longer.
 */
export function hasAge(birth: JapanDay, age: number, day: JapanDay): boolean {
  return latestBirthdayIn(birth, numbersOf(birth).year + age) <= day;
}

export const isLeapDay = (day: JapanDay): boolean => day.endsWith('-02-29');

function existing(year: number, month: number, date: number): JapanDay {
  const day = japanDay(year, month, date);
  if (!day) throw new RangeError('year out of range');
  return day;
}
