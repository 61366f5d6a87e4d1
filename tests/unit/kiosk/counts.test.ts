import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearCounts,
  countFailedSearch,
  countOutcome,
  countsCsv,
  FAILED_SEARCH,
  KEPT_DAYS,
  readCounts,
} from '../../../src/kiosk/counts.ts';
import { memoryStorage } from './storage.ts';

const at = (text: string) => new Date(text);

describe('the counts of a help screen', () => {
  it('count outcomes and failed searches by the day in Japan', () => {
    const storage = memoryStorage();
    countOutcome(storage, 'locked-pin/counter', at('2026-11-22T14:59:59Z'));
    countOutcome(storage, 'locked-pin/counter', at('2026-11-22T15:00:00Z'));
    countOutcome(storage, 'locked-pin/counter', at('2026-11-23T01:00:00Z'));
    countFailedSearch(storage, at('2026-11-22T01:00:00Z'));
    expect(readCounts(storage)).toEqual([
      { day: '2026-11-22', id: 'locked-pin/counter', times: 1 },
      { day: '2026-11-22', id: FAILED_SEARCH, times: 1 },
      { day: '2026-11-23', id: 'locked-pin/counter', times: 2 },
    ]);
  });

  it('hold nothing but days, ids and numbers, whatever they are given', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const storage = memoryStorage();
        countOutcome(storage, id, at('2026-11-22T01:00:00Z'));
        const text = storage.getItem('kiosk.counts') ?? '';
        expect(text).toMatch(/^$|^\{"2026-11-22":\{"[a-z0-9/-]+":1\}\}$/);
      }),
    );
    const storage = memoryStorage();
    countOutcome(storage, '山田太郎', at('2026-11-22T01:00:00Z'));
    countOutcome(storage, 'locked-pin/counter?which=signature', at('2026-11-22T01:00:00Z'));
    expect(storage.length).toBe(0);
  });

  it('go on after a damaged storage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const storage = memoryStorage();
        storage.setItem('kiosk.counts', text);
        countOutcome(storage, 'expiry/wait', at('2026-11-22T01:00:00Z'));
        expect(readCounts(storage)).toContainEqual({
          day: '2026-11-22',
          id: 'expiry/wait',
          times: expect.any(Number) as number,
        });
      }),
    );
  });

  it('let the oldest days go', () => {
    const storage = memoryStorage();
    const first = Date.UTC(2026, 0, 1);
    for (let day = 0; day < KEPT_DAYS + 3; day += 1) {
      countOutcome(storage, 'expiry/wait', new Date(first + day * 86_400_000));
    }
    const days = readCounts(storage).map(({ day }) => day);
    expect([days.length, days[0]]).toEqual([KEPT_DAYS, '2026-01-04']);
  });

  it('never disturb a visitor when the storage is full', () => {
    expect(() => countOutcome(memoryStorage(true), 'expiry/wait')).not.toThrow();
  });

  it('leave as CSV, and can be cleared', () => {
    const storage = memoryStorage();
    countOutcome(storage, 'expiry/wait', at('2026-11-22T01:00:00Z'));
    expect(countsCsv(readCounts(storage))).toBe('day,id,times\r\n2026-11-22,expiry/wait,1\r\n');
    clearCounts(storage);
    expect(storage.length).toBe(0);
  });
});
