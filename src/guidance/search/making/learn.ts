// Floor: search, making. Learns the classifiers from phrases whose answers are known: which page is asked
// for, which outcome, term or fact, and whether a query is ours at all (learn-ours.ts). The same phrases
// always give the same classifiers.
import { beforeOthers, scaled, scoresOf, type Known, type Model } from '../classifier.ts';
import { featuresOf, type Feature } from '../features.ts';
import type { Row } from './ada-grad.ts';
import type { Example } from './example.ts';
import { learnOurs } from './learn-ours.ts';
import { learnClasses, type RowsWith, type Settings, type Taught } from './softmax.ts';

/** A feature of fewer phrases says nothing about others. */
const LEAST_PHRASES = 3;
/** What the first, second, third … of a phrase's answers counts. */
const SHARES = [1, 0.6, 0.4, 0.3];

const PAGES: Settings = { weights: 8100, decay: 5e-4, together: 0 };
/** Eight times as many classes: a feature speaks for few of them, and hardly against any. */
const OTHERS: Settings = { weights: 3500, decay: 2e-4, together: 2 };

/** How many classes there are. */
interface Counts {
  readonly pages: number;
  readonly others: number;
}

/** Learns all three classifiers. `counts` has the classes, "a page is asked for" among the others. */
export function learn(examples: readonly Example[], counts: Counts, { own, guides }: Known): Model {
  const features = examples.map(({ asked }) => featuresOf(asked));
  const names = namesOf(features);
  const pageTargets = examples.map((example) => targetOf(example.pages, counts.pages));
  const pages = learnClasses(
    rowsOf({ features, targets: pageTargets }, names),
    names,
    counts.pages,
    PAGES,
  );
  const before = features.map((of) => Float64Array.from(beforeOthers(scoresOf(pages, of), guides)));
  const targets = examples.map((example) => targetOf(example.others, counts.others));
  const others = learnClasses(
    rowsOf({ features, targets, before }, names),
    names,
    counts.others,
    OTHERS,
  );
  return { pages, others, ours: learnOurs(examples, features, names, own, { pages, others }) };
}

/** Per example. */
interface Lessons {
  readonly features: readonly (readonly Feature[])[];
  readonly targets: readonly (Float64Array | undefined)[];
  readonly before?: readonly Float64Array[];
}

/** Makes rows of the examples that have a target, with the features that are named. */
function rowsOf({ features, targets, before }: Lessons, names: readonly string[]): RowsWith {
  const numbers = new Map(names.map((name, at) => [name, at]));
  return (speaks) =>
    features.flatMap((of, at): Taught[] => {
      const target = targets[at];
      if (!target) return [];
      const heard = of.filter(([name]) => {
        const number = numbers.get(name);
        return number !== undefined && speaks(number);
      });
      const known = before?.[at];
      return [{ ...rowOf(scaled(heard), numbers), target, ...(known ? { before: known } : {}) }];
    });
}

/** The features of enough phrases. */
function namesOf(features: readonly (readonly Feature[])[]): string[] {
  const counts = new Map<string, number>();
  for (const of of features) for (const [name] of of) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= LEAST_PHRASES ? [name] : []));
}

const rowOf = (features: readonly Feature[], numbers: ReadonlyMap<string, number>): Row => ({
  at: Uint32Array.from(features, ([name]) => numbers.get(name) ?? 0),
  strength: Float64Array.from(features, ([, strength]) => strength),
});

/** What a phrase's answers count, together 1; undefined when it has none. */
function targetOf(answers: readonly number[], all: number): Float64Array | undefined {
  if (answers.length === 0) return undefined;
  const shares = new Float64Array(all);
  answers.forEach((answer, rank) => {
    shares[answer] = (shares[answer] ?? 0) + (SHARES[rank] ?? SHARES.at(-1) ?? 0);
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
