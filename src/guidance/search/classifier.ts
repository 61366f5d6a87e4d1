// Floor: search. Which page a query asks for, and whether it asks for any of ours: a linear classifier,
// learned at build time from the phrases that editors collect (making/learn.ts). Every feature of a query
// speaks for or against pages; what it says can be read off.
import { circumstancesOf, featuresOf, type Feature } from './features.ts';
import type { Asked } from './query.ts';

/** What a feature says: pairs of a class and a level. A level is a weight in steps of `step`. */
export type Says = readonly (readonly [at: number, level: number])[];

/** Classes are the pages by their place in the index; the one after the last is "ours at all". */
export interface Model {
  readonly step: number;
  /** Per page what speaks for it before a word is said. */
  readonly bias: readonly number[];
  readonly says: ReadonlyMap<string, Says>;
  /** For `circumstancesOf`, and last what holds anyway. */
  readonly ours: readonly number[];
}

export interface Verdict {
  /** Per page its share of what is likely, 0 to 1; together 1. */
  readonly shares: readonly number[];
  /** How likely the query is about this site's matters at all, 0 to 1. */
  readonly ours: number;
}

export interface Reason {
  readonly feature: string;
  /** Positive: speaks for it. */
  readonly weight: number;
}

/** Strengths as they count for the pages: a long query is not surer than a short one. */
export function scaled(features: readonly Feature[]): Feature[] {
  const length = Math.sqrt(features.reduce((sum, [, strength]) => sum + strength ** 2, 0));
  return features.map(([name, strength]) => [name, strength / (length || 1)]);
}

/** Strengths as they count for "ours at all": each word of another thing counts whole. */
export const unscaled = (features: readonly Feature[]): Feature[] =>
  features.map(([name, strength]) => [name, strength / 2]);

/** Scores of all pages; the exponential of a score is in proportion to the page's share. */
export function scoresOf(model: Model, features: readonly Feature[]): number[] {
  const scores = [...model.bias];
  for (const [name, strength] of features) {
    for (const [at, level] of model.says.get(name) ?? []) {
      if (at < scores.length) scores[at] = (scores[at] ?? 0) + level * model.step * strength;
    }
  }
  return scores;
}

/** Judges a query. */
export function judge(model: Model, asked: Asked, own: ReadonlySet<number>): Verdict {
  const known = featuresOf(asked).filter(([name]) => model.says.has(name));
  const scores = scoresOf(model, scaled(known));
  const best = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - best));
  const sum = raised.reduce((total, value) => total + value, 0);
  const circumstances = [...circumstancesOf(asked, own, scores), 1];
  let ours = circumstances.reduce((total, value, at) => total + value * (model.ours[at] ?? 0), 0);
  for (const [name, strength] of unscaled(known)) {
    const [, level = 0] = model.says.get(name)?.find(([at]) => at === scores.length) ?? [];
    ours += level * model.step * strength;
  }
  return { shares: raised.map((value) => value / sum), ours: 1 / (1 + Math.exp(-ours)) };
}

/** What in a query speaks for a page, strongest first. */
export function reasonsFor(model: Model, asked: Asked, page: number): Reason[] {
  const known = featuresOf(asked).filter(([name]) => model.says.has(name));
  return scaled(known)
    .flatMap(([feature, strength]) => {
      const [, level = 0] = model.says.get(feature)?.find(([at]) => at === page) ?? [];
      return level === 0 ? [] : [{ feature, weight: level * model.step * strength }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
