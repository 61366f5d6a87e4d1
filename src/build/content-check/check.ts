// Floor: build, top room of the content check. Runs every rule over content/ and says what it
// found in the editor's words. Used by the command, by the build and by tests.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import { GUIDES } from '../../guidance/guides/catalogue.ts';
import { tableOf, type GuideTable } from '../../guidance/guides/table.ts';
import {
  DEFAULT_LOCALE,
  editorWords,
  locales,
  siteWords,
} from '../../guidance/knowledge/catalogue.ts';
import { readContentFiles, type ContentFiles } from '../../guidance/knowledge/content-files.ts';
import { ContentError, type Problem } from '../../guidance/knowledge/problem.ts';
import { faqSchema, pageSchema, type FaqText } from '../../guidance/knowledge/schemas.ts';
import { readSearchWords } from '../../guidance/search/making/vocabulary.ts';
import type { EditorWord, Words } from '../../guidance/knowledge/words.ts';
import { factProblems, staleFacts } from './fact-rules.ts';
import { readOffices } from '../../guidance/office/office.ts';
import { duplicateSlugs, faqProblems, sourceProblems } from './faq-rules.ts';
import { chartProblems, guideTexts } from './guide-rules.ts';
import { passagesOf, strings, type Passage } from './passages.ts';
import { searchProblems } from './search-rules.ts';
import { markdownIn, readTextFile, type TextFile } from './text-files.ts';
import { officeProblems, staleOffices } from './office-rules.ts';
import { bareNumberProblems, linkProblems, markProblems } from './text-rules.ts';

export interface Findings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly counts: Readonly<Record<'faq' | 'guides' | 'facts' | 'terms', number>>;
}

/** Pages that exist whatever the content. */
const FIXED_PAGES = [
  '/',
  '/faq/',
  '/search/',
  '/guides/',
  '/contact/',
  '/about/',
  '/glossary/',
  '/tools/dates/',
  '/card/',
  '/card/readers/',
];

/** Checks everything under `root`. `tables` are the guides' statecharts; `today` is YYYY-MM-DD. */
export function checkContent(
  root: string,
  today: string,
  tables: readonly GuideTable[] = GUIDES.map(tableOf),
): Findings {
  const offices = readOffices(root);
  const perLocale = locales(root).map((locale) => checkLocale(root, locale, today, tables));
  return {
    problems: [
      ...tables.flatMap(chartProblems),
      ...perLocale.flatMap((found) => found.problems),
      ...officeProblems(offices, readContentFiles(root, DEFAULT_LOCALE), tables),
    ],
    warnings: [...(perLocale[0]?.warnings ?? []), ...staleOffices(offices, today)],
    counts: perLocale[0]?.counts ?? { faq: 0, guides: 0, facts: 0, terms: 0 },
  };
}

function checkLocale(
  root: string,
  locale: string,
  today: string,
  tables: readonly GuideTable[],
): Findings {
  const files = readContentFiles(root, locale);
  const problems: Problem[] = [...files.problems, ...factProblems(files, locale)];
  const faqs: TextFile<FaqText>[] = readTexts(root, `faq/${locale}`, faqSchema, problems);
  const pages = readTexts(root, `pages/${locale}`, pageSchema, problems);
  // By file name, so that one unreadable file is one problem, not a dead link in every other.
  const slugs = new Set(markdownIn(root, `faq/${locale}`).map((name) => name.replace(/\.md$/, '')));
  const guides = new Set(tables.map(({ id }) => id));
  const say = siteWords(locale, root);
  const states = tables.flatMap((table) =>
    guideTexts(table, { root, locale, files, slugs, say }, problems),
  );

  problems.push(...duplicateSlugs(faqs));
  problems.push(...faqs.flatMap((faq) => faqProblems(faq, { files, slugs, guides })));
  problems.push(...pages.flatMap((page) => sourceProblems(page, files)));

  const targets = {
    pages: new Set([
      ...FIXED_PAGES,
      ...[...slugs].map((slug) => `/faq/${slug}/`),
      ...statePages(tables),
    ]),
    sources: new Set([...files.sources.values()].map(({ value }) => value.url)),
  };
  const passages = [
    ...[...faqs, ...states, ...pages].flatMap((file) => passagesOf(file)),
    ...entryPassages(root, locale, files),
  ];
  for (const passage of passages) {
    problems.push(
      ...markProblems(passage, files.facts, files.terms),
      ...bareNumberProblems(passage),
      ...linkProblems(passage, targets),
    );
  }
  problems.push(...situationProblems(files, targets.pages));
  problems.push(
    ...searchProblems({
      locale,
      words: readSearchWords(root, locale),
      entries: new Set([
        ...[...slugs].map((slug) => `faq/${slug}`),
        ...tables.flatMap(({ id, outcomes }) => [
          `guides/${id}`,
          ...outcomes.map((state) => `guides/${id}/${state}`),
        ]),
        ...[...files.terms.keys()].map((id) => `glossary/${id}`),
        ...[...files.facts.keys()].map((id) => `facts/${id}`),
      ]),
    }),
  );
  return {
    problems,
    warnings: staleFacts(files, today),
    counts: {
      faq: faqs.length,
      guides: tables.length,
      facts: files.facts.size,
      terms: files.terms.size,
    },
  };
}

