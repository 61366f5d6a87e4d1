import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import siteJa from '../../../content/interface/ja/site.json' with { type: 'json' };
import { speaker } from '../../../src/guidance/knowledge/words.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join('src', file), 'utf8') }));

/** What people may type, which the code reads and never says. */
const READS_JAPANESE = ['guidance/dates/eras.ts', 'guidance/dates/parse-day.ts'];

describe('the message catalogue', () => {
  it('fills placeholders', () => {
    const say = speaker<string>({ found: '{count}件' });
    expect(say('found', { count: 3 })).toBe('3件');
  });

  it('refuses a missing message and a missing value', () => {
    const say = speaker<string>({ found: '{count}件' });
    expect(() => say('lost')).toThrow('lost');
    expect(() => say('found')).toThrow('count');
  });

  it('holds no message that nothing says', () => {
    const code = sources.map(({ text }) => text).join('\n');
    // Keys made of a prefix and a value, such as `period.${unit}`.
    const prefixes = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix);
    const unused = Object.keys(siteJa).filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('is the only place in which the code speaks Japanese', () => {
    const withoutComments = (text: string) =>
      text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
    const speaking = sources
      .filter(({ text }) => /[ぁ-ん一-鿿]{4,}/.test(withoutComments(text)))
      .map(({ file }) => file)
      .filter((file) => !READS_JAPANESE.includes(file));
    expect(sources.length).toBeGreaterThan(30);
    expect(speaking).toEqual([]);
  });
});
