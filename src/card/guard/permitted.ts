/**
 * Floor: guard, under every floor that can send. Below: bytes, fault. Above: apdu, contactless, readers,
 * smart-card.
 * It does not know how commands are built or carried; it only knows the complete list of what may leave.
 * Source: docs/protocol-sources.md 2; ISO/IEC 7816-4 names.
 *
 * Why so low: a `PermittedApdu` can be made only here, and it is the only thing that a transport accepts,
 * so that no floor, present or future, can hand unlisted bytes to a card.
 */
import type { Bytes } from '../bytes/bytes.ts';
import { fromHex, toHex } from '../bytes/hex.ts';
import { CardFault } from '../fault.ts';

/** One line of the list: a pattern for the whole command in hex. */
interface Pattern {
  readonly name: string;
  readonly command: RegExp;
  /** True when the line holds only as an answer to SW 61xx. */
  readonly afterMoreData?: boolean;
}

/** The whole list. A command that does not match exactly one line is never sent. */
const patterns: readonly Pattern[] = [
  { name: 'SELECT JPKI application', command: /^00A4040C0AD392F000260100000001$/u },
  { name: 'SELECT file', command: /^00A4020C02(?:0006|0008|000A|000B|0002|0018|001B)$/u },
  { name: 'READ BINARY by 15-bit offset', command: /^00B0[0-7][0-9A-F]{5}$/u },
  { name: 'VERIFY without a body: retry counter query', command: /^00200080$/u },
  { name: 'GET RESPONSE', command: /^00C00000[0-9A-F]{2}$/u, afterMoreData: true },
  { name: 'GET DATA: card expiry date alone', command: /^00CA00F200$/u },
];

const MORE_DATA = 0x61;

/**
 * One command APDU that the list allows. It owns a private copy of its bytes: neither the caller's array
 * nor one handed out can change what is sent.
 */
export class PermittedApdu {
  readonly #octets: string;

  private constructor(octets: string) {
    this.#octets = octets;
  }

  /**
   * Checks a complete command APDU against the list.
   * @param apdu the whole command, header and any body or Le.
   * @param answered the last status word of this exchange; GET RESPONSE is allowed only after 61xx.
   * @throws CardFault `apdu-refused` when no line matches; the message tells the instruction, never a body.
   */
  static from(apdu: Uint8Array, answered = 0): PermittedApdu {
    const command = toHex(apdu);
    const hasMoreData = answered >> 8 === MORE_DATA;
    const lines = patterns.filter(
      (line) => line.command.test(command) && (hasMoreData || !line.afterMoreData),
    );
    if (lines.length === 1) return new PermittedApdu(command);
    const shape = `INS ${toHex(apdu.subarray(1, 2))}, ${apdu.length} octets`;
    throw new CardFault('apdu-refused', shape);
  }

  /** A fresh copy of the octets. */
  get bytes(): Bytes {
    return fromHex(this.#octets);
  }
}
