// Floor: bench. Measures the search on the labelled queries, beside MiniSearch with bigrams (refusing
// nothing, and refusing about as much as we do) and plain Fuse on the same entries, in one run; then what it costs
// as the site grows.
//   npm run bench:search
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { parse } from 'yaml';
import { contentRoot } from '../../src/guidance/knowledge/catalogue.ts';
import { knowledgeOf } from '../../src/guidance/knowledge/knowledge.ts';
import { createSearch, joinIndex } from '../../src/guidance/search/engine.ts';
import type { SearchDocument } from '../../src/guidance/search/entry.ts';
import { fold } from '../../src/guidance/search/fold.ts';
import { searchDocuments } from '../../src/guidance/search/making/documents.ts';
import { makeIndex } from '../../src/guidance/search/making/make-index.ts';
import { splitIndex } from '../../src/guidance/search/parts.ts';
import { readSearchWords } from '../../src/guidance/search/making/vocabulary.ts';

interface Labelled {
  readonly q: string;
  readonly any: readonly string[];
  readonly part: (typeof PARTS)[number];
  /** Of the unseen ones, which writer's. */
  readonly set?: string;
}

/** Written with the pages in view; a third of that, kept aside; by others, who saw titles and short answers only. */
const PARTS = ['tune', 'held', 'unseen'] as const;

/**
 * What a search shows first to last: pages, and above them the terms and facts of the answer box. Each by
 * its id, with those of what is shown under it.
 */
interface Shown {
  readonly pages: readonly (readonly string[])[];
  readonly atOnce: readonly (readonly string[])[];
}

interface Engine {
  readonly name: string;
  /** Asked only every so many queries: a second for each is too long for all. */
  readonly every?: number;
  readonly build: () => { find: (query: string) => Shown; bytes: number };
}

const root = contentRoot();
const words = readSearchWords(root, 'ja');
const documents = searchDocuments({
  root,
  knowledge: knowledgeOf('ja', root),
  href: (path) => path,
});

const labelled = ['labelled', 'unseen'].flatMap(
  (name) =>
    parse(readFileSync(new URL(`../search/${name}.yaml`, import.meta.url), 'utf8')) as Labelled[],
);

const packed = (value: unknown): number =>
  brotliCompressSync(Buffer.from(JSON.stringify(value))).length;

function ours(of: readonly SearchDocument[]) {
  const parts = splitIndex(makeIndex(of, words, words.said));
  const search = createSearch(joinIndex(parts));
  const find = (query: string): Shown => {
    const { pages, terms, facts } = search.find(query);
    return {
      pages: pages.map(({ entry, outcomes }) => [entry.id, ...outcomes.map(({ id }) => id)]),
      atOnce: [...terms, ...facts].map(({ entry }) => [entry.id]),
    };
  };
  return { find, bytes: packed(parts.core) + packed(parts.more) };
}

const saidOf = new Map<string, string[]>();
for (const { text, answers } of words.said) {
  for (const id of answers) saidOf.set(id, [...(saidOf.get(id) ?? []), text]);
}

/** Peers show one list. They get the same titles, answers and phrases, but not our groups. */
const flat = (of: readonly SearchDocument[]) =>
  of.map(({ id, title, text, also }) => ({
    id,
    title,
    text,
    also: [...also, ...(saidOf.get(id) ?? [])].join('\n'),
  }));

const bigrams = (text: string): string[] =>
  fold(text)
    .split(' ')
    .flatMap((run) =>
      /^[a-z0-9]+$/.test(run) || run.length < 2
        ? [run]
        : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
    )
    .filter((token) => token !== '');

function miniSearch(): MiniSearch {
  const mini = new MiniSearch({
    fields: ['title', 'also', 'text'],
    tokenize: bigrams,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3, also: 3 } },
  });
  mini.addAll(flat(documents));
  return mini;
}

/**
 * How near the best hit is, by bigram of the query: in sum long queries score more, whatever they say. Of the
 * sum, this and the sum by the root of their number it keeps most right answers at like refusal.
 */
