import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { allPaths, longestPath } from '../../../src/guidance/guides/paths.ts';
import { reportOf } from '../../../src/guidance/guides/report.ts';
import { tableOf, type GuideTable } from '../../../src/guidance/guides/table.ts';

const small: GuideTable = {
  id: 'small',
  initial: 'a',
  transitions: { a: { yes: 'end', no: 'b' }, b: { yes: 'end', no: 'other' } },
  outcomes: ['end', 'other', 'nobody'],
};

describe('the report of a guide', () => {
  it('counts paths, questions and outcomes', () => {
    expect(reportOf(small)).toMatchObject({
      guide: 'small',
      questions: 2,
      paths: 3,
      longest: 2,
      mean: 5 / 3,
    });
  });

  it('lists every outcome with the situations that lead there', () => {
    expect(reportOf(small).outcomes).toEqual([
      {
        outcome: 'end',
        situations: [
          [{ question: 'a', answer: 'yes' }],
          [
            { question: 'a', answer: 'no' },
            { question: 'b', answer: 'yes' },
          ],
        ],
      },
      {
        outcome: 'other',
        situations: [
          [
            { question: 'a', answer: 'no' },
            { question: 'b', answer: 'no' },
          ],
        ],
      },
      { outcome: 'nobody', situations: [] },
    ]);
  });

  it.each(GUIDES.map((machine) => [machine.id, machine] as const))(
    'of %s leaves no path out',
    (_, machine) => {
      const table = tableOf(machine);
      const { paths, longest, outcomes } = reportOf(table);
      expect(paths).toBe(allPaths(table).length);
      expect(longest).toBe(longestPath(table));
      expect(outcomes.flatMap(({ situations }) => situations)).toHaveLength(paths);
    },
  );
});
