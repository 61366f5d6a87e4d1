import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor, fromPromise } from 'xstate';
import { LONGEST_HOLD_MS, PATIENCE, sessionMachine } from '../../../src/kiosk/session/session.ts';
import type { SessionEvent, SessionInput } from '../../../src/kiosk/session/session.ts';
import { START, type Screen } from '../../../src/kiosk/session/screens.ts';
import { rest, VirtualClock } from '../../emulator/virtual-clock.ts';

const INPUT: SessionInput = { idleSeconds: 90, warnSeconds: 45, language: 'ja' };
const PAGE: Screen = { kind: 'page', path: '/guides/locked-pin/problem/', answers: { a: 'b' } };

/** A session on a clock that is moved by hand. */
class Sitting {
  readonly clock = new VirtualClock();
  wipes = 0;
  left: string | undefined;
  readonly actor;

  constructor(input: Partial<SessionInput> = {}, wipe = () => Promise.resolve()) {
    const machine = sessionMachine.provide({
      actors: {
        wipe: fromPromise(async () => {
          this.wipes += 1;
          await wipe();
        }),
      },
      actions: {
        leave: ({ context }) => {
          this.left = context.exit;
        },
      },
    });
    this.actor = createActor(machine, { input: { ...INPUT, ...input }, clock: this.clock });
    this.actor.start();
  }

  send(...events: SessionEvent[]): void {
    for (const event of events) this.actor.send(event);
  }

  begin(): void {
    this.send({ type: 'BEGIN', language: 'ja' });
  }

  /** Lets time pass, timer by timer. */
  pass(seconds: number): void {
    const over = { yet: false };
    // A little late, so that what is due at the very end happens first.
    this.clock.setTimeout(
      () => {
        over.yet = true;
      },
      seconds * 1000 + 0.5,
    );
    while (!over.yet && this.clock.step());
  }

  get state() {
    return this.actor.getSnapshot();
  }

  is(state: Parameters<(typeof this.state)['matches']>[0]): boolean {
    return this.state.matches(state);
  }
}