const nearness = (hits: readonly { readonly score: number }[], query: string): number =>
  (hits[0]?.score ?? 0) / Math.max(1, bigrams(query).length);

/** The share of off-topic queries that a search may answer (the goal). */
const MOST_FALSE = 0.05;
const EVERY_STRANGER = 4;

/** Up to which nearness a peer must refuse to keep to that share among the phrases that have no answer. */
function leastNear(mini: MiniSearch): number {
  const strangers = words.said.filter(({ answers }) => answers.length === 0);
  const near = strangers
    .filter((_, at) => at % EVERY_STRANGER === 0)
    .map(({ text }) => nearness(mini.search(text), text))
    .sort((one, other) => other - one);
  return near[Math.floor(near.length * MOST_FALSE)] ?? 0;
}

const ENGINES: readonly Engine[] = [
  { name: 'this search', build: () => ours(documents) },
  {
    name: 'MiniSearch, bigrams',
    build: () => {
      const mini = miniSearch();
      const find = (query: string) => mini.search(query).map(({ id }) => [String(id)]);
      return { find: (query) => ({ pages: find(query), atOnce: [] }), bytes: packed(mini) };
    },
  },
  {
    name: 'MiniSearch, cut off',
    build: () => {
      const mini = miniSearch();
      const least = leastNear(mini);
      const find = (query: string) => {
        const hits = mini.search(query);
        return nearness(hits, query) > least ? hits.map(({ id }) => [String(id)]) : [];
      };
      return { find: (query) => ({ pages: find(query), atOnce: [] }), bytes: packed(mini) };
    },
  },
  {
    name: 'Fuse, defaults',
    every: 8,
    build: () => {
      const records = flat(documents);
      const fuse = new Fuse(records, { keys: ['title', 'also', 'text'] });
      const find = (query: string) => fuse.search(query).map(({ item }) => [item.id]);
      const index = { records, index: fuse.getIndex().toJSON() };
      return { find: (query) => ({ pages: find(query), atOnce: [] }), bytes: packed(index) };
    },
  },
  {
    name: 'Fuse, token search',
    every: 8,
    build: () => {
      const records = flat(documents);
      const fuse = new Fuse(records, {
        keys: ['title', 'also', 'text'],
        useTokenSearch: true,
        tokenize: bigrams,
        threshold: 0,
        ignoreLocation: true,
        fieldNormWeight: 0.25,
      });
      const find = (query: string) => fuse.search(fold(query)).map(({ item }) => [item.id]);
      const index = { records, index: fuse.getIndex().toJSON() };
      return { find: (query) => ({ pages: find(query), atOnce: [] }), bytes: packed(index) };
    },
  },
];

const rankIn = (list: Shown['pages'], any: readonly string[]): number => {
  const at = list.findIndex((ids) => ids.some((id) => any.includes(id)));
  return at < 0 ? Infinity : at + 1;
};

interface Figures {
  recall1: number;
  recall3: number;
  pages1: number;
  mrr: number;
  zero: number;
  falseAnswers: number;
}

/**
 * Figures of one part. What is in the answer box counts at its place there, and a page at its place in the
 * list: we have two first places, peers one. What the list alone does is in `pages1`.
 */
function measure(find: (query: string) => Shown, queries: readonly Labelled[]): Figures {
  const answerable = queries.filter(({ any }) => any.length > 0);
  const offTopic = queries.filter(({ any }) => any.length === 0);
  const ranks = answerable.map(({ q, any }) => {
    const { pages, atOnce } = find(q);
    const page = rankIn(pages, any);
    return {
      page,
      best: Math.min(page, rankIn(atOnce, any)),
      none: pages.length + atOnce.length === 0,
    };
  });
  const share = (count: number, of: number) => (of === 0 ? Number.NaN : count / of);
  const within = (limit: number) => ranks.filter(({ best }) => best <= limit).length;
  return {
    recall1: share(within(1), ranks.length),
    recall3: share(within(3), ranks.length),
    pages1: share(ranks.filter(({ page }) => page === 1).length, ranks.length),
    mrr: share(
      ranks.reduce((sum, { best }) => sum + 1 / best, 0),
      ranks.length,
    ),
    zero: share(ranks.filter(({ none }) => none).length, ranks.length),
    falseAnswers: share(
      offTopic.filter(({ q }) => {
        const { pages, atOnce } = find(q);
        return pages.length + atOnce.length > 0;
      }).length,
      offTopic.length,
    ),
  };
}

