// Floor: guides, beside locked-pin.ts: what a card answers there. An expired certificate comes before a
// lock: resetting a PIN does not help it, and the office does both in one visit.
import type { CardFacts } from '../diagnosis/card-facts.ts';
import type { CardAnswers } from './card-answers.ts';
import type { LockedPin } from './locked-pin.ts';

const isAnyLocked = ({ pin, password }: CardFacts): boolean =>
  pin === 'locked' || password === 'locked';

/** Both must be known: a lock that could not be read may be there. */
function whichIsLocked({
  pin,
  password,
}: CardFacts): 'both' | 'four-digit' | 'signature' | undefined {
  if (pin === 'locked' && password === 'locked') return 'both';
  if (pin === 'locked' && password === 'open') return 'four-digit';
  return pin === 'open' && password === 'locked' ? 'signature' : undefined;
}

const usable = ({ certificate }: CardFacts) => (certificate === 'past' ? 'no' : undefined);

export const lockedPinCard = {
  problem: (facts) => {
    if (facts.certificate === 'past') return 'revoked-message';
    return isAnyLocked(facts) ? 'cannot-enter' : undefined;
  },
  'seen-words': (facts) => {
    if (facts.certificate === 'past') return 'revoked';
    return isAnyLocked(facts) ? 'locked' : undefined;
  },
  'revoked-pin-known': (facts) => (isAnyLocked(facts) ? 'no' : undefined),
  'which-pin': whichIsLocked,
  'know-four-digit': ({ pin }) => (pin === 'locked' ? 'no' : undefined),
  // Who has no signature certificate has set no password for it.
  'know-signature': ({ password, signature }) =>
    password === 'locked' || signature === 'absent' ? 'no' : undefined,
  // In date says nothing of address and name: only "no" can be known.
  'usable-signature': usable,
  'usable-four-digit': usable,
} satisfies CardAnswers<LockedPin>;
