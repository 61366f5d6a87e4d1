// Floor: search, making. Multinomial logistic regression over sparse rows, cut down in turns to the
// weights that would be missed, learned again after each. The same rows always give the same weights.
import { STEP, toShares, type Classes } from '../classifier.ts';
import { levelOf, meanOfRuns, rounded, Steps, walk, type Row, type Walk } from './ada-grad.ts';
import { mostMissed } from './prune.ts';

export interface Taught extends Row {
  /** Per class its share, together 1. */
  readonly target: Float64Array;
  /** Per class what is known before a feature speaks. */
  readonly before?: Float64Array;
}

export interface Settings {
  /** How many weights travel: more are a little better, and heavier. */
  readonly weights: number;
  readonly decay: number;
  /**
   * A feature may speak of a class that it was seen with so often. 0: of any class, which also tells
   * what a feature speaks against, and takes the longer the more classes there are.
   */
  readonly together: number;
}

/** The number of weights is reached in turns, each this many times as many: the rest can take over what goes. */
const TURNS = [3, 1.7, 1];
/** A class that is this little wrong need not move. */
const TOO_LITTLE = 1e-5;
/** The last time is learned so often, and the mean taken. */
const RUNS = 6;

/** The rows with those features alone that may speak, as strong as they are beside each other. */
export type RowsWith = (speaks: (feature: number) => boolean) => readonly Taught[];

/** Learns so many classes; `names` are those of the features, by number. */
export function learnClasses(
  rowsWith: RowsWith,
  names: readonly string[],
  classes: number,
  settings: Settings,
): Classes {
  let rows = rowsWith(() => true);
  let cells =
    settings.together > 0
      ? seenTogether(rows, names.length, settings.together)
      : allCells(names.length, classes);
  const { decay } = settings;
  let learned = descend(rows, cells, classes, walk(rows.length), { decay });
  if (settings.together === 0) takeOffMeans(learned.weights, classes);
  TURNS.forEach((times, turn) => {
    if (turn > 0)
      learned = descend(rows, cells, classes, walk(rows.length, turn), { decay, from: learned });
    const keep = mostMissed(learned.weights, learned.curvature, settings.weights * times);
    learned = { ...learned, weights: learned.weights.filter((_, at) => keep[at] === 1) };
    cells = cellsLeft(cells, keep);
    const { from } = cells;
    rows = rowsWith((feature) => (from[feature] ?? 0) < (from[feature + 1] ?? 0));
  });
  const [weights = learned.weights, bias = learned.bias] = meanOfRuns(RUNS, rows.length, (way) => {
    const run = descend(rows, cells, classes, way, { decay, from: learned, inSteps: true });
    return [run.weights, run.bias];
  });
  return { bias: rounded(bias), says: saysOf(weights, cells, names) };
}

/** Which classes a feature may speak of: those from `from[feature]` up to `from[feature + 1]`. */
interface Cells {
  readonly from: Uint32Array;
  readonly classes: Uint16Array;
}

const allCells = (features: number, classes: number): Cells => ({
  from: Uint32Array.from({ length: features + 1 }, (_, feature) => feature * classes),
  classes: Uint16Array.from({ length: features * classes }, (_, at) => at % classes),
});

function seenTogether(rows: readonly Taught[], features: number, least: number): Cells {
  const counts = Array.from({ length: features }, () => new Map<number, number>());
  for (const { at, target } of rows) {
    const named = [...target.keys()].filter((each) => (target[each] ?? 0) > 0);
    for (const feature of at) {
      const of = counts[feature];
      for (const each of named) of?.set(each, (of.get(each) ?? 0) + 1);
    }
  }
  const lists = counts.map((of) =>
    [...of].flatMap(([each, count]) => (count >= least ? [each] : [])).sort((a, b) => a - b),
  );
  return cellsOf(lists);
}

