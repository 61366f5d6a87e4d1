// Floor: build. Cuts content into passages, each with the place it stands at, so that a rule about
// text is written once and used on front matter, bodies, YAML entries and messages alike.
import type { TextFile } from './text-files.ts';

export interface Passage {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly text: string;
}

/** Front matter keys that hold no statement to a reader: words people type, ids, dates. */
const NOT_STATEMENTS = new Set([
  'also',
  'yomi',
  'sources',
  'updated',
  'related',
  'guides',
  'topic',
]);

/** All statements of a Markdown file: front matter strings, then the body line by line. */
export function passagesOf({
  file,
  data,
  frontMatter,
  body,
  bodyLine,
}: TextFile<object>): Passage[] {
  const head = strings(data)
    .filter(({ path }) => !NOT_STATEMENTS.has(String(path[0])))
    .map(({ path, text }) => ({
      file,
      line: frontMatter.lineOf(path),
      field: path.join('.'),
      text,
    }));
  const lines = body.split('\n').map((text, index) => ({
    file,
    line: bodyLine + index,
    field: 'body',
    text,
  }));
  return [...head, ...lines.filter(({ text }) => text.trim() !== '')];
}

/** All strings within a value, with their paths. */
export function strings(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => strings(child, [...path, key]));
}
