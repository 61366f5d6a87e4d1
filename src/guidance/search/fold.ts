// Floor: search, lowest room. Makes two ways of writing the same Japanese word equal. Index and query
// go through this same function, and it remembers where each letter stood, so that matches can be marked.

export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the letter it came from begins and ends in the source. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Kanji that are looked for as another: old forms, and those a keyboard offers for its sound. Editors' data. */
export type Letters = ReadonlyMap<string, string>;

/** Letters as they travel: groups with a space between, first the letter that the others stand for. */
export function lettersInGroups(letters: Iterable<readonly [string, string]>): string {
  const groups = new Map<string, string>();
  for (const [letter, common] of letters) {
    groups.set(common, (groups.get(common) ?? common) + letter);
  }
  return [...groups.values()].join(' ');
}

/** Letters as they arrive. */
export const lettersFrom = (groups: string): Letters =>
  new Map(
    groups.split(' ').flatMap((group) => {
      const [common = '', ...others] = Array.from(group);
      return others.map((letter) => [letter, common] as const);
    }),
  );

const NO_LETTERS: Letters = new Map();
const KATAKANA_TO_HIRAGANA = 0x60;

// A letter with what belongs to it: combining marks and the half-width voicing marks.
const LETTER = /[\s\S][\p{M}\uFF9E\uFF9F]*/gu;
const LONG_MARKS = /[ー〜~\u2010-\u2015\u2212]/;
const SPOKEN = /[\p{L}\p{M}\p{N}]/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;

const SMALL = 'ぁぃぅ ぇぉっ ゃゅょ ゎゕゖ';
const LARGE = 'あいう えおつ やゆよ わかけ';

// Kana by their vowel, and the vowel that only lengthens it. It is dropped: people who type from
// hearing, and romaji without macrons, leave it out. の, と, も and を stay out of it, because as
// particles they end a word before the vowel of the next.
const ROWS: readonly (readonly [string, string])[] = [
  ['うくす つぬふ むゆる ぐずづ ぶぷ', 'う'],
  ['えけせ てねへ めれげ ぜでべ ぺ', 'い'],
  ['おこそ ほよろ ごぞど ぼぽ', 'う'],
];
const lengthens = new Map<string, string>();
for (const [row, vowels] of ROWS) {
  for (const kana of row.replaceAll(' ', '')) lengthens.set(kana, vowels);
}

function foldLetter(letter: string, letters: Letters): string {
  let folded = '';
  for (const raw of letter.normalize('NFKC').toLowerCase()) {
    const common = letters.get(raw) ?? raw;
    const code = common.codePointAt(0) ?? 0;
    const hiragana =
      code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - KATAKANA_TO_HIRAGANA) : common;
    const small = hiragana === ' ' ? -1 : SMALL.indexOf(hiragana);
    folded += small < 0 ? hiragana : (LARGE[small] ?? hiragana);
  }
  return folded;
}

/**
 * Folds a text and keeps the places: NFKC (width, composed marks), lower case, common kanji,
 * katakana to hiragana, small kana to large, long vowels dropped (unless `keepLong`); everything that is neither letter
 * nor digit is dropped, but between Latin letters or digits it leaves one space.
 */
export function foldWithPlaces(
  text: string,
  letters: Letters = NO_LETTERS,
  keepLong = false,
): Folded {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let gap = false;
  for (const match of text.matchAll(LETTER)) {
    const letter = match[0];
    for (const character of LONG_MARKS.test(letter) ? '' : foldLetter(letter, letters)) {
      if (LONG_MARKS.test(character)) continue;
      if (!SPOKEN.test(character)) {
        gap = true;
        continue;
      }
      const before = folded.at(-1) ?? '';
      if (!keepLong && lengthens.get(before) === character) continue;
      if (gap && LATIN_OR_DIGIT.test(before) && LATIN_OR_DIGIT.test(character)) push(' ');
      gap = false;
      push(character);
    }
    function push(piece: string) {
      folded += piece;
      for (let unit = 0; unit < piece.length; unit += 1) {
        from.push(match.index);
        to.push(match.index + letter.length);
      }
    }
  }
  return { text: folded, from, to };
}

/** The folded text alone. */
export const fold = (text: string, letters?: Letters, keepLong?: boolean): string =>
  foldWithPlaces(text, letters, keepLong).text;

/** Whether a folded character is Latin or a digit: such runs are words by themselves. */
export const isLatin = (character: string): boolean => LATIN_OR_DIGIT.test(character);
