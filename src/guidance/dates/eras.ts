// Floor: dates. The eras of the Japanese calendar: where each begins and ends, and how people
// write it. Knows no sentence; how an era is shown comes from the message catalogue.
import { type JapanDay, numbersOf } from './japan-day.ts';

export type Era = 'meiji' | 'taisho' | 'showa' | 'heisei' | 'reiwa';

interface EraSpan {
  readonly era: Era;
  readonly firstDay: JapanDay;
  /** Last day that may be written in this era; none when later days are read on. */
  readonly lastDay?: JapanDay;
  /** Full name, its first character, its reading, its letter: as found on forms and cards. */
  readonly written: readonly string[];
}

/**
 * First days: the edicts of 30 July 1912 and 25 December 1926 took effect within their day, so that
 * day belongs to both eras (大正15年12月25日 is 昭和元年12月25日); Heisei began on 8 January 1989
 * (昭和64年政令第1号), Reiwa on 1 May 2019 (平成31年政令第143号). Heisei is read on: papers printed
 * before May 2019 name later days in it (平成40年 is 2028).
 */
const ERAS: readonly EraSpan[] = [
  { era: 'reiwa', firstDay: '2019-05-01', written: ['令和', '令', 'れいわ', 'r'] },
  { era: 'heisei', firstDay: '1989-01-08', written: ['平成', '平', 'へいせい', 'h'] },
  {
    era: 'showa',
    firstDay: '1926-12-25',
    lastDay: '1989-01-07',
    written: ['昭和', '昭', 'しょうわ', 's'],
  },
  {
    era: 'taisho',
    firstDay: '1912-07-30',
    lastDay: '1926-12-25',
    written: ['大正', '大', 'たいしょう', 't'],
  },
  {
    era: 'meiji',
    firstDay: '1868-01-25',
    lastDay: '1912-07-30',
    written: ['明治', '明', 'めいじ', 'm'],
  },
];

const startYear = ({ firstDay }: EraSpan): number => numbersOf(firstDay).year;

/** The era of a day and its year in it; a day that belongs to two eras is given to the later. */
export function eraOf(day: JapanDay): { era: Era; year: number } {
  const span = ERAS.find(({ firstDay }) => firstDay <= day);
  if (!span) throw new RangeError('before the eras known here');
  return { era: span.era, year: numbersOf(day).year - startYear(span) + 1 };
}

/** Takes an era's name off the start of a text; `text` must be lower case. */
export function readEra(text: string): { era: Era; rest: string } | undefined {
  for (const { era, written } of ERAS) {
    const name = written.find((start) => text.startsWith(start));
    if (name !== undefined) return { era, rest: text.slice(name.length) };
  }
  return undefined;
}

/** The Western year of an era's year. */
export function westernYear(era: Era, year: number): number {
  return startYear(spanOf(era)) + year - 1;
}

/** Whether people may write this day in this era. */
export function isWrittenIn(era: Era, day: JapanDay): boolean {
  const { firstDay, lastDay } = spanOf(era);
  return day >= firstDay && (lastDay === undefined || day <= lastDay);
}

function spanOf(era: Era): EraSpan {
  const span = ERAS.find((candidate) => candidate.era === era);
  if (!span) throw new RangeError(era);
  return span;
}
