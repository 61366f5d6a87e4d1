// Floor: search. Reads Japanese written in Latin letters, as people without a Japanese keyboard type
// it: Hepburn, the ministry's spelling, and without macrons.

const VOWELS = 'aiueo';

/** Kana by consonant, in the order of the vowels; a dash where there is none. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  '': ['あ', 'い', 'う', 'え', 'お'],
  k: ['か', 'き', 'く', 'け', 'こ'],
  g: ['が', 'ぎ', 'ぐ', 'げ', 'ご'],
  s: ['さ', 'し', 'す', 'せ', 'そ'],
  z: ['ざ', 'じ', 'ず', 'ぜ', 'ぞ'],
  t: ['た', 'ち', 'つ', 'て', 'と'],
  d: ['だ', 'ぢ', 'づ', 'で', 'ど'],
  n: ['な', 'に', 'ぬ', 'ね', 'の'],
  h: ['は', 'ひ', 'ふ', 'へ', 'ほ'],
  f: ['ふぁ', 'ふぃ', 'ふ', 'ふぇ', 'ふぉ'],
  b: ['ば', 'び', 'ぶ', 'べ', 'ぼ'],
  p: ['ぱ', 'ぴ', 'ぷ', 'ぺ', 'ぽ'],
  m: ['ま', 'み', 'む', 'め', 'も'],
  y: ['や', '', 'ゆ', 'いぇ', 'よ'],
  r: ['ら', 'り', 'る', 'れ', 'ろ'],
  w: ['わ', 'うぃ', '', 'うぇ', 'を'],
  j: ['じゃ', 'じ', 'じゅ', 'じぇ', 'じょ'],
  sh: ['しゃ', 'し', 'しゅ', 'しぇ', 'しょ'],
  ch: ['ちゃ', 'ち', 'ちゅ', 'ちぇ', 'ちょ'],
  ts: ['', '', 'つ', '', ''],
};

const GLIDES: Readonly<Record<string, string>> = { a: 'ゃ', u: 'ゅ', o: 'ょ' };

const SYLLABLE =
  /^(?<double>([bcdfghjkmprstz])(?=\2)|t(?=ch))?(?<head>sh|ch|ts|[bcdfghjkmnprstwyz]?)(?<glide>y?)(?<vowel>[aiueo])/;

/**
 * The kana of a word in romaji; `undefined` when it is not romaji throughout (English, a code).
 * `word` is folded: lower case, no spaces.
 */
export function kanaOfRomaji(word: string): string | undefined {
  let kana = '';
  let rest = word;
  while (rest !== '') {
    const syllable = SYLLABLE.exec(rest);
    const read = syllable?.groups && kanaOfSyllable(syllable.groups);
    if (read) {
      kana += read;
      rest = rest.slice(syllable[0].length);
    } else if (/^[nm](?![aiueoy])/.test(rest) && kana + rest.slice(1) !== '') {
      // "n" by itself, also the "m" of the old spelling before p, b, m.
      if (rest.startsWith('m') && !/^m[bpm]/.test(rest)) return undefined;
      kana += 'ん';
      rest = rest.slice(1).replace(/^['’]/, '');
    } else return undefined;
  }
  return kana;
}

function kanaOfSyllable(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { double = '', head = '', glide = '', vowel = '' } = groups;
  const column = VOWELS.indexOf(vowel);
  const stop = double === '' ? '' : 'っ';
  if (glide === '' || head === '') {
    const kana = ROWS[glide === '' ? head : 'y']?.[column];
    return kana ? stop + kana : undefined;
  }
  const start = ROWS[head]?.[1];
  const end = GLIDES[vowel];
  return start && end && head.length === 1 ? stop + start + end : undefined;
}
