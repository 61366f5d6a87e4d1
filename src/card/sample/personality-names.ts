/**
 * Floor: sample: only the names of the sample cards, so that a page can offer them without loading one.
 * Below: nothing. Above: sample/personality, site.
 * It does not know what the cards are like, nor the words that describe them.
 */

/** The cards that the demonstration offers. */
export const personalities = [
  'in-date',
  'renewal-open',
  'past',
  'pin-locked',
  'password-locked',
  'both-locked',
  'past-locked',
  'last-try',
  'no-signature',
  'not-yet',
  'phone',
  'blank',
  'other-card',
] as const;

/** The name of a sample card. */
export type Personality = (typeof personalities)[number];
