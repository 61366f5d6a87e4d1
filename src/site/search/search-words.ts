// Floor: site. The words that the search box's script shows, picked from the catalogue at build time.
import type { Knowledge } from '../../guidance/knowledge/knowledge.ts';
import { localHref } from '../locale.ts';

export interface SearchWords {
  readonly results: string;
  readonly count: string;
  /** When something is said at once too. */
  readonly countAtOnce: string;
  readonly none: string;
  readonly noneHelp: string;
  readonly failed: string;
  readonly loading: string;
  readonly suggestions: string;
  readonly narrow: string;
  readonly allTopics: string;
  readonly topicCount: string;
  readonly atOnce: string;
  readonly checked: string;
  readonly source: string;
  readonly kinds: Readonly<Record<'faq' | 'guide' | 'outcome', string>>;
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
  }[];
}

/** What is in braces stays in place: the script fills it in. */
export const searchWords = ({ say, locale, topics }: Knowledge): SearchWords => ({
  results: say('search.results'),
  count: say('search.count', { count: '{count}' }),
  countAtOnce: say('search.count.at-once', { atOnce: '{atOnce}', count: '{count}' }),
  none: say('search.none', { query: '{query}' }),
  noneHelp: say('search.none.help'),
  failed: say('search.failed'),
  loading: say('search.loading'),
  suggestions: say('search.suggestions'),
  narrow: say('search.narrow'),
  allTopics: say('search.topics.all'),
  topicCount: say('search.topic.count', { topic: '{topic}', count: '{count}' }),
  atOnce: say('search.at-once'),
  checked: say('search.fact.checked', { day: '{day}' }),
  source: say('search.fact.source', { source: '{source}' }),
  kinds: {
    faq: say('search.kind.faq'),
    guide: say('search.kind.guide'),
    outcome: say('search.kind.outcome'),
  },
  topics: topics.map(({ id, title }) => ({ id, title, href: localHref(locale, `/faq/#${id}`) })),
});
