// Floor: assistant. What to do now, the most urgent first: from a card's facts to a guide, with the
// answers that the card has already given, or to a page. Below: diagnosis, guides. Knows no words.
import { initialTransition, transition, type AnyStateMachine } from 'xstate';
import type { CardFacts } from '../diagnosis/card-facts.ts';
import type { KeptReport } from '../diagnosis/kept-report.ts';
import { answersFrom } from '../guides/card-answers.ts';
import { CARD_ANSWERS, type CardGuide } from '../guides/card-catalogue.ts';
import { expiry } from '../guides/expiry.ts';
import { lockedPin } from '../guides/locked-pin.ts';
import { notAccepted } from '../guides/not-accepted.ts';
import type { AnswerSheet } from '../guides/replay.ts';

const MACHINES: Readonly<Record<CardGuide, AnyStateMachine>> = {
  'locked-pin': lockedPin,
  expiry,
  'not-accepted': notAccepted,
};

/** Pages that help where no guide is needed. */
const PAGES = {
  'last-try': '/guides/locked-pin/check-before-retry/',
  'not-yet': '/guides/not-accepted/just-issued/',
  phone: '/guides/not-accepted/phone-certificate/',
  'check-revocation': '/faq/view-my-certificate/',
} as const;

const GUIDED = {
  'expired-and-locked': 'locked-pin',
  'card-expired': 'expiry',
  expired: 'expiry',
  'both-locked': 'locked-pin',
  'pin-locked': 'locked-pin',
  'password-locked': 'locked-pin',
  'renew-now': 'expiry',
  'nothing-found': 'not-accepted',
} as const satisfies Readonly<Record<string, CardGuide>>;

/** What can be advised; each has its words under this name. */
export type AdviceId = keyof typeof PAGES | keyof typeof GUIDED;

export interface Advice {
  readonly id: AdviceId;
  /** Address below the language, ending in `/`. */
  readonly path: string;
  /** Ids of answers that the card has given: all that enters the address. */
  readonly sheet: AnswerSheet;
}

/** What to do now; never empty: that nothing was found is said, and where to go all the same. */
export function adviceFor(report: KeptReport, facts: CardFacts): Advice[] {
  const { card } = report;
  if (card.known && (card.value === 'android-phone' || card.value === 'iphone')) {
    return [page('phone')];
  }
  const urgent: AdviceId[] = urgentFirst(facts);
  if (isLastTry(report)) urgent.push('last-try');
  if (urgent.length === 0) urgent.push('nothing-found');
  return [...urgent, 'check-revocation' as const].map((id) =>
    id in PAGES ? page(id as keyof typeof PAGES) : guided(id as keyof typeof GUIDED, facts),
  );
}

/** A new card or certificate comes with new secrets, so an end that has passed stands for a lock too. */
function urgentFirst(facts: CardFacts): AdviceId[] {
  const { certificate, cardPast } = facts;
  const lock = lockOf(facts);
  if (cardPast) return ['card-expired'];
  if (certificate === 'past') return [lock ? 'expired-and-locked' : 'expired'];
  return [
    ...(lock ? [lock] : []),
    ...(certificate === 'renewal-open' ? (['renew-now'] as const) : []),
    ...(certificate === 'not-yet' ? (['not-yet'] as const) : []),
  ];
}

function lockOf({ pin, password }: CardFacts): AdviceId | undefined {
  if (pin === 'locked') return password === 'locked' ? 'both-locked' : 'pin-locked';
  return password === 'locked' ? 'password-locked' : undefined;
}

const isLastTry = ({ pin, password }: KeptReport): boolean =>
  [pin, password].some(
    (secret) => secret.known && !secret.value.locked && secret.value.triesLeft === 1,
  );

const page = (id: keyof typeof PAGES): Advice => ({ id, path: PAGES[id], sheet: {} });

function guided(id: keyof typeof GUIDED, facts: CardFacts): Advice {
  const guide = GUIDED[id];
  const { state, sheet } = enter(MACHINES[guide], answersFrom(CARD_ANSWERS[guide], facts));
  return { id, path: `/guides/${guide}/${state}/`, sheet };
}

/**
 * Sends a guide's machine the card's answers as events, for as long as it asks what the card knows. It
 * stops before an outcome: the last answer is the person's to confirm (see assist.ts).
 */
export function enter(machine: AnyStateMachine, card: AnswerSheet) {
  const sheet: Record<string, string> = {};
  let [snapshot] = initialTransition(machine);
  for (;;) {
    const state = String(snapshot.value);
    const answer = Object.hasOwn(card, state) ? card[state] : undefined;
    if (answer === undefined) return { state, sheet };
    sheet[state] = answer;
    [snapshot] = transition(machine, snapshot, { type: answer });
    if (snapshot.status === 'done') return { state, sheet };
  }
}
