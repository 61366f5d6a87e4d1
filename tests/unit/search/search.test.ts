import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../src/guidance/search/engine.ts';
import type { SearchEntry } from '../../../src/guidance/search/entry.ts';
import { fold, tokens } from '../../../src/guidance/search/fold.ts';
import { readTexts } from '../content.ts';
import { faqSchema } from '../../../src/guidance/knowledge/schemas.ts';

const entries: SearchEntry[] = readTexts('faq/ja', faqSchema).map(({ id, data }) => ({
  kind: 'faq',
  href: id,
  title: data.question,
  text: data.answer,
  also: [...data.also, data.yomi],
}));
const search = createSearch(entries);
const hrefs = (query: string) => search(query).map(({ href }) => href);

describe('folding', () => {
  it.each([
    ['ﾏｲﾅﾝﾊﾞｰ', 'まいなんば'],
    ['ＰＩＮ', 'pin'],
    ['サーバー', 'さば'],
    ['「引っ越し」、結婚', '引っ越し 結婚'],
    ['　暗証　番号 ', '暗証 番号'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is already folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    );
  });

  it('cuts Japanese into pairs and Latin letters into words', () => {
    expect(tokens('暗証番号 pin 4桁')).toEqual(['暗証', '証番', '番号', 'pin', '4', '桁']);
  });
});

describe('searching the questions', () => {
  it.each([
    ['暗証番号 忘れた', 'forgot-password'],
    ['あんしょうばんごう わすれた', 'forgot-password'],
    ['アンショウバンゴウ　ワスレタ', 'forgot-password'],
    ['何回まちがえたらロック', 'wrong-tries-lock'],
    ['引っ越し', 'moved-or-married'],
    ['法人', 'corporate-name'],
    ['有効期限通知書', 'expiry-notice'],
    ['パスワードの確認に失敗しました', 'wrong-password-message'],
  ])('answers 「%s」 with %s first', (query, slug) => {
    expect(hrefs(query)[0]).toBe(slug);
  });

  it.each(['パスポート', '年金', 'ごみの日', '天気', 'ラーメン', ''])(
    'finds nothing for 「%s」 instead of something wrong',
    (query) => {
      expect(hrefs(query)).toEqual([]);
    },
  );

  it('finds every question by its own title', () => {
    for (const { title, href } of entries) expect(hrefs(title)[0]).toBe(href);
  });

  it('gives the same answers whatever the width, kana and spacing', () => {
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
    for (const { title } of entries) expect(hrefs(` ${wide(title)}　`)).toEqual(hrefs(title));
  });

  it('survives any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
        expect(search(query).length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 50 },
    );
    expect(() => search('\uD800'.repeat(10_000))).not.toThrow();
    expect(() => search('(.*)+?[\\'.repeat(1000))).not.toThrow();
  });
});
