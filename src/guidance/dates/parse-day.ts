// Floor: dates. Reads a day as people write it: 和暦 or 西暦, any width, any separator, numbers in
// digits or kanji. Knows no field and no wording: a day that cannot be read is a typed problem.
import { type Era, isWrittenIn, readEra, westernYear } from './eras.ts';
import { daysInMonth, japanDay, type JapanDay } from './japan-day.ts';

/** Stable codes, in the order in which they are looked for. */
export type DayProblemCode = 'empty' | 'incomplete' | 'era-missing' | 'impossible' | 'out-of-range';

export type ParsedDay =
  | { readonly ok: true; readonly day: JapanDay }
  | { readonly ok: false; readonly code: DayProblemCode };

/** The first and the last day that make sense for a field. */
export interface DayRange {
  readonly earliest: JapanDay;
  readonly latest: JapanDay;
}

const problem = (code: DayProblemCode): ParsedDay => ({ ok: false, code });

/**
 * Reads what was typed. `era-missing` is the one case of incomplete that deserves its own remedy:
 * 「40.5.1」 has all three numbers, but nobody can tell which 40 is meant.
 */
export function parseDay(typed: string, { earliest, latest }: DayRange): ParsedDay {
  const text = unified(typed);
  if (text === '') return problem('empty');
  const { era, rest } = readEra(text) ?? { era: undefined, rest: text };
  const numbers = numbersIn(rest, era);
  if (!numbers) return problem('incomplete');
  const [written, month, date] = numbers;
  if (era === undefined && written.length < 4) return problem('era-missing');
  const year = era === undefined ? Number(written) : westernYear(era, Number(written));
  const inCalendar = Number(date) >= 1 && Number(date) <= daysInMonth(year, Number(month));
  const day = japanDay(year, Number(month), Number(date));
  if (!inCalendar || !isYearOf(era, written) || (era && day && !isWrittenIn(era, day))) {
    return problem('impossible');
  }
  if (!day || day < earliest || day > latest) return problem('out-of-range');
  return { ok: true, day };
}

/** One width, one case, no remarks in brackets, no spaces; kanji numbers and 元 as digits. */
function unified(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^()]*\)|^\s*西暦/g, '')
    .replaceAll('元', '1')
    .replaceAll(/[〇零一二三四五六七八九十百千]+/g, (kanji) => String(kanjiNumber(kanji)))
    .trim();
}

/** Year, month and date as written, or undefined when there are not exactly these. */
function numbersIn(text: string, era: Era | undefined): [string, string, string] | undefined {
  const found = text.match(/\d+/g) ?? [];
  const [first = '', second, third] = found;
  if (found.length === 1) {
    const yearDigits = era === undefined ? 4 : 2;
    if (first.length !== yearDigits + 4) return undefined;
    return [first.slice(0, yearDigits), first.slice(-4, -2), first.slice(-2)];
  }
  if (found.length !== 3 || second === undefined || third === undefined) return undefined;
  // A long run of digits is a number of something else.
  return found.every(({ length }) => length <= 4) ? [first, second, third] : undefined;
}

/** An era's year is a small number, and there is no year 0; a Western year has four digits. */
const isYearOf = (era: Era | undefined, written: string): boolean =>
  era === undefined ? written.length === 4 : written.length <= 3 && Number(written) > 0;

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 四十 → 40, 二十九 → 29, 千九百六十五 → 1965; without units digit by digit: 二〇二四 → 2024. */
function kanjiNumber(kanji: string): number | string {
  const digits = Array.from(kanji.replaceAll('零', '〇'));
  if (!digits.some((digit) => digit in KANJI_UNITS)) {
    return digits.map((digit) => KANJI_DIGITS.indexOf(digit)).join('');
  }
  let total = 0;
  let pending = 0;
  for (const digit of digits) {
    const unit = KANJI_UNITS[digit];
    if (unit === undefined) pending = KANJI_DIGITS.indexOf(digit);
    else {
      total += (pending || 1) * unit;
      pending = 0;
    }
  }
  return total + pending;
}
