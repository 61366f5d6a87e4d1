// Floor: site. Makes the search index of one language at build time, and its address, which
// carries a hash of the content so that it can be cached for ever.
import { createHash } from 'node:crypto';
import type { SearchEntry } from '../../guidance/search/entry.ts';
import { knowledgeOf, type Knowledge } from '../../guidance/knowledge/knowledge.ts';
import { plainText } from '../../guidance/knowledge/references.ts';
import { faqsOf, guideText, guideTextsOf, outcomeText } from '../collections.ts';
import { GUIDE_TABLES } from '../guide/guide-page.ts';
import { localHref } from '../locale.ts';

export interface SearchIndex {
  readonly href: string;
  readonly hash: string;
  readonly json: string;
}

async function entriesOf(knowledge: Knowledge): Promise<SearchEntry[]> {
  const { locale } = knowledge;
  const plain = (text: string) => plainText(text, knowledge);
  const faqs = (await faqsOf(locale)).map(({ slug, entry: { data } }): SearchEntry => ({
    kind: 'faq',
    href: localHref(locale, `/faq/${slug}/`),
    title: plain(data.question),
    text: plain(data.answer),
    also: [...data.also, data.yomi],
  }));
  const guides = await Promise.all(GUIDE_TABLES.map((table) => guideEntries(table, knowledge)));
  const terms = [...knowledge.terms].map(([id, term]): SearchEntry => ({
    kind: 'term',
    href: localHref(locale, `/glossary/#${id}`),
    title: term.word,
    text: term.meaning,
    also: [term.reading, ...(term.en ? [term.en] : [])],
  }));
  return [...guides.flat(), ...faqs, ...terms];
}

async function guideEntries(
  table: (typeof GUIDE_TABLES)[number],
  knowledge: Knowledge,
): Promise<SearchEntry[]> {
  const { locale } = knowledge;
  const texts = await guideTextsOf(locale, table.id);
  const { guide, about, also, yomi } = guideText(texts);
  const base = localHref(locale, `/guides/${table.id}/`);
  const outcomes = table.outcomes.map((state): SearchEntry => {
    const text = outcomeText(texts, state);
    return {
      kind: 'outcome',
      href: `${base}${state}/`,
      title: plainText(text.outcome, knowledge),
      text: plainText(text.answer, knowledge),
      also: text.also ?? [],
    };
  });
  const whole: SearchEntry = {
    kind: 'guide',
    href: base,
    title: guide,
    text: plainText(about, knowledge),
    also: [...also, yomi],
  };
  return [whole, ...outcomes];
}

const made = new Map<string, Promise<SearchIndex>>();

/** The index of a language, made once per build. */
export function searchIndexOf(locale: string): Promise<SearchIndex> {
  const cached = made.get(locale);
  if (cached) return cached;
  const index = entriesOf(knowledgeOf(locale)).then((entries) => {
    const json = JSON.stringify(entries);
    const hash = createHash('sha256').update(json).digest('hex').slice(0, 12);
    return { href: `/search-index/${locale}.${hash}.json`, hash, json };
  });
  made.set(locale, index);
  return index;
}
