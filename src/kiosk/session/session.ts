// Floor: kiosk session. One person at the screen, from the first touch until nothing of them is
// left. Pure but for the two actors it is given: it knows neither the page nor the card.
//
// attract → inUse (resting ⇄ held) → asking (quiet → counting) → inUse again, or wiping → gone
import { assign, fromPromise, setup } from 'xstate';
import { goBack, goOn, START, type Screen, type Way } from './screens.ts';

/** Where the screen goes once it is wiped: to its next person, or to the staff. */
export type Exit = 'attract' | 'staff';

export interface SessionInput {
  readonly idleSeconds: number;
  readonly warnSeconds: number;
  readonly language: string;
}

export interface SessionContext {
  readonly input: SessionInput;
  readonly language: string;
  readonly way: Way;
  /** 3 for those who asked for more time. */
  readonly pace: 1 | 3;
  /** What is seen takes both hands (a code to scan): waits longer. */
  readonly patient: boolean;
  /** Seconds left to answer; told only in the second half. */
  readonly left: number;
  readonly exit: Exit;
}

export type SessionEvent =
  | { readonly type: 'BEGIN'; readonly language: string }
  /** Any touch, key, or scroll. */
  | { readonly type: 'USED' }
  | {
      readonly type: 'GO';
      readonly screen: Screen;
      /** How far the screen that is left was scrolled, in CSS pixels. */
      readonly top: number;
      readonly left?: Screen;
    }
  | { readonly type: 'BACK' }
  | { readonly type: 'RESTART' }
  /** A screen has come up; `patient` when it is there to be scanned or printed. */
  | { readonly type: 'SHOWN'; readonly patient: boolean }
  /** A card is being read: that is use, however long it takes. */
  | { readonly type: 'HOLD' }
  | { readonly type: 'RELEASE' }
  | { readonly type: 'PACE'; readonly pace: 1 | 3 }
  /** Begins anew in another language. */
  | { readonly type: 'LANGUAGE'; readonly language: string }
  | { readonly type: 'STAY' }
  | { readonly type: 'FINISH'; readonly exit?: Exit };

/** A screen to scan waits this many times longer. */
export const PATIENCE = 2;

/** No reading takes this long (its own limits add up to less); a lost RELEASE must not keep a person's screen. */
export const LONGEST_HOLD_MS = 300_000;

const LEAST_WARNING = 20;

const warnSeconds = ({ input, pace }: SessionContext): number =>
  Math.max(LEAST_WARNING, input.warnSeconds) * pace;

const fresh = (input: SessionInput) => ({
  language: input.language,
  way: START,
  pace: 1 as const,
  patient: false,
  left: 0,
});

const sessionSetup = setup({
  types: {
    context: {} as SessionContext,
    input: {} as SessionInput,
    events: {} as SessionEvent,
  },
  actors: {
    /** Empties the page; resolves when nothing is left. Given by the shell. */
    wipe: fromPromise<void>(() => Promise.resolve()),
  },
  actions: {
    /** Loads the next document. Given by the shell. */
    leave: () => {},
    speak: assign({
      language: ({ event, context }) => ('language' in event ? event.language : context.language),
      way: START,
    }),
    go: assign({
      way: ({ event, context: { way } }) =>
        event.type === 'GO' ? goOn(way, event.screen, event.top, event.left) : way,
      patient: false,
    }),
    back: assign({ way: ({ context }) => goBack(context.way), patient: false }),
    restart: assign({ way: START, patient: false }),
    shown: assign({ patient: ({ event }) => event.type === 'SHOWN' && event.patient }),
    pace: assign({ pace: ({ event }) => (event.type === 'PACE' ? event.pace : 1) }),
    startCount: assign({ left: ({ context }) => Math.ceil(warnSeconds(context) / 2) }),
    count: assign({ left: ({ context }) => context.left - 1 }),
    noteExit: assign({
      exit: ({ event }) => (event.type === 'FINISH' ? (event.exit ?? 'attract') : 'attract'),
    }),
    forget: assign(({ context }) => fresh(context.input)),
  },
  guards: {
    timeIsUp: ({ context }) => context.left <= 1,
  },
  delays: {
    IDLE: ({ context }) =>
      context.input.idleSeconds * context.pace * (context.patient ? PATIENCE : 1) * 1000,
    QUIET: ({ context }) => Math.floor(warnSeconds(context) / 2) * 1000,
    SECOND: 1000,
    LONGEST_HOLD: LONGEST_HOLD_MS,
  },
});

const resting = '#session.inUse.resting';

export const sessionMachine = sessionSetup.createMachine({
  id: 'session',
  context: ({ input }) => ({ input, exit: 'attract', ...fresh(input) }),
  initial: 'attract',
  states: {
    attract: {
      on: {
        BEGIN: { target: 'inUse', actions: 'speak' },
        FINISH: { target: 'wiping', actions: 'noteExit' },
      },
    },
    inUse: {
      initial: 'resting',
      on: {
        FINISH: { target: 'wiping', actions: 'noteExit' },
        PACE: { actions: 'pace' },
        LANGUAGE: { actions: 'speak' },
        GO: { actions: 'go' },
        BACK: { actions: 'back' },
        RESTART: { actions: 'restart' },
        SHOWN: { actions: 'shown' },
      },
      states: {
        resting: {
          after: { IDLE: '#session.asking' },
          on: {
            // Each of these starts the clock anew.
            USED: { target: resting, reenter: true },
            GO: { target: resting, reenter: true, actions: 'go' },
            BACK: { target: resting, reenter: true, actions: 'back' },
            RESTART: { target: resting, reenter: true, actions: 'restart' },
            SHOWN: { target: resting, reenter: true, actions: 'shown' },
            PACE: { target: resting, reenter: true, actions: 'pace' },
            LANGUAGE: { target: resting, reenter: true, actions: 'speak' },
            HOLD: 'held',
          },
        },
        held: {
          after: { LONGEST_HOLD: 'resting' },
          on: { RELEASE: 'resting' },
        },
      },
    },
    asking: {
      initial: 'quiet',
      on: {
        STAY: resting,
        HOLD: '#session.inUse.held',
        SHOWN: { actions: 'shown' },
        FINISH: { target: 'wiping', actions: 'noteExit' },
      },
      states: {
        quiet: { after: { QUIET: 'counting' } },
        counting: {
          entry: 'startCount',
          initial: 'second',
          states: {
            second: {
              after: {
                SECOND: [
                  { guard: 'timeIsUp', target: '#session.wiping', actions: 'noteExit' },
                  { target: 'second', reenter: true, actions: 'count' },
                ],
              },
            },
          },
        },
      },
    },
    wiping: {
      entry: 'forget',
      // Whatever goes wrong while emptying, the document is replaced, which ends it all.
      invoke: { src: 'wipe', onDone: 'gone', onError: 'gone' },
    },
    gone: { type: 'final', entry: 'leave' },
  },
});
