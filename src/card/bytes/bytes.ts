/**
 * Floor: bytes, the ground floor of the card wing. Nothing below; everything above.
 * It does not know what any byte means. No standard: plain octet strings.
 */

/** An octet string that WebUSB accepts (never backed by shared memory). */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Makes an octet string from numbers; each is taken modulo 256. */
export function bytes(...octets: number[]): Bytes {
  return Uint8Array.of(...octets);
}

/** Joins octet strings, in order, into a new one. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** True when both hold the same octets. */
export function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, at) => octet === other[at]);
}

/** True when `whole` begins with `head`. */
export function startsWith(whole: Uint8Array, head: Uint8Array): boolean {
  return whole.length >= head.length && head.every((octet, at) => octet === whole[at]);
}

/** The octet at an index, or 0 past the end: for fields whose absence means zero. */
export function octetAt(data: Uint8Array, at: number): number {
  return data[at] ?? 0;
}

/** An unsigned number as `size` octets, least significant first. */
export function littleEndian(value: number, size: number): Bytes {
  return Uint8Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) % 256);
}

/** Reads `size` octets from `at`, least significant first; octets past the end count as 0. */
export function readLittleEndian(data: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let octet = size - 1; octet >= 0; octet -= 1)
    value = value * 256 + octetAt(data, at + octet);
  return value;
}

/** Reads two octets from `at`, most significant first; octets past the end count as 0. */
export function readUint16(data: Uint8Array, at: number): number {
  return octetAt(data, at) * 256 + octetAt(data, at + 1);
}

/** Printable ASCII as text; any other octet becomes `?`, so that no text is ever guessed. */
export function asciiText(data: Uint8Array): string {
  return Array.from(data, (octet) =>
    octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '?',
  ).join('');
}