function cellsOf(lists: readonly (readonly number[])[]): Cells {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, feature) => (from[feature + 1] = (from[feature] ?? 0) + list.length));
  return { from, classes: Uint16Array.from(lists.flat()) };
}

const cellsLeft = ({ from, classes }: Cells, keep: Uint8Array): Cells =>
  cellsOf(
    Array.from({ length: from.length - 1 }, (_, feature) => {
      const start = from[feature] ?? 0;
      const own = classes.subarray(start, from[feature + 1]);
      return Array.from(own).filter((_each, nth) => keep[start + nth] === 1);
    }),
  );

/** What a feature says of all classes alike says nothing. */
function takeOffMeans(weights: Float64Array, classes: number): void {
  for (let at = 0; at < weights.length; at += classes) {
    const own = weights.subarray(at, at + classes);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / classes;
    own.forEach((weight, nth) => (own[nth] = weight - mean));
  }
}

function saysOf(weights: Float64Array, { from, classes }: Cells, names: readonly string[]) {
  const says = new Map<string, [number, number][]>();
  names.forEach((name, feature) => {
    const said: [number, number][] = [];
    for (let at = from[feature] ?? 0; at < (from[feature + 1] ?? 0); at += 1) {
      const level = levelOf(weights[at] ?? 0, STEP);
      if (level !== 0) said.push([classes[at] ?? 0, level]);
    }
    if (said.length > 0) says.set(name, said);
  });
  return says;
}

interface Weights {
  /** In the order of the cells. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /** Of the loss at each weight, summed over all rows visited. */
  readonly curvature: Float64Array;
}

interface Way {
  readonly decay: number;
  readonly from?: Weights;
  /** Rows see the weights as they will travel. */
  readonly inSteps?: boolean;
}

/** Goes down the slope, from nothing or from where it is. */
function descend(
  rows: readonly Taught[],
  cells: Cells,
  classes: number,
  walked: Walk,
  { decay, from, inSteps = false }: Way,
): Weights {
  const steps = new Steps(from?.weights.slice() ?? new Float64Array(cells.classes.length));
  const bias = new Steps(from?.bias.slice() ?? new Float64Array(classes));
  const curvature = new Float64Array(cells.classes.length);
  const likely = new Float64Array(classes);
  const wrong = new Float64Array(classes);
  // Most of the time it takes to make the index is spent in here: hence loops over places.
  const { from: starts, classes: classOf } = cells;
  walked((turn, rate) => {
    const { at, strength, target, before } = rows[turn] as Taught;
    likely.set(bias.weights);
    if (before)
      for (let each = 0; each < classes; each += 1)
        (likely[each] as number) += before[each] as number;
    for (let index = 0; index < at.length; index += 1) {
      const feature = at[index] as number;
      const of = strength[index] as number;
      const end = starts[feature + 1] as number;
      for (let cell = starts[feature] as number; cell < end; cell += 1) {
        const weight = steps.weights[cell] as number;
        const each = classOf[cell] as number;
        (likely[each] as number) += (inSteps ? Math.round(weight / STEP) * STEP : weight) * of;
      }
    }
    toShares(likely);
    for (let each = 0; each < classes; each += 1) {
      wrong[each] = (likely[each] as number) - (target[each] as number);
      if (Math.abs(wrong[each] as number) > TOO_LITTLE)
        bias.move(each, wrong[each] as number, rate);
    }
    for (let index = 0; index < at.length; index += 1) {
      const feature = at[index] as number;
      const of = strength[index] as number;
      const end = starts[feature + 1] as number;
      for (let cell = starts[feature] as number; cell < end; cell += 1) {
        const each = classOf[cell] as number;
        const share = likely[each] as number;
        const slope = (wrong[each] as number) * of + decay * (steps.weights[cell] as number);
        steps.move(cell, slope, rate);
        (curvature[cell] as number) += share * (1 - share) * of * of;
      }
    }
  });
  return { weights: steps.weights, bias: bias.weights, curvature };
}
