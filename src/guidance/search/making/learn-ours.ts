// Floor: search, making. Learns whether a query is about this site's matters at all: logistic regression
// over how it stands, its words, and the runs of its letters. Strangers' words are too many to list. Cut
// down to the weights that would be missed most, and learned once more.
import { FOR_OURS, scoresOf, STEP, type Model, type OursModel } from '../classifier.ts';
import { circumstancesOf, type Feature } from '../features.ts';
import { levelOf, meanOfRuns, rounded, Steps, walk, type Walk } from './ada-grad.ts';
import type { Example } from './example.ts';
import { mostMissed, pruned } from './prune.ts';

const DECAY = 2e-4;
/** How many weights of features travel. */
const WEIGHTS = 6000;
/** What is barely ours or barely not wavers most from run to run; a run costs little here. */
const RUNS = 4;
/** Refusing somebody in need is worse than answering a stranger, but strangers are fewer here. */
const OURS_COUNTS = 0.4;

/** Learns from all examples, ours and others', given what the words say of pages. */
export function learnOurs(
  examples: readonly Example[],
  features: readonly (readonly Feature[])[],
  names: readonly string[],
  own: ReadonlySet<number>,
  pages: Pick<Model, 'bias' | 'says'>,
): OursModel {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const seen: Seen[] = examples.map(({ asked, isOurs }, at) => {
    const of = features[at] ?? [];
    const parts = of.flatMap(([name, strength]) => {
      const number = numbers.get(name);
      return number === undefined ? [] : [[number, strength * FOR_OURS] as const];
    });
    return { isOurs, parts, whole: circumstancesOf(asked, own, scoresOf(pages, of)) };
  });

  const first = descend(seen, names.length, walk(seen.length));
  const mask = mostMissed(first.parts, first.curvature, WEIGHTS);
  const from = { ...first, parts: pruned(first.parts, mask) };
  const left = seen.map((each) => ({
    ...each,
    parts: each.parts.filter(([at]) => mask[at] === 1),
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

interface Seen {
  readonly isOurs: boolean;
  /** Features by number, and how strong they are. */
  readonly parts: readonly (readonly [at: number, strength: number])[];
  readonly whole: readonly number[];
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
    const example = seen[turn] as Seen;
    let score = 0;
    example.whole.forEach((value, at) => (score += value * (whole.weights[at] ?? 0)));
    for (const [at, strength] of example.parts) {
      const weight = parts.weights[at] ?? 0;
      score += (from ? Math.round(weight / STEP) * STEP : weight) * strength;
    }
    const likely = 1 / (1 + Math.exp(-score));
    const wrong = (likely - Number(example.isOurs)) * (example.isOurs ? OURS_COUNTS : 1);
    example.whole.forEach((value, at) => {
      if (value !== 0) whole.move(at, wrong * value, rate);
    });
    for (const [at, strength] of example.parts) {
      parts.move(at, wrong * strength + DECAY * (parts.weights[at] ?? 0), rate);
      curvature[at] = (curvature[at] ?? 0) + likely * (1 - likely) * strength ** 2;
    }
  });
  return { parts: parts.weights, whole: whole.weights, curvature };
}
