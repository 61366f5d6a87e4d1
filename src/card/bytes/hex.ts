/**
 * Floor: bytes. Below: nothing. Above: tables written in hex, tests.
 * It does not know what any byte means.
 */
import type { Bytes } from './bytes.ts';

/** Upper-case hex without separators: `[0, 164]` → `"00A4"`. */
export function toHex(data: Uint8Array): string {
  let digits = '';
  for (const octet of data) digits += (octet < 16 ? '0' : '') + octet.toString(16);
  return digits.toUpperCase();
}

/**
 * Octets from hex digits; spaces are ignored.
 * @throws RangeError when the text is not an even number of hex digits.
 */
export function fromHex(text: string): Bytes {
  const digits = text.replaceAll(/\s/gu, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/iu.test(digits)) throw new RangeError('not hex');
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
}
