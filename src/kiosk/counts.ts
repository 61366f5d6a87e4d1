// Floor: kiosk. How often each outcome was reached and how often a search found nothing: numbers per
// day in Japan and id, for the editors. No person, no time of day, no answer, no searched word.
import { japanDayOf } from '../guidance/dates/japan-day.ts';

/** One line of the count. `id` is an outcome such as `locked-pin/counter`, or `FAILED_SEARCH`. */
export interface Count {
  /** Day in Japan, YYYY-MM-DD. */
  readonly day: string;
  readonly id: string;
  /** From 1. */
  readonly times: number;
}

/** The id under which searches that found nothing are counted. */
export const FAILED_SEARCH = 'search/none';

const KEY = 'kiosk.counts';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Days kept; older ones make room, so that the count cannot fill the storage. */
export const KEPT_DAYS = 400;

type Kept = Record<string, Record<string, number>>;

/**
 * Counts an outcome reached. An id that is no plain id, or a storage that refuses, counts nothing:
 * counting must never disturb a visitor.
 */
export function countOutcome(storage: Storage, id: string, now = new Date()): void {
  if (!ID.test(id)) return;
  const kept = read(storage);
  const day = japanDayOf(now);
  const before = new Map(Object.entries(kept[day] ?? {})).get(id) ?? 0;
  kept[day] = { ...kept[day], [id]: before + 1 };
  const days = Object.keys(kept).sort().slice(-KEPT_DAYS);
  try {
    storage.setItem(KEY, JSON.stringify(Object.fromEntries(days.map((old) => [old, kept[old]]))));
  } catch {
    // Full or forbidden storage: the visitor comes first.
  }
}

/** Counts a search or a browse that found nothing. */
export const countFailedSearch = (storage: Storage, now = new Date()): void =>
  countOutcome(storage, FAILED_SEARCH, now);

/** All counts, by day, then by id. Damaged entries are left out. */
export function readCounts(storage: Storage): Count[] {
  return Object.entries(read(storage))
    .flatMap(([day, ids]) => Object.entries(ids).map(([id, times]) => ({ day, id, times })))
    .sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
}

/** Forgets all counts. */
export const clearCounts = (storage: Storage): void => storage.removeItem(KEY);

/** The counts as CSV (RFC 4180). Days and ids hold no character that would need quoting. */
export const countsCsv = (counts: readonly Count[]): string =>
  [['day', 'id', 'times'], ...counts.map(({ day, id, times }) => [day, id, times])]
    .map((row) => `${row.join(',')}\r\n`)
    .join('');

function read(storage: Storage): Kept {
  let value: unknown;
  try {
    value = JSON.parse(storage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
  const kept: Kept = {};
  for (const [day, ids] of entries(value)) {
    if (!DAY.test(day)) continue;
    const good = entries(ids).filter(
      (entry): entry is [string, number] =>
        ID.test(entry[0]) && Number.isSafeInteger(entry[1]) && Number(entry[1]) > 0,
    );
    if (good.length > 0) kept[day] = Object.fromEntries(good);
  }
  return kept;
}

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
