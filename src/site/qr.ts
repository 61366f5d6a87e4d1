// Floor: site. A QR code as one SVG path: each run of dark modules in a row is a rectangle.
import { encodeQR } from 'qr';

/** Light modules that must surround the code (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

export interface QrDrawing {
  /** Width and height in modules, quiet zone included. */
  readonly size: number;
  /** The dark modules, as the `d` of an SVG path. */
  readonly path: string;
}

/** The code of `text` at error correction level M. @throws Error if the text is longer than a code holds. */
export function qrDrawing(text: string): QrDrawing {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: QUIET });
  const path = modules
    .map((line, row) => {
      const bits = line.map((dark) => (dark ? '1' : '0')).join('');
      return [...bits.matchAll(/1+/g)]
        .map(({ index, 0: run }) => `M${index} ${row}h${run.length}v1h-${run.length}z`)
        .join('');
    })
    .join('');
  return { size: modules.length, path };
}
