import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { diffOf } from '../../../src/guidance/guides/diff.ts';
import { allPaths, type Path } from '../../../src/guidance/guides/paths.ts';
import { tableOf, type GuideTable } from '../../../src/guidance/guides/table.ts';

const before: GuideTable = {
  id: 'g',
  initial: 'a',
  transitions: { a: { yes: 'end', no: 'b' }, b: { yes: 'end', no: 'other' } },
  outcomes: ['end', 'other'],
};

const said = ({ steps, end }: Path): string =>
  `${steps.map(({ question, answer }) => `${question}=${answer}`).join(' ')} → ${end}`;

const summary = (after: GuideTable) => {
  const { pairs, added, removed } = diffOf(before, after);
  return {
    pairs: pairs.map((pair) => `${said(pair.before)} | ${said(pair.after)}`),
    added: added.map(said),
    removed: removed.map(said),
  };
};

describe('two editions of a guide', () => {
  it.each(GUIDES.map((machine) => [machine.id, machine] as const))(
    '%s and itself: every situation is one pair, nothing is new or gone',
    (_, machine) => {
      const table = tableOf(machine);
      const { pairs, added, removed } = diffOf(table, table);
      expect(pairs).toHaveLength(allPaths(table).length);
      expect(pairs.every((pair) => said(pair.before) === said(pair.after))).toBe(true);
      expect([added, removed]).toEqual([[], []]);
    },
  );

  it('show a situation that ends elsewhere now', () => {
    const after = {
      ...before,
      transitions: { ...before.transitions, b: { yes: 'other', no: 'other' } },
    };
    expect(summary(after).pairs).toContain('a=no b=yes → end | a=no b=yes → other');
  });

  it('match a situation from which a question was taken away', () => {
    const after = { ...before, transitions: { a: { yes: 'end', no: 'other' } } };
    const { pairs, added, removed } = summary(after);
    expect(pairs).toEqual([
      'a=yes → end | a=yes → end',
      'a=no b=yes → end | a=no → other',
      'a=no b=no → other | a=no → other',
    ]);
    expect([added, removed]).toEqual([[], []]);
  });

  it('match a situation to which a question was added', () => {
    const after = {
      ...before,
      transitions: {
        ...before.transitions,
        a: { yes: 'c', no: 'b' },
        c: { yes: 'end', no: 'other' },
      },
    };
    const { pairs, added, removed } = summary(after);
    expect(pairs).toContain('a=yes → end | a=yes c=yes → end');
    expect(pairs).toContain('a=yes → end | a=yes c=no → other');
    expect([added, removed]).toEqual([[], []]);
  });

  it('name the situations of an answer that is new or gone', () => {
    const after = {
      ...before,
      transitions: { ...before.transitions, b: { yes: 'end', maybe: 'other' } },
    };
    expect(summary(after)).toMatchObject({
      added: ['a=no b=maybe → other'],
      removed: ['a=no b=no → other'],
    });
  });
});
