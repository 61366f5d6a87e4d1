/**
 * Floor: readers, CCID: what an ATR says of T=1. Below: bytes. Above: reader.
 * It does not know which card an ATR belongs to, and never asks: an ATR is no proof of anything.
 * Source: ISO/IEC 7816-3 section 8.2; docs/protocol-sources.md 1, 8.
 */
import { type Bytes, bytes, octetAt } from '../../bytes/bytes.ts';

/** T=1 as the card offers it. */
export interface BlockProtocol {
  /** IFSC: largest INF the card takes, in octets. */
  readonly informationSize: number;
  /** Octets for PC_to_RDR_SetParameters, protocol T=1. */
  readonly parameters: Bytes;
}

const DEFAULT_IFSC = 32;
const DEFAULT_WAITING = 0x4d;
const DEFAULT_SPEED = 0x11;
const MOST_INTERFACE_BYTES = 32;

/** Interface bytes by name: `TC1`, `TD1`, `TA3` … */
type InterfaceBytes = ReadonlyMap<string, number>;

/**
 * Reads what T=1 needs.
 * @returns undefined when the ATR is malformed or does not offer T=1: a My Number Card always does.
 */
export function blockProtocolOf(atr: Uint8Array): BlockProtocol | undefined {
  const found = interfaceBytes(atr);
  const isOffered = [...found].some(
    ([name, value]) => name.startsWith('TD') && (value & 0x0f) === 1,
  );
  if (!isOffered) return undefined;
  const group = firstBlockGroup(found);
  const informationSize = found.get(`TA${group}`) ?? DEFAULT_IFSC;
  const hasCrc = ((found.get(`TC${group}`) ?? 0) & 1) === 1;
  if (informationSize === 0 || informationSize === 255 || hasCrc) return undefined;
  const waiting = found.get(`TB${group}`) ?? DEFAULT_WAITING;
  const guard = found.get('TC1') ?? 0;
  const parameters = bytes(DEFAULT_SPEED, 0x10, guard, waiting, 0x00, informationSize, 0x00);
  return { informationSize, parameters };
}

/** Number of the first group of interface bytes that speaks of T=1: behind TD2 or later. */
function firstBlockGroup(found: InterfaceBytes): number {
  for (let group = 2; group < 8; group += 1) {
    if (((found.get(`TD${group}`) ?? 0) & 0x0f) === 1) return group + 1;
  }
  return 3;
}

function interfaceBytes(atr: Uint8Array): InterfaceBytes {
  const found = new Map<string, number>();
  const isDirectOrInverse = atr[0] === 0x3b || atr[0] === 0x3f;
  let at = 2;
  let presence = isDirectOrInverse ? octetAt(atr, 1) : 0;
  for (let group = 1; presence >> 4 !== 0 && at < MOST_INTERFACE_BYTES; group += 1) {
    for (const [bit, letter] of ['A', 'B', 'C', 'D'].entries()) {
      if ((presence & (0x10 << bit)) === 0) continue;
      found.set(`T${letter}${group}`, octetAt(atr, at));
      at += 1;
    }
    presence = (presence & 0x80) === 0 ? 0 : (found.get(`TD${group}`) ?? 0);
  }
  return found;
}
