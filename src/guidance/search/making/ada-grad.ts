// Floor: search, making. How the classifiers learn: AdaGrad (Duchi, Hazan, Singer, JMLR 12, 2011), some
// runs over the examples, each run in orders of its own that look drawn by lot and are always the same. The
// mean of the runs wavers less than any of them.

const EPOCHS = 5;
const RATE = 0.3;
/** The rate falls to this share of itself. */
const LAST_RATE = 0.2;

/** Weights, each with a step of its own: smaller the more it has been moved. */
export class Steps {
  readonly weights: Float64Array;
  readonly #moved: Float64Array;

  constructor(weights: Float64Array) {
    this.weights = weights;
    this.#moved = new Float64Array(weights.length).fill(1e-6);
  }

  move(at: number, slope: number, rate: number): void {
    const moved = (this.#moved[at] as number) + slope * slope;
    this.#moved[at] = moved;
    (this.weights[at] as number) -= (rate * slope) / Math.sqrt(moved);
  }
}

/** Visits every example once an epoch. */
export type Walk = (visit: (at: number, rate: number) => void) => void;

/** A way through so many examples, in another order each epoch and each run. */
export const walk = (count: number, run = 0): Walk => {
  const lot = lots(run);
  const order = Array.from({ length: count }, (_, at) => at);
  return (visit) => {
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      const rate = RATE * (1 - (epoch / EPOCHS) * (1 - LAST_RATE));
      shuffle(order, lot);
      for (const at of order) visit(at, rate);
    }
  };
};

/** The mean of what several runs learn: lists of weights, each the same in all runs. */
export function meanOfRuns(
  runs: number,
  count: number,
  learn: (walk: Walk) => readonly Float64Array[],
): Float64Array[] {
  const learned = Array.from({ length: runs }, (_, run) => learn(walk(count, run)));
  return (learned[0] ?? []).map((first, list) =>
    first.map((_, at) => learned.reduce((sum, run) => sum + (run[list]?.[at] ?? 0), 0) / runs),
  );
}

/** Fisher and Yates, as Durstenfeld wrote it (CACM 7, 1964). */
function shuffle(order: number[], lot: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(lot() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Numbers from 0 up to 1: a linear congruence modulo 2³² (Knuth, Lewis), in whole numbers throughout. */
function lots(run: number): () => number {
  let state = run;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Features by number, and their strengths. */
export interface Row {
  readonly at: Uint32Array;
  readonly strength: Float64Array;
}

/** A weight as it travels. */
export const levelOf = (weight: number, step: number): number =>
  Math.max(-MOST_LEVEL, Math.min(MOST_LEVEL, Math.round(weight / step)));
const MOST_LEVEL = 20;

/** The circumstances and biases, which are few, travel with two digits; −0 would arrive as 0. */
export const rounded = (weights: Float64Array): number[] =>
  Array.from(weights, (weight) => Math.round(weight * 100) / 100 + 0);
