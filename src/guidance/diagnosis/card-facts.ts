// Floor: diagnosis. The few facts of a card that decide something, as words of a closed list: what
// guides and advice ask for. Below: kept-report, dates. Knows no guide and no page.
import type { DateState, Known, SecretState } from '../../card/report.ts';
import { daysInMonth, daysUntil, japanDay, type JapanDay, numbersOf } from '../dates/japan-day.ts';
import type { CertificateDays, KeptReport } from './kept-report.ts';

/** Numbers of the rules, taken from content/facts. */
export interface CardRules {
  /** For how many months after the month's end an expired card still shows health insurance. */
  readonly insuranceGrace: number;
}

/** What is known; `undefined` is what is not, for whatever reason. Nothing here says "valid". */
export interface CardFacts {
  /** Where the day lies against the dates of the user-authentication certificate. */
  readonly certificate?: DateState | undefined;
  /** Whether the certificate's last day is the card's own. */
  readonly endsWithCard?: boolean | undefined;
  /** The card's own last day has passed. */
  readonly cardPast?: boolean | undefined;
  /** An expired certificate: still within the days in which it shows health insurance, or over. */
  readonly insurance?: 'within' | 'over' | undefined;
  readonly pin?: 'locked' | 'open' | undefined;
  readonly password?: 'locked' | 'open' | undefined;
  /** As the card's own list hints. */
  readonly signature?: 'present' | 'absent' | undefined;
}

/** The facts of a report. Of a phone, or of a card that does not say what it is, there are none. */
export function factsOf(report: KeptReport, rules: CardRules): CardFacts {
  const { day, card, certificate, cardLastDay, signaturePresent } = report;
  if (!card.known || card.value !== 'my-number-card') return {};
  return {
    ...(certificate.known ? ofCertificate(certificate.value, report, rules) : {}),
    cardPast: cardLastDay.known ? day > cardLastDay.value : undefined,
    pin: lockOf(report.pin),
    password: lockOf(report.password),
    signature: signaturePresent.known ? presence(signaturePresent.value) : undefined,
  };
}

function ofCertificate(
  days: CertificateDays,
  { day, cardLastDay }: KeptReport,
  { insuranceGrace }: CardRules,
): CardFacts {
  const certificate = dateStateOn(day, days);
  const grace = day <= insuranceLastDay(days.lastDay, insuranceGrace) ? 'within' : 'over';
  return {
    certificate,
    endsWithCard: cardLastDay.known ? cardLastDay.value <= days.lastDay : undefined,
    insurance: certificate === 'past' ? grace : undefined,
  };
}

/** Where a day lies; the last day itself is still in date. */
export function dateStateOn(day: JapanDay, days: CertificateDays): DateState {
  if (day > days.lastDay) return 'past';
  if (day < days.firstDay) return 'not-yet';
  return day >= days.renewalOpensOn ? 'renewal-open' : 'in-date';
}

/** Days until a certificate's last day: 0 on the day itself, negative afterwards. */
export const daysLeft = (day: JapanDay, { lastDay }: CertificateDays): number =>
  daysUntil(day, lastDay);

/** End of the month that lies `months` months after the month of `lastDay`. */
export function insuranceLastDay(lastDay: JapanDay, months: number): JapanDay {
  const { year, month } = numbersOf(lastDay);
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return japanDay(inYear, inMonth, daysInMonth(inYear, inMonth)) ?? lastDay;
}

const lockOf = (secret: Known<SecretState>): CardFacts['pin'] =>
  secret.known ? (secret.value.locked ? 'locked' : 'open') : undefined;

const presence = (is: boolean): CardFacts['signature'] => (is ? 'present' : 'absent');
