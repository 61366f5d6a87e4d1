// Floor: kiosk session. Which row of the 50音 a reading belongs to. The rows come from the words,
// so that no kana stands in code.
import { fold } from '../../guidance/search/fold.ts';

/** One row: the kana that stands on its button, and all those that belong to it, folded. */
export interface KanaRow {
  readonly name: string;
  readonly kana: string;
}

/** Reads rows such as `あいうえお|かきくけこがぎぐげご`; the first kana names the row. */
export const rowsOf = (text: string): KanaRow[] =>
  text.split('|').map((kana) => ({ name: kana.slice(0, 1), kana }));

/** Index of the row in which a reading begins; the last row takes what belongs to none. */
export function rowOf(rows: readonly KanaRow[], yomi: string): number {
  const first = fold(yomi).slice(0, 1);
  const at = rows.findIndex(({ kana }) => first !== '' && kana.includes(first));
  return at === -1 ? rows.length - 1 : at;
}

/** Entries by row, each in the order of the readings. */
export function byRow<T extends { readonly yomi: string }>(
  rows: readonly KanaRow[],
  entries: readonly T[],
): T[][] {
  const sorted = [...entries].sort((a, b) => compare(fold(a.yomi), fold(b.yomi)));
  return rows.map((_, index) => sorted.filter(({ yomi }) => rowOf(rows, yomi) === index));
}

/** Code point order is 50音 order for hiragana, and the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
