/**
 * Floor: readers, CCID, its lowest: bulk messages. Below: bytes. Above: slot.
 * It does not know cards or descriptors. Pure. PC_to_RDR_Secure (69), which makes a pinpad ask for a PIN, is
 * not in the table and cannot be built. Source: USB CCID rev 1.1 section 6; docs/protocol-sources.md 8.
 */
import {
  type Bytes,
  bytes,
  concat,
  littleEndian,
  octetAt,
  readLittleEndian,
} from '../../bytes/bytes.ts';

/** Host to reader messages that this page sends. */
export const COMMAND = {
  setParameters: 0x61,
  iccPowerOn: 0x62,
  iccPowerOff: 0x63,
  getSlotStatus: 0x65,
  xfrBlock: 0x6f,
} as const;

/** One of the message types above. */
export type Command = (typeof COMMAND)[keyof typeof COMMAND];

const HEADER_LENGTH = 10;
const LONGEST_BODY = 1024;
/** Reader to host message types: DataBlock, SlotStatus, Parameters. */
const ANSWERS = [0x80, 0x81, 0x82];

/** One received message; `size` is how many octets it takes. */
export interface Message {
  readonly sequence: number;
  /** bmICCStatus: 0 active, 1 present and inactive, 2 absent. */
  readonly card: number;
  /** bmCommandStatus. */
  readonly outcome: 'done' | 'failed' | 'more-time';
  /** bError, or the multiplier of a time extension. */
  readonly error: number;
  /** bChainParameter of a DataBlock. */
  readonly chain: number;
  readonly body: Bytes;
  readonly size: number;
}

/** Makes a message for slot 0; `specific` are header octets 7 to 9. */
export function encodeMessage(
  command: Command,
  sequence: number,
  body: Uint8Array = bytes(),
  specific: readonly [number, number, number] = [0, 0, 0],
): Bytes {
  const length = littleEndian(body.length, 4);
  return concat(bytes(command, ...length, 0x00, sequence, ...specific), body);
}

/** Reads one message from the head of what arrived. */
export function decodeMessage(received: Bytes): Message | 'incomplete' | 'garbage' {
  if (received.length > 0 && !ANSWERS.includes(octetAt(received, 0))) return 'garbage';
  if (received.length < HEADER_LENGTH) return 'incomplete';
  const length = readLittleEndian(received, 1, 4);
  if (length > LONGEST_BODY) return 'garbage';
  const size = HEADER_LENGTH + length;
  if (received.length < size) return 'incomplete';
  const status = octetAt(received, 7);
  return {
    sequence: octetAt(received, 6),
    card: status & 0x03,
    outcome: (['done', 'failed', 'more-time', 'failed'] as const)[status >> 6] ?? 'failed',
    error: octetAt(received, 8),
    chain: octetAt(received, 9),
    body: received.slice(HEADER_LENGTH, size),
    size,
  };
}
