// Floor: guides, beside not-accepted.ts: what a card answers there. It was not there when the screen
// spoke: it answers with what it knows to be wrong with itself, and the person can say otherwise.
import type { CardFacts } from '../diagnosis/card-facts.ts';
import type { CardAnswers } from './card-answers.ts';
import type { NotAccepted } from './not-accepted.ts';

const expired = ({ certificate }: CardFacts) => (certificate === 'past' ? 'expired' : undefined);

export const notAcceptedCard = {
  message: (facts) =>
    expired(facts) ??
    (facts.pin === 'locked' || facts.password === 'locked' ? 'locked' : undefined),
  'recent-change': expired,
  // The card itself knows better than what is written on it.
  'written-date': ({ certificate }) => {
    if (certificate === 'past') return 'past';
    return certificate === 'in-date' || certificate === 'renewal-open' ? 'future' : undefined;
  },
  // Copiers ask for the four digits, never for the password.
  'store-cause': (facts) => expired(facts) ?? (facts.pin === 'locked' ? 'wrong-tries' : undefined),
} satisfies CardAnswers<NotAccepted>;
