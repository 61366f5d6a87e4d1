// Floor: guides. What can be counted about a guide: its paths, how long they are, and for every
// outcome the situations (answer sets) that lead to it. Pure; knows no words.
import { allPaths } from './paths.ts';
import type { Step } from './replay.ts';
import type { GuideTable } from './table.ts';

export interface OutcomeReport {
  readonly outcome: string;
  /** The answers, in the order asked, of everyone who ends here. */
  readonly situations: readonly (readonly Step[])[];
}

export interface GuideReport {
  readonly guide: string;
  readonly questions: number;
  readonly paths: number;
  /** The most questions anyone is asked. */
  readonly longest: number;
  /** Questions asked, averaged over the paths. */
  readonly mean: number;
  /** In the order of the statechart; an outcome nobody reaches has no situations. */
  readonly outcomes: readonly OutcomeReport[];
}

export function reportOf(table: GuideTable): GuideReport {
  const paths = allPaths(table);
  const lengths = paths.map(({ steps }) => steps.length);
  return {
    guide: table.id,
    questions: Object.keys(table.transitions).length,
    paths: paths.length,
    longest: Math.max(...lengths),
    mean: lengths.reduce((sum, length) => sum + length, 0) / paths.length,
    outcomes: table.outcomes.map((outcome) => ({
      outcome,
      situations: paths.filter(({ end }) => end === outcome).map(({ steps }) => steps),
    })),
  };
}
