/**
 * Floor: certificate. Below: bytes. Above: validity, read.
 * It does not know X.509. It reads one DER value at a time and never looks outside the octets given.
 * Source: X.690 sections 8.1 and 10.1 (definite, shortest lengths only).
 */
import { type Bytes, octetAt } from '../bytes/bytes.ts';

/** One DER value: its identifier octet, its content, and the octets it takes in all. */
export interface DerValue {
  readonly tag: number;
  readonly content: Bytes;
  readonly size: number;
}

/** Universal tags used here. */
export const TAG = {
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  explicit0: 0xa0,
} as const;

const CONSTRUCTED = 0x20;
const DEEPEST = 24;

/** Reads the value at the head of `data`; undefined when there is no well-formed one. */
export function readValue(data: Bytes): DerValue | undefined {
  const tag = data[0];
  const length = readLength(data);
  if (tag === undefined || (tag & 0x1f) === 0x1f || length === undefined) return undefined;
  const size = length.at + length.value;
  if (size > data.length) return undefined;
  return { tag, content: data.subarray(length.at, size), size };
}

/** Reads the values that fill `data` exactly; undefined when they do not. */
export function readValues(data: Bytes): DerValue[] | undefined {
  const values: DerValue[] = [];
  for (let at = 0; at < data.length;) {
    const value = readValue(data.subarray(at));
    if (value === undefined) return undefined;
    values.push(value);
    at += value.size;
  }
  return values;
}

/** True when `data` is one DER value and nothing else, well-formed at every depth (24 at most). */
export function isOneDerValue(data: Bytes): boolean {
  const values = readValues(data);
  return values !== undefined && values.length === 1 && areWellFormed(values, DEEPEST);
}

function areWellFormed(values: readonly DerValue[], depth: number): boolean {
  return values.every((value) => {
    if ((value.tag & CONSTRUCTED) === 0) return true;
    const inner = depth > 0 ? readValues(value.content) : undefined;
    return inner !== undefined && areWellFormed(inner, depth - 1);
  });
}

function readLength(data: Bytes): { value: number; at: number } | undefined {
  const first = data[1];
  if (first === undefined) return undefined;
  if (first < 0x80) return { value: first, at: 2 };
  const count = first & 0x7f;
  if (count === 0 || count > 3 || data.length < 2 + count) return undefined;
  let value = 0;
  for (let at = 2; at < 2 + count; at += 1) value = value * 256 + octetAt(data, at);
  const isShortest = value >= 0x80 && value >= 256 ** (count - 1);
  return isShortest ? { value, at: 2 + count } : undefined;
}
