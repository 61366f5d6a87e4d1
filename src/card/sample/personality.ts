/**
 * Floor: sample, its top: named sample cards. Below: sample/card, sample/certificate. Above: the
 * demonstration, tests.
 * It does not know the report that will be made of it, nor the words that describe it.
 * Days are counted from the given one, so that a demonstration is always of today. Source: docs/protocol-sources.md 10.
 */
import { type Bytes, bytes, concat } from '../bytes/bytes.ts';
import type { SampleCardTraits, SampleSecret } from './card.ts';
import { sampleCertificate } from './certificate.ts';
import type { Personality } from './personality-names.ts';

const EF = { label: 0x06, availability: 0x08, certificate: 0x0a, pin: 0x18, password: 0x1b };
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days from today on which a sample's certificate begins and ends. */
const DAYS: Readonly<Partial<Record<Personality, readonly [number, number]>>> = {
  'renewal-open': [-1780, 45],
  past: [-1860, -30],
  'past-locked': [-1860, -30],
  'not-yet': [2, 1820],
};

/** The traits of a named sample card, seen from `today`. */
export function sampleTraits(name: Personality, today: Date): SampleCardTraits {
  if (name === 'other-card') return { hasJpki: false, files: new Map(), secrets: new Map() };
  if (name === 'blank') return { hasJpki: true, files: new Map(), secrets: new Map() };
  const [first, last] = DAYS[name] ?? [-700, 1120];
  const label = name === 'phone' ? 'JPKIAPGPSETOKEN' : 'JPKIAPICCTOKEN2';
  return {
    hasJpki: true,
    files: new Map<number, Bytes>([
      [EF.label, tokenInformation(label)],
      [EF.availability, bytes(name === 'no-signature' ? 0x00 : 0x8f, 0x8f, 0x00)],
      [EF.certificate, certificateFile(shift(today, first), shift(today, last))],
    ]),
    guardedFiles: name === 'phone' ? [EF.certificate] : [],
    secrets: secretsOf(name),
    cardExpiry: name === 'phone' ? undefined : digits(shift(today, last + 1826), 4),
  };
}

/** Tries left where they are not those of a new card. */
const TRIES: Readonly<Partial<Record<Personality, { pin?: number; password?: number }>>> = {
  'pin-locked': { pin: 0 },
  'password-locked': { password: 0 },
  'both-locked': { pin: 0, password: 0 },
  'past-locked': { pin: 0 },
  'last-try': { pin: 1 },
};

function secretsOf(name: Personality): Map<number, SampleSecret> {
  const { pin = 3, password = 5 } = TRIES[name] ?? {};
  return new Map<number, SampleSecret>([
    [EF.pin, { triesLeft: pin }],
    [EF.password, { triesLeft: password }],
  ]);
}

/** The certificate, and filler behind it as real files have. */
function certificateFile(first: Date, last: Date): Bytes {
  const certificate = sampleCertificate({
    notBefore: `${digits(first, 2)}000000Z`,
    notAfter: `${digits(last, 2)}145959Z`,
  });
  return concat(certificate, new Uint8Array(100).fill(0xff));
}

/** 160 octets, of which only the label is ever read; the serial says that there is none. */
function tokenInformation(label: string): Bytes {
  const text = `${label.padEnd(32)}${'SAMPLE'.padEnd(32)}${'SAMPLE'.padEnd(16)}${'NO-SERIAL'.padEnd(16)}`;
  return concat(Uint8Array.from(new TextEncoder().encode(text)), new Uint8Array(64));
}

function shift(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY_MS);
}

function digits(day: Date, yearDigits: 2 | 4): string {
  const text = new Date(day.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return text.replaceAll('-', '').slice(4 - yearDigits);
}
