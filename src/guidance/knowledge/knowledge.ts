// Floor: knowledge, top room. Joins what content/ holds into what pages use, once per process.
import { contentRoot, siteWords } from './catalogue.ts';
import { readContentFiles, type ContentFiles, type Located } from './content-files.ts';
import { todayInJapan, type KnownFact } from './facts.ts';
import type { ReferenceContext } from './references.ts';
import type { Site, Situation, Source, Topic } from './schemas.ts';

export interface Knowledge extends ReferenceContext {
  readonly locale: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly topics: readonly Topic[];
  readonly situations: readonly Situation[];
  readonly site: Site;
}

const values = <T>(map: ReadonlyMap<string, Located<T>>): Map<string, T> =>
  new Map([...map].map(([id, { value }]) => [id, value]));

/** Joins what was read into what pages use. The content check has run before, so ids resolve. */
export function joinKnowledge(files: ContentFiles, locale: string, root: string): Knowledge {
  const facts = new Map<string, KnownFact>();
  for (const [id, { value }] of files.facts) {
    const text = files.factTexts.get(id)?.value;
    if (text) facts.set(id, { id, fact: value, text });
  }
  return {
    locale,
    facts,
    terms: values(files.terms),
    sources: values(files.sources),
    topics: files.topics.map(({ value }) => value),
    situations: files.situations.map(({ value }) => value),
    site: files.site,
    say: siteWords(locale, root),
    today: process.env['SITE_TODAY'] ?? todayInJapan(new Date()),
  };
}

const cache = new Map<string, Knowledge>();

/** The knowledge of one locale, read once per process. */
export function knowledgeOf(locale: string, root = contentRoot()): Knowledge {
  const key = `${root}\n${locale}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const knowledge = joinKnowledge(readContentFiles(root, locale), locale, root);
  cache.set(key, knowledge);
  return knowledge;
}
