// Floor: site. The Markdown collections as pages want them: by language, in order.
import { getCollection, type CollectionEntry } from 'astro:content';
import type { GuideTable } from '../guidance/guides/table.ts';
import type { OutcomeText, QuestionText } from '../guidance/knowledge/schemas.ts';

export interface Faq {
  readonly slug: string;
  readonly entry: CollectionEntry<'faq'>;
}

/** All questions of a language, in the order of their files. */
export async function faqsOf(locale: string): Promise<Faq[]> {
  const entries = await getCollection('faq', ({ id }) => id.startsWith(`${locale}/`));
  return entries
    .map((entry) => ({ slug: entry.id.slice(locale.length + 1), entry }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** All texts of one guide in a language, by state id; `index` is the guide's own page. */
export async function guideTextsOf(locale: string, guide: string) {
  const prefix = `${locale}/${guide}/`;
  const entries = await getCollection('guides', ({ id }) => id.startsWith(prefix));
  return new Map(entries.map((entry) => [entry.id.slice(prefix.length), entry]));
}

export type GuideEntry = CollectionEntry<'guides'>;

/** A state's text as a question. The content check has made sure of the shape. */
export function questionText(texts: ReadonlyMap<string, GuideEntry>, state: string): QuestionText {
  const data = texts.get(state)?.data;
  if (!data || !('question' in data)) throw new Error(`"${state}" has no question text`);
  return data;
}

/** A state's text as an outcome. */
export function outcomeText(texts: ReadonlyMap<string, GuideEntry>, state: string): OutcomeText {
  const data = texts.get(state)?.data;
  if (!data || !('outcome' in data)) throw new Error(`"${state}" has no outcome text`);
  return data;
}

/** The guide's own page text. */
export function guideText(texts: ReadonlyMap<string, GuideEntry>) {
  const data = texts.get('index')?.data;
  if (!data || !('guide' in data)) throw new Error('the guide has no page of its own');
  return data;
}

/** Question ids of a guide in the order a reader meets them (breadth first). */
export function questionsInOrder({ initial, transitions }: GuideTable): string[] {
  const order = [initial];
  for (const id of order) {
    for (const target of Object.values(transitions[id] ?? {})) {
      if (transitions[target] && !order.includes(target)) order.push(target);
    }
  }
  return order;
}
