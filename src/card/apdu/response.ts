/**
 * Floor: apdu. Below: bytes, fault. Above: channel, jpki.
 * It does not know which command was answered. Source: ISO/IEC 7816-4; docs/protocol-sources.md 2, 4.
 */
import { type Bytes, readUint16 } from '../bytes/bytes.ts';
import { CardFault } from '../fault.ts';

/** A response to a short command: at most 256 octets of data, and SW1 SW2 as one number. */
export interface ApduResponse {
  readonly data: Bytes;
  readonly status: number;
}

/** Status words that this page tells apart, by the standard's names. */
export const SW = {
  success: 0x9000,
  endOfFile: 0x6282,
  noRetryLimit: 0x6300,
  authenticationMethodBlocked: 0x6983,
  referenceDataBlocked: 0x6984,
  securityStatusNotSatisfied: 0x6982,
  fileNotFound: 0x6a82,
} as const;

const LONGEST_RESPONSE = 258;

/**
 * Splits a response into data and status word.
 * @throws CardFault `card-nonsense` when it is shorter than a status word or longer than any short answer.
 */
export function parseResponse(response: Bytes): ApduResponse {
  if (response.length < 2 || response.length > LONGEST_RESPONSE) {
    throw new CardFault('card-nonsense', `response of ${response.length} octets`);
  }
  const end = response.length - 2;
  return { data: response.slice(0, end), status: readUint16(response, end) };
}

/** How many octets SW2 of 61xx or 6Cxx speaks of; 00 means 256. */
export function lengthInStatus(status: number): number {
  return status & 0xff || 256;
}
