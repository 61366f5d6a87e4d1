// Floor: diagnosis. What of a card report may outlive the reading, in the tab alone: days, counters
// and codes, and not even the generation of the issuer. Below: card/report. Knows no storage: it
// writes text and reads text, and trusts none of what it reads.
import type { JapanDay } from '../../card/japan-day.ts';
import type { CardKind, CardReport, Known, SecretState, UnknownReason } from '../../card/report.ts';
import { japanDay } from '../dates/japan-day.ts';

/** The dates of the user-authentication certificate. */
export interface CertificateDays {
  readonly firstDay: JapanDay;
  readonly lastDay: JapanDay;
  /** First day on which the municipal office accepts a renewal. */
  readonly renewalOpensOn: JapanDay;
}

/** The report that is shown, kept in the tab, and asked by the guides. Plain data. */
export interface KeptReport {
  /** The day in Japan of the reading. A report is used on that day only: locks and dates go on. */
  readonly day: JapanDay;
  /** True for a built-in sample card (見本). */
  readonly sample: boolean;
  readonly card: Known<CardKind>;
  readonly certificate: Known<CertificateDays>;
  readonly signaturePresent: Known<boolean>;
  readonly signatureEndsBy: Known<JapanDay>;
  readonly pin: Known<SecretState>;
  readonly password: Known<SecretState>;
  readonly cardLastDay: Known<JapanDay>;
}

/** Takes from a reading what may be kept. */
export function keptOf(report: CardReport): KeptReport {
  const { authentication, signature } = report;
  return {
    day: report.day,
    sample: report.sample,
    card: report.card,
    certificate: daysOf(authentication),
    signaturePresent: signature.present,
    signatureEndsBy: signature.endsNoLaterThan,
    pin: report.authenticationPin,
    password: report.signaturePassword,
    cardLastDay: report.cardLastDay,
  };
}

/** Dates of a certificate that is for something else would mislead. */
function daysOf(certificate: CardReport['authentication']): Known<CertificateDays> {
  if (!certificate.known) return certificate;
  const { purpose, firstDay, lastDay, renewalOpensOn } = certificate.value;
  return purpose === 'authentication'
    ? { known: true, value: { firstDay, lastDay, renewalOpensOn } }
    : { known: false, why: 'not-understood' };
}

/** The text that is kept. */
export const writeKept = (report: KeptReport): string => JSON.stringify(report);

/**
 * Reads a kept report, taking over field by field what has the right form and nothing else.
 * @param today the day it is in Japan.
 * @returns undefined for a damaged text, and for a report of another day.
 */
export function readKept(text: string | null, today: JapanDay): KeptReport | undefined {
  const found = fields(parsed(text ?? ''));
  const day = asDay(found['day']);
  const sample = asFlag(found['sample']);
  const card = asKnown(found['card'], oneOf(KINDS));
  const certificate = asKnown(found['certificate'], asDays);
  const signaturePresent = asKnown(found['signaturePresent'], asFlag);
  const signatureEndsBy = asKnown(found['signatureEndsBy'], asDay);
  const pin = asKnown(found['pin'], asSecret);
  const password = asKnown(found['password'], asSecret);
  const cardLastDay = asKnown(found['cardLastDay'], asDay);
  if (day !== today || sample === undefined || !card || !certificate || !pin || !password) {
    return undefined;
  }
  if (!signaturePresent || !signatureEndsBy || !cardLastDay) return undefined;
  return {
    day,
    sample,
    card,
    certificate,
    signaturePresent,
    signatureEndsBy,
    pin,
    password,
    cardLastDay,
  };
}

const KINDS: Readonly<Record<CardKind, true>> = {
  'my-number-card': true,
  'juki-card': true,
  'android-phone': true,
  iphone: true,
  'another-card': true,
};

const REASONS: Readonly<Record<UnknownReason, true>> = {
  'not-on-this-card': true,
  'needs-a-secret': true,
  'card-refused': true,
  'not-understood': true,
  'no-count-given': true,
  truncated: true,
  oversized: true,
  'not-der': true,
  'not-a-certificate': true,
  'impossible-dates': true,
  'issuer-not-in-list': true,
  'parser-not-loaded': true,
  'nothing-to-bound-it': true,
  'reported-absent': true,
  'never-visible': true,
};

type As<T> = (value: unknown) => T | undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const oneOf =
  <T extends string>(all: Readonly<Record<T, true>>): As<T> =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(all, value) ? (value as T) : undefined;

const asFlag: As<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A day that the calendar has, in the one way it is written. */
const asDay: As<JapanDay> = (value) => {
  if (typeof value !== 'string') return undefined;
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number);
  const day = japanDay(year, month, date);
  return day === value ? day : undefined;
};

const asDays: As<CertificateDays> = (value) => {
  const found = fields(value);
  const firstDay = asDay(found['firstDay']);
  const lastDay = asDay(found['lastDay']);
  const renewalOpensOn = asDay(found['renewalOpensOn']);
  if (!firstDay || !lastDay || !renewalOpensOn || firstDay > lastDay) return undefined;
  return { firstDay, lastDay, renewalOpensOn };
};

const asSecret: As<SecretState> = (value) => {
  const { locked, triesLeft } = fields(value);
  if (locked === true) return { locked };
  const counts = typeof triesLeft === 'number' && Number.isInteger(triesLeft);
  return locked === false && counts && triesLeft >= 1 && triesLeft <= 15
    ? { locked, triesLeft }
    : undefined;
};

function asKnown<T>(found: unknown, as: As<T>): Known<T> | undefined {
  const { known, value, why } = fields(found);
  if (known === true) {
    const taken = as(value);
    return taken === undefined ? undefined : { known, value: taken };
  }
  const reason = oneOf(REASONS)(why);
  return known === false && reason !== undefined ? { known, why: reason } : undefined;
}