// Enough for a median and a p95; plain Fuse takes a tenth of a second for each.
const WARM = 10;
const TIMED = 80;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

function times(find: (query: string) => Shown, queries: readonly Labelled[]): readonly number[] {
  for (const { q } of queries.slice(0, WARM)) find(q);
  return queries
    .slice(0, TIMED)
    .map(({ q }) => {
      const start = performance.now();
      find(q);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
}

const number = (value: number, digits = 3) => value.toFixed(digits).padStart(8);

function quality(): void {
  const engines = ENGINES.map(({ name, every = 1, build }) => {
    const start = performance.now();
    return { name, every, ...build(), built: performance.now() - start };
  });
  for (const part of PARTS) {
    const queries = labelled.filter((query) => query.part === part);
    const off = queries.filter(({ any }) => any.length === 0).length;
    console.log(`\npart "${part}": ${queries.length - off} answerable, ${off} off-topic`);
    console.log(
      `${''.padEnd(22)}${['r@1', 'r@3', 'MRR', 'zero', 'false', 'pages@1', 'KB br', 'build ms', 'p50 ms', 'p95 ms'].map((head) => head.padStart(8)).join(' ')}`,
    );
    for (const { name, every, find, bytes, built } of engines) {
      const asked = queries.filter((_, at) => at % every === 0);
      const figures = measure(find, asked);
      const taken = times(find, asked);
      const row = [
        number(figures.recall1),
        number(figures.recall3),
        number(figures.mrr),
        number(figures.zero),
        number(figures.falseAnswers),
        number(figures.pages1),
        number(bytes / 1024, 1),
        number(built, 0),
        number(percentile(taken, 0.5), 2),
        number(percentile(taken, 0.95), 2),
      ];
      const share = every === 1 ? '' : `  (every ${every}th query)`;
      console.log(name.padEnd(22) + row.join(' ') + share);
    }
  }
  console.log('\nthis search, unseen, by writer: r@1, r@3, zero, false');
  for (const [set, queries] of Map.groupBy(labelled, ({ set: of }) => of)) {
    if (set === undefined || !engines[0]) continue;
    const { recall1, recall3, zero, falseAnswers } = measure(engines[0].find, queries);
    const row = [recall1, recall3, zero, falseAnswers].map((value) => number(value));
    console.log(`  ${set} (${queries.length})`.padEnd(22) + row.join(' '));
  }
}

/** Entries as a larger site has them: each with a word of its own beside those it shares. */
function grown(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const like = documents[at % documents.length] as SearchDocument;
    const round = Math.floor(at / documents.length);
    if (round === 0) return like;
    const own = `項目${at.toString(36)}`;
    return { ...like, id: `${like.id}-${round}`, title: `${like.title}（${own}）` };
  });
}

function growth(): void {
  console.log(
    '\nas the site grows: entries, index KB (brotli), build ms, median and p95 ms per query',
  );
  for (const count of [25, 250, 2500]) {
    const of = grown(count);
    const start = performance.now();
    const { find, bytes } = ours(of);
    const built = performance.now() - start;
    const taken = times(find, labelled.slice(0, 200));
    console.log(
      [
        String(count).padStart(6),
        number(bytes / 1024, 1),
        number(built, 0),
        number(percentile(taken, 0.5), 2),
        number(percentile(taken, 0.95), 2),
      ].join(' '),
    );
  }
}

quality();
growth();
