import { describe, expect, it } from 'vitest';
import { sheetSize } from '../../../src/site/guide/sheet-size.ts';

const SIZES = ['large', 'medium', 'small'];

describe('the type of a printed sheet', () => {
  it('is large for few words and gets smaller as they grow, never larger again', () => {
    const sizes = Array.from({ length: 40 }, (_, index) => sheetSize('あ'.repeat(index * 40)));
    expect([...new Set(sizes)]).toEqual(SIZES);
  });

  it('counts what is printed: neither signs of Markdown nor addresses of links', () => {
    const words = 'あ'.repeat(760);
    expect(sheetSize(words)).toBe('large');
    expect(sheetSize(`## **${words}**\n\n- `)).toBe('large');
    expect(sheetSize(`[${words}](/guides/expiry/near-when/)`)).toBe('large');
    expect(sheetSize(`${words}あ`)).toBe('medium');
  });
});
