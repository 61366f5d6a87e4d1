// Floor: search, making. Learns whether a query is about this site's matters at all: logistic regression
// over how it stands, its words, and the runs of its letters. Strangers' words are too many to list. Cut
// down to the weights that would be missed most, and learned once more.
import { FOR_OURS, scoresOf, STEP, type Classes, type OursModel } from '../classifier.ts';
import { circumstancesOf, type Feature } from '../features.ts';
import { levelOf, meanOfRuns, rounded, Steps, walk, type Row, type Walk } from './ada-grad.ts';
import type { Example } from './example.ts';
import { mostMissed } from './prune.ts';

const DECAY = 2e-4;
/** How many weights of features travel. */
const WEIGHTS = 6500;
/** What is barely ours or barely not wavers most from run to run; a run costs little here. */
const RUNS = 16;

/** Learns from all examples, ours and others', given what the words say of pages and of what is none. */
export function learnOurs(
  examples: readonly Example[],
  features: readonly (readonly Feature[])[],
  names: readonly string[],
  own: ReadonlySet<number>,
  { pages, others }: { readonly pages: Classes; readonly others: Classes },
): OursModel {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const seen: Seen[] = examples.map(({ asked, isOurs }, at) => {
    const of = features[at] ?? [];
    const scores = { pages: scoresOf(pages, of), others: scoresOf(others, of) };
    const whole = Float64Array.from(circumstancesOf(asked, own, scores));
    const known = of.filter(([name]) => numbers.has(name));
    return {
      isOurs,
      whole,
      at: Uint32Array.from(known, ([name]) => numbers.get(name) ?? 0),
      strength: Float64Array.from(known, ([, strength]) => strength * FOR_OURS),
    };
  });

  const first = descend(seen, names.length, walk(seen.length));
  const mask = mostMissed(first.parts, first.curvature, WEIGHTS);
  const from = { ...first, parts: first.parts.map((weight, at) => (mask[at] === 1 ? weight : 0)) };
  const left = seen.map((each) => ({
    ...each,
    at: each.at.filter((feature) => mask[feature] === 1),
    strength: each.strength.filter((_, nth) => mask[each.at[nth] ?? 0] === 1),
  }));
  const [parts = from.parts, whole = from.whole] = meanOfRuns(RUNS, left.length, (way) => {
    const run = descend(left, names.length, way, from);
    return [run.parts, run.whole];
  });
  return {
    circumstances: rounded(whole),
    says: new Map(
      names.flatMap((name, at) => {
        const level = levelOf(parts[at] ?? 0, STEP);
        return level === 0 ? [] : [[name, level] as const];
      }),
    ),
  };
}

interface Seen extends Row {
  readonly isOurs: boolean;
  /** How the query stands as a whole. */
  readonly whole: Float64Array;
}

interface Weights {
  /** Of the features. */
  readonly parts: Float64Array;
  /** Of the circumstances. */
  readonly whole: Float64Array;
  /** Of the loss at the features' weights, summed over all examples visited. */
  readonly curvature: Float64Array;
}

/** Goes down the slope from nothing; or `from` where it is, seeing features' weights as they will travel. */
function descend(seen: readonly Seen[], features: number, way: Walk, from?: Weights): Weights {
  const parts = new Steps(from?.parts.slice() ?? new Float64Array(features));
  const whole = new Steps(from?.whole.slice() ?? new Float64Array(seen[0]?.whole.length ?? 0));
  const curvature = new Float64Array(features);
  way((turn, rate) => {
    const { at, strength, whole: stands, isOurs } = seen[turn] as Seen;
    let score = 0;
    for (let nth = 0; nth < stands.length; nth += 1) {
      score += (stands[nth] as number) * (whole.weights[nth] as number);
    }
    for (let nth = 0; nth < at.length; nth += 1) {
      const weight = parts.weights[at[nth] as number] as number;
      score += (from ? Math.round(weight / STEP) * STEP : weight) * (strength[nth] as number);
    }
    const likely = 1 / (1 + Math.exp(-score));
    const wrong = likely - Number(isOurs);
    for (let nth = 0; nth < stands.length; nth += 1) {
      if (stands[nth] !== 0) whole.move(nth, wrong * (stands[nth] as number), rate);
    }
    for (let nth = 0; nth < at.length; nth += 1) {
      const part = at[nth] as number;
      const of = strength[nth] as number;
      parts.move(part, wrong * of + DECAY * (parts.weights[part] as number), rate);
      (curvature[part] as number) += likely * (1 - likely) * of * of;
    }
  });
  return { parts: parts.weights, whole: whole.weights, curvature };
}