/** Reads a folder of Markdown files of one shape. */
const readTexts = <T>(
  root: string,
  folder: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): TextFile<T>[] =>
  markdownIn(root, folder).flatMap(
    (name) => readTextFile(root, `${folder}/${name}`, schema, problems) ?? [],
  );

const statePages = (tables: readonly GuideTable[]): string[] =>
  tables.flatMap(({ id, transitions, outcomes }) => [
    `/guides/${id}/`,
    ...[...Object.keys(transitions), ...outcomes].map((state) => `/guides/${id}/${state}/`),
  ]);

/** Statements outside Markdown: glossary, topics, situations and the site's own messages. */
function entryPassages(root: string, locale: string, files: ContentFiles): Passage[] {
  const entries = [
    ...[...files.terms].map(([id, entry]) => ({ id, ...entry })),
    ...files.topics.map((entry) => ({ id: entry.value.id, ...entry })),
    ...files.situations.map((entry) => ({ id: entry.value.id, ...entry })),
  ].flatMap(({ id, value, file, line }) =>
    strings(value, [id]).map(({ path: at, text }) => ({ file, line, field: at.join('.'), text })),
  );
  return [...entries, ...CATALOGUES.flatMap((name) => messagePassages(root, locale, name))];
}

/** The message catalogues whose sentences readers see. */
const CATALOGUES = ['site.json', 'card.json', 'office.json', 'staff.json'];

function messagePassages(root: string, locale: string, name: string): Passage[] {
  const file = `interface/${locale}/${name}`;
  const messages = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<
    string,
    string
  >;
  return (
    Object.entries(messages)
      .map(([field, text], index) => ({ file, line: index + 2, field, text }))
      // How a fact's opening hours are said: the words of the fact itself.
      .filter(({ field }) => !field.startsWith('hours.'))
  );
}

const situationProblems = (files: ContentFiles, pages: ReadonlySet<string>): Problem[] =>
  files.situations.flatMap(({ value, file, line }): Problem[] => {
    const page = value.href.split('#', 1)[0] ?? '';
    return [
      ...(pages.has(page)
        ? []
        : [
            {
              code: 'dead-link' as const,
              file,
              line,
              field: `${value.id}.href`,
              values: { href: value.href },
            },
          ]),
      ...(value.call === undefined || files.facts.has(value.call)
        ? []
        : [
            {
              code: 'unknown-fact' as const,
              file,
              line,
              field: `${value.id}.call`,
              values: { id: value.call },
            },
          ]),
    ];
  });

/** One problem as the editor reads it: file, line, field and remedy. */
export function problemText(problem: Problem, say: Words<EditorWord>, key: EditorWord): string {
  const message = say(`problem.${problem.code}`, problem.values);
  const { file, line, field } = problem;
  return say(key, { file, line: line ?? '-', field, message });
}

/** @throws ContentError naming every problem, when there is one. */
export function requireGoodContent({ problems }: Findings, root: string): void {
  if (problems.length === 0) return;
  const say = editorWords(root);
  const lines = problems.map((problem) => problemText(problem, say, 'report.problem'));
  throw new ContentError(
    problems,
    [say('report.found', { count: problems.length }), ...lines].join('\n'),
  );
}
