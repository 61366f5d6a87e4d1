import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  goBack,
  goOn,
  LONGEST_WAY,
  START,
  type Screen,
  type Way,
} from '../../../src/kiosk/session/screens.ts';

const screen = fc.oneof(
  fc.constantFrom<Screen>({ kind: 'card' }, { kind: 'staff' }, { kind: 'kana' }),
  fc.webPath().map((path): Screen => ({ kind: 'page', path })),
);

const walk = (screens: readonly Screen[]): Way =>
  screens.reduce<Way>((way, next, index) => goOn(way, next, index), START);

describe('the way through the screens', () => {
  it('Back undoes one step, and leads to the beginning in the end', () => {
    fc.assert(
      fc.property(fc.array(screen, { maxLength: 40 }), (screens) => {
        const way = walk(screens);
        const further = goOn(way, { kind: 'display' }, 7);
        expect(goBack(further).map((visited) => visited.screen)).toEqual(
          way.map((visited) => visited.screen),
        );
        expect(goBack(further).at(-1)?.top).toBe(7);
        let back = further;
        for (let step = 0; step < 50; step += 1) back = goBack(back);
        expect(back.map((visited) => visited.screen)).toEqual([{ kind: 'tiles' }]);
      }),
    );
  });

  it('never grows beyond its limit, and keeps its beginning', () => {
    fc.assert(
      fc.property(fc.array(screen, { minLength: 150, maxLength: 200 }), (screens) => {
        const way = walk(screens);
        expect(way.length).toBeLessThanOrEqual(LONGEST_WAY);
        expect(way[0]).toEqual(START[0]);
        expect(way.at(-1)?.screen).toEqual(screens.at(-1));
      }),
      { numRuns: 20 },
    );
  });

  it('remembers the answer chosen on the screen that is left', () => {
    const asked: Screen = { kind: 'page', path: '/guides/expiry/age/' };
    const answered: Screen = { ...asked, answers: { age: 'adult' } };
    const way = goOn(goOn(START, asked, 0), { kind: 'card' }, 3, answered);
    expect(goBack(way).at(-1)).toEqual({ screen: answered, top: 3 });
  });
});
