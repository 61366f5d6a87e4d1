import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteWords } from '../../../src/guidance/knowledge/catalogue.ts';
import {
  factsIn,
  htmlText,
  markHtml,
  plainText,
  termsIn,
  tokenize,
  type ReferenceContext,
} from '../../../src/guidance/knowledge/references.ts';

const context: ReferenceContext = {
  facts: new Map([
    [
      'fee',
      {
        id: 'fee',
        fact: { kind: 'fee', value: 0, source: 's', checked: '2026-11-22', until: '2027-01-01' },
        text: { label: '手数料' },
      },
    ],
  ]),
  terms: new Map([['pin', { word: '暗証番号', reading: 'あんしょうばんごう', meaning: '秘密' }]]),
  say: siteWords('ja'),
  today: '2026-11-22',
};

describe('marks in text', () => {
  it('says facts and terms in place', () => {
    expect(plainText('[[pin]]の再設定は{{fee}}です', context)).toBe('暗証番号の再設定は無料です');
    expect(plainText('[[pin|番号]]', context)).toBe('番号');
  });

  it('links a term to its explanation on the page', () => {
    expect(htmlText('[[pin]]', context)).toBe('<a class="term" href="#word-pin">暗証番号</a>');
  });

  it('anchors the mention to which the explanation leads back', () => {
    const token = { kind: 'term', id: 'pin', shown: undefined, offset: 0 } as const;
    expect(markHtml(token, context, true)).toContain('id="ref-pin"');
  });

  it('escapes what an editor wrote', () => {
    expect(htmlText('<b>&"\'', context)).toBe('&lt;b&gt;&amp;&quot;&#39;');
  });

  it('lists each fact and term once, in order', () => {
    const text = '{{b}}[[y]]{{a}}{{b|bare}}[[x|あ]][[y]]';
    expect(factsIn(text)).toEqual(['b', 'a']);
    expect(termsIn(text)).toEqual(['y', 'x']);
  });

  it('refuses to say what is not known', () => {
    expect(() => plainText('{{nope}}', context)).toThrow('nope');
    expect(() => htmlText('[[nope]]', context)).toThrow('nope');
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = tokenize(text).map((token) => (token.kind === 'text' ? token.text : '■'));
        const marks = text.replaceAll(
          /\{\{\s*[\w-]+(?:\|bare)?\s*\}\}|\[\[[\w-]+(?:\|[^\]]+)?\]\]/g,
          '■',
        );
        expect(kept.join('')).toBe(marks);
      }),
    );
  });
});
