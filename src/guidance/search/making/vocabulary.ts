// Floor: search, making. Reads what editors wrote under content/search/<locale>/. Runs in Node, at
// build time; a language without such files has an empty vocabulary. Never throws on content.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import type { Problem } from '../../knowledge/problem.ts';
import { parseYaml, type YamlFile } from '../../knowledge/yaml-file.ts';
import type { Phrase, Vocabulary } from '../entry.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/**
 * Many words on one line, with 、 between them: what an editor can read and extend. YAML reads 188 as a
 * number; here it is a word.
 */
const wordLine = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => text.split(/[、\n]/).map((one) => one.trim()))
  .pipe(z.array(z.string().min(1)).min(1));

const SHAPES = {
  words: z.record(
    id,
    z.strictObject({
      words: wordLine,
      ours: z.boolean().optional(),
      sure: wordLine.optional(),
    }),
  ),
  filler: z.record(id, wordLine),
  elsewhere: z.record(id, wordLine),
  /** A letter, and those that are looked for as that letter. */
  letters: z.record(z.string(), z.string().min(1)),
} as const;

type Name = keyof typeof SHAPES;

/** A phrase and where an editor finds it. */
export interface SaidPhrase extends Phrase {
  /** Relative to the content folder. */
  readonly file: string;
  readonly line: number;
}

/** Where the phrases stand that this site has no answer to. */
const NOTHING = 'nothing.txt';

export interface SearchWords extends Vocabulary {
  /** What people say, collected page by page: what the classifier learns from. */
  readonly said: readonly SaidPhrase[];
  /** Where everything stands, for the content check. */
  readonly files: ReadonlyMap<Name, YamlFile>;
  readonly problems: readonly Problem[];
}

/** Path of one of the files, relative to the content folder. */
export const searchFile = (locale: string, name: Name): string => `search/${locale}/${name}.yaml`;

/** Reads the search words of one language. */
export function readSearchWords(root: string, locale: string): SearchWords {
  const problems: Problem[] = [];
  const files = new Map<Name, YamlFile>();

  function read<N extends Name>(name: N): z.infer<(typeof SHAPES)[N]> | undefined {
    const file = searchFile(locale, name);
    const at = path.join(root, file);
    if (!existsSync(at)) return undefined;
    const parsed = parseYaml(readFileSync(at, 'utf8'));
    files.set(name, parsed);
    for (const { line, message } of parsed.errors) {
      problems.push({ code: 'not-yaml', file, line, field: '-', values: { message } });
    }
    const result = SHAPES[name].safeParse(parsed.data ?? {});
    for (const { path: field, message } of result.error?.issues ?? []) {
      const line = parsed.lineOf(field);
      problems.push({ code: 'schema', file, line, field: field.join('.'), values: { message } });
    }
    return result.data as z.infer<(typeof SHAPES)[N]> | undefined;
  }

  const groups = Object.entries(read('words') ?? {});
  return {
    said: saidPhrases(root, locale),
    groups: groups.map(([name, group]) => ({
      id: name,
      words: group.words,
      ours: group.ours ?? false,
      sure: group.sure ?? [],
    })),
    filler: Object.values(read('filler') ?? {}).flat(),
    elsewhere: Object.values(read('elsewhere') ?? {}).flat(),
    letters: Object.entries(read('letters') ?? {}).flatMap(([common, others]) =>
      Array.from(others, (letter) => [letter, common] as const),
    ),
    files,
    problems,
  };
}

/**
 * The phrases under `said/`: one file a page, one phrase a line. A tab and ids behind a phrase name other
 * or more answers, best first; without them the file's own page is the answer.
 */
function saidPhrases(root: string, locale: string): SaidPhrase[] {
  const folder = `search/${locale}/said`;
  if (!existsSync(path.join(root, folder))) return [];
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const page = name
        .split(path.sep)
        .join('/')
        .replace(/\.txt$/, '');
      const file = `${folder}/${page}.txt`;
      return readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((row, index) => {
          const [text = '', answers] = row.split('\t');
          if (text.trim() === '') return [];
          const own = name === NOTHING ? [] : [page];
          const ids = answers?.split(/\s+/).filter((each) => each !== '');
          return [{ text: text.trim(), answers: ids ?? own, file, line: index + 1 }];
        });
    });
}
