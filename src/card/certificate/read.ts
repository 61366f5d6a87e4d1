/**
 * Floor: certificate, its top: DER in, identifier-free facts out. Below: der, validity, issuers, report.
 * Above: session, which loads this file by import(), because the parser is four fifths of all code.
 * It does not know cards. Serial, subject, key and raw octets stay in this function and are dropped when it
 * returns. The only file that imports @peculiar/x509; its container needs reflect-metadata first.
 * Source: RFC 5280; docs/protocol-sources.md 3. Nothing is verified: the dates are read, not vouched for.
 */
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
} from '@peculiar/x509';
import type { Bytes } from '../bytes/bytes.ts';
import { japanDayOf } from '../japan-day.ts';
import {
  type CertificateFacts,
  type CertificatePurpose,
  known,
  type Known,
  type IssuerGeneration,
  unknown,
} from '../report.ts';
import { isOneDerValue } from './der.ts';
import { ISSUER_OF_KEY_IDENTIFIER } from './issuers.ts';
import { findValidity, readValidity } from './validity.ts';

const LARGEST = 16 * 1024;

/** What `readCertificate` does, for those who load it late. */
export type CertificateReader = (der: Bytes) => Known<CertificateFacts>;

/**
 * Takes the facts out of one certificate. Never throws.
 * @returns `oversized`, `not-der`, `not-a-certificate` or `impossible-dates` when there are none to take.
 */
export function readCertificate(der: Bytes): Known<CertificateFacts> {
  if (der.length > LARGEST) return unknown('oversized');
  if (!isOneDerValue(der)) return unknown('not-der');
  const times = findValidity(der);
  const certificate = parse(der);
  if (times === undefined || certificate === undefined) return unknown('not-a-certificate');
  const validity = readValidity(times);
  const agrees =
    validity?.notBefore.getTime() === certificate.notBefore.getTime() &&
    validity.notAfter.getTime() === certificate.notAfter.getTime();
  if (validity === undefined || !agrees) return unknown('impossible-dates');
  return known({
    firstDay: japanDayOf(validity.notBefore),
    lastDay: japanDayOf(validity.notAfter),
    purpose: purposeOf(certificate),
    issuer: issuerOf(certificate),
  });
}

function parse(der: Bytes): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(der);
    return certificate.extensions.length >= 0 ? certificate : undefined;
  } catch {
    return undefined;
  }
}

function purposeOf(certificate: X509Certificate): CertificatePurpose {
  const usages = Number(certificate.getExtension(KeyUsagesExtension)?.usages);
  const forAuthentication: number = KeyUsageFlags.digitalSignature;
  if (usages === forAuthentication) return 'authentication';
  return usages === (forAuthentication | KeyUsageFlags.nonRepudiation) ? 'signature' : 'other';
}

function issuerOf(certificate: X509Certificate): Known<IssuerGeneration> {
  const keyId = certificate.getExtension(AuthorityKeyIdentifierExtension)?.keyId ?? '';
  const issuer = ISSUER_OF_KEY_IDENTIFIER.get(keyId.toUpperCase());
  return issuer === undefined ? unknown('issuer-not-in-list') : known(issuer);
}
