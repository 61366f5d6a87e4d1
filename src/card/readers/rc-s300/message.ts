/**
 * Floor: readers, Sony RC-S300, its lowest: messages of the vendor interface, framed as CCID Escape. Below:
 * bytes. Above: transparent-session.
 * It does not know what is in a message. Pure. Source: docs/protocol-sources.md 7.
 */
import {
  type Bytes,
  bytes,
  concat,
  littleEndian,
  octetAt,
  readLittleEndian,
} from '../../bytes/bytes.ts';

const REQUEST = 0x6b;
const RESPONSE = 0x83;
const HEADER_LENGTH = 10;
/** The reader's longest message is 522 octets (its CCID descriptor); anything beyond is nonsense. */
const LONGEST_PAYLOAD = 1024;

/** One received message; `size` is how many octets it takes. */
export interface Message {
  readonly sequence: number;
  readonly status: number;
  readonly payload: Bytes;
  readonly size: number;
}

/** Wraps a payload; the sequence number is taken modulo 256. */
export function encodeMessage(payload: Uint8Array, sequence: number): Bytes {
  const header = [REQUEST, ...littleEndian(payload.length, 4), 0x00, sequence, 0x00, 0x00, 0x00];
  return concat(bytes(...header), payload);
}

/** Reads one message from the head of what arrived. */
export function decodeMessage(received: Bytes): Message | 'incomplete' | 'garbage' {
  if (received.length > 0 && received[0] !== RESPONSE) return 'garbage';
  if (received.length < HEADER_LENGTH) return 'incomplete';
  const length = readLittleEndian(received, 1, 4);
  if (length > LONGEST_PAYLOAD) return 'garbage';
  const size = HEADER_LENGTH + length;
  if (received.length < size) return 'incomplete';
  return {
    sequence: octetAt(received, 6),
    status: octetAt(received, 7),
    payload: received.slice(HEADER_LENGTH, size),
    size,
  };
}
