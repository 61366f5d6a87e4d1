import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysUntil } from '../../../src/guidance/dates/japan-day.ts';
import { movingDeadlines } from '../../../src/guidance/dates/moving.ts';
import { anyDay, RULES } from './days.ts';

const deadlines = (move: Parameters<typeof movingDeadlines>[0]) =>
  Object.fromEntries(movingDeadlines(move, RULES.moving).map(({ id, day }) => [id, day]));

describe('deadlines of a move', () => {
  it('count the day of the move as the first day', () => {
    expect(deadlines({ moved: '2027-04-01' })).toEqual({
      notice: '2027-04-14',
      'notice-by-card': '2027-04-14',
      'continued-use': '2027-06-29',
    });
  });

  it('count from the days that are known', () => {
    expect(
      deadlines({ moved: '2027-04-01', planned: '2027-03-10', notified: '2027-04-05' }),
    ).toEqual({
      notice: '2027-04-14',
      'notice-by-card': '2027-04-08',
      'continued-use': '2027-07-03',
    });
  });

  it('say which day was assumed', () => {
    const assumed = movingDeadlines({ moved: '2027-04-01' }, RULES.moving);
    expect(assumed.map((deadline) => deadline.assumed)).toEqual([false, true, true]);
    const known = movingDeadlines(
      { moved: '2027-04-01', planned: '2027-04-01', notified: '2027-04-01' },
      RULES.moving,
    );
    expect(known.some((deadline) => deadline.assumed)).toBe(false);
  });

  it('are never later than counting with the first day left out', () => {
    fc.assert(
      fc.property(
        anyDay('2016-01-01', '2060-12-31'),
        anyDay('2016-01-01', '2060-12-31'),
        (moved, planned) => {
          const all = movingDeadlines({ moved, planned }, RULES.moving);
          for (const { from, days, day } of all) expect(daysUntil(from, day)).toBeLessThan(days);
          const [notice, byCard] = all;
          expect((byCard?.day ?? '') <= (notice?.day ?? '')).toBe(true);
        },
      ),
    );
  });
});
