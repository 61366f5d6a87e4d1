// Floor: search, making. Learns the classifier from phrases whose pages are known: multinomial logistic
// regression for the page, logistic regression for "ours at all", both by AdaGrad (Duchi, Hazan, Singer,
// JMLR 12, 2011), then cut down to the weights that matter, learned once more and rounded. The same
// phrases always give the same classifier.
import { scaled, scoresOf, unscaled, type Model } from '../classifier.ts';
import { circumstancesOf, featuresOf, type Feature } from '../features.ts';
import type { Asked } from '../query.ts';

export interface Example {
  readonly asked: Asked;
  /** Pages that answer, best first; empty when it names none of them. */
  readonly pages: readonly number[];
  /** Whether it is about this site's matters at all. */
  readonly isOurs: boolean;
}

const EPOCHS = 8;
const RATE = 0.3;
/** The rate falls to this share of itself. */
const LAST_RATE = 0.2;
const DECAY = 2e-3;
/** A feature of fewer phrases says nothing about others. */
const LEAST_PHRASES = 3;
/** How many weights travel: four times as many are a little better, and too heavy. */
const PAGE_WEIGHTS = 5000;
const OURS_WEIGHTS = 2500;
const STEP = 0.5;
const MOST_LEVEL = 40;
/** What the first, second, third … of a phrase's pages counts. */
const SHARES = [1, 0.6, 0.4, 0.3];
/** Refusing somebody in need is worse than answering a stranger, but strangers are fewer here. */
const OURS_COUNTS = 0.5;

/** Features by number, and their strengths. */
interface Row {
  readonly at: readonly number[];
  readonly strength: readonly number[];
}

/** Learns a classifier of `pages` classes. `own` are the words of this site's own matters. */
export function learn(
  examples: readonly Example[],
  pages: number,
  own: ReadonlySet<number>,
): Model {
  const features = examples.map(({ asked }) => featuresOf(asked));
  const names = namesOf(features);
  const numbers = new Map(names.map((name, at) => [name, at]));
  const rowsOf = (
    scale: (features: readonly Feature[]) => Feature[],
    kept: (at: number) => boolean,
  ) =>
    features.map((of) =>
      rowOf(scale(of.filter(([name]) => kept(numbers.get(name) ?? -1))), numbers),
    );

  const known = (at: number) => at >= 0;
  const targets = examples.map((example) => sharesOf(example.pages, pages));
  const first = learnPages(rowsOf(scaled, known), targets, names.length, pages);
  const mask = strongest(first.weights, countsOf(features, numbers), pages);
  first.weights.forEach((_, at) => {
    if (mask[at] === 0) first.weights[at] = 0;
  });
  const spoken = (at: number) => at >= 0 && mask.subarray(at * pages, (at + 1) * pages).includes(1);
  const { weights, bias } = learnPages(
    rowsOf(scaled, spoken),
    targets,
    names.length,
    pages,
    mask,
    first,
  );
  const says = new Map<string, [number, number][]>();
  names.forEach((name, at) => {
    const said = Array.from(
      weights.subarray(at * pages, (at + 1) * pages),
      (weight, page) => [page, levelOf(weight)] as [number, number],
    ).filter(([, level]) => level !== 0);
    if (said.length > 0) says.set(name, said);
  });
  const round = (value: number) => Math.round(value * 100) / 100;
  const model = { step: STEP, bias: [...bias].map(round), says, ours: [] };

  const circumstances = examples.map(({ asked }, at) => {
    const heard = (features[at] ?? []).filter(([name]) => says.has(name));
    return [...circumstancesOf(asked, own, scoresOf(model, scaled(heard))), 1];
  });
  const isOurs = examples.map((example) => example.isOurs);
  const gate = learnOurs(rowsOf(unscaled, known), circumstances, isOurs, names.length);
  names.forEach((name, at) => {
    const level = levelOf(gate.weights[at] ?? 0);
    if (level !== 0) says.set(name, [...(says.get(name) ?? []), [pages, level]]);
  });
  return { ...model, ours: [...gate.circumstances].map(round) };
}

const levelOf = (weight: number): number =>
  Math.max(-MOST_LEVEL, Math.min(MOST_LEVEL, Math.round(weight / STEP)));

function namesOf(features: readonly (readonly Feature[])[]): string[] {
  const counts = new Map<string, number>();
  for (const of of features) for (const [name] of of) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= LEAST_PHRASES ? [name] : []));
}

