/**
 * Floor: certificate. Below: der, japan-day. Above: read.
 * It does not know extensions or keys. Parsers that build a Date roll month 13 over into a real day; this
 * file reads the text of the two times itself, so that a date that does not exist is never shown.
 * Source: RFC 5280 4.1.2.5 (both forms end in Z and have seconds; UTCTime years 50–99 are 19xx).
 */
import { asciiText, type Bytes } from '../bytes/bytes.ts';
import { japanDay } from '../japan-day.ts';
import { type DerValue, readValue, readValues, TAG } from './der.ts';

/** The two instants of a certificate's validity. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Finds the validity in a certificate; undefined when it is not where RFC 5280 puts it. */
export function findValidity(certificate: Bytes): DerValue[] | undefined {
  const outer = readValue(certificate);
  const toBeSigned = outer && readValue(outer.content);
  const fields = toBeSigned && readValues(toBeSigned.content);
  if (fields === undefined) return undefined;
  const version = fields[0]?.tag === TAG.explicit0 ? 1 : 0;
  const validity = fields[version + 3];
  return validity?.tag === TAG.sequence ? readValues(validity.content) : undefined;
}

/** The two instants, or undefined when either does not exist or the end is before the beginning. */
export function readValidity(times: readonly DerValue[]): Validity | undefined {
  const [first, second, ...more] = times;
  const notBefore = first && readTime(first);
  const notAfter = second && readTime(second);
  if (notBefore === undefined || notAfter === undefined || more.length > 0) return undefined;
  return notBefore.getTime() < notAfter.getTime() ? { notBefore, notAfter } : undefined;
}

function readTime({ tag, content }: DerValue): Date | undefined {
  if (tag !== TAG.utcTime && tag !== TAG.generalizedTime) return undefined;
  const yearDigits = tag === TAG.utcTime ? 2 : 4;
  const match = /^(\d+)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/u.exec(asciiText(content));
  if (match === null || match[1]?.length !== yearDigits) return undefined;
  const [written = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const year = tag === TAG.utcTime ? written + (written < 50 ? 2000 : 1900) : written;
  const exists =
    japanDay(year, month, day) !== undefined && hour < 24 && minute < 60 && second < 60;
  return exists ? new Date(Date.UTC(year, month - 1, day, hour, minute, second)) : undefined;
}
