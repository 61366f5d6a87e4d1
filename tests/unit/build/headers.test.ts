import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  fillHashes,
  headersFor,
  inlineHashes,
  metaPolicy,
  parseHeaders,
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
    '<style>a{}</style><script type="module">go()</script>' +
    '<script src="/a.js"></script><script type="application/json" id="d">{"a":1}</script>';

  it('hashes inline styles and scripts, not data and not files', () => {
    expect(inlineHashes(html)).toEqual({ scripts: [sha('go()')], styles: [sha('a{}')] });
  });

  it('fills in the hashes and leaves no placeholder', () => {
    const policy = "script-src 'self' {script-hashes}; style-src {style-hashes}";
    expect(fillHashes(policy, inlineHashes(html))).toBe(
      `script-src 'self' ${sha('go()')}; style-src ${sha('a{}')}`,
    );
    expect(fillHashes(policy, { scripts: [], styles: [] })).toBe("script-src 'self'; style-src");
  });

  it('keeps frame-ancestors out of <meta>, where browsers ignore it', () => {
    expect(metaPolicy("default-src 'none'; frame-ancestors 'none'")).toBe("default-src 'none'");
  });
});
