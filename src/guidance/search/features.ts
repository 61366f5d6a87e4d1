// Floor: search. What a query is judged by: the words it was understood as, how they were said, and every
// short run of its letters, which know of many a word that no editor wrote.
import type { Asked } from './query.ts';

/** A feature's name and how strongly the query has it, 0 to 1. */
export type Feature = readonly [name: string, strength: number];

/**
 * Names: `#12` a word by its number, `!12` that word and no other, `=わすれ` a known piece as said, `~345` a
 * run of letters.
 */
export const featureOfWord = (word: number): string => `#${word}`;
export const featureOfOnly = (word: number): string => `!${word}`;
export const featureOfForm = (form: string): string => `=${form}`;
export const featureOfBucket = (bucket: number): string => `~${bucket}`;

const OF_FORM = 0.5;
const OF_RUN = 0.4;

/** Everything a query is judged by, each feature once. */
export function featuresOf(asked: Asked): Feature[] {
  const features = new Map<string, number>();
  const add = (name: string, strength: number) => {
    if (strength > (features.get(name) ?? 0)) features.set(name, strength);
  };
  for (const { word, trust } of asked.words)
    if (word !== undefined) add(featureOfWord(word), trust);
  // What somebody wants who types 「手数料」 alone no sum of longer queries tells.
  const [only, ...more] = new Set(asked.words.map(({ word }) => word));
  if (only !== undefined && more.length === 0) add(featureOfOnly(only), 1);
  for (const { text, isKnown } of asked.pieces) if (isKnown) add(featureOfForm(text), OF_FORM);
  for (const [feature] of runsOf(asked)) add(feature, OF_RUN);
  return [...features];
}

/** Runs of letters are too many to be named: each falls into one of so many buckets, with others. */
export const BUCKETS = 16_384;
const LONGEST_RUN = 3;
/** Stand before and after the query, so that a run at its edge is another than within. */
const [BEFORE, AFTER] = ['^', '$'];

/** All runs of one to three letters of a query as features, each once, and how they are written. */
export function runsOf({ text }: Asked): Map<string, string> {
  const runs = new Map<string, string>();
  for (const part of `${BEFORE}${text}${AFTER}`.split(' ')) {
    for (let from = 0; from < part.length; from += 1) {
      let hash = FNV_BASIS;
      for (let to = from; to < Math.min(part.length, from + LONGEST_RUN); to += 1) {
        hash = Math.imul(hash ^ part.charCodeAt(to), FNV_PRIME);
        runs.set(featureOfBucket(stirred(hash) % BUCKETS), part.slice(from, to + 1));
      }
    }
  }
  return runs;
}

// FNV-1a (Fowler, Noll, Vo; RFC 9923), and one more stir for its low bits.
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
function stirred(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Less than this left unexplained is a number or an ending. */
const LEAST_LEFT = 0.3;

/** What a query's features say of the pages, and of "a page is asked for" and what is none. */
export interface Scores {
  readonly pages: readonly number[];
  readonly others: readonly number[];
}

/**
 * How the query stands as a whole, in numbers around 0 to 2: what it leaves unexplained, how much of it
 * belongs to this site's matters, and how clearly it points to one page, or to an outcome, term or fact.
 */
export function circumstancesOf(
  asked: Asked,
  ours: ReadonlySet<number>,
  { pages, others: [page = 0, ...others] }: Scores,
): number[] {
  let [unknown, elsewhere, known, own] = [0, 0, 0, 0];
  for (const { word, against, elsewhere: isElsewhere } of asked.words) {
    if (word !== undefined) {
      known += 1;
      if (ours.has(word)) own += 1;
    } else if (isElsewhere) elsewhere += against;
    else unknown += against;
  }
  const most = mostOf(pages);
  const spread = spreadOf(pages, most);
  const mostOther = mostOf(others);
  const left = Math.min(unknown, 3) / 2;
  const other = Math.min(elsewhere, 3) / 2;
  const best = (most - 2) / 2;
  const bestOther = (mostOther - 2) / 2;
  const noPage = 1 - Math.exp(page - Math.max(page, mostOther)) / spreadOf([page, ...others]);
  const nothingOwn = Number(own === 0);
  const isClear = Number(unknown + elsewhere < LEAST_LEFT);
  return [
    left,
    other,
    Number(known === 0),
    nothingOwn,
    Math.min(own, 3) / 2,
    best,
    1 / spread,
    Number(asked.isOurs),
    asked.isOurs ? other : 0,
    Math.min(known, 5) / 4,
    // What tells most when nothing in it is ours.
    nothingOwn * left,
    nothingOwn * best,
    left * best,
    isClear,
    isClear * best,
    bestOther,
    noPage,
    nothingOwn * bestOther,
    left * bestOther,
    noPage * bestOther,
    1,
  ];
}

const mostOf = (scores: readonly number[]): number =>
  scores.length === 0 ? 0 : Math.max(...scores);

/** Among how many the scores are as good as shared: 1 when one is far ahead. */
const spreadOf = (scores: readonly number[], most = mostOf(scores)): number =>
  scores.reduce((sum, score) => sum + Math.exp(score - most), 0) || 1;
