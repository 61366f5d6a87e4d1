/**
 * Floor: apdu. Below: bytes. Above: channel, jpki.
 * It does not know which application or file means what, nor whether a command is allowed (see guard).
 * Source: ISO/IEC 7816-4 short commands (cases 1, 2 and 3); docs/protocol-sources.md 1, 2, 4.
 */
import { type Bytes, bytes, concat } from '../bytes/bytes.ts';

/** P2 0C: return no file control information. */
const NO_FILE_INFORMATION = 0x0c;

/** SELECT by DF name (case 3). */
export function selectApplication(aid: Uint8Array): Bytes {
  return concat(bytes(0x00, 0xa4, 0x04, NO_FILE_INFORMATION, aid.length), aid);
}

/** SELECT of an EF under the current DF, by its two-octet identifier (case 3). */
export function selectFile(file: number): Bytes {
  return bytes(0x00, 0xa4, 0x02, NO_FILE_INFORMATION, 0x02, file >> 8, file & 0xff);
}

/**
 * READ BINARY from a 15-bit offset (case 2).
 * @param length 1 to 256; 256 is coded as Le 00.
 */
export function readBinary(offset: number, length: number): Bytes {
  return bytes(0x00, 0xb0, offset >> 8, offset & 0xff, length & 0xff);
}

/** VERIFY without a body (case 1, exactly four octets): asks for the tries left and uses none. */
export function retryCounterQuery(): Bytes {
  return bytes(0x00, 0x20, 0x00, 0x80);
}

/** GET RESPONSE for `length` octets, 256 coded as 00 (case 2). */
export function getResponse(length: number): Bytes {
  return bytes(0x00, 0xc0, 0x00, 0x00, length & 0xff);
}

/** GET DATA of object 00F2 (case 2): the card's expiry date as eight digits, nothing else. */
export function cardExpiryQuery(): Bytes {
  return bytes(0x00, 0xca, 0x00, 0xf2, 0x00);
}
