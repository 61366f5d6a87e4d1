// Floor: guides. Compares two editions of a guide by the people who use it: which situation (answer
// set) led where before, and where does it lead now. Pure; knows no words.
import { allPaths, type Path } from './paths.ts';
import { replay, sheetOf, type Step } from './replay.ts';
import type { GuideTable } from './table.ts';

/** The same answers in the older and the newer edition. */
export interface Pair {
  readonly before: Path;
  readonly after: Path;
}

export interface GuideDiff {
  /** Situations known to both editions. */
  readonly pairs: readonly Pair[];
  /** Situations that only the newer edition asks out, or only the older one did. */
  readonly added: readonly Path[];
  readonly removed: readonly Path[];
}

/** Where a person with the answers of `path` ends in another edition; undefined when on the way. */
function followed(table: GuideTable, path: Path): Path | undefined {
  const { steps, at } = replay(table, sheetOf(path.steps));
  return table.outcomes.includes(at) ? { steps, end: at } : undefined;
}

const keyOf = (steps: readonly Step[]): string =>
  steps.map(({ question, answer }) => `${question}.${answer}`).join(' ');

/**
 * Matches situations both ways: an old answer set may hold an answer that is no longer asked for,
 * and a new one may lack none although the old edition asked for more.
 */
export function diffOf(before: GuideTable, after: GuideTable): GuideDiff {
  const pairs = new Map<string, Pair>();
  const found = (pair: Pair): void => {
    pairs.set(`${keyOf(pair.before.steps)} | ${keyOf(pair.after.steps)}`, pair);
  };
  const old = allPaths(before);
  const now = allPaths(after);
  for (const path of old) {
    const there = followed(after, path);
    if (there) found({ before: path, after: there });
  }
  for (const path of now) {
    const there = followed(before, path);
    if (there) found({ before: there, after: path });
  }
  const all = [...pairs.values()];
  const matchedBefore = new Set(all.map((pair) => keyOf(pair.before.steps)));
  const matchedAfter = new Set(all.map((pair) => keyOf(pair.after.steps)));
  return {
    pairs: all,
    added: now.filter(({ steps }) => !matchedAfter.has(keyOf(steps))),
    removed: old.filter(({ steps }) => !matchedBefore.has(keyOf(steps))),
  };
}
