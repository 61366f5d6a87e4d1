// Floor: knowledge. Reads the YAML under content/ from disk and checks each entry against its
// schema. Runs in Node at build time only; never throws on what an editor wrote.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import { locales } from './catalogue.ts';
import type { Problem } from './problem.ts';
import {
  factSchema,
  factTextSchema,
  siteSchema,
  situationSchema,
  sourceSchema,
  termSchema,
  topicSchema,
  type Fact,
  type FactText,
  type Site,
  type Situation,
  type Source,
  type Term,
  type Topic,
} from './schemas.ts';
import { parseYaml } from './yaml-file.ts';

/** Every entry that is read from YAML, with the file and line it stands on. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  readonly line: number;
}

/** The raw entries of content/, schema-checked but not yet joined: what the content check reads. */
export interface ContentFiles {
  readonly facts: ReadonlyMap<string, Located<Fact>>;
  readonly factTexts: ReadonlyMap<string, Located<FactText>>;
  readonly sources: ReadonlyMap<string, Located<Source>>;
  readonly terms: ReadonlyMap<string, Located<Term>>;
  readonly topics: readonly Located<Topic>[];
  readonly situations: readonly Located<Situation>[];
  readonly site: Site;
  readonly problems: readonly Problem[];
}

type Collect = Problem[];

function report(problems: Collect, file: string, line: number, field: string, message: string) {
  problems.push({ code: 'schema', file, line, field, values: { message } });
}

function readYamlFile(root: string, file: string, problems: Collect) {
  const parsed = parseYaml(readFileSync(path.join(root, file), 'utf8'));
  for (const { line, message } of parsed.errors) {
    problems.push({ code: 'not-yaml', file, line, field: '-', values: { message } });
  }
  return parsed;
}

/** Reads a file that maps ids to entries, each of the given shape. */
function readMap<T>(root: string, file: string, schema: z.ZodType<T>, problems: Collect) {
  const entries = new Map<string, Located<T>>();
  const parsed = readYamlFile(root, file, problems);
  for (const [id, raw] of Object.entries((parsed.data ?? {}) as Record<string, unknown>)) {
    const result = schema.safeParse(raw);
    if (result.success) {
      entries.set(id, { value: result.data, file, line: parsed.lineOf([id]) });
    }
    for (const issue of result.error?.issues ?? []) {
      const at = [id, ...issue.path];
      report(problems, file, parsed.lineOf(at), at.join('.'), issue.message);
    }
  }
  return entries;
}

/** Reads a file that lists entries of the given shape. */
function readList<T>(root: string, file: string, schema: z.ZodType<T>, problems: Collect) {
  const parsed = readYamlFile(root, file, problems);
  return ((parsed.data ?? []) as unknown[]).flatMap((raw, index): Located<T>[] => {
    const result = schema.safeParse(raw);
    if (result.success) return [{ value: result.data, file, line: parsed.lineOf([index]) }];
    for (const issue of result.error.issues) {
      const at = [index, ...issue.path];
      report(problems, file, parsed.lineOf(at), at.join('.'), issue.message);
    }
    return [];
  });
}

/** Reads everything under `root` that is not Markdown, for one locale. Never throws on content. */
export function readContentFiles(root: string, locale: string): ContentFiles {
  const problems: Collect = [];
  const factFiles = readdirSync(path.join(root, 'facts')).filter(
    (file) => file.endsWith('.yaml') && !isLocaleFile(root, file),
  );
  const facts = new Map(
    factFiles.flatMap((file) => [...readMap(root, `facts/${file}`, factSchema, problems)]),
  );
  return {
    facts,
    factTexts: readMap(root, `facts/${locale}.yaml`, factTextSchema, problems),
    sources: readMap(root, 'sources.yaml', sourceSchema, problems),
    terms: readMap(root, `glossary/${locale}.yaml`, termSchema, problems),
    topics: readList(root, `topics/${locale}.yaml`, topicSchema, problems),
    situations: readList(root, `situations/${locale}.yaml`, situationSchema, problems),
    site: readSite(root, problems),
    problems,
  };
}

const isLocaleFile = (root: string, file: string): boolean =>
  locales(root).includes(file.replace(/\.yaml$/, ''));

function readSite(root: string, problems: Collect): Site {
  const parsed = readYamlFile(root, 'site.yaml', problems);
  const result = siteSchema.safeParse(parsed.data ?? {});
  for (const issue of result.error?.issues ?? []) {
    report(problems, 'site.yaml', parsed.lineOf(issue.path), issue.path.join('.'), issue.message);
  }
  return result.data ?? {};
}
