// Floor: build. The `_headers` file (the format of common static hosts): reads it for our own
// server, and completes it with the hashes of the styles that built pages carry inline.
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

/** Hashes (CSP source form) of a page's inline styles. Scripts are files (script-files.ts). */
export const styleHashes = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<style[^>]*>(?<code>[\s\S]*?)<\/style>/g)].map(({ groups }) =>
      hashOf(groups?.['code'] ?? ''),
    ),
  ),
];

const hashOf = (code: string): string =>
  `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;

/** Fills the placeholder `{style-hashes}` of a policy or `_headers` file. */
export const fillHashes = (text: string, styles: readonly string[]): string =>
  text.replaceAll(/ ?\{style-hashes\}/g, styles.map((hash) => ` ${hash}`).join(''));

/** What a `<meta>` policy may hold of the header policy: frame-ancestors works in headers only. */
export const metaPolicy = (policy: string): string =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !directive.startsWith('frame-ancestors'))
    .join('; ');
