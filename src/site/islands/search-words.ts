// Floor: site. The words the search island shows, picked from the catalogue at build time.
import type { EntryKind } from '../../guidance/search/entry.ts';
import type { Words } from '../../guidance/knowledge/words.ts';

export interface SearchWords {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly results: string;
  readonly count: string;
  readonly none: string;
  readonly noneHelp: string;
  readonly failed: string;
  readonly failedHelp: string;
  readonly loading: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
}

/** `{count}` and `{query}` stay in place: the island fills them in. */
export const searchWords = (say: Words): SearchWords => ({
  label: say('search.label'),
  hint: say('search.hint'),
  button: say('search.button'),
  results: say('search.results'),
  count: say('search.count', { count: '{count}' }),
  none: say('search.none', { query: '{query}' }),
  noneHelp: say('search.none.help'),
  failed: say('search.failed'),
  failedHelp: say('search.failed.help'),
  loading: say('search.loading'),
  kinds: {
    faq: say('search.kind.faq'),
    guide: say('search.kind.guide'),
    outcome: say('search.kind.outcome'),
    term: say('search.kind.term'),
  },
});
