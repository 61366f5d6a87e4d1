// Floor: site. The search index of one language at build time, and the addresses of its two files,
// which carry a hash of their content so that they can be cached for ever.
import { createHash } from 'node:crypto';
import { splitIndex } from '../../guidance/search/parts.ts';
import { indexOf } from '../../guidance/search/making/index.ts';
import { localHref } from '../locale.ts';

export interface IndexPart {
  /** File name without `.json`. */
  readonly file: string;
  readonly href: string;
  readonly json: string;
}

export interface SearchIndex {
  /** Questions and guides, and the words. */
  readonly core: IndexPart;
  /** Outcomes, terms and facts, and rare words. */
  readonly more: IndexPart;
}

const made = new Map<string, SearchIndex>();

/** The index of a language, made once per build. */
export function searchIndexOf(locale: string): SearchIndex {
  const cached = made.get(locale);
  if (cached) return cached;
  const { core, more } = splitIndex(indexOf(locale, (path) => localHref(locale, path)));
  const index = { core: part(locale, core), more: part(`${locale}-more`, more) };
  made.set(locale, index);
  return index;
}

function part(name: string, content: unknown): IndexPart {
  const json = JSON.stringify(content);
  const file = `${name}.${createHash('sha256').update(json).digest('hex').slice(0, 12)}`;
  return { file, href: `/search-index/${file}.json`, json };
}
