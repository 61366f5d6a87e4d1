/**
 * Time for tests: nothing waits, timers run in order as soon as everything else has come to rest.
 */
interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock with the two timer functions that the page and XState use. */
export class VirtualClock {
  #now = 0;
  #lastId = 0;
  readonly #timers = new Map<number, Timer>();

  /** Milliseconds since the clock was made. */
  get now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): number {
    this.#lastId += 1;
    this.#timers.set(this.#lastId, { at: this.#now + Math.max(0, ms), run });
    return this.#lastId;
  }

  clearTimeout(id: number): void {
    this.#timers.delete(id);
  }

  /** Moves on to the next timer and runs it; false when there is none. */
  step(): boolean {
    let soonest: number | undefined;
    for (const [id, { at }] of this.#timers) {
      if (soonest === undefined || at < (this.#timers.get(soonest)?.at ?? 0)) soonest = id;
    }
    const timer = soonest === undefined ? undefined : this.#timers.get(soonest);
    if (soonest === undefined || timer === undefined) return false;
    this.#timers.delete(soonest);
    this.#now = Math.max(this.#now, timer.at);
    timer.run();
    return true;
  }

  /** Runs until `work` settles; fails when it takes longer than `limitMs` of virtual time, or for ever. */
  async settle<T>(work: Promise<T>, limitMs = 120_000): Promise<T> {
    let isSettled = false;
    const mark = (): void => {
      isSettled = true;
    };
    work.then(mark, mark);
    const end = this.#now + limitMs;
    for (;;) {
      await rest();
      if (isSettled) return work;
      if (!this.step()) throw new Error('hang: nothing is left to happen');
      if (this.#now > end) throw new Error(`hang: still busy after ${limitMs} ms`);
    }
  }
}

/** Lets every promise that can go on go on. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
