/**
 * Floor: jpki. Below: apdu, report, read-limits. Above: reading.
 * It does not know what a certificate says: it reads exactly as many octets as the DER header tells.
 * Source: docs/protocol-sources.md 1; X.690 8.1.3 for the length.
 */
import type { CardChannel } from '../apdu/channel.ts';
import { readBinary, selectFile } from '../apdu/command.ts';
import { type ApduResponse, SW } from '../apdu/response.ts';
import { type Bytes, readUint16 } from '../bytes/bytes.ts';
import { CardFault } from '../fault.ts';
import { known, type Known, unknown } from '../report.ts';
import { reasonOf } from './application.ts';
import { nextReadLength, type ReadLimits } from './read-limits.ts';

/** Octets read of a certificate so far, and in all. */
export interface Progress {
  readonly received: number;
  readonly total: number;
}

/** No JPKI certificate comes near this many octets; more is refused unread. */
export const LARGEST_CERTIFICATE = 16 * 1024;

const HEADER_LENGTH = 4;
/** A card that gives less than this on average would keep the person waiting for ever. */
const FEWEST_OCTETS_A_READ = 8;

/**
 * Reads the DER of a certificate file, any block size, exactly to its end.
 * @returns the octets, or why there are none: file absent, protected, not DER, oversized, truncated.
 * @throws CardFault `card-nonsense` when the card gives more than was asked or only crumbs.
 */
export async function readCertificateFile(
  channel: CardChannel,
  file: number,
  limits: ReadLimits,
  onProgress: (progress: Progress) => void,
): Promise<Known<Bytes>> {
  const selected = await channel.send(selectFile(file));
  if (selected.status !== SW.success) return unknown(reasonOf(selected.status));
  const header = await readPart(channel, 0, HEADER_LENGTH);
  if (!isGood(header.status)) return unknown(reasonOf(header.status));
  if (header.data.length < HEADER_LENGTH) return unknown('truncated');
  if (readUint16(header.data, 0) !== 0x3082) return unknown('not-der');
  const total = HEADER_LENGTH + readUint16(header.data, 2);
  if (total > LARGEST_CERTIFICATE) return unknown('oversized');
  return readRest(channel, header.data, total, limits, onProgress);
}

async function readRest(
  channel: CardChannel,
  header: Bytes,
  total: number,
  limits: ReadLimits,
  onProgress: (progress: Progress) => void,
): Promise<Known<Bytes>> {
  const whole = new Uint8Array(total);
  whole.set(header);
  let readsLeft = Math.ceil(total / FEWEST_OCTETS_A_READ);
  for (let received = HEADER_LENGTH; received < total; readsLeft -= 1) {
    onProgress({ received, total });
    if (readsLeft === 0) throw new CardFault('card-nonsense', 'READ BINARY gives only crumbs');
    const part = await readPart(channel, received, nextReadLength(total - received, limits));
    if (isPastTheEnd(part)) return unknown('truncated');
    if (!isGood(part.status)) return unknown(reasonOf(part.status));
    whole.set(part.data, received);
    received += part.data.length;
  }
  onProgress({ received: total, total });
  return known(whole);
}

async function readPart(
  channel: CardChannel,
  offset: number,
  length: number,
): Promise<ApduResponse> {
  const part = await channel.send(readBinary(offset, length));
  if (part.data.length > length) throw new CardFault('card-nonsense', 'more than was asked for');
  return part;
}

function isGood(status: number): boolean {
  return status === SW.success || status === SW.endOfFile;
}

/** SW 6B00, or a good answer without data: the file ends here. */
function isPastTheEnd({ data, status }: ApduResponse): boolean {
  return status === 0x6b00 || (isGood(status) && data.length === 0);
}
