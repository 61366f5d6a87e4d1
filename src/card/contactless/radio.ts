/**
 * Floor: contactless. Below: bytes. Above: type-b, iso-dep-link, readers (which implement it).
 * It does not know readers or cards: frames without CRC, which the reader adds and checks.
 */
import type { Bytes } from '../bytes/bytes.ts';

/**
 * What came back over the air: a frame whose CRC held; nothing in time; or something broken (CRC, parity,
 * collision), of which the octets are not to be trusted.
 */
export type RadioAnswer =
  | { readonly kind: 'frame'; readonly frame: Bytes }
  | { readonly kind: 'silence' }
  | { readonly kind: 'garbled' };

/** One exchange over the air. Waits `waitMs` milliseconds for the card to begin its answer. */
export interface Radio {
  exchange(frame: Bytes, waitMs: number): Promise<RadioAnswer>;
}
