// Floor: guides. Finds where a person is in a guide by replaying their answers from the start.
// Pure and small: it runs in the page. Knows neither the address bar nor any words.
import type { GuideTable } from './table.ts';

/** Answers by question id, as they stand in the address: asked for, never trusted. */
export type AnswerSheet = Readonly<Record<string, string>>;

export interface Step {
  readonly question: string;
  readonly answer: string;
}

export interface Journey {
  /** The answers that apply, in the order in which they were asked. */
  readonly steps: readonly Step[];
  /** The first question without a valid answer, or the outcome reached. */
  readonly at: string;
  /** Question ids that have an answer which no longer applies (or never did). */
  readonly dropped: readonly string[];
}

/** Walks from the guide's first question for as long as the sheet has a valid answer. */
export function replay(table: GuideTable, sheet: AnswerSheet): Journey {
  const steps: Step[] = [];
  let at = table.initial;
  for (;;) {
    const answer = sheet[at];
    const next = answer === undefined ? undefined : targetOf(table, at, answer);
    if (answer === undefined || next === undefined || steps.some((s) => s.question === at)) break;
    steps.push({ question: at, answer });
    at = next;
  }
  const used = new Set(steps.map(({ question }) => question));
  return { steps, at, dropped: Object.keys(sheet).filter((question) => !used.has(question)) };
}

/** Where an answer leads, or undefined when the guide has no such question or answer. */
export function targetOf(table: GuideTable, question: string, answer: string): string | undefined {
  const answers = own(table.transitions, question);
  return answers && own(answers, answer);
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The sheet of a journey's steps alone: what an address should carry. */
export const sheetOf = (steps: readonly Step[]): AnswerSheet =>
  Object.fromEntries(steps.map(({ question, answer }) => [question, answer]));
