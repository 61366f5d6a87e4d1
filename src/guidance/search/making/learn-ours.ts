// Floor: search, making. Learns whether a query is about this site's matters at all: logistic regression
// over how it stands, its words, and the runs of its letters. Strangers' words are too many to list.
import { FOR_OURS, scoresOf, STEP, type Model, type OursModel } from '../classifier.ts';
import { circumstancesOf, type Feature } from '../features.ts';
import { levelOf, meanOfRuns, rounded, Steps, type Walk } from './ada-grad.ts';
import type { Example } from './learn.ts';

const DECAY = 2e-4;
/** Refusing somebody in need is worse than answering a stranger, but strangers are fewer here. */
const OURS_COUNTS = 0.5;

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

  const [parts = new Float64Array(), whole = new Float64Array()] = meanOfRuns(seen.length, (walk) =>
    descend(seen, names.length, walk),
  );
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

/** @returns the weights of the features and those of the circumstances. */
function descend(seen: readonly Seen[], features: number, walk: Walk): Float64Array[] {
  const parts = new Steps(new Float64Array(features));
  const whole = new Steps(new Float64Array(seen[0]?.whole.length ?? 0));
  walk((turn, rate) => {
    const example = seen[turn] as Seen;
    let score = 0;
    example.whole.forEach((value, at) => (score += value * (whole.weights[at] ?? 0)));
    for (const [at, strength] of example.parts) score += (parts.weights[at] ?? 0) * strength;
    const wrong =
      (1 / (1 + Math.exp(-score)) - Number(example.isOurs)) * (example.isOurs ? OURS_COUNTS : 1);
    example.whole.forEach((value, at) => {
      if (value !== 0) whole.move(at, wrong * value, rate);
    });
    for (const [at, strength] of example.parts) {
      parts.move(at, wrong * strength + DECAY * (parts.weights[at] ?? 0), rate);
    }
  });
  return [parts.weights, whole.weights];
}
