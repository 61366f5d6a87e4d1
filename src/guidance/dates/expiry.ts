// Floor: dates. When each certificate and the card end, and why. Pure: the numbers that are facts
// (which birthday, how many months) come in, and so does the day it is.
// Sources: www2.jpki.go.jp/faq/digital_id.html, and those that content/pages/ja/dates.md names.
import { birthdayAfter, hasAge, isLeapDay } from './birthday.ts';
import { dayAfter, type JapanDay, monthsBefore } from './japan-day.ts';

/** The rule's numbers, taken from content/facts. */
export interface ExpiryRule {
  /** Which birthday after the issue ends a certificate. */
  readonly certificate: number;
  /** The same when it was issued as a renewal, shortly before the old one's end. */
  readonly certificateRenewed: number;
  /** Which birthday ends an adult's card, and a minor's. */
  readonly card: number;
  readonly cardMinor: number;
  /** How many months before its end a certificate may be renewed. */
  readonly renewalMonths: number;
}

/** What was issued that day; `signature`: after a move or a new name, that certificate alone. */
export type IssueKind = 'card' | 'renewal' | 'reissue' | 'signature' | 'unknown';

export interface Issue {
  readonly birth: JapanDay;
  readonly issued: JapanDay;
  readonly kind: IssueKind;
  /** The end printed on the card: where it is known it has the last word on the card's end. */
  readonly printedCardEnd?: JapanDay | undefined;
  readonly endOfStay?: JapanDay | undefined;
  /** The end of the user-authentication certificate, where it is known (read from the card). */
  readonly userAuthEnd?: JapanDay | undefined;
}

/** Why something ends on its day. `known`: it was given; `card`, `user-auth`: together with that. */
export type EndReason = 'birthday' | 'known' | 'card' | 'stay' | 'user-auth';

export interface End {
  /** The last day in date: that day itself still counts. */
  readonly day: JapanDay;
  readonly because: EndReason;
  /** The birthday that was counted, whether it came first or not. */
  readonly birthday?: { readonly count: number; readonly day: JapanDay };
  /** Ends on the card's own last day, so that only a new card helps. */
  readonly withCard: boolean;
  /** First day that is safe for a renewal; none where renewing is not what helps. */
  readonly renewableFrom?: JapanDay;
}

/** What the reader must be told besides the days. */
export type ExpiryNote =
  'leap-day' | 'age-line' | 'no-signature' | 'signature-only' | 'kind-unknown' | 'card-end-unknown';

export interface Expiry {
  readonly signature: End;
  /** Not known when only the signature certificate was issued that day. */
  readonly userAuth?: End;
  /** Not known when only certificates were issued and the card's printed end was not given. */
  readonly card?: End;
  readonly notes: readonly ExpiryNote[];
}

/** Cards are issued since January 2016. */
export const FIRST_CARD_DAY: JapanDay = '2016-01-01';

/**
 * Age from which a card is an adult's: 18, and 20 for cards applied for until March 2022, when the
 * age of majority changed (Civil Code, article 4; the cities' pages that content/pages/ja/dates.md names).
 */
const ADULT = 18;
const ADULT_BEFORE = 20;
const ADULT_FROM: JapanDay = '2022-04-01';

/**
 * What counts is the day the application arrived (help.city.kobe.lg.jp), not the issue. Our cautious
 * choice: a card issued within half a year of the change may have been applied for before it.
 */
const ADULT_SURE_FROM: JapanDay = '2022-10-01';

/** Under this age a card has no signature certificate as a rule. */
const SIGNATURE_AGE = 15;

/** First safe day for a renewal of what ends on `lastDay`: 1 April gives 2 January. */
export function renewalOpensOn(lastDay: JapanDay, { renewalMonths }: ExpiryRule): JapanDay {
  return dayAfter(monthsBefore(lastDay, renewalMonths));
}

/**
 * Ends of the two certificates and of the card. Certificates end with the card at the latest, the
 * signature certificate with the user-authentication certificate too.
 */
