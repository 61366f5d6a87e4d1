import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, Lexicon } from '../../../src/guidance/search/cut.ts';
import { fold, foldWithPlaces } from '../../../src/guidance/search/fold.ts';
import { kanaOfRomaji } from '../../../src/guidance/search/romaji.ts';

describe('folding', () => {
  const letters = new Map([['廻', '回']]);
  it.each([
    ['ﾏｲﾅﾝﾊﾞｰ', 'まいなんば'],
    ['ＰＩＮ', 'pin'],
    ['サーバー', 'さば'],
    ['失効（しっこう）', '失効しつこ'],
    ['「引っ越し」、結婚', '引つ越し結婚'],
    ['　暗証　番号 ', '暗証番号'],
    ['e-Tax 2', 'e tax 2'],
    ['4 桁', '4桁'],
    ['何廻も', '何回も'],
    ['が', 'が'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text, letters)).toBe(folded);
  });

  it.each([
    ['ばんごう', 'ばんご'],
    ['せいねん', 'せねん'],
    ['ゆうこう', 'ゆこ'],
  ])('leaves out the vowel that only lengthens: %s', (long, short) => {
    expect(fold(long)).toBe(fold(short));
  });

  // Making such strings takes fast-check its time on a busy machine.
  it('changes nothing that is already folded', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    );
  });

  it('knows where each letter stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: folded, from, to } = foldWithPlaces(text);
        for (let at = 0; at < folded.length; at += 1) {
          if (folded[at] === ' ') continue;
          expect(fold(text.slice(from[at], to[at]))).toContain(folded[at]);
        }
      }),
    );
  });
});

describe('romaji', () => {
  it.each([
    ['anshoubangou', 'あんしょうばんごう'],
    ['hikkoshi', 'ひっこし'],
    ['matchi', 'まっち'],
    ['shimbashi', 'しんばし'],
    ['tyousa', 'ちょうさ'],
    ['jusho', 'じゅしょ'],
  ])('reads %s as %s', (word, kana) => {
    expect(kanaOfRomaji(word)).toBe(kana);
  });

  it.each(['password', 'lost', 'xyz', 'card'])('leaves English alone: %s', (word) => {
    expect(kanaOfRomaji(word)).toBeUndefined();
  });
});

describe('cutting', () => {
  const lexicon = new Lexicon();
  ['暗証番号', '番号', '忘れ', 'pin', 'my number card'].forEach((form, word) => {
    lexicon.add(form, word);
  });
  lexicon.add('を', 'filler');
  lexicon.add('パスポート', 'elsewhere');
  const cutOf = (text: string) =>
    cut(text, lexicon).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

  it('prefers the longest words', () => {
    expect(cutOf('暗証番号を忘れ')).toEqual(['word 暗証番号', 'filler を', 'word 忘れ']);
  });

  it('keeps what is unknown in one piece', () => {
    expect(cutOf('銀行番号')).toEqual(['unknown 銀行', 'word 番号']);
  });

  it('finds no Latin word inside another', () => {
    expect(cutOf('pineapple my number cards')).toEqual([
      'unknown pineapple',
      'unknown my',
      'unknown number',
      'unknown cards',
    ]);
    expect(cutOf('my number card')).toEqual(['word my number card']);
  });

  it('leaves out no letter and doubles none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const folded = fold(text);
        const pieces = cut(folded, lexicon);
        const said = pieces.map(({ from, to }) => folded.slice(from, to)).join('');
        expect(said.replaceAll(' ', '')).toBe(folded.replaceAll(' ', ''));
      }),
    );
  });
});
