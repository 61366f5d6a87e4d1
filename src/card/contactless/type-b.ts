/**
 * Floor: contactless. Below: bytes, radio. Above: readers.
 * It does not know readers or APDUs. The PUPI passes through `attrib` and is kept nowhere.
 * Source: ISO/IEC 14443-3 Type B (REQB, ATQB, ATTRIB); docs/protocol-sources.md 5.
 */
import { type Bytes, bytes, concat, octetAt } from '../bytes/bytes.ts';
import { CardFault } from '../fault.ts';
import type { Radio } from './radio.ts';

/** REQB to every family, one slot, extended ATQB understood. */
export const REQB = bytes(0x05, 0x00, 0x10);
/** WUPB: as REQB, and wakes halted cards too. */
export const WUPB = bytes(0x05, 0x00, 0x18);

/** Milliseconds to wait for ATQB and for the answer to ATTRIB. */
export const ACTIVATION_WAIT_MS = 30;

/** What the block protocol needs to know of a card. */
export interface BlockParameters {
  /** Largest frame the card takes (FSC), in octets, with one PCB and two CRC octets: 16 to 256. */
  readonly frameSize: number;
  /** Frame waiting time in milliseconds, tolerance included. */
  readonly waitMs: number;
}

const FRAME_SIZES = [16, 24, 32, 40, 48, 64, 96, 128, 256] as const;
const CARRIER_KHZ = 13_560;
const TOLERANCE_MS = 49_152 / CARRIER_KHZ;
/** FWI 15 is reserved; the standard's default stands for it. */
const DEFAULT_FWI = 4;
const SPEAKS_BLOCKS = 0x01;

/**
 * Reads the three octets of ATQB protocol info.
 * @returns undefined when the card does not speak ISO/IEC 14443-4.
 */
export function blockParameters(protocolInfo: Uint8Array): BlockParameters | undefined {
  const sizeAndType = octetAt(protocolInfo, 1);
  if (protocolInfo.length < 3 || (sizeAndType & SPEAKS_BLOCKS) === 0) return undefined;
  const fwi = octetAt(protocolInfo, 2) >> 4;
  const waitMs = (4096 / CARRIER_KHZ) * 2 ** (fwi === 15 ? DEFAULT_FWI : fwi);
  return { frameSize: FRAME_SIZES[sizeAndType >> 4] ?? 256, waitMs: waitMs + TOLERANCE_MS };
}

/** ATTRIB for the card of an ATQB: 256-octet frames, 106 kbit/s both ways, no CID. */
export function attrib(atqb: Uint8Array): Bytes {
  return concat(
    bytes(0x1d),
    atqb.subarray(1, 5),
    bytes(0x00, 0x08, octetAt(atqb, 10) & 0x0f, 0x00),
  );
}

/** True for an ATQB, basic (12 octets) or extended (13). */
export function isAtqb(frame: Uint8Array): boolean {
  return (frame.length === 12 || frame.length === 13) && frame[0] === 0x50;
}

/**
 * Looks once for a Type B card and makes it ready for blocks.
 * @param request REQB or WUPB.
 * @returns its parameters; undefined when nothing usable answered (no card, two cards, a moving card).
 * @throws CardFault `not-my-number-card` when the card answers but does not speak blocks.
 */
export async function activateTypeB(
  radio: Radio,
  request: Bytes,
): Promise<BlockParameters | undefined> {
  const answer = await radio.exchange(request, ACTIVATION_WAIT_MS);
  if (answer.kind !== 'frame' || !isAtqb(answer.frame)) return undefined;
  const parameters = blockParameters(answer.frame.subarray(9, 12));
  if (parameters === undefined) throw new CardFault('not-my-number-card', 'no ISO/IEC 14443-4');
  const accepted = await radio.exchange(attrib(answer.frame), ACTIVATION_WAIT_MS);
  return accepted.kind === 'frame' && accepted.frame.length >= 1 ? parameters : undefined;
}
