/**
 * Floor: sample, a second witness. Below: bytes. Above: sample/certificate, tests.
 * It does not know the decoder that reads what it writes, and shares no code with it.
 * Source: X.690 (DER), RFC 5280 for the two forms of time.
 */
import { type Bytes, bytes, concat } from '../bytes/bytes.ts';

const text = new TextEncoder();

/** One value: identifier octet, shortest length, content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Bytes {
  const body = concat(...content);
  return concat(bytes(tag, ...lengthOctets(body.length)), body);
}

/** SEQUENCE. */
export const sequence = (...parts: Uint8Array[]): Bytes => der(0x30, ...parts);

/** SET. */
export const set = (...parts: Uint8Array[]): Bytes => der(0x31, ...parts);

/** INTEGER from its two's complement octets. */
export const integer = (...octets: number[]): Bytes => der(0x02, bytes(...octets));

/** BOOLEAN TRUE. */
export const trueValue = (): Bytes => der(0x01, bytes(0xff));

/** NULL. */
export const nullValue = (): Bytes => der(0x05);

/** BIT STRING with a number of unused bits in its last octet. */
export const bitString = (unused: number, content: Uint8Array): Bytes =>
  der(0x03, bytes(unused), content);

/** OCTET STRING. */
export const octetString = (content: Uint8Array): Bytes => der(0x04, content);

/** PrintableString. */
export const printable = (value: string): Bytes => der(0x13, Uint8Array.from(text.encode(value)));

/** UTF8String. */
export const utf8 = (value: string): Bytes => der(0x0c, Uint8Array.from(text.encode(value)));

/** IA5String under a context tag, as GeneralName URIs have it. */
export const uriName = (value: string): Bytes => der(0x86, Uint8Array.from(text.encode(value)));

/** UTCTime from its digits, such as `270401145959Z`. */
export const utcTime = (digits: string): Bytes => der(0x17, Uint8Array.from(text.encode(digits)));

/** OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, bytes(...[first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const groups = [arc & 0x7f];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    groups.unshift(0x80 | (left & 0x7f));
  }
  return groups;
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
