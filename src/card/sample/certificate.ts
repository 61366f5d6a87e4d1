/**
 * Floor: sample, a second witness. Below: sample/der, bytes. Above: sample/personality, tests.
 * It does not know the reader of certificates. It writes the JPKI profile of a user-authentication
 * certificate for nobody: invented issuer and subject, a number that is no key, a signature that is none,
 * so that a sample can never pass for a real certificate anywhere.
 * Source: docs/protocol-sources.md 3; RFC 5280.
 */
import { type Bytes, bytes } from '../bytes/bytes.ts';
import { fromHex } from '../bytes/hex.ts';
import {
  bitString,
  der,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  printable,
  sequence,
  set,
  trueValue,
  uriName,
  utcTime,
  utf8,
} from './der.ts';

/** What can be chosen about a sample certificate. */
export interface SampleCertificateTraits {
  /** UTCTime digits, such as `220401000000Z`. */
  readonly notBefore: string;
  /** UTCTime digits; JPKI certificates end at 145959Z, the end of the day in Japan. */
  readonly notAfter: string;
  /** Subject key identifier of the issuing CA, 40 hex digits. */
  readonly issuerKeyId?: string;
  /** Content of keyUsage: `0780` for authentication, `06C0` for signature. */
  readonly keyUsage?: string;
  /** Filler in the CRL distribution point, to make longer certificates. */
  readonly municipality?: string;
}

/** Key identifier of the published third authentication CA; the sample says it comes from there. */
const THIRD_AUTHENTICATION_CA = '1AC100F596A3BC8C4B3DF195E32699249E9E308A';
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

/** Octets that are plainly a pattern: nobody's modulus, nobody's signature. */
const pattern = (size: number): Bytes =>
  Uint8Array.from({ length: size }, (_, at) => ((at * 37 + 11) % 251) | 1);

/** The DER of a sample user-authentication certificate. */
export function sampleCertificate(traits: SampleCertificateTraits): Bytes {
  const algorithm = sequence(objectIdentifier(SHA256_WITH_RSA), nullValue());
  const toBeSigned = sequence(
    der(0xa0, integer(2)),
    integer(0x7f, 0x00, 0x00, 0x01),
    algorithm,
    issuerName(),
    sequence(utcTime(traits.notBefore), utcTime(traits.notAfter)),
    sequence(country(), attribute('2.5.4.3', utf8('SAMPLE-MIHON-0000000000'))),
    publicKey(),
    der(0xa3, sequence(...extensions(traits))),
  );
  return sequence(toBeSigned, algorithm, bitString(0, pattern(256)));
}

function publicKey(): Bytes {
  const modulus = der(0x02, bytes(0x00, 0xc1), pattern(255));
  return sequence(
    sequence(objectIdentifier('1.2.840.113549.1.1.1'), nullValue()),
    bitString(0, sequence(modulus, integer(0x01, 0x00, 0x01))),
  );
}

function extensions(traits: SampleCertificateTraits): Bytes[] {
  const { issuerKeyId = THIRD_AUTHENTICATION_CA, keyUsage = '0780' } = traits;
  return [
    critical('2.5.29.15', der(0x03, fromHex(keyUsage))),
    extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.2'))),
    critical('2.5.29.32', sequence(policy())),
    extension('2.5.29.18', sequence(der(0xa4, issuerAlternativeName()))),
    extension('2.5.29.31', sequence(distributionPoint(traits.municipality ?? 'Mihon-shi'))),
    extension('1.3.6.1.5.5.7.1.1', sequence(responder())),
    extension('2.5.29.35', authorityKeyIdentifier(issuerKeyId)),
    extension('2.5.29.14', octetString(pattern(20))),
  ];
}

const extension = (id: string, value: Uint8Array): Bytes =>
  sequence(objectIdentifier(id), octetString(value));

const critical = (id: string, value: Uint8Array): Bytes =>
  sequence(objectIdentifier(id), trueValue(), octetString(value));

const attribute = (id: string, value: Uint8Array): Bytes =>
  set(sequence(objectIdentifier(id), value));

const country = (): Bytes => attribute('2.5.4.6', printable('JP'));

const unit = (name: string): Bytes => attribute('2.5.4.11', utf8(name));

const organisation = (name: string): Bytes => attribute('2.5.4.10', utf8(name));

const issuerName = (): Bytes =>
  sequence(
    country(),
    organisation('JPKI-SAMPLE'),
    unit('SAMPLE for user authentication'),
    unit('This page, which is not a certification authority'),
  );

const issuerAlternativeName = (): Bytes =>
  sequence(
    country(),
    organisation('SAMPLE'),
    unit('SAMPLE, MIHON'),
    unit('Nobody vouches for this'),
  );

const policy = (): Bytes =>
  sequence(
    objectIdentifier('1.2.392.200149.8.5.1.3.30'),
    sequence(
      sequence(objectIdentifier('1.3.6.1.5.5.7.2.1'), der(0x16, uri('https://sample.invalid/cps'))),
    ),
  );

const uri = (address: string): Bytes => Uint8Array.from(new TextEncoder().encode(address));

const distributionPoint = (municipality: string): Bytes =>
  sequence(
    der(
      0xa0,
      der(
        0xa0,
        der(
          0xa4,
          sequence(
            country(),
            organisation('JPKI-SAMPLE'),
            unit('SAMPLE for user authentication'),
            unit('CRL Distribution Points'),
            unit('Mihon-ken'),
            attribute('2.5.4.3', utf8(`${municipality} CRLDP`)),
          ),
        ),
      ),
    ),
  );

const responder = (): Bytes =>
  sequence(objectIdentifier('1.3.6.1.5.5.7.48.1'), uriName('http://ocsp.sample.invalid'));

const authorityKeyIdentifier = (keyId: string): Bytes =>
  sequence(
    der(0x80, fromHex(keyId)),
    der(0xa1, der(0xa4, issuerName())),
    der(0x82, bytes(0x06, 0xd1, 0x80, 0x06)),
  );
