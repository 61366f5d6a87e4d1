// Floor: guides, beside expiry.ts: what a card answers there. Whether its holder stays in Japan for a
// limited time, or was called by a stranger, no card tells: `status` is answered only when the end is
// near or past, and can be changed.
import type { CardAnswers } from './card-answers.ts';
import type { Expiry } from './expiry.ts';

export const expiryCard = {
  status: ({ certificate }) => {
    if (certificate === 'past') return 'past';
    return certificate === 'renewal-open' ? 'near' : undefined;
  },
  'near-when': ({ certificate }) => {
    if (certificate === 'renewal-open') return 'within';
    return certificate === 'in-date' ? 'far' : undefined;
  },
  which: ({ endsWithCard }) => {
    if (endsWithCard === undefined) return undefined;
    return endsWithCard ? 'card' : 'certificate';
  },
  'past-which': ({ certificate, cardPast }) => {
    if (cardPast === undefined) return undefined;
    if (cardPast) return 'card';
    return certificate === 'past' ? 'certificate' : undefined;
  },
  'grace-days': ({ insurance }) => insurance,
} satisfies CardAnswers<Expiry>;
