import { getSimplePaths } from 'xstate/graph';
import { createMachine, setup } from 'xstate';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { allPaths, longestPath, reachable } from '../../../src/guidance/guides/paths.ts';
import { replay, sheetOf } from '../../../src/guidance/guides/replay.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe.each(GUIDES.map((machine) => [machine.id, machine] as const))('guide %s', (_, machine) => {
  const table = tableOf(machine);
  const paths = allPaths(table);
  const states = [...Object.keys(table.transitions), ...table.outcomes];

  it('ends every path in an outcome', () => {
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter(({ end }) => !table.outcomes.includes(end))).toEqual([]);
  });

  it('reaches every state', () => {
    expect(states.filter((state) => !reachable(table).has(state))).toEqual([]);
  });

  it('asks at most seven questions', () => {
    expect(longestPath(table)).toBeLessThanOrEqual(7);
  });

  it('asks four questions or fewer on average', () => {
    const questions = paths.reduce((sum, { steps }) => sum + steps.length, 0);
    expect(questions / paths.length).toBeLessThanOrEqual(4);
  });

  it('offers 「わからない」 at every question', () => {
    const without = Object.entries(table.transitions).filter(([, answers]) => !answers['unknown']);
    expect(without).toEqual([]);
  });

  it('asks no question whose answer cannot matter', () => {
    const idle = Object.entries(table.transitions).filter(
      ([, answers]) => new Set(Object.values(answers)).size < 2,
    );
    expect(idle).toEqual([]);
  });

  it('has short, stable ids fit for an address', () => {
    const answers = Object.values(table.transitions).flatMap((on) => Object.keys(on));
    expect([...states, ...answers].filter((id) => !KEBAB.test(id))).toEqual([]);
    expect(states).not.toContain('index');
  });

  it('is the same to XState as to its table', () => {
    const walked = getSimplePaths(machine).filter(({ state }) => state.status === 'done');
    const summary = walked.map(({ steps }) =>
      steps
        .map(({ event }) => event.type)
        .slice(1)
        .join(),
    );
    expect(summary.sort()).toEqual(
      paths.map(({ steps }) => steps.map(({ answer }) => answer).join()).sort(),
    );
  });

  it('is found again from the address of any path', () => {
    for (const { steps, end } of paths) {
      expect(replay(table, sheetOf(steps))).toEqual({ steps, at: end, dropped: [] });
    }
  });
});

describe('the table of a machine', () => {
  it('refuses a machine that is more than data', () => {
    const guarded = setup({ guards: { never: () => false } }).createMachine({
      id: 'guarded',
      initial: 'a',
      states: { a: { on: { yes: { target: 'b', guard: 'never' } } }, b: { type: 'final' } },
    });
    expect(() => tableOf(guarded)).toThrow('not a plain target');
    const eager = createMachine({
      id: 'eager',
      initial: 'a',
      states: { a: { always: 'b' }, b: { type: 'final' } },
    });
    expect(() => tableOf(eager)).toThrow('always');
  });
});