describe('a session at the help screen', () => {
  it('never ends by itself before it has begun', () => {
    const sitting = new Sitting();
    sitting.pass(100_000);
    expect(sitting.is('attract')).toBe(true);
    expect(sitting.wipes).toBe(0);
  });

  it('asks after the idle time, counts in the second half, then wipes and leaves', async () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.pass(89);
    expect(sitting.is('inUse')).toBe(true);
    sitting.pass(1);
    expect(sitting.is({ asking: 'quiet' })).toBe(true);
    sitting.pass(21);
    expect(sitting.is({ asking: 'quiet' })).toBe(true);
    sitting.pass(1);
    expect(sitting.is({ asking: 'counting' })).toBe(true);
    expect(sitting.state.context.left).toBe(23);
    sitting.pass(22);
    expect(sitting.state.context.left).toBe(1);
    sitting.pass(1);
    expect(sitting.is('wiping')).toBe(true);
    await rest();
    expect(sitting.is('gone')).toBe(true);
    expect([sitting.wipes, sitting.left]).toEqual([1, 'attract']);
  });

  it('gives at least 20 seconds to answer, whatever the operator wrote', () => {
    const sitting = new Sitting({ warnSeconds: 1 });
    sitting.begin();
    sitting.pass(90 + 19);
    expect(sitting.is('asking')).toBe(true);
    sitting.pass(1);
    expect(sitting.is('wiping')).toBe(true);
  });

  it('comes back to the exact state, at any moment of the question, ten times and more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 44 }), { minLength: 10, maxLength: 15 }),
        (moments) => {
          const sitting = new Sitting();
          sitting.begin();
          sitting.send({ type: 'GO', screen: PAGE, top: 120 }, { type: 'PACE', pace: 1 });
          const before = sitting.state.context;
          for (const moment of moments) {
            sitting.pass(90 + moment);
            expect(sitting.is('asking')).toBe(true);
            sitting.send({ type: 'STAY' });
            expect(sitting.is({ inUse: 'resting' })).toBe(true);
            expect(sitting.state.context.way).toBe(before.way);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each<SessionEvent>([
    { type: 'USED' },
    { type: 'GO', screen: PAGE, top: 0 },
    { type: 'BACK' },
    { type: 'RESTART' },
    { type: 'SHOWN', patient: false },
    { type: 'PACE', pace: 1 },
    { type: 'RELEASE' },
  ])('$type alone never lets the time run out early', (event) => {
    const sitting = new Sitting();
    sitting.begin();
    for (let minute = 0; minute < 20; minute += 1) {
      sitting.pass(60);
      if (event.type === 'RELEASE') sitting.send({ type: 'HOLD' });
      sitting.send(event);
      expect(sitting.is('inUse')).toBe(true);
    }
  });

  it('a touch beside the button does not answer the question for somebody else', () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.pass(95);
    sitting.send({ type: 'USED' }, { type: 'BACK' }, { type: 'GO', screen: PAGE, top: 0 });
    expect(sitting.is('asking')).toBe(true);
    expect(sitting.state.context.way).toEqual(START);
  });

  it('waits longer while something is there to be scanned, until the next screen', () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.send({ type: 'GO', screen: PAGE, top: 0 }, { type: 'SHOWN', patient: true });
    sitting.pass(90 * PATIENCE - 1);
    expect(sitting.is('inUse')).toBe(true);
    sitting.pass(1);
    expect(sitting.is('asking')).toBe(true);
    sitting.send({ type: 'STAY' }, { type: 'BACK' });
    sitting.pass(90);
    expect(sitting.is('asking')).toBe(true);
  });

  it('takes three times as long for those who asked', () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.send({ type: 'PACE', pace: 3 });
    sitting.pass(269);
    expect(sitting.is('inUse')).toBe(true);
    sitting.pass(1 + 134);
    expect(sitting.is('asking')).toBe(true);
    sitting.pass(1);
    expect(sitting.is('wiping')).toBe(true);
  });

  it('never asks while a card is being read, and takes a card laid down as an answer', () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.send({ type: 'HOLD' });
    sitting.pass(200);
    expect(sitting.is({ inUse: 'held' })).toBe(true);
    sitting.send({ type: 'RELEASE' });
    sitting.pass(91);
    expect(sitting.is('asking')).toBe(true);
    sitting.send({ type: 'HOLD' });
    expect(sitting.is({ inUse: 'held' })).toBe(true);
  });

  it('does not stay for ever when a reading never tells its end', () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.send({ type: 'HOLD' });
    sitting.pass(LONGEST_HOLD_MS / 1000 + 90 + 45);
    expect(sitting.is('wiping')).toBe(true);
  });

  it('leaves even when wiping fails', async () => {
    const sitting = new Sitting({}, () => Promise.reject(new Error('storage is gone')));
    sitting.begin();
    sitting.send({ type: 'FINISH' });
    await rest();
    expect(sitting.left).toBe('attract');
  });

  it('goes to the staff only after wiping', async () => {
    const sitting = new Sitting();
    sitting.begin();
    sitting.send({ type: 'GO', screen: PAGE, top: 0 }, { type: 'FINISH', exit: 'staff' });
    expect(sitting.wipes).toBe(1);
    await rest();
    expect(sitting.left).toBe('staff');
  });

  it('whatever a person does, wiping leaves what a fresh start has', () => {
    const event = fc.oneof(
      fc.constantFrom<SessionEvent>(
        { type: 'USED' },
        { type: 'BACK' },
        { type: 'RESTART' },
        { type: 'HOLD' },
        { type: 'RELEASE' },
        { type: 'PACE', pace: 3 },
        { type: 'SHOWN', patient: true },
        { type: 'STAY' },
      ),
      fc.webPath().map((path): SessionEvent => ({
        type: 'GO',
        screen: { kind: 'page', path, answers: { q: path } },
        top: path.length,
      })),
    );
    const fresh = new Sitting().state.context;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(event, fc.integer({ min: 0, max: 100 })), { maxLength: 12 }),
        (life) => {
          const sitting = new Sitting();
          sitting.send({ type: 'BEGIN', language: 'en' });
          for (const [what, seconds] of life) {
            sitting.pass(seconds);
            sitting.send(what);
          }
          sitting.send({ type: 'FINISH' });
          expect(sitting.state.context).toEqual(fresh);
        },
      ),
      { numRuns: 40 },
    );
  });
});
