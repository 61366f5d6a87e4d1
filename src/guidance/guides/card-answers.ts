// Floor: guides. The form of a card's answers to a guide: which fact of the card answers which
// question. They stand beside each machine in `<guide>.card.ts`, held to the ids of its chart, so that
// a renamed question or answer breaks the build. Knows no particular guide.
import type { CardFacts } from '../diagnosis/card-facts.ts';
import type { AnswerSheet } from './replay.ts';

interface Chart {
  readonly states: Readonly<Record<string, unknown>>;
}

type AnswerTo<State> = State extends { readonly on: infer Answers } ? keyof Answers : never;

/** Question id → the answer that the facts give, or undefined when they do not decide. */
export type CardAnswers<Of extends Chart> = {
  readonly [Question in keyof Of['states']]?: (
    facts: CardFacts,
  ) => AnswerTo<Of['states'][Question]> | undefined;
};

/** The same for a guide that is not known by name. */
export type AnyCardAnswers = Readonly<
  Record<string, ((facts: CardFacts) => string | undefined) | undefined>
>;

/** All the answers that a card gives to a guide's questions, whether they are reached or not. */
export function answersFrom(declared: AnyCardAnswers, facts: CardFacts): AnswerSheet {
  const sheet: Record<string, string> = {};
  for (const [question, decide] of Object.entries(declared)) {
    const answer = decide?.(facts);
    if (answer !== undefined) sheet[question] = answer;
  }
  return sheet;
}
