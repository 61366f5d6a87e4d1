// Floor: build. The Markdown files of content/ as the check sees them: raw, with lines.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import type { Problem } from '../../guidance/knowledge/problem.ts';
import { parseMarkdownFile, type YamlFile } from '../../guidance/knowledge/yaml-file.ts';

/** A Markdown file whose front matter has the shape it should. */
export interface TextFile<T> {
  /** File name without `.md`: the slug of a question, the id of a guide's state. */
  readonly id: string;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly data: T;
  readonly frontMatter: YamlFile;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

export const markdownIn = (root: string, folder: string): string[] => {
  const at = path.join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.md'))
    .sort();
};

/** Reads one Markdown file; what is wrong with it goes to `problems` and the file is left out. */
export function readTextFile<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): TextFile<T> | undefined {
  const parsed = parseMarkdownFile(readFileSync(path.join(root, file), 'utf8'));
  if (!parsed) {
    problems.push({ code: 'no-front-matter', file, line: 1, field: '-', values: {} });
    return undefined;
  }
  const { frontMatter, body, bodyLine } = parsed;
  for (const { line, message } of frontMatter.errors) {
    problems.push({ code: 'not-yaml', file, line, field: '-', values: { message } });
  }
  if (frontMatter.errors.length > 0) return undefined;
  const result = schema.safeParse(frontMatter.data);
  for (const { path: at, message } of result.error?.issues ?? []) {
    const line = frontMatter.lineOf(at);
    problems.push({ code: 'schema', file, line, field: at.join('.') || '-', values: { message } });
  }
  if (!result.success) return undefined;
  return { id: path.basename(file, '.md'), file, data: result.data, frontMatter, body, bodyLine };
}
