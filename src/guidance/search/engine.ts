// Floor: search, top room. Finds entries for a query, and finds nothing when nothing fits. The only
// file that imports fuse.js. Runs in the page; knows no address and no DOM.
import Fuse from 'fuse.js';
import type { SearchEntry } from './entry.ts';
import { fold, tokens } from './fold.ts';

export type Search = (query: string) => SearchEntry[];

interface Indexed {
  readonly entry: SearchEntry;
  readonly title: string;
  readonly also: readonly string[];
  readonly text: string;
  readonly tokens: ReadonlySet<string>;
}

/** Results beyond this many help nobody. */
const LIMIT = 12;

/** Longer queries are cut: nobody's question needs more, and the cost grows with each token. */
const LONGEST_QUERY = 80;

/** Makes the search over the entries of an index. Queries never leave this function. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const fuse = new Fuse(entries.map(toIndexed), {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'also', weight: 3 },
      { name: 'text', weight: 1 },
    ],
    useTokenSearch: true,
    tokenize: tokens,
    threshold: 0,
    ignoreLocation: true,
    minMatchCharLength: 1,
    fieldNormWeight: 0.25,
  });
  return (query) => {
    const folded = Array.from(fold(query)).slice(0, LONGEST_QUERY).join('');
    if (folded === '') return [];
    const asked = [...new Set(tokens(folded))];
    const needed = coverageNeeded(asked);
    return fuse
      .search(folded)
      .map(({ item }) => item)
      .filter((item) => coverage(asked, item.tokens) >= needed)
      .slice(0, LIMIT)
      .map(({ entry }) => entry);
  };
}

function toIndexed(entry: SearchEntry): Indexed {
  const title = fold(entry.title);
  const also = entry.also.map(fold);
  const text = fold(entry.text);
  return { entry, title, also, text, tokens: new Set([title, text, ...also].flatMap(tokens)) };
}

/** Share of the query's tokens that the entry holds. */
const coverage = (asked: readonly string[], held: ReadonlySet<string>): number =>
  asked.filter((token) => held.has(token)).length / asked.length;

// A short word must match nearly whole (パスポート is not パスワード); a sentence may hold words
// that no entry has.
const coverageNeeded = (asked: readonly string[]): number =>
  asked.length <= 4 && asked.every((token) => !/[a-z]/.test(token)) ? 0.75 : 0.5;
