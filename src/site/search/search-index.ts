// Floor: site. The search index of one language at build time, and its address, which carries a
// hash of the content so that it can be cached for ever.
import { createHash } from 'node:crypto';
import { indexOf } from '../../guidance/search/making/index.ts';
import { localHref } from '../locale.ts';

export interface SearchIndex {
  readonly href: string;
  readonly hash: string;
  readonly json: string;
}

const made = new Map<string, SearchIndex>();

/** The index of a language, made once per build. */
export function searchIndexOf(locale: string): SearchIndex {
  const cached = made.get(locale);
  if (cached) return cached;
  const json = JSON.stringify(indexOf(locale, (path) => localHref(locale, path)));
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 12);
  const index = { href: `/search-index/${locale}.${hash}.json`, hash, json };
  made.set(locale, index);
  return index;
}
