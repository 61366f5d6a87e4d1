// Floor: guides. Every way through a guide, walked: for tests, for the content check and for
// telling a person how many questions to expect. Works on the plain table.
import type { Step } from './replay.ts';
import type { GuideTable } from './table.ts';

export interface Path {
  readonly steps: readonly Step[];
  readonly end: string;
}

/**
 * All paths from the first question, depth first. A path ends at an outcome, at a state that does
 * not exist, or where it would come round to a question it has already asked.
 */
export function allPaths(table: GuideTable): Path[] {
  const paths: Path[] = [];
  const walk = (at: string, steps: readonly Step[]): void => {
    const answers = Object.entries(table.transitions[at] ?? {});
    const comesRound = steps.some(({ question }) => question === at);
    if (answers.length === 0 || comesRound) {
      paths.push({ steps, end: at });
      return;
    }
    for (const [answer, target] of answers) walk(target, [...steps, { question: at, answer }]);
  };
  walk(table.initial, []);
  return paths;
}

/** The largest number of questions anyone is asked. */
export const longestPath = (table: GuideTable): number =>
  Math.max(...allPaths(table).map(({ steps }) => steps.length));

/** States that can be reached from the first question. */
export function reachable(table: GuideTable): Set<string> {
  const seen = new Set<string>();
  const queue = [table.initial];
  for (const state of queue) {
    if (seen.has(state)) continue;
    seen.add(state);
    queue.push(...Object.values(table.transitions[state] ?? {}));
  }
  return seen;
}
