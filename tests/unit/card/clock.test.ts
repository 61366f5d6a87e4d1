import { describe, expect, it } from 'vitest';
import { pause, realClock, within } from '../../../src/card/clock.ts';
import { VirtualClock } from '../../emulator/virtual-clock.ts';
import { faultOf } from './witness.ts';

const never = (): Promise<never> => new Promise(() => {});

describe('waiting', () => {
  it('gives what arrives in time, and leaves no timer behind', async () => {
    const clock = new VirtualClock();
    expect(await within(Promise.resolve(7), 100, { clock }, 'reader-silent')).toBe(7);
    expect(clock.step()).toBe(false);
  });

  it('ends with the given code when time runs out', async () => {
    const clock = new VirtualClock();
    const work = within(never(), 100, { clock }, 'reader-silent');
    expect(await faultOf(clock.settle(work))).toBe('reader-silent');
    expect(clock.now).toBe(100);
  });

  it('passes on what fails', async () => {
    const clock = new VirtualClock();
    const failure = new Error('its own');
    await expect(within(Promise.reject(failure), 1, { clock }, 'reader-silent')).rejects.toBe(
      failure,
    );
  });

  it('ends at once when it is cancelled, before or during', async () => {
    const clock = new VirtualClock();
    const controller = new AbortController();
    const patience = { clock, signal: controller.signal };
    const during = within(never(), 100, patience, 'reader-silent');
    controller.abort();
    expect(await faultOf(during)).toBe('cancelled');
    expect(await faultOf(within(never(), 100, patience, 'reader-silent'))).toBe('cancelled');
    expect(clock.now).toBe(0);
  });

  it('pauses for as long as it is told', async () => {
    const clock = new VirtualClock();
    await clock.settle(pause(250, { clock }));
    expect(clock.now).toBe(250);
  });

  it('ends a pause that is cancelled', async () => {
    const clock = new VirtualClock();
    const controller = new AbortController();
    const pausing = pause(250, { clock, signal: controller.signal });
    controller.abort();
    expect(await faultOf(pausing)).toBe('cancelled');
  });

  it('uses the browser timers outside tests', async () => {
    const cleared = realClock.setTimeout(() => expect.fail('was cleared'), 0);
    realClock.clearTimeout(cleared);
    await new Promise<void>((resolve) => {
      realClock.setTimeout(resolve, 0);
    });
  });
});
