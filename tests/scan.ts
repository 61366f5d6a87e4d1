// Reads a QR code from its drawing, as a camera would: paints the path in pixels and looks at them.
import { decodeQR } from 'qr/decode.js';
import type { QrDrawing } from '../src/site/qr.ts';

/** Pixels of a module. */
const SCALE = 4;

/** The text in a code. @throws Error if no code can be read. */
export function scan({ size, path }: QrDrawing): string {
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const from = (row * width + Number(x) * SCALE) * 4;
      for (let at = from; at < from + Number(run) * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return decodeQR({ width, height: width, data }, { effort: Infinity, timeLimit: Infinity });
}
