// Floor: build. The `_headers` file (the format of common static hosts): reads it for our own
// server, and completes it with the hashes of what the built pages carry inline.
import { createHash } from 'node:crypto';

export interface HeaderRule {
  /** Path pattern; `*` at the end matches the rest. */
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Parses a `_headers` file: unindented lines are paths, indented ones `Name: value`. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const indented = /^\s+(?<name>[\w-]+):\s*(?<value>.+?)\s*$/.exec(line)?.groups;
    if (indented) {
      const rule = rules.at(-1);
      if (!rule) throw new Error(`_headers: "${line.trim()}" stands before any path`);
      rule.headers[indented['name'] ?? ''] = indented['value'] ?? '';
    } else {
      rules.push({ pattern: line.trim(), headers: {} });
    }
  }
  return rules;
}

/** Headers for a request path: later rules add to and override earlier ones. */
export function headersFor(rules: readonly HeaderRule[], pathname: string): Record<string, string> {
  const matching = rules.filter(({ pattern }) =>
    pattern.endsWith('*') ? pathname.startsWith(pattern.slice(0, -1)) : pathname === pattern,
  );
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string>;
}

export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Hashes (CSP source form) of the executable inline scripts and styles of one page. */
export function inlineHashes(html: string): InlineHashes {
  return {
    scripts: hashes(html, /<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g),
    styles: hashes(html, /<style(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/style>/g),
  };
}

const DATA_BLOCK = /\btype="application\/(?:json|ld\+json)"/;

function hashes(html: string, pattern: RegExp): string[] {
  const found = [...html.matchAll(pattern)]
    .filter(({ groups }) => !DATA_BLOCK.test(groups?.['attributes'] ?? ''))
    .filter(({ groups }) => !/\bsrc=/.test(groups?.['attributes'] ?? ''))
    .map(({ groups }) => hashOf(groups?.['code'] ?? ''));
  return [...new Set(found)];
}

const hashOf = (code: string): string =>
  `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;

/** Fills the placeholders `{script-hashes}` and `{style-hashes}` of a policy or `_headers` file. */
export const fillHashes = (text: string, { scripts, styles }: InlineHashes): string =>
  text
    .replaceAll(/ ?\{script-hashes\}/g, scripts.map((hash) => ` ${hash}`).join(''))
    .replaceAll(/ ?\{style-hashes\}/g, styles.map((hash) => ` ${hash}`).join(''));

/** What a `<meta>` policy may hold of the header policy: frame-ancestors works in headers only. */
export const metaPolicy = (policy: string): string =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !directive.startsWith('frame-ancestors'))
    .join('; ');
