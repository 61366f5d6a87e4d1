/**
 * Floor: session: the one XState machine with effects. Below: session/run, session/sources. Above: site.
 * It does not know pages or words. It stores nothing: the report lives in its context and goes with it.
 *
 * unsupported ← start → ready → choosing → working (opening → waiting → reading) → closing → report | failed
 *
 * Every wait has a limit, every failure a code, and `CHOOSE` leads from each failure back to choosing.
 */
import { assign, fromCallback, fromPromise, sendTo, setup } from 'xstate';
import type { CertificateReader } from '../card/certificate/read.ts';
import type { Clock } from '../card/clock.ts';
import { CardFault, type FaultCode, faultCodeOf } from '../card/fault.ts';
import type { Progress } from '../card/jpki/certificate-file.ts';
import type { DriverId, Reader } from '../card/readers/reader.ts';
import type { CardReport } from '../card/report.ts';
import { run, type RunEvent } from './run.ts';
import { canRead, chooseSource, type Source, type Surroundings } from './sources.ts';

/** Limits in milliseconds. Choosing has none: the person may think. */
export const LIMIT = {
  waitingForCard: 30_000,
  reading: 60_000,
} as const;

/** What the machine is given. */
export interface ReadingInput extends Surroundings {
  /** Loads certificate/read.ts by import(). */
  readonly loadCertificateReader: () => Promise<CertificateReader>;
  readonly clock: Clock;
  readonly now: () => Date;
}

/** What the machine knows. Nothing here identifies a person, a card or a reader. */
export interface ReadingContext {
  readonly input: ReadingInput;
  readonly source: Source | undefined;
  /** The person wants to pick another reader than the one already trusted. */
  readonly another: boolean;
  readonly driver: DriverId | undefined;
  readonly progress: Progress | undefined;
  readonly report: CardReport | undefined;
  readonly fault: FaultCode | undefined;
}

/** What the person, the browser or the run may say. */
export type ReadingEvent =
  | { readonly type: 'CHOOSE'; readonly another?: boolean }
  | { readonly type: 'DEMONSTRATE'; readonly source: Source }
  | { readonly type: 'CANCEL' }
  | RunEvent;

const choose = fromPromise<Source, Surroundings & { another: boolean }>(({ input }) =>
  chooseSource(input, input.another),
);

/** One run; STOP ends it early. It says FINISHED itself, after the reader is closed. */
const work = fromCallback<{ type: 'STOP' }, { source: Source | undefined; input: ReadingInput }>(
  ({ input: { source, input }, receive, sendBack }) => {
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    const open = async (signal: AbortSignal): Promise<Reader> => {
      if (source === undefined) throw new CardFault('reader-unknown', 'nothing was chosen');
      return source.open({ clock: input.clock, signal });
    };
    receive(stop);
    void run({ ...input, open }, controller.signal, sendBack);
    return stop;
  },
);

const begun = { driver: undefined, progress: undefined, report: undefined, fault: undefined };

const readingSetup = setup({
  types: {
    context: {} as ReadingContext,
    input: {} as ReadingInput,
    events: {} as ReadingEvent,
    tags: {} as 'busy',
  },
  actors: { choose, work },
  guards: {
    cannotRead: ({ context }) => !canRead(context.input),
    hasReport: ({ context, event }) =>
      event.type === 'FINISHED' && context.fault === undefined && event.outcome.fault === undefined,
    wasCancelled: ({ context, event }) =>
      event.type === 'FINISHED' && (context.fault ?? event.outcome.fault) === 'cancelled',
  },
  actions: {
    stopWork: sendTo('work', { type: 'STOP' }),
    keepDriver: assign({
      driver: ({ event }) => (event.type === 'OPENED' ? event.driver : undefined),
    }),
    keepProgress: assign({
      progress: ({ event }) => (event.type === 'PROGRESS' ? event.progress : undefined),
    }),
    keepReport: assign({
      report: ({ event }) => (event.type === 'FINISHED' ? event.outcome.report : undefined),
    }),
    keepFault: assign({
      fault: ({ event, context }) =>
        context.fault ?? (event.type === 'FINISHED' ? event.outcome.fault : undefined),
    }),
    noteChoice: assign({
      another: ({ event }) => event.type === 'CHOOSE' && event.another === true,
    }),
    forget: assign({ ...begun, source: undefined }),
    takeSample: assign(({ event }) => ({
      ...begun,
      source: event.type === 'DEMONSTRATE' ? event.source : undefined,
    })),
  },
  delays: { WAITING_FOR_CARD: LIMIT.waitingForCard, READING: LIMIT.reading },
});

/** The reading session. */
export const readingMachine = readingSetup.createMachine({
  id: 'reading',
  context: ({ input }) => ({ input, source: undefined, another: false, ...begun }),
  initial: 'start',
  states: {
    start: {
      always: [{ guard: 'cannotRead', target: 'unsupported' }, { target: 'ready' }],
    },
    unsupported: {
      entry: assign({ fault: 'usb-unsupported' }),
      on: { DEMONSTRATE: { target: 'working', actions: 'takeSample' } },
    },
    ready: {
      entry: 'forget',
      on: {
        CHOOSE: { target: 'choosing', actions: 'noteChoice' },
        DEMONSTRATE: { target: 'working', actions: 'takeSample' },
      },
    },
    choosing: {
      tags: 'busy',
      entry: 'forget',
      invoke: {
        src: 'choose',
        input: ({ context: { input, another } }) => ({ ...input, another }),
        onDone: { target: 'working', actions: assign({ source: ({ event }) => event.output }) },
        onError: {
          target: 'failed',
          actions: assign({ fault: ({ event }) => faultCodeOf(event.error) }),
        },
      },
      on: { CANCEL: 'ready' },
    },
    working: {
      tags: 'busy',
      invoke: {
        id: 'work',
        src: 'work',
        input: ({ context: { source, input } }) => ({ source, input }),
      },
      on: {
        FINISHED: [
          {
            guard: 'hasReport',
            target: 'report',
            actions: 'keepReport',
          },
          {
            guard: 'wasCancelled',
            target: 'ready',
          },
          {
            target: 'failed',
            actions: 'keepFault',
          },
        ],
      },
      initial: 'opening',
      states: {
        opening: {
          on: {
            OPENED: { target: 'waiting', actions: 'keepDriver' },
            CANCEL: 'cancelling',
          },
        },
        waiting: {
          after: {
            WAITING_FOR_CARD: { target: 'closing', actions: assign({ fault: 'card-absent' }) },
          },
          on: { CARD_FOUND: 'reading', CANCEL: 'cancelling' },
        },
        reading: {
          after: { READING: { target: 'closing', actions: assign({ fault: 'reading-too-long' }) } },
          on: {
            PROGRESS: { actions: 'keepProgress' },
            CANCEL: 'cancelling',
          },
        },
        cancelling: { entry: assign({ fault: 'cancelled' }), always: 'closing' },
        closing: { entry: 'stopWork' },
      },
    },
    report: {
      on: {
        CHOOSE: { target: 'choosing', actions: 'noteChoice' },
        DEMONSTRATE: { target: 'working', actions: 'takeSample' },
        CANCEL: 'ready',
      },
    },
    failed: {
      on: {
        CHOOSE: { target: 'choosing', actions: 'noteChoice' },
        DEMONSTRATE: { target: 'working', actions: 'takeSample' },
        CANCEL: 'ready',
      },
    },
  },
});
