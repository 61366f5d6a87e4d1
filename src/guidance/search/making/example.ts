// Floor: search, making. What the classifiers learn from.
import type { Asked } from '../query.ts';

export interface Example {
  readonly asked: Asked;
  /** Classes of the pages that answer, best first; none when it is not ours. */
  readonly pages: readonly number[];
  /** Classes of what else answers, best first: each page stands as class 0, "a page is asked for". */
  readonly others: readonly number[];
  /** Whether it is about this site's matters at all. */
  readonly isOurs: boolean;
}
