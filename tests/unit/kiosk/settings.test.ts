import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  LIMITS,
  readSettings,
  writeSettings,
} from '../../../src/kiosk/settings.ts';
import { memoryStorage } from './storage.ts';

const keep = (text: string): Storage => {
  const storage = memoryStorage();
  storage.setItem('kiosk.settings', text);
  return storage;
};

describe('the settings of a help screen', () => {
  it('are the defaults on a new device', () => {
    expect(readSettings(memoryStorage())).toEqual(DEFAULT_SETTINGS);
  });

  it('come back as they were written', () => {
    const number = ([min, max]: readonly [number, number]) => fc.double({ min, max, noNaN: true });
    const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const settings = fc.record(
      {
        pixelsPerMm: number(LIMITS.pixelsPerMm),
        print: fc.boolean(),
        idleSeconds: number(LIMITS.idleSeconds),
        warnSeconds: number(LIMITS.warnSeconds),
        office: id,
        guides: fc.array(id, { minLength: 1 }),
      },
      { requiredKeys: ['pixelsPerMm', 'print', 'idleSeconds', 'warnSeconds'] },
    );
    fc.assert(
      fc.property(settings, (written) => {
        const storage = memoryStorage();
        expect(writeSettings(storage, written)).toBe(true);
        expect(readSettings(storage)).toEqual(written);
      }),
    );
  });

  it('are usable whatever the storage holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { pixelsPerMm, idleSeconds, warnSeconds, print } = readSettings(keep(text));
        expect(pixelsPerMm).toBeGreaterThanOrEqual(1);
        expect(idleSeconds).toBeGreaterThanOrEqual(30);
        expect(warnSeconds).toBeGreaterThanOrEqual(20);
        expect(typeof print).toBe('boolean');
      }),
    );
  });

  it('keep the good values beside a damaged one', () => {
    const text = '{"pixelsPerMm":5.5,"idleSeconds":1,"print":"yes","office":"../x","guides":[]}';
    expect(readSettings(keep(text))).toEqual({ ...DEFAULT_SETTINGS, pixelsPerMm: 5.5 });
  });

  it('say when they could not be kept', () => {
    expect(writeSettings(memoryStorage(true), DEFAULT_SETTINGS)).toBe(false);
  });
});
