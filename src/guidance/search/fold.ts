// Floor: search. Makes two ways of writing the same Japanese word equal. Index and query are
// folded and cut by these same functions.

const KATAKANA_TO_HIRAGANA = 0x60;

/**
 * Folds a text: NFKC (width, composed marks), lower case, katakana to hiragana, long-vowel marks
 * and everything that is neither letter nor digit dropped; runs of those become one space.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (kana) =>
      String.fromCodePoint((kana.codePointAt(0) ?? 0) - KATAKANA_TO_HIRAGANA),
    )
    .replaceAll(/[ー〜~]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const LATIN_OR_DIGIT = /^[\p{Script=Latin}\p{N}]+$/u;

/**
 * Cuts a folded text into search tokens: overlapping pairs of characters for Japanese (which has
 * no spaces to cut at), whole words for Latin letters and digits.
 */
export function tokens(folded: string): string[] {
  return folded
    .split(' ')
    .flatMap((word) => word.match(/[\p{Script=Latin}\p{N}]+|[^\p{Script=Latin}\p{N}]+/gu) ?? [])
    .flatMap((run) => (LATIN_OR_DIGIT.test(run) ? [run] : pairs(run)));
}

function pairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
