// Floor: guides. The guides that a card can answer for. Adding one is a file beside its machine and a
// row here. Without XState: question pages load this when a card was read.
import type { AnyCardAnswers } from './card-answers.ts';
import { expiryCard } from './expiry.card.ts';
import { lockedPinCard } from './locked-pin.card.ts';
import { notAcceptedCard } from './not-accepted.card.ts';

/** By the guide's id. */
export const CARD_ANSWERS = {
  'locked-pin': lockedPinCard,
  expiry: expiryCard,
  'not-accepted': notAcceptedCard,
} as const satisfies Readonly<Record<string, AnyCardAnswers>>;

/** A guide that a card can answer for. */
export type CardGuide = keyof typeof CARD_ANSWERS;

/** What a card answers in a guide; nothing where it has nothing to say. */
export const cardAnswersIn = (guide: string): AnyCardAnswers =>
  Object.hasOwn(CARD_ANSWERS, guide) ? CARD_ANSWERS[guide as CardGuide] : {};
