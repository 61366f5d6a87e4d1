// Floor: search, making. Learns the classifier from phrases whose pages are known: multinomial logistic
// regression, cut down in turns to the weights that would be missed, learned again after each; then whether
// a query is ours at all (learn-ours.ts). The same phrases always give the same classifier.
import { scaled, STEP, type Model } from '../classifier.ts';
import { featuresOf, type Feature } from '../features.ts';
import { levelOf, meanOfRuns, rounded, Steps, walk, type Row, type Walk } from './ada-grad.ts';
import type { Example } from './example.ts';
import { learnOurs } from './learn-ours.ts';
import { mostMissed, pruned } from './prune.ts';

const DECAY = 5e-4;
/** A feature of fewer phrases says nothing about others. */
const LEAST_PHRASES = 3;
/** How many weights travel: more are a little better, and too heavy. */
const WEIGHTS = 8800;
/** They are reached in turns, each this many times as many: the rest can take over what goes. */
const TURNS = [3, 1.7, 1];
/** The last time is learned so often, and the mean taken. */
const RUNS = 2;
/** What the first, second, third … of a phrase's pages counts. */
const SHARES = [1, 0.6, 0.4, 0.3];

/** Learns a classifier of `pages` classes. `own` are the words of this site's own matters. */
export function learn(
  examples: readonly Example[],
  pages: number,
  own: ReadonlySet<number>,
): Model {
  const features = examples.map(({ asked }) => featuresOf(asked));
  const names = namesOf(features);
  const model = learnPages(examples, features, names, pages);
  return { ...model, ours: learnOurs(examples, features, names, own, model) };
}

function learnPages(
  examples: readonly Example[],
  features: readonly (readonly Feature[])[],
  names: readonly string[],
  pages: number,
): Pick<Model, 'bias' | 'says'> {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const targets = examples.map((example) => sharesOf(example.pages, pages));
  const taught = (kept: (at: number) => boolean): Taught[] =>
    features.flatMap((of, at) => {
      const target = targets[at];
      if (!target) return [];
      const known = of.filter(([name]) => kept(numbers.get(name) ?? -1));
      return [{ ...rowOf(scaled(known), numbers), target }];
    });

  let left = taught((at) => at >= 0);
  let learned = descend(left, names.length, pages, walk(left.length));
  takeOffMeans(learned.weights, pages);
  let mask: Uint8Array = new Uint8Array();
  TURNS.forEach((times, turn) => {
    if (turn > 0) {
      learned = descend(left, names.length, pages, walk(left.length, turn), {
        mask,
        from: learned,
      });
    }
    mask = mostMissed(learned.weights, learned.curvature, WEIGHTS * times);
    learned = { ...learned, weights: pruned(learned.weights, mask) };
    left = taught((at) => at >= 0 && mask.subarray(at * pages, (at + 1) * pages).includes(1));
  });
  const [weights = learned.weights, bias = learned.bias] = meanOfRuns(RUNS, left.length, (way) => {
    const run = descend(left, names.length, pages, way, { mask, from: learned, inSteps: true });
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

/** The features of enough phrases. */
function namesOf(features: readonly (readonly Feature[])[]): string[] {
  const counts = new Map<string, number>();
  for (const of of features) for (const [name] of of) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= LEAST_PHRASES ? [name] : []));
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

/** What a feature says of all pages alike says nothing. */
function takeOffMeans(weights: Float64Array, pages: number): void {
  for (let at = 0; at < weights.length; at += pages) {
    const own = weights.subarray(at, at + pages);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / pages;
    own.forEach((weight, page) => (own[page] = weight - mean));
  }
}

interface Taught extends Row {
  readonly target: Float64Array;
}

interface Weights {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /** Of the loss at each weight, summed over all examples visited. */
  readonly curvature: Float64Array;
}

interface Start {
  /** Only these weights move. */
  readonly mask: Uint8Array;
  readonly from: Weights;
  /** Examples see the weights as they will travel. */
  readonly inSteps?: boolean;
}

/** Goes down the slope, from nothing or from where it is. */
function descend(
  taught: readonly Taught[],
  features: number,
  pages: number,
  way: Walk,
  { mask, from, inSteps = false }: Partial<Start> = {},
): Weights {
  const curvature = new Float64Array(features * pages);
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
          (likely[page] ?? 0) + (inSteps ? Math.round(weight / STEP) * STEP : weight) * of;
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
      likely[page] = (likely[page] ?? 0) / sum;
      wrong[page] = (likely[page] ?? 0) - (target[page] ?? 0);
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
        const share = likely[page] ?? 0;
        curvature[place] = (curvature[place] ?? 0) + share * (1 - share) * of * of;
      }
    });
  });
  return { weights: steps.weights, bias: bias.weights, curvature };
}

/** Per feature the pages whose weights count. */
function spokenPages(features: number, pages: number, mask?: Uint8Array): Uint16Array[] {
  const all = Uint16Array.from({ length: pages }, (_, page) => page);
  return Array.from({ length: features }, (_, feature) =>
    mask ? all.filter((page) => mask[feature * pages + page] === 1) : all,
  );
}
