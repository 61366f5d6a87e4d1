// Floor: site. Where a question page stands in the person's journey: pure, so that it is tested
// without a page.
import { replay, sheetOf, targetOf } from '../../guidance/guides/replay.ts';
import type { AnswerSheet, Step } from '../../guidance/guides/replay.ts';
import type { GuideTable } from '../../guidance/guides/table.ts';

export interface Standing {
  /** Answers given before this question, in order. */
  readonly trail: readonly Step[];
  /** The answer to this question that the address carries, when it is one of its answers. */
  readonly chosen: string | undefined;
  /** Questions whose answer in the address does not apply; to be named and left out. */
  readonly dropped: readonly string[];
  /** The answers do not lead to this question: it was opened by itself. */
  readonly midway: boolean;
  /** The answers that apply, this question's and later ones included. */
  readonly sheet: AnswerSheet;
}

/** Reads a person's standing at `question` out of the address's answers. */
export function standingAt(table: GuideTable, question: string, asked: AnswerSheet): Standing {
  const { steps, at, dropped } = replay(table, asked);
  const index = steps.findIndex((step) => step.question === question);
  if (index === -1 && at !== question) {
    const mine = asked[question];
    const chosen =
      mine !== undefined && targetOf(table, question, mine) !== undefined ? mine : undefined;
    return { trail: [], chosen, dropped: [], midway: true, sheet: {} };
  }
  return {
    trail: index === -1 ? steps : steps.slice(0, index),
    chosen: steps[index]?.answer,
    dropped: dropped.filter((id) => Object.hasOwn(table.transitions, id)),
    midway: false,
    sheet: sheetOf(steps),
  };
}

export interface Destination {
  readonly state: string;
  readonly sheet: AnswerSheet;
  /** Put behind the address: `#sample` when a sample card has answered. */
  readonly mark?: string;
}

/**
 * Where answering `question` leads: past every later question that already has an answer which
 * still applies. A question page also gets the answers that no longer apply, to name them.
 */
export function destination(
  table: GuideTable,
  question: string,
  answer: string,
  { midway, sheet }: Standing,
): Destination {
  const answers = { ...sheet, [question]: answer };
  const next = targetOf(table, question, answer) ?? question;
  if (midway) return { state: next, sheet: { [question]: answer } };
  const { steps, at } = replay(table, answers);
  return { state: at, sheet: table.outcomes.includes(at) ? sheetOf(steps) : answers };
}
