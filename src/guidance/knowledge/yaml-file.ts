// Floor: knowledge. Turns the text of a YAML file, or of a Markdown file's front matter, into data
// that remembers on which line each value stands. Knows no schema.
import { LineCounter, parseDocument } from 'yaml';

export interface YamlFile {
  readonly data: unknown;
  /** 1-based line of the value at `path`, or of its nearest ancestor that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** What the YAML parser could not read, with its line. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** Parses YAML. `firstLine` is the line of the file on which the text begins (1-based). */
export function parseYaml(text: string, firstLine = 1): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: readonly number[] } | undefined)?.range;
      if (range) return at(range[0] ?? 0);
    }
    return firstLine;
  };

  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    lineOf,
    errors: document.errors.map((error) => ({ line: at(error.pos[0]), message: error.message })),
  };
}

export interface MarkdownFile {
  readonly frontMatter: YamlFile;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Splits a Markdown file at its `---` fences; `null` when it has no front matter. */
export function parseMarkdownFile(text: string): MarkdownFile | null {
  const match = /^---\r?\n(?<yaml>[\s\S]*?)\r?\n---\r?\n?/.exec(text);
  if (!match) return null;
  return {
    frontMatter: parseYaml(match.groups?.['yaml'] ?? '', 2),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
