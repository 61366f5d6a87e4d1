import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrDrawing } from '../../../src/site/qr.ts';
import { scan } from '../../scan.ts';

const address = fc
  .array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789-/?=&.')), {
    maxLength: 150,
  })
  .map((letters) => `https://help.example.lg.jp/${letters.join('')}`);

describe('the drawing of a QR code', () => {
  it('is read back as the address it was made of', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(scan(qrDrawing(text))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves four light modules on each side, as scanners need', () => {
    const { size, path } = qrDrawing('https://example.jp/guides/');
    const dark = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => ({
      from: Number(x),
      to: Number(x) + Number(run),
      row: Number(y),
    }));
    expect(Math.min(...dark.map(({ from }) => from))).toBe(4);
    expect(Math.max(...dark.map(({ to }) => to))).toBe(size - 4);
    expect(Math.min(...dark.map(({ row }) => row))).toBe(4);
    expect(Math.max(...dark.map(({ row }) => row))).toBe(size - 5);
    expect(path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
  });
});
