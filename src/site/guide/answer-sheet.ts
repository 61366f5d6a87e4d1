// Floor: site. The answers of a guide as they stand in an address: `?which-pin=signature&…`.
import type { AnswerSheet } from '../../guidance/guides/replay.ts';

/** Reads a query string; of a repeated question the last answer counts. */
export const readSheet = (query: string): AnswerSheet =>
  Object.fromEntries(new URLSearchParams(query));

/** Writes an address below `base` for a state, its answers in the order given. */
export function stateHref(base: string, state: string, sheet: AnswerSheet): string {
  const query = new URLSearchParams(sheet).toString();
  return `${base}${state}/${query === '' ? '' : `?${query}`}`;
}
