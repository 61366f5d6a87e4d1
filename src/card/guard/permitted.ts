/**
 * Floor: guard, under every floor that can send. Below: bytes, fault. Above: apdu, contactless, readers,
 * smart-card.
 * It does not know how commands are built or carried; it only knows the complete list of what may leave.
 * Source: reference card.md 2.3 (patterns 1 to 5) and 2.4 (the expiry date alone); ISO/IEC 7816-4 names.
 *
 * Why so low: a `PermittedApdu` can be made only here, and it is the only thing that a transport accepts,
 * so that no floor, present or future, can hand unlisted bytes to a card.
 */
import { type Bytes, octetAt } from '../bytes/bytes.ts';
import { fromHex, toHex } from '../bytes/hex.ts';
import { CardFault } from '../fault.ts';

const SELECT_JPKI_APPLICATION = '00A4040C0AD392F000260100000001';
const SELECT_FILE = '00A4020C02';
const SELECTABLE_FILES = ['0006', '0008', '000A', '000B', '0002', '0018', '001B'];
const RETRY_COUNTER_QUERY = '00200080';
const CARD_EXPIRY_QUERY = '00CA00F200';

/** A predicate on the complete APDU, with its line in the table of card.md 2.3. */
interface Pattern {
  readonly name: string;
  readonly matches: (apdu: Uint8Array, answered: number) => boolean;
}

const exactly =
  (hex: string) =>
  (apdu: Uint8Array): boolean =>
    toHex(apdu) === hex;

/** The whole list. An APDU that matches no line is never sent. */
const patterns: readonly Pattern[] = [
  { name: 'SELECT JPKI application', matches: exactly(SELECT_JPKI_APPLICATION) },
  {
    name: 'SELECT file',
    matches: (apdu) => SELECTABLE_FILES.some((file) => toHex(apdu) === SELECT_FILE + file),
  },
  {
    name: 'READ BINARY by offset',
    matches: (apdu) =>
      apdu.length === 5 && octetAt(apdu, 0) === 0 && apdu[1] === 0xb0 && octetAt(apdu, 2) <= 0x7f,
  },
  { name: 'VERIFY without a body: retry counter query', matches: exactly(RETRY_COUNTER_QUERY) },
  {
    name: 'GET RESPONSE after SW 61xx',
    matches: (apdu, answered) =>
      apdu.length === 5 && toHex(apdu.subarray(0, 4)) === '00C00000' && answered >> 8 === 0x61,
  },
  { name: 'GET DATA: card expiry date alone', matches: exactly(CARD_EXPIRY_QUERY) },
];

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
    if (patterns.filter((pattern) => pattern.matches(apdu, answered)).length !== 1) {
      throw new CardFault(
        'apdu-refused',
        `INS ${octetAt(apdu, 1).toString(16)}, ${apdu.length} octets`,
      );
    }
    return new PermittedApdu(toHex(apdu));
  }

  /** A fresh copy of the octets. */
  get bytes(): Bytes {
    return fromHex(this.#octets);
  }

  /** True for the four-octet VERIFY, which a T=0 transport would lengthen: such a transport must refuse. */
  get isRetryCounterQuery(): boolean {
    return this.#octets === RETRY_COUNTER_QUERY;
  }
}
