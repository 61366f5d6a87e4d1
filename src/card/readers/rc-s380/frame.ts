/**
 * Floor: readers, Sony RC-S380 (NFC Port-100), its lowest: frames. Below: bytes. Above: chipset.
 * It does not know what commands mean. Pure: octets in, octets out. Source: docs/protocol-sources.md 6.
 */
import {
  type Bytes,
  bytes,
  concat,
  equal,
  readLittleEndian,
  startsWith,
} from '../../bytes/bytes.ts';

/** The acknowledgement, either way. From the host it also cancels a running command. */
export const ACK = bytes(0x00, 0x00, 0xff, 0x00, 0xff, 0x00);

const START = bytes(0x00, 0x00, 0xff, 0xff, 0xff);
const HEADER_LENGTH = 8;
const TRAILER_LENGTH = 2;
/** Longest data the reader sends: 290 octets of frame, rounded up. */
const LONGEST_DATA = 512;

/** What stands at the head of received octets, and how many it takes. */
export type Received =
  | { readonly kind: 'ack' | 'error' | 'garbage'; readonly size: number }
  | { readonly kind: 'data'; readonly data: Bytes; readonly size: number }
  | { readonly kind: 'incomplete' };

/** Wraps data in a frame. */
export function encodeFrame(data: Uint8Array): Bytes {
  const length = bytes(data.length & 0xff, data.length >> 8);
  return concat(START, length, bytes(checksum(length)), data, bytes(checksum(data), 0x00));
}

/** Reads one frame from the head of what a transfer brought. */
export function decodeFrame(received: Bytes): Received {
  if (received.length < START.length) return { kind: 'incomplete' };
  if (startsWith(received, ACK)) return { kind: 'ack', size: ACK.length };
  if (equal(received, START)) return { kind: 'error', size: START.length };
  if (!startsWith(received, START)) {
    const mayBecomeAck = startsWith(ACK, received);
    return mayBecomeAck ? { kind: 'incomplete' } : { kind: 'garbage', size: received.length };
  }
  return decodeData(received);
}

function decodeData(received: Bytes): Received {
  if (received.length < HEADER_LENGTH) return { kind: 'incomplete' };
  const length = readLittleEndian(received, 5, 2);
  const size = HEADER_LENGTH + length + TRAILER_LENGTH;
  const header = received.subarray(5, HEADER_LENGTH);
  const garbage = { kind: 'garbage', size: received.length } as const;
  if (sum(header) !== 0 || length > LONGEST_DATA) return garbage;
  if (received.length < size) return { kind: 'incomplete' };
  const isWhole = sum(received.subarray(HEADER_LENGTH, size - 1)) === 0 && received[size - 1] === 0;
  const data = received.slice(HEADER_LENGTH, HEADER_LENGTH + length);
  return isWhole ? { kind: 'data', data, size } : garbage;
}

function sum(octets: Uint8Array): number {
  return octets.reduce((total, octet) => (total + octet) & 0xff, 0);
}

function checksum(octets: Uint8Array): number {
  return -sum(octets) & 0xff;
}
