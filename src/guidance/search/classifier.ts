// Floor: search. Which page a query asks for, which outcome, term or fact, and whether it asks for any of
// ours: three linear classifiers, learned at build time from the phrases that editors collect
// (making/learn.ts). Every word of a query speaks for or against classes; what it says can be read off.
import { circumstancesOf, featuresOf, runsOf, type Feature, type Scores } from './features.ts';
import type { Asked } from './query.ts';

/** What a feature says of classes: pairs of a class and a level. A level is a weight in steps of `STEP`. */
export type Says = readonly (readonly [of: number, level: number])[];
export const STEP = 1.5;

export interface Classes {
  /** Per class what speaks for it before a word is said. */
  readonly bias: readonly number[];
  readonly says: ReadonlyMap<string, Says>;
}

export interface Model {
  /** The pages by their place in the index. */
  readonly pages: Classes;
  /** First "a page is asked for", then outcomes, terms and facts by their place after the pages. */
  readonly others: Classes;
  readonly ours: OursModel;
}

/** Whether a query is about this site's matters at all. */
export interface OursModel {
  /** Weights of `circumstancesOf`. */
  readonly circumstances: readonly number[];
  /** Levels of features. */
  readonly says: ReadonlyMap<string, number>;
}

export interface Verdict {
  /** Per page its share of what is likely, 0 to 1; together 1. */
  readonly pages: readonly number[];
  /** The same of outcomes, terms and facts; together with "a page is asked for" 1. */
  readonly others: readonly number[];
  /** How likely the query is about this site's matters at all, 0 to 1. */
  readonly ours: number;
}

export interface Reason {
  readonly feature: string;
  /** Of a run of letters how it is written. */
  readonly letters?: string;
  /** Positive: speaks for it. */
  readonly weight: number;
}

/** Strengths as they count for classes: a long query is not surer than a short one. */
export function scaled(features: readonly Feature[]): Feature[] {
  const length = Math.sqrt(features.reduce((sum, [, strength]) => sum + strength ** 2, 0));
  return features.map(([name, strength]) => [name, strength / (length || 1)]);
}

/** For "ours at all" each word of another thing counts whole, and this much. */
export const FOR_OURS = 0.5;

/** Scores of all classes; the exponential of a score is in proportion to the class's share. */
export function scoresOf({ bias, says }: Classes, features: readonly Feature[]): number[] {
  const scores = [...bias];
  for (const [name, strength] of heardBy(says, features)) {
    for (const [of, level] of says.get(name) ?? []) {
      scores[of] = (scores[of] ?? 0) + level * STEP * strength;
    }
  }
  return scores;
}

/** Those of the features that say anything, as they count. */
const heardBy = (says: Classes['says'], features: readonly Feature[]): Feature[] =>
  scaled(features.filter(([name]) => says.has(name)));

/** What a judge knows of the entries. */
export interface Known {
  /** The words of this site's own matters. */
  readonly own: ReadonlySet<number>;
  /** Per class of the others the page it belongs to: of an outcome its guide. */
  readonly guides: Guides;
}
type Guides = readonly (number | undefined)[];

/** Judges a query: what it asks for, and whether that is ours at all. */
export function judge(model: Model, asked: Asked, { own, guides }: Known): Verdict {
  const features = featuresOf(asked);
  const scores: Scores = {
    pages: scoresOf(model.pages, features),
    others: scoresOf(model.others, features),
  };
  const before = beforeOthers(scores.pages, guides);
  const [, ...others] = sharesOf(scores.others.map((score, of) => score + (before[of] ?? 0)));
  return {
    pages: sharesOf(scores.pages),
    others,
    ours: oursOf(model.ours, asked, own, features, scores),
  };
}

function oursOf(
  { circumstances, says }: OursModel,
  asked: Asked,
  own: ReadonlySet<number>,
  features: readonly Feature[],
  scores: Scores,
): number {
  // Digits and signs alone ask for nothing, unless editors know them as a word (0120).
  const isNumber = !/\p{L}/u.test(asked.text);
  if (isNumber && asked.words.every(({ word }) => word === undefined)) return 0;
  let ours = 0;
  circumstancesOf(asked, own, scores).forEach((value, at) => {
    ours += value * (circumstances[at] ?? 0);
  });
  for (const [name, strength] of features) {
    ours += (says.get(name) ?? 0) * STEP * strength * FOR_OURS;
  }
  return 1 / (1 + Math.exp(-ours));
}

/** A guide that is less likely than this says no more against its outcomes. */
const LEAST_GUIDE = -6;

/** What its guide says of an outcome, before a word is said: it is hardly likelier than that. */
export function beforeOthers(scores: readonly number[], guides: Guides): number[] {
  const shares = sharesOf(scores);
  return guides.map((page) =>
    page === undefined ? 0 : Math.max(LEAST_GUIDE, Math.log(shares[page] ?? 0)),
  );
}

function sharesOf(scores: readonly number[]): number[] {
  const shares = Float64Array.from(scores);
  toShares(shares);
  return Array.from(shares);
}

/** Scores become shares of what is likely, together 1 (softmax). Learning lives on it: hence in place. */
export function toShares(scores: Float64Array): void {
  let best = -Infinity;
  for (const score of scores) if (score > best) best = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const raised = Math.exp((scores[at] as number) - best);
    scores[at] = raised;
    sum += raised;
  }
  for (let at = 0; at < scores.length; at += 1) (scores[at] as number) /= sum;
}

/** What in a query speaks for a class, strongest first; without what its guide says of an outcome. */
export function reasonsFor({ says }: Classes, asked: Asked, of: number): Reason[] {
  const runs = runsOf(asked);
  return heardBy(says, featuresOf(asked))
    .flatMap(([feature, strength]) => {
      const [, level = 0] = says.get(feature)?.find(([at]) => at === of) ?? [];
      const run = runs.get(feature);
      const reason = { feature, weight: level * STEP * strength };
      return level === 0 ? [] : [run === undefined ? reason : { ...reason, letters: run }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
