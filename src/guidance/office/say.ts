// Floor: office. Says hours and openings. The words come from the catalogue office.json, as data, so
// that the same code speaks on a printed sheet and on a living screen.
import { type JapanDay, dayAfter, japanDayOf, numbersOf } from '../dates/japan-day.ts';
import { fill } from '../dates/say-day.ts';
import type { OfficeWord } from '../knowledge/words.ts';
import { weekdayOf } from './day-plan.ts';
import type { Opening } from './opening.ts';
import type { DayRule, Hours, Weekday } from './schema.ts';

export type OfficeWords = Readonly<Record<OfficeWord, string>>;

const ORDER: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** When a counter opens, one line a rule: 「月曜から金曜 8:30〜17:15」. */
export const hoursLines = ({ open }: Hours, words: OfficeWords): string[] =>
  open.map(({ holidays, from, to, ...rule }) =>
    fill(words[holidays ? 'rule.hours.holidays' : 'rule.hours'], {
      days: sayRule(rule, words),
      from,
      to,
    }),
  );

/** When it does not, one line a rule. */
export function closedLines({ closed = {} }: Hours, words: OfficeWords): string[] {
  const { holidays, yearEnd, days = [], dates = [] } = closed;
  return [
    ...days.map((rule) => sayRule(rule, words)),
    ...(holidays ? [words['rule.holidays']] : []),
    ...(yearEnd
      ? [
          fill(words['rule.yearEnd'], {
            from: sayYearly(yearEnd.from, words),
            to: sayYearly(yearEnd.to, words),
          }),
        ]
      : []),
    ...dates.map(({ from, to, why }) =>
      fill(words[to === undefined ? 'rule.date' : 'rule.dates'], {
        from: sayDate(from, words),
        to: sayDate(to ?? from, words),
        why,
      }),
    ),
  ];
}

/**
 * Whether it is open, in one or two sentences: 「いま開いています（17:15まで）」,
 * 「いまは閉まっています（祝日）」「次に開くのは、11月24日（火）の8:30です」.
 */
export function openingLines(opening: Opening, now: Date, words: OfficeWords): string[] {
  if (opening.state === 'unknown') return [words['opening.unknown']];
  if (opening.state === 'open') {
    const isToday = japanDayOf(opening.until) === japanDayOf(now);
    const until = isToday ? sayTime(opening.until) : sayWhen(opening.until, now, words);
    return [fill(words['opening.open'], { until })];
  }
  const why = fill(words[`opening.why.${opening.why}`], { note: opening.note ?? '' });
  return [
    fill(words['opening.closed'], { why }),
    ...(opening.next
      ? [fill(words['opening.next'], { next: sayWhen(opening.next, now, words) })]
      : []),
  ];
}

function sayWhen(instant: Date, now: Date, words: OfficeWords): string {
  const [day, today] = [japanDayOf(instant), japanDayOf(now)];
  const { month, date } = numbersOf(day);
  const values = { time: sayTime(instant), month, day: date, weekday: weekdayName(day, words) };
  if (day === today) return fill(words['opening.time.today'], values);
  return fill(words[`opening.time.${day === dayAfter(today) ? 'tomorrow' : 'later'}`], values);
}

/** Clock time in Japan: 8:30. */
function sayTime(instant: Date): string {
  const inJapan = new Date(instant.getTime() + 9 * 60 * 60 * 1000);
  return `${inJapan.getUTCHours()}:${String(inJapan.getUTCMinutes()).padStart(2, '0')}`;
}

/** The days a rule names: 「月曜から金曜」「第2・第4木曜」「第3土曜の1日あと」. */
export function sayRule({ days, nth, after }: DayRule, words: OfficeWords): string {
  const named = sayDays(days, words);
  const counted =
    nth === undefined
      ? named
      : fill(words['rule.nth'], {
          nth: nth.map((n) => fill(words['rule.nth.one'], { n })).join(words['rule.join']),
          days: named,
        });
  return after === undefined ? counted : fill(words['rule.after'], { days: counted, after });
}

/** Three or more days in a row are said as a range; the week is read from Monday. */
function sayDays(days: readonly Weekday[], words: OfficeWords): string {
  const fromMonday = (day: Weekday) => (ORDER.indexOf(day) + 6) % 7;
  const sorted = [...new Set(days)].sort((a, b) => fromMonday(a) - fromMonday(b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const inRow = fromMonday(last) - fromMonday(first) === sorted.length - 1;
  return inRow && sorted.length > 2
    ? fill(words['rule.range'], {
        first: words[`weekday.${first}`],
        last: words[`weekday.${last}`],
      })
    : fill(words['rule.days'], {
        days: sorted.map((day) => words[`weekday.${day}`]).join(words['rule.join']),
      });
}

const weekdayName = (day: JapanDay, words: OfficeWords): string =>
  words[`weekday.${ORDER[weekdayOf(day)] ?? 'sun'}`];

function sayYearly(date: string, words: OfficeWords): string {
  const [month = 0, day = 0] = date.split('-').map(Number);
  return fill(words['rule.yearly'], { month, day });
}

function sayDate(date: string, words: OfficeWords): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return fill(words['rule.date.day'], { year, month, day });
}
