// Floor: search, making. Gathers everything that can be found, from content/ as it stands on disk:
// questions, guides and their outcomes, terms, facts. Runs in Node, at build time and in commands.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GUIDES } from '../../guides/catalogue.ts';
import { tableOf, type GuideTable } from '../../guides/table.ts';
import { dayText, factRemarks, factValue, telephoneUri } from '../../knowledge/facts.ts';
import type { KnownFact } from '../../knowledge/facts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { plainText } from '../../knowledge/references.ts';
import { faqSchema, guideTextSchema, outcomeTextSchema } from '../../knowledge/schemas.ts';
import { parseMarkdownFile } from '../../knowledge/yaml-file.ts';
import { pathOf, type SearchDocument } from '../entry.ts';

interface Context {
  readonly root: string;
  readonly knowledge: Knowledge;
  /** The address of a page in the language: `/faq/` → `/en/faq/`. */
  readonly href: (path: string) => string;
}

/** Everything that can be found in one language: questions, guides, outcomes, terms, facts. */
export function searchDocuments(context: Context): SearchDocument[] {
  const guides = GUIDES.map(tableOf).flatMap((table) => guide(table, context));
  return [
    ...faqs(context),
    ...guides.filter(({ kind }) => kind === 'guide'),
    ...guides.filter(({ kind }) => kind === 'outcome'),
    ...terms(context),
    ...factDocuments(context),
  ];
}

function faqFiles(root: string, locale: string) {
  const folder = path.join(root, 'faq', locale);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.md'))
    : [];
  return names.sort().map((name) => ({
    slug: name.replace(/\.md$/, ''),
    data: faqSchema.parse(frontMatter(path.join(folder, name))),
  }));
}

function faqs(context: Context): SearchDocument[] {
  const { root, knowledge, href } = context;
  return faqFiles(root, knowledge.locale).map(({ slug, data }) => {
    const id = `faq/${slug}`;
    return {
      kind: 'faq',
      id,
      href: href(pathOf(id)),
      title: plainText(data.question, knowledge),
      text: plainText(data.answer, knowledge),
      topic: data.topic,
      also: data.also,
    };
  });
}

function guide(table: GuideTable, context: Context): SearchDocument[] {
  const { root, knowledge, href } = context;
  const folder = path.join(root, 'guides', knowledge.locale, table.id);
  if (!existsSync(folder)) return [];
  const own = guideTextSchema.parse(frontMatter(path.join(folder, 'index.md')));
  const id = `guides/${table.id}`;
  const topic = guideTopic(table.id, context);
  const whole: SearchDocument = {
    kind: 'guide',
    id,
    href: href(pathOf(id)),
    title: plainText(own.guide, knowledge),
    text: plainText(own.about, knowledge),
    ...topic,
    also: own.also,
  };
  // A guide that is paused sends people elsewhere; its outcomes are not answers now.
  if (own.status === 'paused') return [whole];
  const outcomes = table.outcomes.map((state): SearchDocument => {
    const data = outcomeTextSchema.parse(frontMatter(path.join(folder, `${state}.md`)));
    return {
      kind: 'outcome',
      id: `${id}/${state}`,
      href: href(pathOf(`${id}/${state}`)),
      title: plainText(data.outcome, knowledge),
      text: plainText(data.answer, knowledge),
      also: data.also ?? [],
    };
  });
  return [whole, ...outcomes];
}

/** A guide belongs to the topic of most questions that lead to it. */
function guideTopic(id: string, { root, knowledge }: Context): { readonly topic?: string } {
  const counts = new Map<string, number>();
  for (const { data } of faqFiles(root, knowledge.locale)) {
    if (!data.guides?.includes(id)) continue;
    counts.set(data.topic, (counts.get(data.topic) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best ? { topic: best[0] } : {};
}

const terms = (context: Context): SearchDocument[] =>
  [...context.knowledge.terms].map(([term, { word, reading, meaning, en }]) => ({
    kind: 'term',
    id: `glossary/${term}`,
    href: context.href(pathOf(`glossary/${term}`)),
    title: word,
    text: meaning,
    also: [context.knowledge.say('search.term.asked', { word }), reading, ...(en ? [en] : [])],
  }));

const factDocuments = (context: Context): SearchDocument[] =>
  [...context.knowledge.facts].map(([id, known]) => fact(id, known, context));

function fact(id: string, known: KnownFact, context: Context): SearchDocument {
  const { knowledge, href } = context;
  const { fact: value, text } = known;
  const remarks = factRemarks(known, knowledge);
  return {
    kind: 'fact',
    id: `facts/${id}`,
    href: href(pathOf(`facts/${id}`)),
    title: text.label,
    text: factValue(known, knowledge.say),
    ...(remarks.length > 0 ? { remarks: remarks.join(knowledge.say('remark.separator')) } : {}),
    ...(text.note === undefined ? {} : { note: text.note }),
    ...(value.kind === 'phone' && !value.fax ? { call: telephoneUri(value.value) } : {}),
    source: knowledge.sources.get(value.source)?.publisher ?? value.source,
    ...(knowledge.sources.get(value.source)?.url === undefined
      ? {}
      : { sourceHref: knowledge.sources.get(value.source)?.url ?? '' }),
    checked: dayText(value.checked, knowledge.say),
    also: [],
  };
}

const frontMatter = (file: string): unknown =>
  parseMarkdownFile(readFileSync(file, 'utf8'))?.frontMatter.data;
