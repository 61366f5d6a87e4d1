/**
 * Floor: time, beside all floors. Below: fault. Above: usb, readers, session.
 * It does not know what is waited for. Tests give a virtual clock; nothing here reads the date.
 */
import { CardFault, type FaultCode } from './fault.ts';

/** The two timer functions that waiting needs; the same shape as XState's clock. */
export interface Clock {
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(id: number): void;
}

/** The browser's own timers. */
export const realClock: Clock = {
  setTimeout: (run, ms) => Number(globalThis.setTimeout(run, ms)),
  clearTimeout: (id) => globalThis.clearTimeout(id),
};

/** What a wait obeys: the clock, and optionally a signal that ends it early. */
export interface Patience {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits for `work` at most `ms` milliseconds.
 * @throws CardFault `late` when time runs out, `cancelled` when the signal fires; what `work` throws.
 */
export function within<T>(
  work: Promise<T>,
  ms: number,
  { clock, signal }: Patience,
  late: FaultCode,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = clock.setTimeout(() => settle(() => reject(new CardFault(late, `${ms} ms`))), ms);
    const onAbort = (): void => settle(() => reject(new CardFault('cancelled', 'by signal')));
    const settle = (finish: () => void): void => {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort);
  });
}

/**
 * Does nothing for `ms` milliseconds.
 * @throws CardFault `cancelled` when the signal fires first.
 */
export function pause(ms: number, patience: Patience): Promise<void> {
  return within(new Promise<never>(() => {}), ms, patience, 'reader-silent').catch(
    (thrown: unknown) => {
      if (thrown instanceof CardFault && thrown.code === 'cancelled') throw thrown;
    },
  );
}
