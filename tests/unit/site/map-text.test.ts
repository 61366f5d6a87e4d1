import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf, wrapText } from '../../../src/site/guide/map-text.ts';

describe('Japanese text in a drawing', () => {
  it('breaks after so many ems', () => {
    expect(wrapText('あいうえおかきくけこ', 4)).toEqual(['あいうえ', 'おかきく', 'けこ']);
  });

  it('begins no line with a full stop or a closing bracket', () => {
    expect(wrapText('「失効」と出た。', 3)).toEqual(['「失効」', 'と出た。']);
  });

  it('ends no line with an opening bracket', () => {
    expect(wrapText('番号は「四桁」です', 4)).toEqual(['番号は', '「四桁」', 'です']);
    for (const line of wrapText('番号は「四桁」です（暗証番号）', 4)) {
      expect(line).not.toMatch(/[「（]$/);
    }
  });

  it('keeps a Latin word or number together', () => {
    expect(wrapText('これはe-Taxの数字', 4)).toEqual(['これは', 'e-Taxの', '数字']);
  });

  it('loses nothing and keeps to the width, hanging marks aside', () => {
    const texts = fc.string({
      unit: fc.constantFrom('あ', '漢', 'ー', '、', '。', '「', '」', 'a', '4', ' '),
      maxLength: 60,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 14 }), (text, max) => {
        const lines = wrapText(text, max);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          const core = line.replace(/[ー、。」]+$/, '').replace(/^[「]+/, '');
          if (!/[a4]{7,}/.test(core)) expect(widthOf(core)).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});
