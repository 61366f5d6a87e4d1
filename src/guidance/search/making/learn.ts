// Floor: search, making. Learns the classifier from phrases whose pages are known: multinomial logistic
// regression, cut down to the weights that matter, learned once more and rounded; then whether a query
// is ours at all (learn-ours.ts). The same phrases always give the same classifier.
import { scaled, STEP, type Model } from '../classifier.ts';
import { featuresOf, type Feature } from '../features.ts';
import type { Asked } from '../query.ts';
import { levelOf, meanOfRuns, rounded, Steps, walk, type Row, type Walk } from './ada-grad.ts';
import { learnOurs } from './learn-ours.ts';

export interface Example {
  readonly asked: Asked;
  /** Pages that answer, best first; empty when it names none of them. */
  readonly pages: readonly number[];
  /** Whether it is about this site's matters at all. */
  readonly isOurs: boolean;
}

const DECAY = 3e-4;
/** A feature of fewer phrases says nothing about others. */
const LEAST_PHRASES = 3;
/** How many weights travel: more are a little better, and too heavy. */
const WEIGHTS = 13_500;
/** What the first, second, third … of a phrase's pages counts. */
const SHARES = [1, 0.6, 0.4, 0.3];

/** Learns a classifier of `pages` classes. `own` are the words of this site's own matters. */
export function learn(
  examples: readonly Example[],
  pages: number,
  own: ReadonlySet<number>,
): Model {
  const features = examples.map(({ asked }) => featuresOf(asked));
  const counts = countsOf(features);
  const names = [...counts.keys()];
  const model = learnPages(examples, features, counts, pages);
  return { ...model, ours: learnOurs(examples, features, names, own, model) };
}

function learnPages(
  examples: readonly Example[],
  features: readonly (readonly Feature[])[],
  counts: ReadonlyMap<string, number>,
  pages: number,
): Pick<Model, 'bias' | 'says'> {
  const names = [...counts.keys()];
  const numbers = new Map(names.map((name, at) => [name, at]));
  const targets = examples.map((example) => sharesOf(example.pages, pages));
  const taught = (kept: (at: number) => boolean): Taught[] =>
    features.flatMap((of, at) => {
      const target = targets[at];
      if (!target) return [];
      const known = of.filter(([name]) => kept(numbers.get(name) ?? -1));
      return [{ ...rowOf(scaled(known), numbers), target }];
    });

  const known = taught((at) => at >= 0);
  const first = descend(known, names.length, pages, walk(known.length));
  const mask = strongest(first.weights, [...counts.values()], pages);
  first.weights.forEach((_, at) => {
    if (mask[at] === 0) first.weights[at] = 0;
  });
  const speaks = (at: number) => at >= 0 && mask.subarray(at * pages, (at + 1) * pages).includes(1);
  const left = taught(speaks);
  const [weights = first.weights, bias = first.bias] = meanOfRuns(left.length, (way) => {
    const run = descend(left, names.length, pages, way, mask, first);
    return [run.weights, run.bias];
  });

  const says = new Map<string, [number, number][]>();
  names.forEach((name, at) => {
    const said = Array.from(
      weights.subarray(at * pages, (at + 1) * pages),
      (weight, page): [number, number] => [page, levelOf(weight, STEP)],
    ).filter(([, level]) => level !== 0);
    if (said.length > 0) says.set(name, said);
  });
  return { bias: rounded(bias), says };
}

/** The features of enough phrases, and of how many. */
function countsOf(features: readonly (readonly Feature[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const of of features) for (const [name] of of) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= LEAST_PHRASES));
}

const rowOf = (features: readonly Feature[], numbers: ReadonlyMap<string, number>): Row => ({
  at: features.map(([name]) => numbers.get(name) ?? 0),
  strength: features.map(([, strength]) => strength),
});

/** What a phrase's pages count, together 1; undefined when it has none. */
function sharesOf(pages: readonly number[], all: number): Float64Array | undefined {
  if (pages.length === 0) return undefined;
  const shares = new Float64Array(all);
  pages.forEach((page, rank) => (shares[page] = SHARES[rank] ?? SHARES.at(-1) ?? 0));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Marks the weights that matter most: far from their feature's mean (which is taken off), and of many phrases. */
function strongest(weights: Float64Array, counts: readonly number[], pages: number): Uint8Array {
  const matter = new Float64Array(weights.length);
  counts.forEach((count, at) => {
    const own = weights.subarray(at * pages, (at + 1) * pages);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / pages;
    own.forEach((weight, page) => {
      own[page] = weight - mean;
      matter[at * pages + page] = Math.abs(weight - mean) * Math.sqrt(count);
    });
  });
  const least = matter.toSorted()[Math.max(0, matter.length - WEIGHTS)] ?? 0;
  return Uint8Array.from(matter, (value) => Number(value >= least && value > 0));
}

interface Taught extends Row {
  readonly target: Float64Array;
}

interface Weights {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/**
 * Goes down the slope from where it is. With a `mask` only the weights in it move, and examples see them
 * as they will travel, in whole steps.
 */
function descend(
  taught: readonly Taught[],
  features: number,
  pages: number,
  way: Walk,
  mask?: Uint8Array,
  from?: Weights,
): Weights {
  const steps = new Steps(from?.weights.slice() ?? new Float64Array(features * pages));
  const bias = new Steps(from?.bias.slice() ?? new Float64Array(pages));
  const spokenOf = spokenPages(features, pages, mask);
  const likely = new Float64Array(pages);
  const wrong = new Float64Array(pages);
  // Most of the time it takes to make the index is spent in here: hence loops over places.
  way((turn, rate) => {
    const { at, strength, target } = taught[turn] as Taught;
    likely.set(bias.weights);
    at.forEach((feature, index) => {
      const of = strength[index] ?? 0;
      const spoken = spokenOf[feature] as Uint16Array;
      for (let nth = 0; nth < spoken.length; nth += 1) {
        const page = spoken[nth] as number;
        const weight = steps.weights[feature * pages + page] ?? 0;
        likely[page] =
          (likely[page] ?? 0) + (mask ? Math.round(weight / STEP) * STEP : weight) * of;
      }
    });
    const best = likely.reduce((most, score) => Math.max(most, score), -Infinity);
    let sum = 0;
    for (let page = 0; page < pages; page += 1) {
      const raised = Math.exp((likely[page] ?? 0) - best);
      likely[page] = raised;
      sum += raised;
    }
    for (let page = 0; page < pages; page += 1) {
      wrong[page] = (likely[page] ?? 0) / sum - (target[page] ?? 0);
      bias.move(page, wrong[page] ?? 0, rate);
    }
    at.forEach((feature, index) => {
      const of = strength[index] ?? 0;
      const spoken = spokenOf[feature] as Uint16Array;
      for (let nth = 0; nth < spoken.length; nth += 1) {
        const page = spoken[nth] as number;
        const place = feature * pages + page;
        const slope = (wrong[page] ?? 0) * of + DECAY * (steps.weights[place] ?? 0);
        steps.move(place, slope, rate);
      }
    });
  });
  return { weights: steps.weights, bias: bias.weights };
}

/** Per feature the pages whose weights count. */
function spokenPages(features: number, pages: number, mask?: Uint8Array): Uint16Array[] {
  const all = Uint16Array.from({ length: pages }, (_, page) => page);
  return Array.from({ length: features }, (_, feature) =>
    mask ? all.filter((page) => mask[feature * pages + page] === 1) : all,
  );
}
