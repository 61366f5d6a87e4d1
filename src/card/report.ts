/**
 * Floor: report, the border of the card wing: what it hands over, and the only thing that leaves it.
 * Below: japan-day. Above: session, guidance, site.
 * It does not know how a card is read, and has no field that could hold a serial number, a name, a key, a
 * token serial, a PUPI or raw bytes. Plain data: `JSON.parse(JSON.stringify(report))` is the same report.
 */
import type { JapanDay } from './japan-day.ts';

/**
 * Why something is not known.
 *
 * - `not-on-this-card` the card says that the file is not there (SW 6A82)
 * - `needs-a-secret` the card asks for a PIN or password first (SW 6982), which is never sent
 * - `card-refused` the card answered with another error
 * - `not-understood` the answer has a form that this page does not know
 * - `no-count-given` the card answers without a number (SW 9000 or 6300)
 * - `truncated` the file ends before the certificate does
 * - `oversized` the certificate says it is longer than 16 KiB
 * - `not-der` the bytes are not DER
 * - `not-a-certificate` DER, but no X.509 certificate
 * - `impossible-dates` the dates do not exist, or end before they begin
 * - `issuer-not-in-list` issued by a CA newer than this page, or another one
 * - `parser-not-loaded` the part of the page that reads certificates did not arrive
 * - `nothing-to-bound-it` neither date that would bound it is known
 * - `reported-absent` the card's own list says that there is none
 * - `never-visible` no card and no page can show it without a registered verifier
 */
export type UnknownReason =
  | 'not-on-this-card'
  | 'needs-a-secret'
  | 'card-refused'
  | 'not-understood'
  | 'no-count-given'
  | 'truncated'
  | 'oversized'
  | 'not-der'
  | 'not-a-certificate'
  | 'impossible-dates'
  | 'issuer-not-in-list'
  | 'parser-not-loaded'
  | 'nothing-to-bound-it'
  | 'reported-absent'
  | 'never-visible';

/** A thing that is known, or the reason why it is not. There is no third. */
export type Known<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: UnknownReason };

/** Says that something is known. */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** Says that something is not known, and why. */
export function unknown(why: UnknownReason): Known<never> {
  return { known: false, why };
}

/** What the token label in EF 0006 says the card is. `another-card` speaks JPKI under another label. */
export type CardKind = 'my-number-card' | 'juki-card' | 'android-phone' | 'iphone' | 'another-card';

/** Tries left before the secret locks (1 to 15), or locked. */
export type SecretState =
  { readonly locked: false; readonly triesLeft: number } | { readonly locked: true };

/** Where a day lies against a certificate's dates. Says nothing of revocation. */
export type DateState = 'not-yet' | 'in-date' | 'renewal-open' | 'past';

/** What a certificate is for, by its key usage. `other` fits neither JPKI profile. */
export type CertificatePurpose = 'authentication' | 'signature' | 'other';

/** A published JPKI CA: which of the two, and which generation (1 = 2015, 2 = 2019, 3 = 2023). */
export interface IssuerGeneration {
  readonly authority: 'authentication' | 'signature';
  readonly generation: 1 | 2 | 3;
}

/** The identifier-free facts of one certificate. */
export interface CertificateFacts {
  /** First day in Japan on which the certificate's dates hold. */
  readonly firstDay: JapanDay;
  /** Last day in Japan on which they hold, to its end (23:59:59 JST). */
  readonly lastDay: JapanDay;
  readonly purpose: CertificatePurpose;
  readonly issuer: Known<IssuerGeneration>;
}

/** The user-authentication certificate, seen on the report's day. */
export interface DatedCertificate extends CertificateFacts {
  /** First day on which the municipal office accepts a renewal: the day after three months before. */
  readonly renewalOpensOn: JapanDay;
  readonly state: DateState;
}

/** Everything a reading tells. */
export interface CardReport {
  /** The day in Japan for which states were worked out. */
  readonly day: JapanDay;
  /** True when a built-in sample card was read (見本); a real card never sets it. */
  readonly sample: boolean;
  readonly card: Known<CardKind>;
  /** The user-authentication certificate (EF 000A). */
  readonly authentication: Known<DatedCertificate>;
  /** The signature certificate: its existence as the card hints it, and a bound on its end. */
  readonly signature: {
    readonly present: Known<boolean>;
    readonly endsNoLaterThan: Known<JapanDay>;
  };
  /** The 4-digit PIN of the user-authentication key (EF 0018; 3 tries when new). */
  readonly authenticationPin: Known<SecretState>;
  /** The 6 to 16 character password of the signature key (EF 001B; 5 tries when new). */
  readonly signaturePassword: Known<SecretState>;
  /** The card's own expiry day. Often not readable, which is normal. */
  readonly cardLastDay: Known<JapanDay>;
  /** Always unknown: a card cannot show whether its certificates were revoked or suspended. */
  readonly revocation: Known<never>;
}
