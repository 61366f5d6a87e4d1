/**
 * Floor: readers, Sony RC-S300: pseudo-APDUs and their data objects (PC/SC part 3, transparent session).
 * Below: bytes. Above: transparent-session.
 * It does not know USB. Pure. The zeros at the end of a pseudo-APDU are its own Le: they are outside the
 * 95 object, so nothing is ever appended to a frame for the card. Source: docs/protocol-sources.md 2, 7.
 */
import { type Bytes, bytes, concat, littleEndian, octetAt, readUint16 } from '../../bytes/bytes.ts';

/** Octet by which a transparent session is managed. */
export const MANAGE = { start: 0x81, end: 0x82, rfOff: 0x83, rfOn: 0x84 } as const;

/** Layers of the Type B radio that the reader may be asked to run. */
export type Layer = 0x02 | 0x03 | 0x04;

const TYPE_B = 0x01;

/** One data object of an answer. */
export interface DataObject {
  readonly tag: number;
  readonly value: Bytes;
}

/** Manages the session or the field. */
export function manageSession(action: number): Bytes {
  return bytes(0xff, 0x50, 0x00, 0x00, 0x02, action, 0x00, 0x00);
}

/** Switches the radio to Type B, with the reader running the given layer. */
export function switchProtocol(layer: Layer): Bytes {
  return bytes(0xff, 0x50, 0x00, 0x02, 0x04, 0x8f, 0x02, TYPE_B, layer, 0x00);
}

/** Sends a frame over the air; `waitMs` goes as microseconds. */
export function transceive(frame: Uint8Array, waitMs: number): Bytes {
  const micros = littleEndian(Math.ceil(waitMs) * 1000, 4);
  const objects = concat(
    bytes(0x5f, 0x46, 0x04),
    micros,
    bytes(0x95, 0x82, frame.length >> 8, frame.length),
    frame,
  );
  const length = [0x00, objects.length >> 8, objects.length];
  return concat(bytes(0xff, 0x50, 0x00, 0x01, ...length), objects, bytes(0x00, 0x00, 0x00));
}

/**
 * Reads the objects of an answer that ends in 9000.
 * Lengths above 127 come as BER from some readers and as a plain octet from others: whichever reading ends
 * exactly at the end is right.
 * @returns undefined when neither does, or the answer does not end in 9000.
 */
export function readObjects(payload: Bytes): DataObject[] | undefined {
  const end = payload.length - 2;
  if (end < 0 || readUint16(payload, end) !== 0x9000) return undefined;
  const objects = payload.slice(0, end);
  return walk(objects, berLength) ?? walk(objects, plainLength);
}

type LengthReader = (
  data: Uint8Array,
  at: number,
) => { readonly length: number; readonly at: number };

function walk(data: Bytes, readLength: LengthReader): DataObject[] | undefined {
  const found: DataObject[] = [];
  for (let at = 0; at < data.length;) {
    const isLongTag = (octetAt(data, at) & 0x1f) === 0x1f;
    const tag = isLongTag ? readUint16(data, at) : octetAt(data, at);
    const value = readLength(data, at + (isLongTag ? 2 : 1));
    const end = value.at + value.length;
    if (end > data.length) return undefined;
    found.push({ tag, value: data.slice(value.at, end) });
    at = end;
  }
  return found;
}

const plainLength: LengthReader = (data, at) => ({ length: octetAt(data, at), at: at + 1 });

const berLength: LengthReader = (data, at) => {
  const first = octetAt(data, at);
  if (first === 0x81) return { length: octetAt(data, at + 1), at: at + 2 };
  if (first === 0x82) return { length: readUint16(data, at + 1), at: at + 3 };
  return plainLength(data, at);
};