export function expiryOf(issue: Issue, rule: ExpiryRule): Expiry {
  const card = cardEnd(issue, rule);
  const userAuth = userAuthEnd(issue, rule, card);
  const together: Bound[] = userAuth ? [{ day: userAuth.day, because: 'user-auth' }] : [];
  return {
    signature: certificateEnd(issue, rule, card, together),
    ...(userAuth && { userAuth }),
    ...(card && { card }),
    notes: notesOn(issue, card),
  };
}

function userAuthEnd(issue: Issue, rule: ExpiryRule, card: End | undefined): End | undefined {
  if (issue.userAuthEnd !== undefined) {
    return soonest({ day: issue.userAuthEnd, because: 'known' }, issue, rule, card, []);
  }
  return issue.kind === 'signature' ? undefined : certificateEnd(issue, rule, card, []);
}

function cardEnd(issue: Issue, rule: ExpiryRule): End | undefined {
  const { birth, issued, kind, printedCardEnd } = issue;
  const stay = stayBound(issue);
  if (printedCardEnd !== undefined) {
    return { ...first({ day: printedCardEnd, because: 'known' }, stay), withCard: true };
  }
  if (kind !== 'card') return undefined;
  const count = isAdultCard(birth, issued) ? rule.card : rule.cardMinor;
  const birthday = { count, day: birthdayAfter(birth, issued, count) };
  return { ...first({ day: birthday.day, because: 'birthday' }, stay), birthday, withCard: true };
}

function certificateEnd(
  issue: Issue,
  rule: ExpiryRule,
  card: End | undefined,
  together: readonly Bound[],
): End {
  const { birth, issued, kind } = issue;
  const count = kind === 'renewal' ? rule.certificateRenewed : rule.certificate;
  const birthday = { count, day: birthdayAfter(birth, issued, count) };
  const start: Bound = { day: birthday.day, because: 'birthday' };
  return { ...soonest(start, issue, rule, card, together), birthday };
}

/** A certificate that ends on `start`, with the stay, the card or another one, whichever is first. */
function soonest(
  start: Bound,
  issue: Issue,
  rule: ExpiryRule,
  card: End | undefined,
  together: readonly Bound[],
): End {
  const withIt: Bound[] = card ? [{ day: card.day, because: 'card' }] : [];
  const { day, because } = first(start, [...stayBound(issue), ...withIt, ...together]);
  const withCard = day === card?.day;
  const renewable = !withCard && because !== 'stay';
  return {
    day,
    because,
    withCard,
    ...(renewable && { renewableFrom: renewalOpensOn(day, rule) }),
  };
}

interface Bound {
  readonly day: JapanDay;
  readonly because: EndReason;
}

const stayBound = ({ endOfStay }: Issue): Bound[] =>
  endOfStay === undefined ? [] : [{ day: endOfStay, because: 'stay' }];

/** The bound that comes first; on the same day the one named first. */
const first = (start: Bound, others: readonly Bound[]): Bound =>
  others.reduce((earliest, bound) => (bound.day < earliest.day ? bound : earliest), start);

const isAdultCard = (birth: JapanDay, issued: JapanDay): boolean =>
  hasAge(birth, issued < ADULT_SURE_FROM ? ADULT_BEFORE : ADULT, issued);

function notesOn({ birth, issued, kind }: Issue, card: End | undefined): ExpiryNote[] {
  const unsureAge =
    issued >= ADULT_FROM &&
    hasAge(birth, ADULT, issued) &&
    !isAdultCard(birth, issued) &&
    card?.because === 'birthday';
  return [
    ...(isLeapDay(birth) ? ['leap-day' as const] : []),
    ...(unsureAge ? ['age-line' as const] : []),
    ...(hasAge(birth, SIGNATURE_AGE, issued) ? [] : ['no-signature' as const]),
    ...(kind === 'signature' ? ['signature-only' as const] : []),
    ...(kind === 'unknown' ? ['kind-unknown' as const] : []),
    ...(card ? [] : ['card-end-unknown' as const]),
  ];
}

/** Where `today` lies. The last day is still in date, to its end in Japan. */
export type DateState = 'past' | 'renewal-open' | 'in-date';

export function dateStateOn(today: JapanDay, { day, renewableFrom }: End): DateState {
  if (today > day) return 'past';
  return renewableFrom !== undefined && today >= renewableFrom ? 'renewal-open' : 'in-date';
}
