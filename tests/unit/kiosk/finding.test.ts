import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import kioskJa from '../../../content/interface/ja/kiosk.json' with { type: 'json' };
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { knowledgeOf } from '../../../src/guidance/knowledge/knowledge.ts';
import { faqSchema } from '../../../src/guidance/knowledge/schemas.ts';
import { byRow, rowOf, rowsOf } from '../../../src/kiosk/session/kana.ts';
import { addressOf, screenFor, targetOfLink } from '../../../src/kiosk/shell/links.ts';
import { readTexts } from '../content.ts';

const ROWS = rowsOf(kioskJa['kana.rows']);

describe('the 50音 rows', () => {
  it('hold every hiragana exactly once', () => {
    const all = ROWS.map(({ kana }) => kana).join('');
    expect(new Set(all).size).toBe(Array.from(all).length);
    for (let code = 0x3041; code <= 0x3094; code += 1) {
      const kana = String.fromCodePoint(code);
      if (!'ゎゐゑ'.includes(kana)) expect([kana, all.includes(kana)]).toEqual([kana, true]);
    }
  });

  it('know a reading by its first sound, in hiragana or katakana', () => {
    expect(ROWS[rowOf(ROWS, 'がいこくじん')]?.name).toBe('か');
    expect(ROWS[rowOf(ROWS, 'パスワード')]?.name).toBe('は');
    expect(ROWS[rowOf(ROWS, 'ゆうこうきげん')]?.name).toBe('や');
  });

  it('show every entry once, in the order of the readings', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (readings) => {
        const lists = byRow(
          ROWS,
          readings.map((yomi) => ({ yomi })),
        );
        expect(lists).toHaveLength(ROWS.length);
        expect(lists.flat()).toHaveLength(readings.length);
      }),
    );
  });

  it('lead to every question, guide and word of the content', () => {
    const readings = [
      ...readTexts('faq/ja', faqSchema).map(({ data }) => data.yomi),
      ...[...knowledgeOf('ja').terms.values()].map(({ reading }) => reading),
    ];
    const all = ROWS.map(({ kana }) => kana).join('');
    expect(readings.length).toBeGreaterThan(40);
    for (const yomi of readings) {
      const row = ROWS[rowOf(ROWS, yomi)];
      expect([yomi, row?.kana.includes(yomi.slice(0, 1))]).toEqual([yomi, true]);
    }
    expect(all).not.toContain('|');
  });
});

describe('links of public pages on the help screen', () => {
  const place = { page: 'http://localhost/faq/x/', root: '/' };

  it('lead inside only to pages of this site', () => {
    expect(targetOfLink('/guides/expiry/', place)).toEqual({
      kind: 'inside',
      screen: { kind: 'page', path: '/guides/expiry/' },
    });
    expect(targetOfLink('https://www.jpki.go.jp/', place)).toEqual({
      kind: 'outside',
      address: 'https://www.jpki.go.jp/',
    });
    for (const href of ['tel:0120950178', 'mailto:a@b.example', '#word-jpki', 'javascript:1', '']) {
      expect([href, targetOfLink(href, place).kind]).toEqual([href, 'text']);
    }
  });

  it('take the site’s own public address for this site', () => {
    const siteUrl = 'https://help.example.lg.jp/';
    expect(targetOfLink(`${siteUrl}faq/y/`, { ...place, siteUrl })).toEqual({
      kind: 'inside',
      screen: { kind: 'page', path: '/faq/y/' },
    });
  });

  it('take no other host for a page of this site', () => {
    for (const href of [
      '/.//example.com/',
      '/.//',
      `${new URL(place.page).origin}//example.com/`,
    ]) {
      expect([href, targetOfLink(href, place).kind]).toEqual([href, 'text']);
    }
  });

  it('never lead to a page that does not belong to the public, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.webPath(), fc.string()), (href) => {
        const target = targetOfLink(href, place);
        if (target.kind === 'inside' && target.screen.kind === 'page') {
          const url = new URL(target.screen.path, place.page);
          expect(url.origin).toBe('http://localhost');
          expect(url.pathname.startsWith('/kiosk/')).toBe(false);
        }
        if (target.kind === 'outside') expect(target.address).toMatch(/^https?:\/\//);
      }),
    );
  });

  it('open the screens that stand in for pages which need a keyboard', () => {
    expect(screenFor('/search/', '', '/')).toEqual({ kind: 'kana' });
    expect(screenFor('/faq/', 'pin', '/')).toEqual({ kind: 'topic', id: 'pin' });
    expect(screenFor('/en/card/', '', '/en/')).toEqual({ kind: 'card' });
    expect(screenFor('/guides/expiry/map/', '', '/')).toBeUndefined();
  });

  it('carry the answers in the address to take home', () => {
    const answers = { 'which-pin': 'signature', age: 'adult' };
    expect(addressOf({ kind: 'page', path: '/guides/locked-pin/counter/', answers })).toBe(
      '/guides/locked-pin/counter/?which-pin=signature&age=adult',
    );
  });
});

describe('the words of the help screen', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|astro)$/.test(file))
    .map((file) => readFileSync(path.join('src', file), 'utf8'))
    .join('\n');

  it('are all said somewhere', () => {
    const prefixes = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix);
    const unused = Object.keys(kioskJa).filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('never call it a kiosk: to the public it is the 案内画面', () => {
    expect(Object.values(kioskJa).join('')).not.toMatch(/キオスク|kiosk/i);
  });
});