function countsOf(
  features: readonly (readonly Feature[])[],
  numbers: ReadonlyMap<string, number>,
): Float64Array {
  const counts = new Float64Array(numbers.size);
  for (const of of features) {
    for (const [name] of of) {
      const at = numbers.get(name);
      if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
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
function strongest(weights: Float64Array, counts: Float64Array, pages: number): Uint8Array {
  const matter = new Float64Array(weights.length);
  for (let at = 0; at < counts.length; at += 1) {
    const own = weights.subarray(at * pages, (at + 1) * pages);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / pages;
    own.forEach((weight, page) => {
      own[page] = weight - mean;
      matter[at * pages + page] = Math.abs(weight - mean) * Math.sqrt(counts[at] ?? 0);
    });
  }
  return above(matter, PAGE_WEIGHTS);
}

function above(values: Float64Array, count: number): Uint8Array {
  const least = values.toSorted()[Math.max(0, values.length - count)] ?? 0;
  return Uint8Array.from(values, (value) => Number(value >= least && value > 0));
}

/** Numbers from 0 up to 1 that look drawn by lot and are always the same (a linear congruence). */
function lots(): () => number {
  let state = 7;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** AdaGrad's step for one weight: smaller the more it has been moved. */
class Steps {
  readonly weights: Float64Array;
  readonly #moved: Float64Array;

  constructor(weights: Float64Array) {
    this.weights = weights;
    this.#moved = new Float64Array(weights.length).fill(1e-6);
  }

  move(at: number, slope: number, rate: number): void {
    const moved = (this.#moved[at] ?? 0) + slope * slope;
    this.#moved[at] = moved;
    this.weights[at] = (this.weights[at] ?? 0) - (rate * slope) / Math.sqrt(moved);
  }
}

/** Goes through the examples in random order, `EPOCHS` times as many as there are. */
function eachEpoch(count: number, visit: (at: number, rate: number) => void): void {
  const lot = lots();
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE * (1 - (epoch / EPOCHS) * (1 - LAST_RATE));
    for (let turn = 0; turn < count; turn += 1) visit(Math.floor(lot() * count), rate);
  }
}

interface Weights {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

function learnPages(
  rows: readonly Row[],
  targets: readonly (Float64Array | undefined)[],
  features: number,
  pages: number,
  mask?: Uint8Array,
  from?: Weights,
): Weights {
  const steps = new Steps(from?.weights ?? new Float64Array(features * pages));
  const bias = new Steps(from?.bias ?? new Float64Array(pages));
  const likely = new Float64Array(pages);
  const wrong = new Float64Array(pages);
  const taught = rows.flatMap((row, at) => {
    const target = targets[at];
    return target ? [{ ...row, target }] : [];
  });
  eachEpoch(taught.length, (turn, rate) => {
    const { at, strength, target } = taught[turn] as (typeof taught)[number];
    likely.set(bias.weights);
    for (let index = 0; index < at.length; index += 1) {
      const first = (at[index] ?? 0) * pages;
      const of = strength[index] ?? 0;
      for (let page = 0; page < pages; page += 1) {
        likely[page] = (likely[page] ?? 0) + (steps.weights[first + page] ?? 0) * of;
      }
    }
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
    for (let index = 0; index < at.length; index += 1) {
      const first = (at[index] ?? 0) * pages;
      const of = strength[index] ?? 0;
      for (let page = 0; page < pages; page += 1) {
        if (mask && mask[first + page] === 0) continue;
        const slope = (wrong[page] ?? 0) * of + DECAY * (steps.weights[first + page] ?? 0);
        steps.move(first + page, slope, rate);
      }
    }
  });
  return { weights: steps.weights, bias: bias.weights };
}

function learnOurs(
  rows: readonly Row[],
  circumstances: readonly (readonly number[])[],
  isOurs: readonly boolean[],
  features: number,
): { weights: Float64Array; circumstances: Float64Array } {
  const run = (mask?: Uint8Array) => {
    const steps = new Steps(new Float64Array(features));
    const whole = new Steps(new Float64Array(circumstances[0]?.length ?? 0));
    eachEpoch(rows.length, (turn, rate) => {
      const { at, strength } = rows[turn] as Row;
      const seen = circumstances[turn] ?? [];
      let score = seen.reduce((sum, value, index) => sum + value * (whole.weights[index] ?? 0), 0);
      at.forEach((feature, index) => {
        score += (steps.weights[feature] ?? 0) * (strength[index] ?? 0);
      });
      const counts = isOurs[turn] ? OURS_COUNTS : 1;
      const wrong = (1 / (1 + Math.exp(-score)) - Number(isOurs[turn])) * counts;
      seen.forEach((value, index) => {
        if (value !== 0) whole.move(index, wrong * value, rate);
      });
      at.forEach((feature, index) => {
        if (mask && mask[feature] === 0) return;
        const slope = wrong * (strength[index] ?? 0) + DECAY * (steps.weights[feature] ?? 0);
        steps.move(feature, slope, rate);
      });
    });
    return { weights: steps.weights, circumstances: whole.weights };
  };
  return run(above(run().weights.map(Math.abs), OURS_WEIGHTS));
}
