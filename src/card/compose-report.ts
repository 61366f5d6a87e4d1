/**
 * Floor: report. Below: report types, japan-day; the shapes of jpki and certificate. Above: session.
 * It does not know readers, cards or parsers, and has no clock: the day is given.
 * Source: renewal from the day after three months before the end (content/facts/periods.yaml,
 * renewal-window); the signature certificate ends with the authentication certificate or the card
 * at the latest (note 0011).
 */
import { dayAfter, type JapanDay, monthsBefore } from './japan-day.ts';
import type { CardContents } from './jpki/reading.ts';
import {
  type CardReport,
  type CertificateFacts,
  type DatedCertificate,
  type DateState,
  known,
  type Known,
  unknown,
} from './report.ts';

const RENEWAL_MONTHS = 3;

/** First day on which a certificate that ends on `lastDay` may be renewed: 1 April gives 2 January. */
export function renewalOpensOn(lastDay: JapanDay): JapanDay {
  return dayAfter(monthsBefore(lastDay, RENEWAL_MONTHS));
}

/** Where `day` lies. The last day itself is still in date, to its end in Japan. */
export function dateStateOn(
  day: JapanDay,
  { firstDay, lastDay }: Pick<CertificateFacts, 'firstDay' | 'lastDay'>,
): DateState {
  if (day > lastDay) return 'past';
  if (day < firstDay) return 'not-yet';
  return day >= renewalOpensOn(lastDay) ? 'renewal-open' : 'in-date';
}

/**
 * Puts a reading together for one day in Japan.
 * @param certificate the facts of EF 000A, or why there are none.
 * @param sample true only for a built-in sample card.
 */
export function composeReport(
  contents: Omit<CardContents, 'certificate'>,
  certificate: Known<CertificateFacts>,
  day: JapanDay,
  sample: boolean,
): CardReport {
  const present: Known<boolean> = contents.availability.known
    ? known(contents.availability.value.signature)
    : contents.availability;
  return {
    day,
    sample,
    card: contents.card,
    authentication: certificate.known ? known(dated(certificate.value, day)) : certificate,
    signature: {
      present,
      endsNoLaterThan: signatureBound(present, certificate, contents.cardLastDay),
    },
    authenticationPin: contents.authenticationPin,
    signaturePassword: contents.signaturePassword,
    cardLastDay: contents.cardLastDay,
    revocation: unknown('never-visible'),
  };
}

function dated(facts: CertificateFacts, day: JapanDay): DatedCertificate {
  return {
    ...facts,
    renewalOpensOn: renewalOpensOn(facts.lastDay),
    state: dateStateOn(day, facts),
  };
}

function signatureBound(
  present: Known<boolean>,
  certificate: Known<CertificateFacts>,
  cardLastDay: Known<JapanDay>,
): Known<JapanDay> {
  if (present.known && !present.value) return unknown('reported-absent');
  const bounds = [
    ...(certificate.known && certificate.value.purpose === 'authentication'
      ? [certificate.value.lastDay]
      : []),
    ...(cardLastDay.known ? [cardLastDay.value] : []),
  ];
  const earliest = bounds.sort()[0];
  return earliest === undefined ? unknown('nothing-to-bound-it') : known(earliest);
}
