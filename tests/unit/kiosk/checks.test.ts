import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTENT_AGE,
  contentDays,
  isCode,
  judgeClock,
  judgeContent,
  judgeOffline,
  judgeReaders,
  judgeScreen,
  judgeTouch,
} from '../../../src/kiosk/staff/checks.ts';
import { DEFAULT_SETTINGS } from '../../../src/kiosk/settings.ts';

describe('the checks of the staff page', () => {
  it('count the content’s age by days in Japan', () => {
    expect(contentDays('2026-11-22', new Date('2026-11-22T14:59:59Z'))).toBe(0);
    expect(contentDays('2026-11-22', new Date('2026-11-22T15:00:00Z'))).toBe(1);
    expect(contentDays('2026-11-22', new Date('2020-01-01T00:00:00Z'))).toBeLessThan(0);
  });

  it('never judge older content better', () => {
    const rank = { good: 0, look: 1, bad: 2 };
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 3000 }), fc.nat(3000), (days, more) => {
        expect(rank[judgeContent(days + more)]).toBeGreaterThanOrEqual(rank[judgeContent(days)]);
      }),
    );
    expect(judgeContent(CONTENT_AGE.look - 1)).toBe('good');
    expect(judgeContent(CONTENT_AGE.look)).toBe('look');
    expect(judgeContent(CONTENT_AGE.bad)).toBe('bad');
  });

  it('call a clock wrong only when it must be', () => {
    expect([judgeClock(-1), judgeClock(0), judgeClock(400), judgeClock(4000)]).toEqual([
      'bad',
      'good',
      'good',
      'bad',
    ]);
  });

  it('tell what is there from what has been proven', () => {
    expect(judgeScreen(DEFAULT_SETTINGS)).toBe('look');
    expect(judgeScreen({ ...DEFAULT_SETTINGS, pixelsPerMm: 5.6 })).toBe('good');
    expect([judgeTouch(0, false), judgeTouch(5, false), judgeTouch(5, true)]).toEqual([
      'bad',
      'look',
      'good',
    ]);
    expect([judgeReaders(undefined), judgeReaders([]), judgeReaders(['x'])]).toEqual([
      'bad',
      'look',
      'good',
    ]);
    expect([
      judgeOffline(undefined, false),
      judgeOffline(250, false),
      judgeOffline(250, true),
    ]).toEqual(['bad', 'look', 'good']);
  });

  it('open to the operator’s code only, as sha256sum writes it', async () => {
    const hash = createHash('sha256').update('2580').digest('hex');
    expect(await isCode('2580', hash)).toBe(true);
    for (const other of ['', '258', '2581', '02580', '2580\n']) {
      expect([other, await isCode(other, hash)]).toEqual([other, false]);
    }
  });
});
