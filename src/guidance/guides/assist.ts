// Floor: guides. A journey in which a card answers too: replays the person's answers and, where they
// have none, the card's. Pure and small; knows neither address bar nor words.
import type { AnswerSheet, Step } from './replay.ts';
// A copy of its own: see src/site/guide/late.d.ts.
import { replay, sheetOf } from './replay.ts?late';
import type { GuideTable } from './table.ts';

/** A step and who answered it; `says` is what the card says when the person said otherwise. */
export interface AssistedStep extends Step {
  readonly by: 'person' | 'card';
  readonly says?: string;
}

/** Marks the steps of a journey with what the card says to each of them. */
export function marked(steps: readonly Step[], card: AnswerSheet): AssistedStep[] {
  return steps.map((step) => {
    const says = Object.hasOwn(card, step.question) ? card[step.question] : undefined;
    if (says === undefined) return { ...step, by: 'person' };
    return says === step.answer ? { ...step, by: 'card' } : { ...step, by: 'person', says };
  });
}

/** Where a person is sent: a state of the guide, and the answers to take along. */
export interface Way {
  readonly state: string;
  readonly sheet: AnswerSheet;
}

/**
 * Goes on from the person's answers for as long as the card answers. An outcome is entered only on the
 * person's own answer: where the card would answer the last question, the way stops there with the
 * answer in the sheet, so that everything skipped is seen before it counts.
 */
export function assistedWay(table: GuideTable, sheet: AnswerSheet, card: AnswerSheet): Way {
  const { steps, at } = replay(table, { ...card, ...sheet });
  const last = steps.at(-1);
  const closedByCard =
    last !== undefined && table.outcomes.includes(at) && !Object.hasOwn(sheet, last.question);
  return { state: closedByCard ? last.question : at, sheet: sheetOf(steps) };
}

/** The person's own answers of a journey: what is left when the card is forgotten. */
export const withoutCard = (steps: readonly AssistedStep[]): AnswerSheet =>
  sheetOf(steps.filter(({ by }) => by === 'person'));
