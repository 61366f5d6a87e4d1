// Floor: search. Which page a query asks for, and whether it asks for any of ours: two linear
// classifiers, learned at build time from the phrases that editors collect (making/learn.ts). Every word
// of a query speaks for or against pages; what it says can be read off.
import { circumstancesOf, featuresOf, runsOf, type Feature } from './features.ts';
import type { Asked } from './query.ts';

/** What a feature says of pages: pairs of a page and a level. A level is a weight in steps of `STEP`. */
export type Says = readonly (readonly [page: number, level: number])[];
export const STEP = 1.5;

/** Pages are classes by their place in the index. */
export interface Model {
  /** Per page what speaks for it before a word is said. */
  readonly bias: readonly number[];
  readonly says: ReadonlyMap<string, Says>;
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
  readonly shares: readonly number[];
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

/** Strengths as they count for the pages: a long query is not surer than a short one. */
export function scaled(features: readonly Feature[]): Feature[] {
  const length = Math.sqrt(features.reduce((sum, [, strength]) => sum + strength ** 2, 0));
  return features.map(([name, strength]) => [name, strength / (length || 1)]);
}

/** For "ours at all" each word of another thing counts whole, and this much. */
export const FOR_OURS = 0.5;

/** Scores of all pages; the exponential of a score is in proportion to the page's share. */
export function scoresOf(
  { bias, says }: Pick<Model, 'bias' | 'says'>,
  features: readonly Feature[],
): number[] {
  const scores = [...bias];
  for (const [name, strength] of heardBy(says, features)) {
    for (const [page, level] of says.get(name) ?? []) {
      scores[page] = (scores[page] ?? 0) + level * STEP * strength;
    }
  }
  return scores;
}

/** Those of the features that say anything, as they count. */
const heardBy = (says: Model['says'], features: readonly Feature[]): Feature[] =>
  scaled(features.filter(([name]) => says.has(name)));

/** Judges a query. `own` are the words of this site's own matters. */
export function judge(model: Model, asked: Asked, own: ReadonlySet<number>): Verdict {
  const features = featuresOf(asked);
  const scores = scoresOf(model, features);
  const best = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - best));
  const sum = raised.reduce((total, value) => total + value, 0);
  const { circumstances, says } = model.ours;
  let ours = 0;
  circumstancesOf(asked, own, scores).forEach((value, at) => {
    ours += value * (circumstances[at] ?? 0);
  });
  for (const [name, strength] of features) {
    ours += (says.get(name) ?? 0) * STEP * strength * FOR_OURS;
  }
  return { shares: raised.map((value) => value / sum), ours: 1 / (1 + Math.exp(-ours)) };
}

/** What in a query speaks for a page, strongest first. */
export function reasonsFor({ says }: Model, asked: Asked, page: number): Reason[] {
  const runs = runsOf(asked);
  return heardBy(says, featuresOf(asked))
    .flatMap(([feature, strength]) => {
      const [, level = 0] = says.get(feature)?.find(([at]) => at === page) ?? [];
      const run = runs.get(feature);
      const reason = { feature, weight: level * STEP * strength };
      return level === 0 ? [] : [run === undefined ? reason : { ...reason, letters: run }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
