// Reads the real content for unit tests. A test that would find no file must fail, so this throws.
import type { z } from 'astro/zod';
import { contentRoot } from '../../src/guidance/knowledge/catalogue.ts';
import type { Problem } from '../../src/guidance/knowledge/problem.ts';
import {
  markdownIn,
  readTextFile,
  type TextFile,
} from '../../src/build/content-check/text-files.ts';

export function readTexts<T>(folder: string, schema: z.ZodType<T>): TextFile<T>[] {
  const problems: Problem[] = [];
  const files = markdownIn(contentRoot(), folder).flatMap(
    (name) => readTextFile(contentRoot(), `${folder}/${name}`, schema, problems) ?? [],
  );
  if (files.length === 0 || problems.length > 0) throw new Error(`cannot read ${folder}`);
  return files;
}
