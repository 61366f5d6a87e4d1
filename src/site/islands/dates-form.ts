// Floor: site, in the page. What the two date forms ask, and reading them: either every day is good,
// or there is a problem for each field that is not. Knows no element of the page.
import { FIRST_CARD_DAY, type Issue, type IssueKind } from '../../guidance/dates/expiry.ts';
import { daysAfter, type JapanDay } from '../../guidance/dates/japan-day.ts';
import type { Move } from '../../guidance/dates/moving.ts';
import { type DayRange, parseDay } from '../../guidance/dates/parse-day.ts';
import { fill, sayDay } from '../../guidance/dates/say-day.ts';
import type { DatesWords } from './dates-words.ts';

export const KINDS: readonly IssueKind[] = ['card', 'renewal', 'reissue', 'signature', 'unknown'];

export type DayField = 'birth' | 'issued' | 'printed' | 'stay' | 'moved' | 'planned' | 'notified';
export type Field = DayField | 'kind';
export type FieldProblems = Partial<Record<Field, string>>;

/** What was typed or chosen, by field. */
export type Typed = (field: Field) => string;

export type Read<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: FieldProblems };

/** A year, for ranges that only keep slips of the pen out. */
const YEAR = 366;

/** Any day that can be written: for saying back what was read before all fields are there. */
export const ANY_DAY: DayRange = { earliest: '1900-01-01', latest: '2199-12-31' };

export function readExpiry(typed: Typed, today: JapanDay, words: DatesWords): Read<Issue> {
  const sheet = new Sheet(typed, words);
  const birth = sheet.day('birth', { earliest: ANY_DAY.earliest, latest: today });
  const since = birth !== undefined && birth > FIRST_CARD_DAY ? birth : FIRST_CARD_DAY;
  const issued = sheet.day('issued', { earliest: since, latest: today });
  const kind = KINDS.find((known) => known === typed('kind'));
  if (!kind) sheet.problems.kind = words.messages['error.kind'];
  const later = { earliest: issued ?? since, latest: daysAfter(today, 11 * YEAR) };
  const printedCardEnd = sheet.optionalDay('printed', later);
  const endOfStay = sheet.optionalDay('stay', later);
  if (birth === undefined || issued === undefined || !kind || sheet.hasProblems()) {
    return { ok: false, problems: sheet.problems };
  }
  return { ok: true, answer: { birth, issued, kind, printedCardEnd, endOfStay } };
}

export function readMove(typed: Typed, today: JapanDay, words: DatesWords): Read<Move> {
  const sheet = new Sheet(typed, words);
  const years = { earliest: daysAfter(today, -10 * YEAR), latest: daysAfter(today, 2 * YEAR) };
  const moved = sheet.day('moved', years);
  const around = moved ?? today;
  const planned = sheet.optionalDay('planned', {
    earliest: daysAfter(around, -YEAR),
    latest: daysAfter(around, YEAR),
  });
  const notified = sheet.optionalDay('notified', {
    earliest: moved ?? years.earliest,
    latest: daysAfter(around, YEAR),
  });
  if (moved === undefined || sheet.hasProblems()) return { ok: false, problems: sheet.problems };
  return { ok: true, answer: { moved, planned, notified } };
}

/** Reads day by day and gathers what must be mended, in the order of the fields. */
class Sheet {
  readonly problems: FieldProblems = {};
  readonly #typed: Typed;
  readonly #words: DatesWords;

  constructor(typed: Typed, words: DatesWords) {
    this.#typed = typed;
    this.#words = words;
  }

  hasProblems(): boolean {
    return Object.keys(this.problems).length > 0;
  }

  day(field: DayField, range: DayRange): JapanDay | undefined {
    const { messages, day } = this.#words;
    const parsed = parseDay(this.#typed(field), range);
    if (parsed.ok) return parsed.day;
    this.problems[field] = fill(messages[`error.${parsed.code}`], {
      field: messages[field],
      example: messages[`${field}.example`],
      earliest: sayDay(range.earliest, day),
      latest: sayDay(range.latest, day),
    });
    return undefined;
  }

  optionalDay(field: DayField, range: DayRange): JapanDay | undefined {
    return this.#typed(field).trim() === '' ? undefined : this.day(field, range);
  }
}
