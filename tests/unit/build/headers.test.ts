import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  fillHashes,
  headersFor,
  metaPolicy,
  parseHeaders,
  styleHashes,
} from '../../../src/build/headers.ts';

const sha = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

describe('the _headers file', () => {
  const rules = parseHeaders('# why\n/*\n  A: 1\n  B: 2\n\n/x/*\n  B: 3\n');

  it('gives later, narrower rules the last word', () => {
    expect(headersFor(rules, '/')).toEqual({ A: '1', B: '2' });
    expect(headersFor(rules, '/x/y')).toEqual({ A: '1', B: '3' });
  });

  it('refuses a header without a path', () => {
    expect(() => parseHeaders('  A: 1')).toThrow('before any path');
  });
});

describe('the policy of a page', () => {
  const html =
    '<style>a{}</style><style>a{}</style><style>b{}</style><script src="/a.js"></script>';

  it('hashes inline styles, each once', () => {
    expect(styleHashes(html)).toEqual([sha('a{}'), sha('b{}')]);
  });

  it('fills in the hashes and leaves no placeholder', () => {
    const policy = "script-src 'self'; style-src {style-hashes}";
    expect(fillHashes(policy, styleHashes(html))).toBe(
      `script-src 'self'; style-src ${sha('a{}')} ${sha('b{}')}`,
    );
    expect(fillHashes(policy, [])).toBe("script-src 'self'; style-src");
  });

  it('keeps frame-ancestors out of <meta>, where browsers ignore it', () => {
    expect(metaPolicy("default-src 'none'; frame-ancestors 'none'")).toBe("default-src 'none'");
  });
});
